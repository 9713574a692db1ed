"""Papers on prescribed forms, set with nine kinds of data and compared with the items of the decree."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from backend.documents import forms
from backend.documents.layout.page import document
from backend.documents.layout.prescribed.lists import end_lists
from backend.documents.layout.sheet import Sheet
from backend.documents.rendering import render
from backend.law.rules import decree_citations
from schemas.documents.papers import PaperSignature
from schemas.fieldwork.acts import Refusal
from tests.support.sampling import Sample
from tests.unit.documents.papers import kinds_of_data, specimens
from tests.unit.documents.papers.specimens import paper, squeezed

PRESCRIBED = [
    (form, version) for form, version in forms.known() if "x-body" in forms.load(form, version)
]
NEWEST = [(form, version) for form, version in PRESCRIBED if version == forms.newest(form)]
ITEMS = Path(__file__).parents[3] / "cases" / "forms"
PARTY = {
    "individual": (
        "Họ và tên:", "Giới tính:", "Ngày, tháng, năm sinh:", "Quốc tịch:", "Nghề nghiệp:", "Nơi ở hiện tại:",
        "Số định danh cá nhân/CMND/Hộ chiếu:", "ngày cấp:", "nơi cấp:",
    ),
    "organisation": (
        "Tên của tổ chức:", "Địa chỉ trụ sở chính:", "Mã số doanh nghiệp:",
        "Số GCN đăng ký đầu tư/doanh nghiệp hoặc GP thành lập/đăng ký hoạt động:", "ngày cấp:", "nơi cấp:",
        "Người đại diện theo pháp luật:", "Giới tính:", "Chức danh:",
    ),
}  # fmt: skip
"""[IND] and [ORG]: the lines of a party in the order of Decree 118/2021."""
BOTH = (
    "cá nhân, tổ chức có tên",
    "cá nhân, đại diện",
    "<",
    "(*)",
    "{",
    "}",
    "[[",
    "]]",
    "None",
    "$",
)
"""What never stands on a finished paper: a choice that nobody made, a mark of the form, an open slot."""


def items(form: str) -> dict[str, Any]:
    """Return what the decree prints on a form, written down from its text and not from our papers."""
    path = ITEMS / f"{form}.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def text_of(content: Any) -> str:
    return specimens.body(render(content), content)


@pytest.mark.sampled(one_in=2)
@pytest.mark.parametrize(("form", "version"), NEWEST)
def test_a_form_prints_the_items_of_the_decree_in_their_order(
    form: str, version: int, sample: Sample
) -> None:
    said = items(form)
    assert forms.load(form, version)["x-symbol"] in said["symbol"].split(" ")
    for kind in sample.of(kinds_of_data.parties(form), one_in=2):
        content = paper(form, fields=kinds_of_data.everything(form) | kind.fields)
        text, place = text_of(content), 0
        assert squeezed(said["title"]).casefold() in text.casefold()
        for item in said["items"]:
            for line in PARTY[kind.name] if item == "[PARTY]" else (item,):
                at = text.casefold().find(squeezed(line).casefold(), place)
                assert at >= 0, (kind.name, line, text[place : place + 300])
                place = at + len(squeezed(line))
        for item in said.get("anywhere", []):
            assert squeezed(item) in text, item


@pytest.mark.parametrize(("form", "version"), NEWEST)
def test_a_form_has_the_places_to_sign_of_the_decree(form: str, version: int) -> None:
    cells = [
        [cell and cell["role"] for cell in row] for row in forms.load(form, version)["x-cells"]
    ]
    assert cells == items(form)["cells"]


@pytest.mark.sampled(one_in=2)
@pytest.mark.parametrize(("form", "version"), NEWEST)
def test_a_form_is_set_with_every_kind_of_data(form: str, version: int, sample: Sample) -> None:
    """A person, an organisation, a minor, a party unknown, nothing optional, everything, 200 goods,
    a name of 180 letters."""
    kinds = kinds_of_data.of(form)
    assert len(kinds) >= 3
    for kind in sample.of(kinds, one_in=8):
        assert forms.validate(form, version, kind.fields) == [], kind.name
        text = text_of(paper(form, fields=kind.fields))
        for mark in BOTH:
            assert squeezed(mark) not in text, (kind.name, mark)
        for said in kind.says:
            assert squeezed(said).casefold() in text.casefold(), (kind.name, said)
        for said in kind.never:
            assert squeezed(said).casefold() not in text.casefold(), (kind.name, said)


@pytest.mark.parametrize(
    ("form", "version"),
    [one for one in NEWEST if any(s["role"] == "subject" for s in forms.load(*one)["x-signers"])],
)
def test_a_refusal_to_sign_stands_where_the_party_would_have_signed(
    form: str, version: int
) -> None:
    refusal = Refusal(reason="Không đồng ý với số lượng", witness="Võ Văn Tám")
    signed = [
        specimens.signature("maker", "Đặng Thị Hường"),
        PaperSignature(role="subject", name="Nguyễn Thị Lựu", refusal=refusal),
    ]
    text = text_of(paper(form, signatures=signed))
    assert squeezed("Không ký. Lý do: Không đồng ý với số lượng") in text
    assert re.search(squeezed("Người chứng kiến: Võ Văn Tám"), text)


@pytest.mark.parametrize("form", ["MQĐ26", "MQĐ27", "MQĐ34", "MQĐ35", "MQĐ36"])
def test_every_khoan_of_a_decision_ends_as_a_sentence(form: str) -> None:
    """Numbered lines end with a full stop, a semicolon, or lead to what follows; a blank is struck out."""
    said = document(paper(form))["blocks"]
    lines = ["".join(map(str, one["t"])) for one in said if one["k"] == "text"]
    pairs = [one["pairs"] for one in said if one["k"] == "fields"]
    lines += [f"{one[0][0]}: {one[-1][1]}" for one in pairs if one[-1][1]]
    numbered = [line for line in lines if re.match(r"\d+\. ", line) and "Họ và tên" not in line]
    assert numbered
    assert [line for line in numbered if not line.endswith((".", ";", ":", "/."))] == []


@pytest.mark.parametrize("form", ["MBB01", "MBB05", "MQĐ01", "MQĐ02", "MQĐ15", "BB-KT"])
def test_a_provision_of_the_catalogue_is_cited_in_full_and_in_the_words_of_the_basis(
    form: str,
) -> None:
    """MQĐ15 Article 1.2: point, clause, article, decree number, day, name."""
    short = "điểm a khoản 1 Điều 15 NĐ 98/2020/NĐ-CP (sđ NĐ 17/2022, NĐ 24/2025)"
    fields = kinds_of_data.everything(form)
    rows = next((fields[one] for one in ("violations", "observations") if one in fields), [fields])
    rows[0]["provision"] = short
    text = squeezed(decree_citations.cited("98/2020/NĐ-CP"))
    said = text_of(paper(form, fields=fields))
    assert squeezed("điểm a khoản 1 Điều 15 ") + text in said
    assert squeezed("(sđ") not in said


@pytest.mark.parametrize("form", ["QĐ-KT", "MBB01", "MQĐ02", "MBB28"])
def test_a_list_ends_its_lines_with_semicolons_and_the_last_with_a_full_stop(form: str) -> None:
    """Decree 30/2020, Appendix I; lines of the form and lines that somebody typed are one list."""
    found = [one["t"][0] for one in document(paper(form))["blocks"] if one["k"] == "text"]
    lists: list[list[str]] = [[]]
    for said in map(str, found):
        if said.startswith("- "):
            lists[-1].append(said)
        elif lists[-1]:
            lists.append([])
    assert any(len(one) > 1 for one in lists)
    for one in filter(None, lists):
        assert [line[-1] for line in one] == [";"] * (len(one) - 1) + ["."], one


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        (["Nguồn gốc hàng hóa", "Nhãn hàng hóa"], ["Nguồn gốc hàng hóa;", "Nhãn hàng hóa."]),
        (["Ghi nhãn.", "Giá;", "Thuế,"], ["Ghi nhãn;", "Giá;", "Thuế."]),
        (["Sổ sách, hóa đơn v.v.", "Vỏ hộp v.v."], ["Sổ sách, hóa đơn v.v.;", "Vỏ hộp v.v."]),
        (["Gồm:", "Còn thiếu …"], ["Gồm:", "Còn thiếu …"]),
        (["Dòng một\n- dòng hai", "Hết"], ["Dòng một\n- dòng hai", "Hết."]),
    ],
)
def test_what_somebody_typed_into_a_list_keeps_its_words(
    typed: list[str], printed: list[str]
) -> None:
    sheet = Sheet()
    for line in typed:
        sheet.item(line)
    end_lists(sheet.blocks)
    assert [one["t"][0].removeprefix("- ") for one in sheet.blocks] == printed


def test_a_household_s_place_of_business_is_no_residence_on_the_force_s_own_papers() -> None:
    """FORMS knows [IND] and [ORG] alone: the owner is the person, the business stands after that."""
    fields = specimens.fields_of("QĐ-KT")
    fields["subject"] |= {"kind": "household", "address": "Số 9 đường Lê Lợi"}
    said = dict(
        pair
        for block in document(paper("QĐ-KT", fields=fields))["blocks"]
        if block["k"] == "fields"
        for pair in block["pairs"]
    )
    assert said["Địa chỉ kinh doanh"] == "Số 9 đường Lê Lợi"
    assert "Nơi ở hiện tại" not in said


@pytest.mark.parametrize(("form", "people"), [("MQĐ16", "participants"), ("MBB21", "authority")])
def test_people_are_points_with_the_letters_of_laws(form: str, people: str) -> None:
    """FORMS: MQĐ16 khoản 5 and MBB21 "Với sự tham gia của: a), b)"; after d comes đ."""
    one = {"name": "Phan Văn Lợi", "title": "Chuyên viên", "position": "Chuyên viên"}
    node = forms.load(form, forms.newest(form))["properties"][people]["items"]["properties"]
    rows = [{name: text for name, text in one.items() if name in node}] * 6
    blocks = document(paper(form, fields=specimens.fields_of(form) | {people: rows}))["blocks"]
    labels = [block["pairs"][0][0] for block in blocks if block["k"] == "fields"]
    marks = [label.partition(")")[0] for label in labels if label.endswith(") Họ và tên")]
    assert marks == ["a", "b", "c", "d", "đ", "e"]


@pytest.mark.parametrize(("form", "few"), [("MBB01", 2), ("MBB21", 2), ("MBB26", 3)])
def test_no_more_copies_are_handed_out_than_were_made(form: str, few: int) -> None:
    """FORMS [CLOSE]: "hoặc cha mẹ/người giám hộ"; a copy for each of them if there are enough."""
    child = kinds_of_data.WOMAN | {"birth_date": "2010-01-02", "guardian_name": "Trần Văn Ba"}

    def close(copies: int) -> str:
        fields = specimens.fields_of(form) | {"violator": child, "copies": copies}
        return next(
            str(one["t"][0])
            for one in document(paper(form, fields=fields))["blocks"]
            if one["k"] == "text" and "được lập thành" in str(one["t"][0])
        )

    said, enough = close(few), close(few + 1)
    assert (
        "Duyên hoặc cha mẹ/người giám hộ của người chưa thành niên vi phạm là Trần Văn Ba" in said
    )
    assert said.count("01 bản") == few
    assert "Duyên 01 bản, cha mẹ/người giám hộ" in enough
    assert enough.count("01 bản") == few + 1


def test_a_sum_beyond_the_form_names_its_unit_once() -> None:
    said = text_of(paper("MQĐ03"))
    assert squeezed("Số tiền phạt được hoãn: 9.505.000 đồng (Bằng chữ:") in said


def test_instalments_beyond_the_form_have_a_last_day() -> None:
    said = text_of(paper("MQĐ05"))
    assert squeezed("Lần thứ nhất: nộp chậm nhất là ngày 20 tháng 02 năm 2026.") in said


@pytest.mark.parametrize("form", ["MBB26", "MBB27"])
def test_numbers_of_seals_are_announced(form: str) -> None:
    said = [one["t"][0] for one in document(paper(form))["blocks"] if one["k"] == "text"]
    first = next(at for at, text in enumerate(said) if "niêm phong số NP-" in str(text))
    assert said[first - 1] == "Số niêm phong của từng tang vật, phương tiện:"


def test_goods_that_are_handed_on_stand_in_the_table_of_a_referred_file() -> None:
    """FORMS, MBB29: "2. table as MQĐ33"."""
    heads = [
        next(one for one in document(paper(form))["blocks"] if one["k"] == "table")["head"]
        for form in ("MBB29", "MQĐ33")
    ]
    assert heads[0] == heads[1]
    assert heads[0][1] == "Tên tang vật, phương tiện"


def test_minutes_of_an_inspection_that_could_not_begin_have_the_circular_s_name() -> None:
    """Circular 27/2020 Art 16.1: "lập biên bản về việc không thực hiện quyết định kiểm tra"."""
    laid_out = document(paper("BB-KKT"))
    assert laid_out["about"] == "Về việc không thực hiện quyết định kiểm tra"
