"""Tables for spreadsheets, written page by page: CSV (RFC 4180) and XLSX (ECMA-376), nothing more.

    async for part in spreadsheets.written("xlsx", HEADINGS, pages): ...

A cell that a spreadsheet would take for a formula is text: in CSV it begins with an apostrophe, in XLSX
every cell is a string and none a formula.
"""

import csv
import io
import re
import zipfile
from collections.abc import AsyncIterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Literal
from xml.sax.saxutils import escape

from backend.core import formats

Kind = Literal["csv", "xlsx"]
Cell = str | int | Decimal | date | None
"""A datetime is a date: it is written as the moment by Vietnam's clock."""
Row = Sequence[Cell]
MEDIA_TYPES: dict[Kind, str] = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
MARK = b"\xef\xbb\xbf"
"""Begins a CSV: with it Excel reads UTF-8."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What begins a formula, also in full width, in some spreadsheet (OWASP, CSV injection)."""
_BEHIND_A_SEPARATOR = re.compile(
    "(?<=[^\\0])([;\t\r\n][ \u00a0]*)(?=[=+\\-@\uff1d\uff0b\uff0d\uff20])"
)
"""Where the list separator is a semicolon, programs split a CSV there, and then at line breaks within quotes."""
_MOST_LETTERS = 32_767
"""Of a cell (ECMA-376)."""
_NS = "http://schemas.openxmlformats.org"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_NS}/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_NS}/package/2006/relationships"><Relationship Id="rId1" '
    f'Type="{_NS}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_NS}/spreadsheetml/2006/main" '
    f'xmlns:r="{_NS}/officeDocument/2006/relationships"><sheets><sheet name="So" sheetId="1" r:id="rId1"/></sheets>'
    "</workbook>",
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_NS}/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_NS}/officeDocument/2006/relationships/worksheet" '
    'Target="worksheets/sheet1.xml"/></Relationships>',
}


async def written(
    kind: Kind, headings: Row, pages: AsyncIterator[Sequence[Row]]
) -> AsyncIterator[bytes]:
    """Yield the table's bytes as its pages come."""
    parts = _csv(headings, pages) if kind == "csv" else _xlsx(headings, pages)
    async for part in parts:
        if part:
            yield part


def text_of(cell: Cell) -> str:
    """Return a cell as text; days as Vietnam writes them."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return formats.moment(cell)
    said = formats.day(cell) if isinstance(cell, date) else str(cell)
    return said[:_MOST_LETTERS]


def csv_text(cell: Cell) -> str:
    """Return a cell of a CSV: a number as it is, -5 too, and text that no spreadsheet takes for a formula."""
    return str(cell) if isinstance(cell, int | Decimal) else harmless(text_of(cell))


def harmless(said: str) -> str:
    """Return text that no spreadsheet takes for a formula when it opens a CSV."""
    inside = _BEHIND_A_SEPARATOR.sub(r"\1'", said)
    return f"'{inside}" if inside.lstrip(" \u00a0").startswith(_FORMULA) else inside


async def _csv(headings: Row, pages: AsyncIterator[Sequence[Row]]) -> AsyncIterator[bytes]:
    yield MARK + csv_lines([headings])
    async for page in pages:
        yield csv_lines(page)


def csv_lines(page: Sequence[Row]) -> bytes:
    """Return rows as lines of a CSV (RFC 4180), in UTF-8. The file begins with MARK."""
    out = io.StringIO()
    writer = csv.writer(out)
    for row in page:
        writer.writerow([csv_text(cell) for cell in row])
    return out.getvalue().encode()


class _Sink(io.RawIOBase):
    """What a zip file writes, to be taken away part by part; it cannot be read or sought."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        taken = bytes(data)  # type: ignore[call-overload] # any buffer
        self._parts.append(taken)
        return len(taken)

    def take(self) -> bytes:
        """Return what was written since the last call."""
        taken, self._parts = b"".join(self._parts), []
        return taken


async def _xlsx(headings: Row, pages: AsyncIterator[Sequence[Row]]) -> AsyncIterator[bytes]:
    sink = _Sink()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in _PARTS.items():
            book.writestr(name, _HEAD + content)
        with book.open("xl/worksheets/sheet1.xml", "w") as sheet:
            sheet.write(
                f'{_HEAD}<worksheet xmlns="{_NS}/spreadsheetml/2006/main"><sheetData>'.encode()
            )
            sheet.write(_row(headings))
            async for page in pages:
                for row in page:
                    sheet.write(_row(row))
                yield sink.take()
            sheet.write(b"</sheetData></worksheet>")
    yield sink.take()


def _row(row: Row) -> bytes:
    cells = "".join(
        f'<c t="inlineStr"><is><t xml:space="preserve">{escape(printable(text_of(one)))}</t></is></c>'
        for one in row
    )
    return f"<row>{cells}</row>".encode()


def printable(said: str) -> str:
    """Leave out what XML 1.0 cannot say."""
    return "".join(
        one for one in said if one in "\t\n\r" or (one >= " " and one not in "\ufffe\uffff")
    )
