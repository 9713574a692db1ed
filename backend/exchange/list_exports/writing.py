"""Writes a list as a file on disk, page by page: XLSX, or a CSV in a ZIP. Memory does not grow with its rows.

Both carry their marks: who took it, when, what for, under which conditions, up to which place of the log. An XLSX has
them on the sheet "Nguồn". A CSV has one line of headings and then its rows, nothing else (RFC 4180), so that programs
read it; its marks are in `nguon.csv` beside it, and the ZIP keeps the two together.

No cell is ever a formula (OWASP, CSV injection): XLSX has text as text, and CSV text begins with an apostrophe where a
spreadsheet would calculate. Numbers stay numbers, -5 too.
"""

import re
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Protocol, Self

import xlsxwriter

from backend.core import local_time, spreadsheets
from backend.core.spreadsheets import Cell, Row

Marks = Sequence[tuple[str, str]]
MEDIA_TYPES = {"csv": "application/zip", "xlsx": spreadsheets.MEDIA_TYPES["xlsx"]}
ENDINGS = {"csv": "zip", "xlsx": "xlsx"}
SOURCE_SHEET = "Nguồn"
SOURCE_FILE = "nguon.csv"
_MOST_EXACT = 2**53
"""Beyond it a spreadsheet rounds whole numbers: they are written as text."""
_WIDTHS = (10, 60)
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
"""Letters that the name of a sheet, or of a file, may not have."""
_MOST_OF_A_NAME = 31
"""Letters of a sheet's name, as Excel has it."""


class Writing(Protocol):
    """A file that is being written, sheet after sheet. Calls block: run them in a thread."""

    def sheet(self, name: str, headings: Sequence[str]) -> None:
        """Begin a table. `name` is empty if it is the only one."""

    def add(self, page: Sequence[Row]) -> None:
        """Write some rows."""

    def end(self, marks: Marks) -> None:
        """Write the marks, and close the file."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None: ...


def begun(kind: spreadsheets.Kind, path: Path, name: str) -> Writing:
    """Begin a file at `path`. `name`, without an ending, is what the CSV in the ZIP is called."""
    return _Xlsx(path) if kind == "xlsx" else _Csv(path, name)


class _Csv:
    def __init__(self, path: Path, name: str) -> None:
        self._zip = zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED)
        self._name = name
        self._sheets = 0
        self._table: IO[bytes] | None = None

    def sheet(self, name: str, headings: Sequence[str]) -> None:
        self._close()
        self._sheets += 1
        own = f" {self._sheets} {_NOT_IN_NAMES.sub(' ', name)}" if name else ""
        self._table = self._zip.open(f"{self._name}{own}.csv", "w", force_zip64=True)
        self._table.write(spreadsheets.MARK + spreadsheets.csv_lines([headings]))

    def _close(self) -> None:
        if self._table is not None:
            self._table.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._close()
        self._zip.close()

    def add(self, page: Sequence[Row]) -> None:
        if self._table is None:
            raise TypeError("rows belong to a sheet")
        self._table.write(spreadsheets.csv_lines(page))

    def end(self, marks: Marks) -> None:
        self._close()
        self._zip.writestr(SOURCE_FILE, spreadsheets.MARK + spreadsheets.csv_lines(marks))


class _Xlsx:
    def __init__(self, path: Path) -> None:
        # With constant_memory each sheet goes to a file beside, row by row; without it all rows would be kept.
        self._book = xlsxwriter.Workbook(
            str(path),
            {
                "constant_memory": True,
                "tmpdir": str(path.parent),
                "strings_to_formulas": False,
                "strings_to_numbers": False,
                "strings_to_urls": False,
                "use_zip64": True,
            },
        )
        self._bold = self._book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self._day = self._book.add_format({"num_format": "dd/mm/yyyy", "align": "left"})
        self._moment = self._book.add_format({"num_format": "hh:mm dd/mm/yyyy", "align": "left"})
        self._whole = self._book.add_format({"num_format": "#,##0"})
        self._sheet: Any = None
        self._sheets = self._row = self._columns = 0
        self._closed = False

    def sheet(self, name: str, headings: Sequence[str]) -> None:
        self._filter()
        self._sheets += 1
        own = _NOT_IN_NAMES.sub(" ", f"{self._sheets} {name}").strip(" '")
        self._sheet = self._book.add_worksheet(own[:_MOST_OF_A_NAME].rstrip(" '"))
        self._row, self._columns = 0, len(headings)
        for column, heading in enumerate(headings):
            least, most = _WIDTHS
            self._sheet.set_column(column, column, min(most, max(least, len(heading) + 4)))
            self._text(self._sheet, 0, column, heading, self._bold)
        self._sheet.freeze_panes(1, 0)

    def _filter(self) -> None:
        if self._columns:
            self._sheet.autofilter(0, 0, max(1, self._row), self._columns - 1)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if not self._closed:
            self._book.close()

    def add(self, page: Sequence[Row]) -> None:
        for row in page:
            self._row += 1
            for column, cell in enumerate(row):
                self._cell(self._row, column, cell)

    def end(self, marks: Marks) -> None:
        self._filter()
        source = self._book.add_worksheet(SOURCE_SHEET)
        source.set_column(0, 0, 30)
        source.set_column(1, 1, 90)
        for place, (name, value) in enumerate(marks):
            self._text(source, place, 0, name, self._bold)
            self._text(source, place, 1, value)
        self._closed = True
        self._book.close()

    def _cell(self, row: int, column: int, cell: Cell) -> None:
        if cell is None or cell == "":
            return
        if isinstance(cell, datetime):
            local = cell.astimezone(local_time.SINCE_1975).replace(tzinfo=None, microsecond=0)
            self._sheet.write_datetime(row, column, local, self._moment)
        elif isinstance(cell, date):
            if cell.year < 1900:
                self._text(self._sheet, row, column, spreadsheets.text_of(cell))
            else:
                self._sheet.write_datetime(row, column, cell, self._day)
        elif isinstance(cell, Decimal):
            self._sheet.write_number(row, column, cell)
        elif isinstance(cell, int) and abs(cell) <= _MOST_EXACT:
            self._sheet.write_number(row, column, cell, self._whole)
        else:
            self._text(self._sheet, row, column, spreadsheets.text_of(cell))

    def _text(self, sheet: Any, row: int, column: int, said: str, how: Any = None) -> None:
        sheet.write_string(row, column, spreadsheets.printable(spreadsheets.text_of(said)), how)
