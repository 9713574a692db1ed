"""The child that reads a stranger's XLSX workbook: `python -m media.sheet_child`, file on standard input.

It writes one JSON object to standard output (`media.sheets.Sheet`, or `{"fault": …}`): the rows of
the first visible sheet that has any, as texts, numbers and days. Nothing of the file is run: of a
formula the child takes the value that the program of its writer saved. A cell that has no value of
its own is named apart: an error (`#REF!`), a formula that nobody calculated, a cell that is merged
into another. Nothing is fetched.

A small file can hold a sheet of gigabytes: DEFLATE makes a thousand from one (RFC 1951), and the
reader lays a sheet out as the whole rectangle between its outermost cells. So the child measures
the archive's own table of contents first, and runs with limits on memory and processor time behind
the filter of system calls. Whatever goes over them ends the child, and the reader says so.
"""

import io
import json
import sys
import zipfile
from typing import Any

from media import fence, sheet_marks, workbooks
from media.workbooks import Fault, cell, letter, text

MEMORY_BYTES = 320 * 1024 * 1024
CPU_SECONDS = 15
"""A sheet of 2,000 rows of 20 columns takes half a second."""
MOST_BYTES = 8_000_000
"""Of the file as it was sent."""
MOST_UNPACKED = 96 * 1024 * 1024
"""Of all parts together, as the archive's table of contents declares them."""
MOST_ROWS = 2_030
"""Rows that hold something: the 2,000 items of a plan, and the headings with what stands above them."""
MOST_COLUMNS = 60
MOST_LETTERS = 4_000
"""Of one cell."""
MOST_SAID = 4_000_000
"""Letters of all cells together: 2,000 for each row. A text that is written once may be said by every cell."""


def measure(data: bytes) -> None:
    """Return if the file is a workbook whose parts may be unpacked. Raises Fault."""
    workbooks.measure(io.BytesIO(data), MOST_UNPACKED)


def rows_of(data: bytes) -> dict[str, Any]:
    """Return the first visible sheet that holds something. Raises Fault, MemoryError and CalamineError."""
    from python_calamine import CalamineWorkbook

    with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
        sheets = book.sheets_metadata
        shown = workbooks.shown(sheets)
        for number in shown:
            sheet = book.get_sheet_by_index(number)
            rows = _rows(sheet)
            marks = _marks(data, number)
            for mark in marks.cells:
                _put(rows, mark)
            if rows:
                return {
                    "sheet": text(sheets[number].name)[:100],
                    "rows": [{"number": one, "cells": rows[one]} for one in sorted(rows)],
                    "spoilt": [one._asdict() for one in marks.cells] + _merged(sheet, rows),
                    "hidden": sorted(marks.hidden & rows.keys()),
                    "others": [text(sheets[one].name)[:100] for one in shown if one != number],
                }
    raise Fault("empty")


def _rows(sheet: Any) -> dict[int, list[Any]]:
    if sheet.start is None:
        return {}
    left = sheet.start[
        1
    ]  # iter_rows() begins with the sheet's first row, but with the first column in use
    found: dict[int, list[Any]] = {}
    letters = 0
    for number, cells in enumerate(sheet.iter_rows(), 1):
        said = [cell(one) for one in cells]
        while said and said[-1] is None:
            said.pop()
        if not said:
            continue
        if len(found) >= MOST_ROWS:
            raise Fault("too_many_rows", number)
        if left + len(said) > MOST_COLUMNS:
            raise Fault("too_many_columns", number, left + len(said))
        for place, one in enumerate(said, left + 1):
            if isinstance(one, str) and len(one) > MOST_LETTERS:
                raise Fault("cell_too_long", number, place)
            letters += len(one) if isinstance(one, str) else 0
        if letters > MOST_SAID:
            raise Fault("too_big", number)
        found[number] = [None] * left + said
    return found


def _marks(data: bytes, number: int) -> sheet_marks.Marks:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            return sheet_marks.of_sheet(book, number, MOST_ROWS * MOST_COLUMNS, MOST_COLUMNS)
    except (sheet_marks.Odd, zipfile.BadZipFile):
        raise Fault("damaged") from None


def _put(rows: dict[int, list[Any]], mark: sheet_marks.Mark) -> None:
    """Let the cell say what stands there, so that its row is not taken for an empty one."""
    cells = rows.get(mark.row)
    if cells is None:
        if len(rows) >= MOST_ROWS:
            raise Fault("too_many_rows", mark.row)
        cells = rows[mark.row] = []
    cells += [None] * (mark.column - len(cells))
    cells[mark.column - 1] = mark.said


def _merged(sheet: Any, rows: dict[int, list[Any]]) -> list[dict[str, Any]]:
    """Return the cells of these rows that show another cell's value."""
    found: dict[tuple[int, int], dict[str, Any]] = {}
    looked = 0
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        for row in range(top + 1, min(bottom + 1, max(rows)) + 1):
            for column in range(left + 1, min(right + 1, MOST_COLUMNS) + 1):
                looked += 1
                if looked > MOST_ROWS * MOST_COLUMNS * 2:  # ranges of an honest sheet never overlap
                    raise Fault("damaged")
                if row in rows and (row, column) != (top + 1, left + 1):
                    shown = f"{letter(left)}{top + 1}"
                    found[row, column] = {
                        "row": row,
                        "column": column,
                        "why": "merged",
                        "said": shown,
                    }
    return list(found.values())


def main() -> int:
    """Do one job."""
    workbooks.limit(MEMORY_BYTES, CPU_SECONDS)
    import python_calamine  # noqa: F401  # loaded before the filter is set

    data = sys.stdin.buffer.read(MOST_BYTES + 1)
    fence.close()
    try:
        if len(data) > MOST_BYTES:
            raise Fault("too_big")
        measure(data)
        told = rows_of(data)
    except Fault as fault:
        told = fault.told
    except MemoryError:
        told = Fault("too_big").told
    except Exception:  # whatever a stranger's file makes the reader raise: it is not printed
        told = Fault("damaged").told
    sys.stdout.buffer.write(json.dumps(told, ensure_ascii=False).encode("utf-8", "replace"))
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
