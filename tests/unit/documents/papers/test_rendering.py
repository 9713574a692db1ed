"""Papers as PDF: what stands in the fields stands on the paper, on every page, for ever the same."""

import io
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from backend.documents import forms
from backend.documents.layout import drawing, values, wording
from backend.documents.rendering import render, render_async
from schemas.documents.papers import PaperContent, PaperSignature
from schemas.fieldwork.acts import Refusal
from tests.support.sampling import examples
from tests.unit.documents.papers import specimens
from tests.unit.documents.papers.specimens import paper, squeezed

KNOWN = sorted({form for form, _ in forms.known()})


def leaves(node: dict[str, Any], value: Any) -> list[tuple[dict[str, Any], Any]]:
    if isinstance(value, dict):
        return [
            leaf
            for name, inner in value.items()
            for leaf in leaves(node["properties"][name], inner)
        ]
    if isinstance(value, list):
        return [leaf for inner in value for leaf in leaves(node["items"], inner)]
    return [(node, value)]


def ways_to_say(node: dict[str, Any], value: Any) -> set[str]:
    """How a value may stand on the paper."""
    said = {values.said(node, value) or "", values.short(node, value), str(value)}
    said |= {text.removeprefix("ngày ") for text in said}
    said |= {text.removesuffix(" đồng") for text in said}  # in a column of đồng
    return {squeezed(text.rstrip(".;")).casefold() for text in said}


@pytest.mark.sampled(one_in=3)
@pytest.mark.parametrize("form", KNOWN)
def test_everything_that_was_filled_in_stands_on_the_paper(form: str) -> None:
    content, _, pages = specimens.rendered(form)
    text = specimens.over_all(pages, content).casefold()
    for node, value in leaves(forms.load(form, content.version), content.fields):
        if node["type"] == "boolean" or "enum" in node:
            continue  # said in the paper's own words
        assert any(said in text for said in ways_to_say(node, value)), (
            node["x-label"]["vi"],
            value,
        )


@pytest.mark.sampled(one_in=6)
@pytest.mark.parametrize("form", KNOWN)
def test_every_page_says_of_which_paper_it_is_and_all_but_the_first_their_number(
    form: str,
) -> None:
    content, _, found = specimens.rendered(form)
    for number, page in enumerate(found, 1):
        text = squeezed(page)
        assert squeezed(f"Số {content.number} · Mã tra cứu: {content.code}") in text
        assert squeezed(f"SHA-256: {content.short_hash}") in text
        assert f"Trang{number}/{len(found)}" in text
        assert ("CỘNGHÒAXÃHỘICHỦNGHĨAVIỆTNAM" in text) is (number == 1)
        lines = [line.strip() for line in page.splitlines()]
        assert (str(number) in lines) is (number > 1)


def test_a_pdf_is_an_archive_file_with_tags_and_its_own_fonts() -> None:
    reader = PdfReader(io.BytesIO(render(paper("MBB01"))))
    root = reader.trailer["/Root"]
    xmp = root["/Metadata"].get_data().decode()
    assert re.search(r"pdfaid:part>2<|pdfaid:part=\"2\"", xmp)
    assert re.search(r"pdfaid:conformance>A<|pdfaid:conformance=\"A\"", xmp)
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]
    assert root["/Lang"] == "vi-VN"
    names = set()
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            below = font.get_object()["/DescendantFonts"][0].get_object()
            file = below["/FontDescriptor"]
            assert {"/FontFile2", "/FontFile3"} & file.keys()
            names.add(below["/BaseFont"].partition("+")[2])
    assert names
    assert all(name.startswith("Tinos") for name in names), names


@pytest.mark.sampled(one_in=6)
@pytest.mark.parametrize("form", KNOWN)
def test_another_program_finds_no_fault_in_the_file_of_a_paper(form: str, tmp_path: Path) -> None:
    _, pdf, _ = specimens.rendered(form)
    file = tmp_path / "paper.pdf"
    file.write_bytes(pdf)
    tool = shutil.which("qpdf")
    assert tool, "apt-get install qpdf"
    done = subprocess.run([tool, "--check", file], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_same_paper_is_the_same_bytes_and_another_is_not() -> None:
    first = render(paper("MQĐ02"))
    assert render(paper("MQĐ02")) == first
    assert render(paper("MQĐ02", code="AAAA-BBBB-CCCC")) != first


async def test_papers_are_set_beside_each_other() -> None:
    assert await render_async(paper("QĐ-KT")) == render(paper("QĐ-KT"))


def test_amounts_are_written_in_the_words_of_the_place() -> None:
    text = squeezed("".join(specimens.pages(render(paper("MQĐ02", amounts="south")))))
    assert squeezed("Chín triệu năm trăm lẻ năm ngàn đồng") in text
    assert squeezed("Chín triệu năm trăm linh năm nghìn đồng") in squeezed(
        "".join(specimens.rendered("MQĐ02")[2])
    )


def test_a_draft_says_so_on_every_page_and_leaves_its_blanks_open() -> None:
    content = paper("MBB01", draft=True, number=None, issued_on=None, code=None, short_hash=None)
    for page in specimens.pages(render(content)):
        assert "DỰTHẢO" in squeezed(page)
    assert "DỰTHẢO" not in squeezed("".join(specimens.pages(render(paper("MBB01")))))
    assert "……/BB-VPHC" in squeezed(specimens.pages(render(content))[0])


HOSTILE = [
    '#import "@preview/x:1.0.0": *',
    '#read("/etc/passwd") #sys.inputs.data #panic()',
    "$ x^2 $ *đậm* _nghiêng_ = Tiêu đề\n== Hai\n- mục `mã` <nhãn> @nhãn \\ // bình luận /* hết */",
    "https://a.example ~ --- ... \"nháy\" 'đơn' [ngoặc] {mã} & % ^",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_that_looks_like_markup_stands_there_letter_by_letter(text: str) -> None:
    content = paper("MBB01")
    content.fields["subject_opinion"] = text
    content.fields["violator"] = content.fields["violator"] | {"name": text.replace("\n", " ")}
    found = specimens.body(render(content), content)
    assert found.count(squeezed(text)) >= 2


def test_marks_that_turn_the_direction_and_control_characters_are_left_out() -> None:
    content = paper("MBB01")
    content.fields["subject_opinion"] = "phạt \u202e000.1\u202c đồng\u0000\u0007\u200b hết"
    assert "phạt000.1đồnghết" in specimens.body(render(content), content)


def test_letters_that_the_font_does_not_have_are_squares_and_the_paper_is_set() -> None:
    content = paper("MBB01")
    content.fields["subject_opinion"] = "chữ 漢字 🙂 עברית hết"
    assert "chữ□□□□□□□□hết" in specimens.body(render(content), content)


def test_a_letter_written_in_parts_comes_back_whole() -> None:
    content = paper("MBB01")
    content.fields["subject_opinion"] = "Nguye\u0302\u0303n Thi\u0323 Hoa\u0300"
    assert "NguyễnThịHoà" in specimens.body(render(content), content)


@pytest.mark.long
def test_the_longest_texts_and_lists_that_a_form_takes_are_set() -> None:
    content = paper("MBB01")
    row = {"name": "x" * 300, "unit": "y" * 40, "quantity": "9" * 15, "condition": "z " * 250}
    content.fields["exhibits"] = [row] * 500
    content.fields["subject_opinion"] = "dài" * 1666
    assert forms.validate("MBB01", content.version, content.fields) == []
    found = PdfReader(io.BytesIO(render(content))).pages
    assert len(found) > 40
    assert "STT" in found[20].extract_text(), "the head of the table is on each page"


@pytest.mark.long
def test_a_word_of_five_thousand_letters_breaks_and_nothing_of_it_is_lost() -> None:
    content = paper("MBB01")
    content.fields["subject_opinion"] = "w" * 5000
    content.fields["exhibits"][0]["name"] = "v" * 300
    pdf = render(content)
    assert len(specimens.pages(pdf)) >= len(specimens.pages(render(paper("MBB01")))) + 2
    assert "w" * 5000 in specimens.body(pdf, content)


def test_a_hand_signature_a_refusal_and_an_empty_place_stand_in_the_blocks_of_their_roles() -> None:
    content = paper(
        "MBB01",
        signatures=[
            specimens.signature("maker", "Đặng Thị Hường"),
            PaperSignature(
                role="subject",
                name="Nguyễn Thị Lựu",
                refusal=Refusal(reason="Không đồng ý với số lượng", witness="Võ Văn Tám"),
            ),
        ],
    )
    pdf = render(content)
    text = specimens.body(pdf, content)
    assert "NGƯỜILẬPBIÊNBẢN" in text
    assert squeezed("Không ký. Lý do: Không đồng ý với số lượng") in text
    assert squeezed("Người chứng kiến: Võ Văn Tám") in text
    assert "NGƯỜIPHIÊNDỊCH" not in text
    assert render(paper("MBB01")) != pdf


def test_a_signature_is_drawn_as_its_strokes_and_a_touch_as_a_dot() -> None:
    svg = drawing.signature(specimens.STROKES)
    assert 'd="M20 150L90 30L160 150"' in svg
    assert 'd="M300 60L300 60"' in svg


def test_the_code_at_the_foot_leads_to_the_papers_address() -> None:
    svg = drawing.qr(specimens.ADDRESS)
    whole = segno.make(specimens.ADDRESS, error="m", micro=False)
    size = whole.symbol_size(border=4)[0]
    assert f'viewBox="0 0 {size} {size}"' in svg
    [path] = re.findall(r' d="([^"]+)"', svg)
    dark, x, y = set(), 0, 0.0
    for absolute, across, down, length in re.findall(r"(?:([Mm])([-\d]+) ?([-.\d]+))?h(\d+)", path):
        x, y = (int(across), float(down)) if absolute == "M" else (x + int(across), y + float(down))
        dark |= {(x + step - 4, int(y) - 4) for step in range(int(length))}
        x += int(length)
    assert dark == {
        (column, row)
        for row, modules in enumerate(whole.matrix)
        for column, module in enumerate(modules)
        if module
    }


def test_an_unknown_form_is_said_to_be_unknown() -> None:
    content: PaperContent = paper("MBB01", version=99)
    with pytest.raises(forms.FormUnknown):
        render(content)


def test_every_letter_that_is_let_through_has_a_shape_in_the_font() -> None:
    """PDF/A has no letter without one: the typesetter would refuse the whole paper."""
    letters = {
        wording.clean(chr(code)) for code in range(0x20, 0xFFFE) if not 0xD800 <= code < 0xE000
    }
    printed = "".join(sorted(letter for letter in letters if letter.strip() and letter != "□"))
    assert len(printed) > 900
    content = paper("MBB01")
    content.fields["subject_opinion"] = " ".join(printed)
    content.fields["violations"][0]["wording"] = " ".join(printed)  # set in bold
    content.fields["legal_bases"] = [" ".join(printed)]  # set in italics
    assert render(content).startswith(b"%PDF-")


@settings(max_examples=examples(20))
@given(st.text(max_size=300), st.text("ẫ\u0301\u0323\u0303đ \n\u202e\ud7ff□é", max_size=80))
def test_any_text_whatever_is_set(first: str, second: str) -> None:
    content = paper("ĐX")
    content.fields["to"] = first
    content.fields["expected_violation"] = second
    content.fields["contents"] = [first, second]
    assert render(content).startswith(b"%PDF-")
    assert wording.clean(wording.clean(first)) == wording.clean(first)
