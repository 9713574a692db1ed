"""The desk and the phone call the same thing by the same Vietnamese word: the one of the trade."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PLACES = {
    "the desk's words": "admin_ui/**/*_vi.py",
    "the server's answers": "backend/**/*.py",
    "the phone": "mobile_app/src/**/*.ts*",
}
_NOT_SAID = {
    "nộp biên bản": "Trình hồ sơ",
    "ghi biên bản": "Hoàn thành biên bản",
    "đã cất": "Đã lưu",
    "gói dự phòng": "Tệp chưa gửi",
    "rút ảnh": "Loại khỏi hồ sơ",
    "ảnh làm phụ lục": "Ảnh bổ sung",
    "bên được kiểm tra": "Tổ chức, cá nhân được kiểm tra",
    "mã một lần": "Mã xác thực (OTP)",
}
_CANCELS = re.compile(r"""["'](?:Thôi|Hủy)["']""")


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_a_thing_is_called_by_the_word_of_the_trade(place: str) -> None:
    """An inspector and his head speak of one thing; the left word of each pair is not the trade's."""
    files = sorted(ROOT.glob(place))
    assert files
    other = [
        f"{file.relative_to(ROOT)}: {word!r}, say {better!r}"
        for file in files
        for word, better in _NOT_SAID.items()
        if word in file.read_text(encoding="utf-8").lower()
    ]
    assert other == []


def test_who_leaves_a_form_on_the_phone_goes_back() -> None:
    """A button that leaves is “Quay lại”; “Thôi” and “Hủy” sound as if something were thrown away."""
    said = [
        file.name
        for file in sorted((ROOT / "mobile_app/src").rglob("*.ts"))
        if _CANCELS.search(file.read_text(encoding="utf-8"))
    ]
    assert said == []
