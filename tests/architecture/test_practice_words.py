"""Words on screens are the words of the trade, in Vietnamese and in English.

The officers' own list of words (what to use, and what not to) is kept here in two forms: the exact word of a text key,
and phrases that no Vietnamese text may contain. Words without a function yet are only forbidden: "Người thế".

Of the forms (`backend/documents/forms/*.json`) only the minutes of an inspection are searched, in their
newest version: the others repeat the law's own templates, and a published version is never edited.
"""

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from admin_ui.shell import formats
from admin_ui.shell.words import CATALOGUES
from backend.documents import forms
from tests.architecture.tree import ROOT, files, listed, name, strings, text

DESK = {
    "common.nav_queue": "Việc của tôi",
    "common.nav_search": "Tra cứu",
    "common.module_parties": "Tổ chức, cá nhân",
    "common.nav_rescue": "Tệp chưa gửi",
    "common.cancel": "Quay lại",
    "common.back": "Quay lại",
    "cases.title": "Hồ sơ vụ việc",
    "cases.new": "Lập hồ sơ vụ việc",
    "queue.open_case": "Lập hồ sơ vụ việc",
    "queue.held": "Dữ liệu chờ xem xét",
    "inspection.part_held": "Dữ liệu chờ xem xét",
    "inspection.part_acts": "Quá trình xử lý",
    "cases.part_story": "Quá trình xử lý",
    "inspection.approve": "Phê duyệt",
    "inspection.refuse": "Không phê duyệt",
    "inspection.return": "Trả lại",
    "domain.ruling_refused": "Không phê duyệt",
    "opinions.agree": "Đồng ý hướng xử lý",
    "opinions.supplement": "Yêu cầu bổ sung",
    "domain.act_inspection.submitted": "Trình hồ sơ",
    "domain.state_discarded": "Không kiểm tra",
    "paper.make_ready": "Trình ký",
    "paper.sign_now": "Ký số và ban hành",
    "paper.level_none": "Ký trên bản giấy",
    "inspection.part_signatures": "Chữ ký trên màn hình",
    "case_acts.do_document.cancelled": "Hủy bỏ quyết định",
    "cases.paper_state_cancelled": "Đã hủy bỏ",
    "decision.subject": "Tổ chức, cá nhân được kiểm tra",
    "finding.title": "Nội dung cần làm rõ",
    "finding.weigh": "Đánh giá",
    "case_acts.do_sanction.imposed_on_spot": "Xử phạt không lập biên bản",
    "sanction.reckon": "Tính mức phạt",
    "case_acts.do_payment.received": "Ghi nhận nộp tiền",
    "case_fields.receipt_number": "Số chứng từ",
    "case_fields.keeper": "Người bảo quản",
    "case_acts.do_deadline.extended": "Gia hạn",
    "deadlines.state_running": "Còn hạn",
    "delegations.giver": "Người giao quyền",
    "rescue.title": "Tệp chưa gửi",
    "rescue.stored": "Đã lưu",
    "people.code": "Mã xác thực (OTP)",
    "people.enrol_title_first": "Kích hoạt tài khoản",
    "exceptions.wrong": "Không đúng",
    "verdict.signature_invalid": "Không đúng",
}
PHONE = {
    "tabs.home": "Việc của tôi",
    "tabs.reference": "Tra cứu",
    "tabs.outbox": "Chờ gửi",
    "tabs.settings": "Cài đặt",
    "dialog.cancel": "Quay lại",
    "settings.cancel": "Quay lại",
    "sign_in.otp": "Mã xác thực (OTP)",
    "home.returned": "Bị trả lại",
    "state.returned": "Bị trả lại",
    "state.refused": "Không phê duyệt",
    "state.discarded": "Không kiểm tra",
    "state.agreed": "Đã đồng ý hướng xử lý",
    "state.supplement_asked": "Yêu cầu bổ sung",
    "visit.subject": "Tổ chức, cá nhân được kiểm tra",
    "draft.title": "Xin ý kiến dự thảo",
    "read.write": "Hoàn thành biên bản",
    "sign.list_title": "Chữ ký trên màn hình",
    "sign.sign": "Ký trên màn hình",
    "review.submit": "Trình hồ sơ",
    "photo.withdraw": "Loại khỏi hồ sơ",
    "photos.addendum": "Ảnh bổ sung",
    "rescue.title": "Tệp chưa gửi",
}

NOT_SAID = {
    r"(?:bước|nút|chờ|đã|việc) trình duyệt(?! này)|trình duyệt (?:hồ sơ|văn bản|biên bản)": "Trình phê duyệt",
    r"(?:chờ|tự|được|người|hoặc|đã|ý kiến) duyệt": "Phê duyệt",
    r"tờ trình": "Phiếu trình",
    r"(?:không )?chấp nhận": "Phê duyệt, Không phê duyệt; chứng cứ: Đưa vào hồ sơ, Không dùng",
    r"(?<!không )phê duyệt biên bản": "Đồng ý hướng xử lý",
    r"trả lại biên bản": "Yêu cầu bổ sung",
    r"trả lại (?:hồ sơ )?để sửa": "Trả lại",
    r"thu hồi (?:văn bản|quyết định|\{document_id\})": "Hủy bỏ quyết định",
    r"rút quyết định|quyết định (?:này )?(?:kiểm tra )?(?:đã|bị|được|đã được|đã bị) rút": "Hủy bỏ quyết định",
    r"bỏ cuộc": "Đề nghị không kiểm tra",
    r"chốt nội dung|nội dung đã chốt": "Trình ký",
    r"ký tay": "Ký trên bản giấy, Chữ ký trên màn hình",
    r"(?<!văn bản )ủy quyền": "Giao quyền; của tổ chức, cá nhân: Văn bản ủy quyền",
    r"người thế": "Người xử lý thay",
    r"lập (?:thêm )?vụ việc": "Lập hồ sơ vụ việc",
    r"(?:bên|đối tượng) được kiểm tra": "Tổ chức, cá nhân được kiểm tra",
    r"diễn biến": "Quá trình xử lý",
    r"dấu hiệu(?! tội phạm)": "Nội dung cần làm rõ",
    r"cân nhắc": "Đánh giá",
    r"giữ riêng": "Dữ liệu chờ xem xét",
    r"khép": "Đóng",
    r"xử phạt tại chỗ": "Xử phạt không lập biên bản",
    r"ghi (?:tiền nộp|nộp phạt)": "Ghi nhận nộp tiền",
    r"số biên lai|biên lai số": "Số chứng từ",
    r"(?:người|nơi) giữ": "Người bảo quản, Nơi bảo quản",
    r"gia hạn thời hạn": "Gia hạn",
    r"đang chạy": "Còn hạn",
    r"nộp biên bản": "Trình hồ sơ",
    r"ghi biên bản": "Hoàn thành biên bản",
    r"đã cất": "Đã lưu",
    r"gói dự phòng": "Tệp chưa gửi",
    r"rút ảnh": "Loại khỏi hồ sơ",
    r"ảnh làm phụ lục|ảnh phụ lục": "Ảnh bổ sung",
    r"mã một lần": "Mã xác thực (OTP)",
    r"thiết lập": "Kích hoạt tài khoản, Cấp lại",
    r"thông tin sai|trả lời xấu": "Không đúng",
}
"""Phrases, as regular expressions of whole words in lower case, and what to say instead."""

_WHOLE = r"\b(?:{})(?!\w)"
_ANY = re.compile(_WHOLE.format("|".join(NOT_SAID)))

NOT_ALONE = {
    "Trình duyệt": "Trình phê duyệt",
    "Hủy": "Quay lại",
    "Thôi": "Quay lại",
    "Gửi": "Phát hành",
    "Ký": "Ký số, Ký trên bản giấy, Ký trên màn hình",
    "Chữ ký": "Chữ ký số, Chữ ký trên màn hình",
    "Tính": "Tính mức phạt",
}
"""Words that are wrong as a whole label, but right inside a sentence."""

_LAW = "the law's own word: an explanation or a complaint is accepted or not"
_OLDER = "what was done under the procedure that minutes were approved by"
_RESULT = "the circular's own words for what a verification found"
_UBND = "the letter to a People's Committee"
MAY_SAY = {
    ("admin_ui/approvals/submissions/outside_words_vi.py", "tờ trình"): _UBND,
    ("backend/approvals/texts/outside.py", "tờ trình"): _UBND,
    ("admin_ui/intake/acts/words.py", "dấu hiệu"): _RESULT,
    ("backend/intake/texts/words.py", "dấu hiệu"): _RESULT,
    ("admin_ui/casework/acts/words_vi.py", "chấp nhận"): _LAW,
    ("admin_ui/casework/acts/field_words_vi.py", "chấp nhận"): _LAW,
    ("mobile_app/src/ui/papers/sheet-words.ts", "Chữ ký"): "a heading of the paper that is shown",
    ("backend/exchange/evidence_export/history.py", "trả lại biên bản"): _OLDER,
    ("backend/exchange/evidence_export/history.py", "phê duyệt biên bản"): _OLDER,
}
"""Where a phrase is right, each with its reason."""

ENGLISH_CITATION = re.compile(
    r"\b(?:Articles?|Arts?\.?|Decrees?|Circulars?|Ordinance|Law on)(?= )|\bLaw Art"
)
CALQUE = re.compile(
    r"\b(?:[Ff]or|[Oo]f|[Bb]y|[Tt]o|[Ff]rom|[Ww]ith|[Tt]han) who\b|\bis told (?:by|of|to)\b"
)
NOTE_OF_A_FORM = "[check] "
"""How a note in the file of a form begins. `form_notes` quotes published ones, which are never edited or shown."""
ISO_DATE = re.compile(r"\b\d{4}-\d\d-\d\d")
_VIETNAMESE = re.compile(
    r"[ăâđêôơưạảãẹẻẽịỉĩọỏõụủũỳỵỷỹấầẩẫậắằẳẵặếềểễệốồổỗộớờởỡợứừửữự]", re.IGNORECASE
)
_ENGLISH = re.compile(r"\b(?:the|is|are|of|and|by|with|must|needs|this|only)\b", re.IGNORECASE)
_SHOWN = {"schemas", "backend", "admin_ui", "mobile_api", "mobile_app"}
_QUOTED = re.compile(r"'((?:\\.|[^'\\\n])*)'|\"((?:\\.|[^\"\\\n])*)\"|`((?:\\.|[^`\\])*)`")
_COMMENT = re.compile(r"/\*.*?\*/|(?:^|\s)//[^\n]*|\{#.*?#\}", re.DOTALL)
_ENTRY = re.compile(r"^ *'([\w.]+)': (['\"])(.*)\2,$", re.MULTILINE)


def _of_page(source: str) -> Iterator[str]:
    """What a template says by itself, tag by tag."""
    for said in re.split(r"<[^>]*>|\{%.*?%\}|\{\{.*?\}\}", _COMMENT.sub(" ", source)):
        yield said.strip()


def _of_script(source: str) -> Iterator[str]:
    for found in _QUOTED.finditer(_COMMENT.sub(" ", source)):
        yield next(part for part in (*found.groups(), "") if part is not None)


def _texts(path: Path) -> Iterator[str]:
    """Every string of this file that a reader may see."""
    if path.suffix == ".py":
        yield from (value for _, value in strings(path))
    elif path.suffix == ".html":
        yield from _of_page(text(path))
    else:
        yield from _of_script(text(path))


@cache
def _said() -> tuple[tuple[str, str], ...]:
    """(file, text) of everything the screens, papers and refusals say, in both languages."""
    found = []
    for path in files():
        parts = path.relative_to(ROOT).parts
        if parts[0] not in _SHOWN or "tests" in parts or "wire" in parts:
            continue
        if path.suffix in {".py", ".html", ".ts", ".tsx"}:
            found += [(name(path), said) for said in _texts(path) if said]
    return tuple(found)


def _vietnamese() -> Iterator[tuple[str, str]]:
    """Texts with Vietnamese letters; some are in both languages."""
    return ((file, said) for file, said in _said() if _VIETNAMESE.search(said))


def _phone_words(language: str) -> dict[str, str]:
    words = {}
    for path in sorted((ROOT / "mobile_app/src/ui/words").glob(f"*.{language}.ts")):
        words |= {key: said for key, _, said in _ENTRY.findall(text(path))}
    return words


def _phrases(said: str) -> Iterator[tuple[str, str]]:
    """Each phrase in this text that is not the trade's, with the one that is."""
    if _ANY.search(said.lower()):
        for phrase, better in NOT_SAID.items():
            for found in re.finditer(_WHOLE.format(phrase), said.lower()):
                yield found[0], better
    if said in NOT_ALONE:
        yield said, NOT_ALONE[said]


@pytest.mark.parametrize("key", DESK)
def test_a_text_of_the_desk_is_the_word_of_the_list(key: str) -> None:
    assert CATALOGUES["vi"][key] == DESK[key]


@pytest.mark.parametrize("key", PHONE)
def test_a_text_of_the_phone_is_the_word_of_the_list(key: str) -> None:
    assert _phone_words("vi")[key] == PHONE[key]


def test_no_vietnamese_text_says_what_the_list_forbids() -> None:
    used, found = set(), []
    for file, said in _vietnamese():
        for phrase, better in _phrases(said):
            at = next((one for one in MAY_SAY if one[0] == file and one[1] in phrase), None)
            if at is None:
                found.append(f"{file}: {phrase!r} in {said[:70]!r}, say {better!r}")
            else:
                used.add(at)
    assert not found, listed(found)
    assert used == MAY_SAY.keys(), f"no longer needed: {MAY_SAY.keys() - used}"


def _labels(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        said = node.get("vi")
        yield from [said] if isinstance(said, str) else []
    inside = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    for inner in inside:
        yield from _labels(inner)


@pytest.mark.parametrize("form", ["BB-KT", "BB-KKT"])
def test_minutes_of_an_inspection_say_nothing_that_the_list_forbids(form: str) -> None:
    labels = list(_labels(forms.load(form, forms.newest(form))))
    assert "Tổ chức, cá nhân được kiểm tra" in labels
    found = [f"{phrase!r} in {said!r}" for said in labels for phrase, _ in _phrases(said)]
    assert not found, listed(found)


@pytest.mark.parametrize("face", ["desk", "phone"])
def test_who_leaves_a_form_goes_back(face: str) -> None:
    words = CATALOGUES["vi"] if face == "desk" else _phone_words("vi")
    leaving = [key for key in words if key.rpartition(".")[2] == "cancel"]
    assert leaving
    assert {words[key] for key in leaving} == {"Quay lại"}


def test_no_vietnamese_text_cites_an_act_in_english() -> None:
    found = [
        f"{file}: {said[:90]!r}"
        for file, said in _vietnamese()
        if ENGLISH_CITATION.search(said) and not _ENGLISH.search(said)
    ]
    assert not found, listed(found)


def test_the_source_of_every_form_is_cited_in_vietnamese() -> None:
    forms = sorted((ROOT / "backend/documents/forms").glob("*.json"))
    assert forms
    for form in forms:
        source = json.loads(text(form))["x-source"]
        cited = formats.source(source, "vi")
        assert not ENGLISH_CITATION.search(cited), (form.name, cited)


def test_no_english_text_is_worded_after_another_language() -> None:
    found = [
        f"{file}: {said[:90]!r}"
        for file, said in _said()
        if CALQUE.search(said) and not said.startswith(NOTE_OF_A_FORM)
    ]
    assert not found, listed(found)


def test_days_are_written_as_in_vietnam() -> None:
    day = date(2026, 1, 5)
    at = datetime(2026, 1, 5, 1, 30, tzinfo=UTC)
    for language in ("vi", "en"):
        assert formats.short_date(day, language) == "05/01/2026"
        assert formats.day_of(at, language) == "05/01/2026"
        assert formats.moment(at, language) == "05/01/2026 08:30"
        assert formats.as_typed("2026-01-05") == "05/01/2026"
    found = [f"{file}: {said[:90]!r}" for file, said in _vietnamese() if ISO_DATE.search(said)]
    assert not found, listed(found)


_DAY = re.compile(
    r"\{\{-?\s*([\w.]+(?:_(?:on|at|from|to|until|date)|\.(?:on|until|since|due|day|date)))\s*-?\}\}"
)
"""A day or a moment of a template that no filter has formatted."""
_MACHINE_READ = re.compile(
    r"""(?:datetime|value|name|id|href|for|min|max|data-[\w-]+)=["'][^"'<>]*$"""
)
_AS_STORED = {"admin_ui/fieldwork/photos/_receipts.html": "the signed text, letter by letter"}


def _raw_days(source: str) -> Iterator[str]:
    for found in _DAY.finditer(source):
        if not _MACHINE_READ.search(source[: found.start()].rpartition("\n")[2]):
            yield found[1]


def test_no_page_shows_a_day_as_programs_store_it() -> None:
    found = [
        f"{name(path)}: {day}"
        for path in files()
        if path.suffix == ".html" and name(path).startswith("admin_ui/")
        if name(path) not in _AS_STORED
        for day in _raw_days(text(path))
    ]
    assert not found, listed(found)
    for path in files():
        if path.suffix == ".html" and name(path).startswith("admin_ui/"):
            shown = re.sub(r"""datetime=["']\{\{.*?\}\}["']""", "", text(path))
            assert "iso(" not in shown, name(path)
            assert "isoformat" not in shown, name(path)


@pytest.mark.parametrize(
    "said",
    [
        "Bị trả lại để sửa",
        "Đoàn đã bỏ cuộc kiểm tra này.",
        "Thôi",
        "Ký",
        "Bên được kiểm tra",
        "Có 3 dấu hiệu",
        "Đã trình, chờ duyệt",
        "Lập vụ việc mới",
    ],
)
def test_the_rule_sees_what_it_forbids(said: str) -> None:
    assert list(_phrases(said))


@pytest.mark.parametrize(
    "said",
    [
        "Mở trình duyệt để đăng nhập.",
        "Trình duyệt này không kiểm tra được.",
        "Có dấu hiệu tội phạm",
        "Lập hồ sơ vụ việc",
        "Cấp trên đã ký biên bản",
        "Thôi chức vụ",
        "Tiêu hủy tang vật",
    ],
)
def test_the_rule_lets_right_words_be(said: str) -> None:
    assert not list(_phrases(said))


def test_the_other_rules_see_what_they_forbid() -> None:
    assert ENGLISH_CITATION.search("Theo Decree 118/2021, Điều 13")
    assert CALQUE.search("The link of who asked opens nothing.")
    assert not CALQUE.search("Tell who is signed in.")
    assert list(_raw_days("<p>{{ paper.issued_on }}</p>"))
    assert not list(_raw_days("<p>{{ paper.issued_on | short_date(lang) }}</p>"))
    assert not list(_raw_days('<time datetime="{{ paper.issued_on }}">'))
