"""XLSX workbooks for tests: honest ones, and parts put into them that no honest program writes.

data = await workbooks.book(["Tên", "Địa chỉ"], [["Cửa hàng A", "1 Lê Lợi"]])
bad = workbooks.rebuilt(data, **{workbooks.SHEET: workbooks.sheet("<row/>")})
"""

import io
import zipfile
from collections.abc import AsyncIterator, Sequence

from backend.core import spreadsheets

SHEET = "xl/worksheets/sheet1.xml"
_RELATIONSHIPS = "xl/_rels/workbook.xml.rels"
_BEGIN = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
)
_END = "</sheetData></worksheet>"


async def book(headings: spreadsheets.Row, rows: Sequence[spreadsheets.Row]) -> bytes:
    """Return a workbook of one sheet, as our own exports write it."""

    async def pages() -> AsyncIterator[Sequence[spreadsheets.Row]]:
        yield rows

    return b"".join([part async for part in spreadsheets.written("xlsx", headings, pages())])


def sheet(rows: str) -> str:
    """Return a sheet's XML with these rows' XML in it."""
    return f"{_BEGIN}{rows}{_END}"


def rebuilt(data: bytes, **parts: str) -> bytes:
    """Return the workbook with these parts put in or replaced."""
    source, out = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for one in source.infolist():
            if one.filename not in parts:
                made.writestr(one.filename, source.read(one.filename))
        for name, content in parts.items():
            made.writestr(name, content)
    return out.getvalue()


def with_styles(data: bytes, sheet_xml: str, styles: str) -> bytes:
    """Return the workbook with this sheet and these styles."""
    rels = zipfile.ZipFile(io.BytesIO(data)).read(_RELATIONSHIPS).decode()
    one = (
        '<Relationship Id="rId8" Target="styles.xml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"/>'
    )
    return rebuilt(
        data,
        **{
            SHEET: sheet_xml,
            "xl/styles.xml": styles,
            _RELATIONSHIPS: rels.replace("</Relationships>", f"{one}</Relationships>"),
        },
    )


def with_sheets(
    data: bytes, states: Sequence[str], sheets: Sequence[str], date1904: str = "0"
) -> bytes:
    """Return the workbook with a sheet S1, S2 … for each state; sheets without XML have the last."""
    rels = zipfile.ZipFile(io.BytesIO(data)).read(_RELATIONSHIPS).decode()
    names = range(1, len(states) + 1)
    listed = "".join(
        f'<sheet name="S{n}" sheetId="{n}" state="{states[n - 1]}" r:id="rS{n}"/>' for n in names
    )
    related = "".join(
        f'<Relationship Id="rS{n}" Target="worksheets/sheet{n}.xml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/>'
        for n in names
    )
    book_xml = (
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        f'<workbookPr date1904="{date1904}"/><sheets>{listed}</sheets></workbook>'
    )
    parts = {f"xl/worksheets/sheet{n}.xml": sheets[min(n, len(sheets)) - 1] for n in names}
    return rebuilt(
        data,
        **parts,
        **{
            "xl/workbook.xml": book_xml,
            _RELATIONSHIPS: rels.replace("</Relationships>", f"{related}</Relationships>"),
        },
    )


def with_shared_strings(
    data: bytes,
    count: int,
    said: str = "x",
    rows: str = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
) -> bytes:
    """Return the workbook with so many shared strings, the first of them in cell A1 or in these rows."""
    relationships = zipfile.ZipFile(io.BytesIO(data)).read(_RELATIONSHIPS).decode()
    one = (
        '<Relationship Id="rId9" Target="sharedStrings.xml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/>'
    )
    strings = (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        + f"<si><t>{said}</t></si>" * count
        + "</sst>"
    )
    return rebuilt(
        data,
        **{
            SHEET: sheet(rows),
            _RELATIONSHIPS: relationships.replace("</Relationships>", f"{one}</Relationships>"),
            "xl/sharedStrings.xml": strings,
        },
    )
