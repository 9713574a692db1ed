"""The file of a case put together: sheet numbers, pages kept elsewhere, originals inside, no signature fields."""

import io
from datetime import date
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import NameObject

from backend.casework.case_file import composing
from backend.casework.case_file.composing import Cover, Part, Photograph

COVER = Cover(
    superior="Cục Quản lý thị trường",
    unit="Đội Quản lý thị trường số 1",
    number="01010001/VV-2026",
    subject="Về việc kinh doanh hàng hóa nhập lậu: Trần Văn Mẫu",
    since=date(2026, 1, 5),
    until=None,
    state="Chờ ra quyết định",
    made="Bản sao",
)


def blank(pages: int, width: int = 595, height: int = 842, widget: bool = False) -> bytes:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(width, height)
    if widget:
        field = FreeText(text="chữ ký", rect=(10, 10, 100, 40))
        field[NameObject("/Subtype")] = NameObject("/Widget")
        writer.add_annotation(0, field)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def part(first: int, last: int, pdf: bytes | None, **more: Any) -> Part:
    return Part(
        first=first, last=last, title=f"Văn bản {first}", number=f"{first}/BB", pdf=pdf,
        issued_on=date(2026, 1, first), **more,
    )  # fmt: skip


def texts(made: composing.Composed) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(made.pdf)).pages]


def test_every_sheet_bears_its_number_top_right_and_front_pages_bear_none() -> None:
    parts = [part(1, 2, blank(2)), part(3, 3, blank(1, 842, 595)), part(4, 6, None, why="Bản giấy")]
    said = texts(composing.compose(COVER, parts))
    assert [text.split("BL ")[1].split()[0] for text in said[2:]] == ["01", "02", "03", "04-06"]
    assert "BL" not in said[0]
    assert "Bản giấy" in said[-1]
    assert "03" in said[1]
    assert "04-06" in said[1]


def test_a_number_once_given_stays_though_a_paper_has_more_or_fewer_pages_now() -> None:
    said = texts(composing.compose(COVER, [part(1, 2, blank(4)), part(3, 6, blank(2))]))
    found = [text.split("BL ")[1].split()[0] for text in said[2:]]
    assert found == ["01", "02", "02a", "02b", "03", "04-06"]


def test_signed_originals_lie_inside_byte_for_byte_and_their_fields_do_not_come_along() -> None:
    signed = blank(1, widget=True)
    made = composing.compose(COVER, [part(1, 1, signed, signed=True), part(2, 2, blank(1))])
    reader = PdfReader(io.BytesIO(made.pdf))
    assert [one for files in reader.attachments.values() for one in files] == [signed]
    assert "/AcroForm" not in reader.trailer["/Root"]
    assert not reader.pages[2].get("/Annots")
    assert [item["/Title"] for item in reader.outline if isinstance(item, dict)] == [
        "Bìa hồ sơ", "Mục lục", "01. Văn bản 1", "02. Văn bản 2",
    ]  # fmt: skip


def test_a_long_contents_list_goes_on_and_an_empty_file_is_a_file() -> None:
    empty = composing.compose(COVER, [])
    assert (empty.pages, empty.front) == (2, 2)
    made = composing.compose(COVER, [part(n, n, blank(1)) for n in range(1, 29)] * 3)
    assert made.front > 3
    assert made.pages == made.front + 84


def test_the_index_of_photographs_goes_last_and_moves_no_sheet_number() -> None:
    photographs = [
        Photograph(
            number=number,
            sha256=f"{number:064x}",
            made="05/01/2026 10:00:00",
            by="Trần Văn Kiểm",
            caption="Kệ hàng",
            withdrawn="Chụp nhầm" if number == 2 else "",
            stored=number != 3,
        )
        for number in range(1, 121)
    ]
    parts = [part(1, 2, blank(2))]
    without, made = (
        composing.compose(COVER, parts),
        composing.compose(COVER, parts, (), photographs),
    )
    said = texts(made)
    assert said[: without.pages] == texts(without)
    index = " ".join(said[without.pages :])
    assert "BL " not in index
    assert index.count("Đã rút: Chụp nhầm") == index.count("chưa về máy chủ") == 1
    joined = "".join(index.split())
    assert all(one.sha256 in joined for one in photographs)
