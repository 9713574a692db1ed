"""A filled report as a workbook (ECMA-376), by XlsxWriter: a sheet for each table, and one for the texts.

Text is text: every one is written as a string, and what a program would take for a formula when a cell is edited is
marked as quoted. Numbers are numbers. The only formulas are sums of rows, with their value, where the rows do sum up to
it. The same report gives the same bytes, and no property of the file names a person.
"""

import asyncio
import io
from datetime import UTC, datetime
from typing import Any

import msgspec
import xlsxwriter
from xlsxwriter.utility import xl_range

from backend.core import spreadsheets
from schemas.core.problems import Text

MEDIA_TYPE = spreadsheets.MEDIA_TYPES["xlsx"]
_MADE = datetime(2000, 1, 1, tzinfo=UTC)
"""The creation time in every file, so that bytes do not differ; until when was counted stands on each sheet."""
_MOST_DIGITS = 10**15
"""From here on a spreadsheet does not keep every digit: such a number is written as text."""
_PORTRAIT = 4
"""Columns of numbers that fit an upright page."""
_LABEL_WIDTH, _VALUE_WIDTH = 52, 20
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """One value: a count, đồng, or tenths of days or percents. None: nothing tells it."""

    value: int | None
    unit: str = "count"


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One row. A heading has no cells."""

    label: str
    indent: int = 0
    heading: bool = False
    total: bool = False
    cells: list[Cell] = []


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """One table, with the heads of its columns of values."""

    title: str
    columns: list[str]
    rows: list[Row]
    note: str = ""


class Book(msgspec.Struct, frozen=True, kw_only=True):
    """A report as it is written to a file."""

    title: str
    unit: str
    """Whose report it is."""
    lines: list[str]
    """Below the title on each sheet: the period, until when was counted, the number."""
    tables: list[Table]
    texts: list[tuple[str, str]] = []
    """Title and text of each part in words."""


_SHEET = Text(vi="Bảng", en="Table")
_TEXTS = Text(vi="Nội dung", en="Texts")
_ROWS = Text(vi="Chỉ tiêu", en="Row")


async def written(book: Book, language: str = "vi") -> bytes:
    """Return the workbook's bytes, made in a thread of its own."""
    return await asyncio.to_thread(write, book, language)


def write(book: Book, language: str = "vi") -> bytes:
    """Return the workbook's bytes."""
    out = io.BytesIO()
    work = xlsxwriter.Workbook(out, _OPTIONS)
    work.set_properties({"title": _said(book.title), "author": "", "created": _MADE})
    sheets = _Sheets(work, book, language)
    for at, table in enumerate(book.tables, 1):
        sheets.table(f"{getattr(_SHEET, language)} {at}", table)
    if book.texts or not book.tables:
        sheets.texts(getattr(_TEXTS, language))
    work.close()
    return out.getvalue()


class _Sheets:
    """Writes the sheets of one workbook."""

    def __init__(self, work: Any, book: Book, language: str) -> None:
        self._work, self._book, self._language = work, book, language
        self._formats: dict[tuple[Any, ...], Any] = {}

    def _format(self, **look: Any) -> Any:
        key = tuple(sorted(look.items()))
        if key not in self._formats:
            usual = {"font_name": "Times New Roman", "font_size": 12, "valign": "top"}
            self._formats[key] = self._work.add_format(usual | look)
        return self._formats[key]

    def _text(self, sheet: Any, at: tuple[int, int], text: str, **look: Any) -> None:
        said = _said(text)
        if spreadsheets.harmless(said) != said:
            look["quote_prefix"] = True
        sheet.write_string(*at, said, self._format(**look))

    def _head(self, sheet: Any, title: str) -> int:
        """Write the head of a sheet; return its first free row."""
        self._text(sheet, (0, 0), self._book.unit, bold=True)
        self._text(sheet, (1, 0), self._book.title, bold=True, font_size=14)
        for row, line in enumerate(self._book.lines, 2):
            self._text(sheet, (row, 0), line, italic=True)
        after = 3 + len(self._book.lines)
        self._text(sheet, (after, 0), title, bold=True)
        return after + 1

    def _sheet(self, name: str, *, wide: bool) -> Any:
        sheet = self._work.add_worksheet(name)
        sheet.set_paper(9)  # A4
        sheet.set_margins(left=1.2, right=0.6, top=0.8, bottom=0.8)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&C&P/&N")
        if wide:
            sheet.set_landscape()
        return sheet

    def table(self, name: str, table: Table) -> None:
        """Write one table on a sheet of its own, its head repeated on each printed page."""
        sheet = self._sheet(name, wide=len(table.columns) > _PORTRAIT)
        sheet.set_column(0, 0, _LABEL_WIDTH)
        sheet.set_column(1, max(1, len(table.columns)), _VALUE_WIDTH)
        head = self._head(sheet, table.title)
        looks = {"bold": True, "border": 1, "align": "center", "text_wrap": True}
        self._text(sheet, (head, 0), getattr(_ROWS, self._language), **looks)
        for column, label in enumerate(table.columns, 1):
            self._text(sheet, (head, column), label, **looks)
        sheet.repeat_rows(head)
        sheet.freeze_panes(head + 1, 1)
        for at in range(len(table.rows)):
            self._row(sheet, table, at, head + 1)
        if table.note:
            self._text(
                sheet, (head + 2 + len(table.rows), 0), table.note, italic=True, text_wrap=True
            )

    def _row(self, sheet: Any, table: Table, at: int, first: int) -> None:
        row = table.rows[at]
        look: dict[str, Any] = {"border": 1}
        if row.heading or row.total:
            look["bold"] = True
        label = look | {"text_wrap": True, "indent": row.indent}
        self._text(sheet, (first + at, 0), row.label, **label)
        for column, cell in enumerate(row.cells):
            place = (first + at, column + 1)
            if row.total and _sums_up(table, column):
                sums = f"=SUM({xl_range(first, column + 1, first + at - 1, column + 1)})"
                sheet.write_formula(*place, sums, self._number(cell, look), cell.value)
            else:
                self._value(sheet, place, cell, look)

    def _value(self, sheet: Any, at: tuple[int, int], cell: Cell, look: dict[str, Any]) -> None:
        if cell.value is None:
            self._text(sheet, at, "–", align="right", **look)
        elif abs(cell.value) >= _MOST_DIGITS:
            self._text(sheet, at, str(cell.value), align="right", **look)
        elif cell.unit in ("days", "percent"):
            sheet.write_number(*at, cell.value / 10, self._number(cell, look))
        else:
            sheet.write_number(*at, cell.value, self._number(cell, look))

    def _number(self, cell: Cell, look: dict[str, Any]) -> Any:
        shown = "#,##0.0" if cell.unit in ("days", "percent") else "#,##0"
        return self._format(num_format=shown, align="right", **look)

    def texts(self, name: str) -> None:
        """Write the parts in words on one sheet."""
        sheet = self._sheet(name, wide=False)
        sheet.set_column(0, 0, 100)
        row = self._head(sheet, name)
        for title, text in self._book.texts:
            self._text(sheet, (row, 0), title, bold=True)
            self._text(sheet, (row + 1, 0), text, text_wrap=True)
            row += 3


def _sums_up(table: Table, column: int) -> bool:
    """Tell whether the last row of a column is the sum of all rows above it."""
    above = [row.cells[column].value for row in table.rows[:-1] if not row.heading]
    last = table.rows[-1].cells[column]
    whole = last.value is not None and None not in above and last.unit in ("count", "vnd")
    return whole and bool(above) and sum(one or 0 for one in above) == last.value


def _said(text: str) -> str:
    """Return what a cell can hold of a text: no character that XML cannot say."""
    return spreadsheets.printable(spreadsheets.text_of(text))
