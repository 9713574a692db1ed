"""The rows of a stranger's large XLSX workbook: of its first visible sheet that holds something."""

import re
import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

from media import sheet_marks
from media.workbooks import Fault, cell, letter, shown, text

MOST_MARKS = 50_000
"""Cells without a value of their own, and merged ones: a list that has more was not made as a list."""
_TELLING = re.compile(rb"<(?:\w+:)?f[\s>/]|\st=[\"']e[\"']|\shidden=")
"""What a sheet says of a formula, an error or a hidden row. A sheet without any is not streamed a second time."""
_PIECE = 1 << 20


class Opened(NamedTuple):
    """A sheet, and its rows by number, as they are read."""

    sheet: str
    others: list[str]
    hidden: int
    rows: Iterator[tuple[int, list[Any], list[dict[str, Any]]]]
    """Number, cells from column A, and which of them have no value of their own."""


def opened(file: BinaryIO, most_columns: int) -> Opened:
    """Return the first visible sheet that holds something. Raises Fault, MemoryError and CalamineError."""
    from python_calamine import CalamineWorkbook

    with CalamineWorkbook.from_filelike(file) as book:
        about = book.sheets_metadata
        places = shown(about)
        for number in places:
            marks = _marks(file, number, most_columns)
            sheet = book.get_sheet_by_index(number)
            if sheet.start is None and not marks.cells:
                continue
            return Opened(
                text(about[number].name)[:100],
                [text(about[one].name)[:100] for one in places if one != number],
                len(marks.hidden),
                _rows(sheet, marks, most_columns),
            )
    raise Fault("empty")


def _rows(
    sheet: Any, marks: sheet_marks.Marks, most_columns: int
) -> Iterator[tuple[int, list[Any], list[dict[str, Any]]]]:
    by_row: dict[int, list[dict[str, Any]]] = {}
    for one in marks.cells:
        by_row.setdefault(one.row, []).append(one._asdict())
    merged = _merged(sheet, most_columns)
    left = sheet.start[1] if sheet.start is not None else 0
    number = 0
    for number, values in enumerate(sheet.iter_rows() if sheet.start is not None else (), 1):
        cells = [cell(one) for one in values]
        while cells and cells[-1] is None:
            cells.pop()
        spoilt = by_row.pop(number, None)
        if not cells and not spoilt:
            continue
        if left + len(cells) > most_columns:
            raise Fault("too_many_columns", number, left + len(cells))
        yield number, *_marked([None] * left + cells, (spoilt or []) + merged.get(number, []))
    for below in sorted(one for one in by_row if one > number):
        yield below, *_marked([], by_row[below])


def _marked(
    cells: list[Any], spoilt: list[dict[str, Any]]
) -> tuple[list[Any], list[dict[str, Any]]]:
    """Let cells without a value say what stands there."""
    for one in spoilt:
        cells += [None] * (one["column"] - len(cells))
        if one["why"] != "merged":
            cells[one["column"] - 1] = one["said"]
    return cells, spoilt


def _merged(sheet: Any, most_columns: int) -> dict[int, list[dict[str, Any]]]:
    """Return by row the cells that show another cell's value."""
    found: dict[int, list[dict[str, Any]]] = {}
    looked, last = 0, sheet.total_height
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        for row in range(top + 1, min(bottom + 1, last) + 1):
            for column in range(left + 1, min(right + 1, most_columns) + 1):
                looked += 1
                if looked > MOST_MARKS:
                    raise Fault("damaged")
                if (row, column) != (top + 1, left + 1):
                    said = f"{letter(left)}{top + 1}"
                    one = {"row": row, "column": column, "why": "merged", "said": said}
                    found.setdefault(row, []).append(one)
    return found


def _marks(file: BinaryIO, number: int, most_columns: int) -> sheet_marks.Marks:
    try:
        file.seek(0)
        with zipfile.ZipFile(file) as book:
            if not _tells(book, number):
                return sheet_marks.Marks([], set())
            return sheet_marks.of_sheet(book, number, MOST_MARKS, most_columns)
    except (sheet_marks.Odd, zipfile.BadZipFile):
        raise Fault("damaged") from None


def _tells(book: zipfile.ZipFile, number: int) -> bool:
    """Tell whether a sheet says anything that its values leave out; looked for in its bytes, which takes a moment."""
    with book.open(sheet_marks.part_of(book, number)) as part:
        before = b""
        while piece := part.read(_PIECE):
            if b"<!DOCTYPE" in before + piece or _TELLING.search(before + piece):
                return True
            before = piece[-64:]
    return False
