"""Whom a paper names, and in which words: the harmed, providers, households, and who did not sign."""

from typing import Any

import pytest

from backend.documents.layout.page import document
from schemas.documents.papers import PaperSignature
from schemas.fieldwork.acts import Refusal
from tests.unit.documents.papers import kinds_of_data, specimens
from tests.unit.documents.papers.specimens import paper

Fields = dict[str, Any]
WOMAN = {"kind": "individual", "name": "Lê Thị Hạnh", "address": "Số 9 đường Lê Lợi"}
SCHOOL = {
    "kind": "organisation", "name": "Trường Mầm non Hoa Sen", "representative_name": "Vũ Thị Bích",
    "representative_title": "Hiệu trưởng",
}  # fmt: skip
SHOP = {
    "kind": "household", "name": "Hộ kinh doanh Nguyễn Thị Lựu", "address": "Số 12 đường Hùng Vương",
    "sex": "female", "birth_date": "1984-09-30",
}  # fmt: skip
WHY = "Không đồng ý với số lượng"


def lines(form: str, signed: list[PaperSignature] | None = None, **given: Any) -> list[str]:
    """Return what a paper says before the places to sign, a line each."""
    fields = specimens.fields_of(form) | given
    said = document(paper(form, fields=fields, signatures=signed or []))["blocks"]
    found = ["".join(map(str, one["t"])) for one in said if one["k"] == "text"]
    pairs = [one["pairs"] for one in said if one["k"] == "fields"]
    return found + ["; ".join(f"{name}: {value}" for name, value in one) for one in pairs]


def places(form: str, **given: Any) -> dict[str, list[str]]:
    """Return the places to sign of a paper: their titles, with the names below."""
    cells = document(paper(form, fields=specimens.fields_of(form) | given))["cells"]
    return {
        cell["title"]: [one["name"] for one in cell["people"]]
        for row in cells
        for cell in row
        if cell
    }


def refused(role: str, name: str) -> PaperSignature:
    return PaperSignature(role=role, name=name, refusal=Refusal(reason=WHY, witness="Võ Văn Tám"))


@pytest.mark.parametrize(
    ("form", "as_what"),
    [
        ("MBB01", "là cá nhân vi phạm"),
        ("MBB02", "là cá nhân có liên quan đến vụ việc"),
        ("MBB03", "là cá nhân vi phạm"),
        ("MBB05", "là cá nhân vi phạm"),
        ("MBB08", "là cá nhân bị xử phạt"),
        ("MBB15", "là cá nhân vi phạm"),
        ("MBB23", "là người bị khám"),
        ("MBB24", "là người điều khiển phương tiện vận tải"),
    ],
)
def test_a_refusal_that_was_recorded_stands_in_the_words_of_the_decree(
    form: str, as_what: str
) -> None:
    """FORMS [NOSIGN]: "Lý do ông (bà) … không ký biên bản: …", also if nobody typed it."""
    given: Fields = {"violator": kinds_of_data.WOMAN, "subject_unsigned": ""}
    if form == "MBB24":
        given["holder"] = as_what.removeprefix("là ")
    said = f"Lý do bà Trần Thị Mỹ Duyên {as_what} không ký biên bản: "
    signed = [refused("subject", "Trần Thị Mỹ Duyên")]
    assert lines(form, signed, **given).count(said + WHY) == 1
    assert not [one for one in lines(form, **given) if "không ký" in one]
    typed = lines(form, signed, **given | {"subject_unsigned": "Bỏ về trước."})
    assert [one for one in typed if one.startswith(said)] == [said + "Bỏ về trước."]


def test_whoever_refused_and_signed_after_all_did_sign() -> None:
    late = specimens.signature("subject", "Nguyễn Thị Lựu")
    said = lines("MBB01", [refused("subject", "Nguyễn Thị Lựu"), late], subject_unsigned="")
    assert not [one for one in said if "không ký biên bản" in one]


def test_a_witness_who_refuses_is_named_with_the_reason() -> None:
    """FORMS, MBB01: the second [NOSIGN] names the witness or the authority."""
    signed = [refused("witness", "Trần Văn Ba"), refused("authority", "Đinh Văn Sáu")]
    given = {"witness_unsigned": "", "witness_unsigned_name": ""}
    for name in ("Trần Văn Ba", "Đinh Văn Sáu"):
        assert f"Lý do ông (bà) {name} không ký xác nhận: {WHY}" in lines("MBB01", signed, **given)
    typed = {"witness_unsigned": "Ốm.", "witness_unsigned_name": "Trần Văn Ba"}
    said = [one for one in lines("MBB01", signed, **typed) if "không ký xác nhận" in one]
    assert [one.removeprefix("Lý do ông (bà) ") for one in said] == [
        "Trần Văn Ba không ký xác nhận: Ốm.",
        f"Đinh Văn Sáu không ký xác nhận: {WHY}",
    ]


@pytest.mark.parametrize(
    ("form", "item", "opinion"), [("MBB01", 4, 7), ("MBB02", 3, 6), ("MBB05", 4, 10)]
)
def test_who_was_harmed_is_called_a_person_or_an_organisation(
    form: str, item: int, opinion: int
) -> None:
    """FORMS 6.1 (8): the one word that fits; name, representative and title of an organisation."""

    def said(*harmed: Fields) -> list[str]:
        return lines(form, victims=list(harmed))

    def has(found: list[str], start: str) -> bool:
        return any(one.startswith(start) for one in found)

    person, company = said(WOMAN), said(SCHOOL)
    assert f"{item}. Cá nhân bị thiệt hại (nếu có):" in person
    assert has(person, f"{opinion}. Ý kiến trình bày của cá nhân bị thiệt hại (nếu có)")
    assert "Họ và tên: Lê Thị Hạnh; địa chỉ: Số 9 đường Lê Lợi" in person
    assert f"{item}. Tổ chức bị thiệt hại (nếu có):" in company
    assert has(company, "Tên tổ chức: Trường Mầm non Hoa Sen")
    assert "Người đại diện: Vũ Thị Bích; chức vụ: Hiệu trưởng" in company
    for both in (said(WOMAN, SCHOOL), said({"name": "Lê Thị Hạnh"})):
        assert f"{item}. Cá nhân/tổ chức bị thiệt hại (nếu có):" in both
    assert has(both, "Họ và tên hoặc tên tổ chức: Lê Thị Hạnh")  # an older draft told no kind


@pytest.mark.parametrize("form", ["MBB01", "MBB02"])
def test_the_harmed_sign_in_a_place_of_their_kind(form: str) -> None:
    assert places(form, victims=[WOMAN])["CÁ NHÂN BỊ THIỆT HẠI"] == ["Lê Thị Hạnh"]
    company = places(form, victims=[SCHOOL])
    assert company["NGƯỜI ĐẠI DIỆN CỦA TỔ CHỨC BỊ THIỆT HẠI"] == ["Vũ Thị Bích"]
    older = places(form, victims=[{"name": "Lê Thị Hạnh"}])
    assert older["CÁ NHÂN/NGƯỜI ĐẠI DIỆN CỦA TỔ CHỨC BỊ THIỆT HẠI"] == ["Lê Thị Hạnh"]


def test_who_gave_information_is_called_a_person_or_an_organisation() -> None:
    """FORMS, MBB05: a) name, occupation, address; b) name, title, agency."""
    person = {"kind": "individual", "name": "Trần Văn Bảy", "occupation": "Chủ nhà cho thuê"}
    assert "2. Cá nhân cung cấp thông tin cần xác minh:" in lines("MBB05", providers=[person])
    assert "CÁ NHÂN CUNG CẤP THÔNG TIN XÁC MINH" in places("MBB05", providers=[person])
    company = {"kind": "organisation", "name": "Lý Thị Mai", "agency": "Công ty TNHH Sữa Việt"}
    said = lines("MBB05", providers=[company])
    assert "2. Tổ chức cung cấp thông tin cần xác minh:" in said
    assert any(one.startswith("b) Họ và tên: Lý Thị Mai; Chức vụ:") for one in said)
    where = "NGƯỜI ĐẠI DIỆN CỦA TỔ CHỨC CUNG CẤP THÔNG TIN XÁC MINH"
    assert places("MBB05", providers=[company])[where] == ["Lý Thị Mai"]


def test_working_minutes_say_to_whom_their_copy_was_given() -> None:
    said = lines("MBB02", violator=kinds_of_data.COMPANY, copy_given=True)
    assert "Đã giao một bản cho ông Phạm Văn Dũng." in said
    assert not [one for one in said if "cá nhân, tổ chức" in one]


@pytest.mark.parametrize(
    ("form", "party"), [("MBB01", "violator"), ("MBB15", "violator"), ("QĐ-KT", "subject")]
)
def test_a_household_of_an_unknown_owner_is_no_person(form: str, party: str) -> None:
    """FORMS 6.1 (11): the form's block is a person's; the business's name must not stand in it."""
    said = lines(form, **{party: SHOP})
    assert any("Tên hộ kinh doanh: Hộ kinh doanh Nguyễn Thị Lựu" in one for one in said)
    assert any(one.startswith("Địa chỉ kinh doanh: Số 12 đường Hùng Vương") for one in said)
    assert any(one.startswith("Giới tính của chủ hộ: Nữ") for one in said)
    assert not [one for one in said if "Họ và tên: Hộ kinh doanh" in one]
    assert not [one for one in said if "ông (bà) có tên sau đây" in one]
    owned = lines(form, **{party: SHOP | {"representative_name": "Nguyễn Thị Lựu"}})
    assert any("Họ và tên: Nguyễn Thị Lựu" in one for one in owned)
    assert any("Là chủ hộ kinh doanh: Hộ kinh doanh Nguyễn Thị Lựu" in one for one in owned)


@pytest.mark.parametrize("form", ["MQĐ14", "MQĐ16", "MQĐ20", "MQĐ21", "MQĐ24", "MQĐ38", "MBB05"])
def test_goods_beyond_the_form_stand_under_the_heads_of_the_decree(form: str) -> None:
    """FORMS 6.1 (14), MBB15 item 2."""
    fields = specimens.fields_of(form) | {
        "exhibits": [{"name": "Sữa", "unit": "hộp", "quantity": "2"}]
    }
    blocks = document(paper(form, fields=fields))["blocks"]
    table = next(one for one in blocks if one["k"] == "table")
    assert table["head"][:7] == [
        "STT", "Tên tang vật, phương tiện vi phạm hành chính", "Đơn vị tính", "Số lượng", "Chủng loại",
        "Tình trạng, đặc điểm", "Ghi chú",
    ]  # fmt: skip


@pytest.mark.parametrize("form", ["MBB28", "MBB29", "MBB30"])
def test_who_takes_over_is_named_under_the_place_to_sign(form: str) -> None:
    taken = [one["name"] for one in specimens.fields_of(form)["receivers"]]
    assert places(form)["BÊN NHẬN BÀN GIAO"] == taken
