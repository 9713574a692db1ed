"""Tables for spreadsheets: nothing in a cell is ever a formula, and other programs read them."""

import csv
import io
import zipfile
from collections.abc import AsyncIterator
from datetime import date
from xml.etree import ElementTree as ET

from backend.core import spreadsheets

HOSTILE = (
    '=HYPERLINK("http://x","y")',
    "+1+1",
    "-2",
    "@SUM(A1)",
    "\t=1",
    "  =1",
    "＝1",
)
NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


async def _pages() -> AsyncIterator[list[spreadsheets.Row]]:
    yield [(one, 1, date(2026, 11, 28), None) for one in HOSTILE]
    yield [('Bùi "Hương" <Giang>, & Cộng sự\nĐội 1\x00', 2, None, "x" * 40_000)]
    yield []


async def _written(kind: spreadsheets.Kind) -> bytes:
    return b"".join([part async for part in spreadsheets.written(kind, ("Tên", "Số"), _pages())])


async def test_a_cell_of_a_csv_is_never_a_formula_and_vietnamese_is_read_as_such() -> None:
    data = await _written("csv")
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert rows[0] == ["Tên", "Số"]
    assert [row[0] for row in rows[1:8]] == [f"'{one}" for one in HOSTILE]
    assert rows[1][1:] == ["1", "28/11/2026", ""]
    assert rows[8][0].startswith('Bùi "Hương" <Giang>, & Cộng sự\nĐội 1')
    assert len(rows[8][3]) == 32_767


def test_a_formula_behind_another_separator_is_text_too() -> None:
    """Where the list separator is `;`, a CSV is split there, and at line breaks (OWASP, CSV injection)."""
    for mark in (";", "\t", "\n", "\r\n", "; ", "\n\u00a0"):
        said = spreadsheets.harmless(f"Cửa hàng A{mark}=HYPERLINK(1)")
        assert said == f"Cửa hàng A{mark}'=HYPERLINK(1)"
    for kept in ("A; B", "Số 1-2", "a=b", "5 + 3"):
        assert spreadsheets.harmless(kept) == kept
    assert spreadsheets.harmless("\u00a0=1") == "'\u00a0=1"


async def test_an_xlsx_has_strings_alone_and_is_well_formed() -> None:
    with zipfile.ZipFile(io.BytesIO(await _written("xlsx"))) as book:
        assert book.testzip() is None
        for name in book.namelist():
            ET.fromstring(book.read(name))  # noqa: S314 - written here
        sheet = ET.fromstring(book.read("xl/worksheets/sheet1.xml"))  # noqa: S314
    assert not list(sheet.iter(f"{NS}f"))
    assert {cell.get("t") for cell in sheet.iter(f"{NS}c")} == {"inlineStr"}
    first = [next(row.iter(f"{NS}t")).text for row in sheet.iter(f"{NS}row")]
    assert first[1:8] == list(HOSTILE)
    assert first[8] == 'Bùi "Hương" <Giang>, & Cộng sự\nĐội 1'
