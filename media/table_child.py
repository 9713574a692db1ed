"""The child that reads a stranger's large table, XLSX or CSV: `python -m media.table_child`, a file as standard input.

The file is open for reading and can be sought; the child reads of it what it needs, and writes lines of JSON to
standard output (`media.tables`): a head, portions of rows, and an end or a fault. A portion is written before the next
is made, so a slow reader holds the child back, and neither side ever holds the whole list as objects. (A
workbook's sheet is laid out in the child's memory by its reader; that is what most of the memory is for.)

Nothing of the file is run or fetched; limits and filter as in media/sheet_child.py.
"""

import sys
from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from media import fence, table_csv, table_xlsx, workbooks
from media.workbooks import Fault

MEMORY_BYTES = 1024 * 1024 * 1024
"""Of address space. A workbook of 200,000 rows of 25 full columns (125 MB as text) took 600 MB."""
CPU_SECONDS = 90
"""The same workbook took nine seconds, and if formulas, errors or hidden rows have it read twice, some thirty."""
MOST_BYTES = 160_000_000
"""Of the file as it was sent: 200,000 rows of 25 columns as CSV, with room."""
MOST_UNPACKED = 1024 * 1024 * 1024
"""Of all parts of a workbook together, as the archive's table of contents declares them. The reader streams a sheet."""
MOST_ROWS = 200_000
"""Of the list itself, below its headings."""
MOST_ABOVE = 30
MOST_COLUMNS = 60
MOST_LETTERS = 4_000
"""Of one cell."""
MOST_SAID = 160_000_000
"""Letters of all cells together. A text that a workbook holds once may be said by every cell."""
PORTION_ROWS = 500
PORTION_LETTERS = 500_000
"""A portion ends with the row that reaches either."""
_ENCODE = msgspec.json.Encoder().encode


def frames(file: BinaryIO) -> Iterator[dict[str, Any]]:
    """Yield head, portions and end of the table. Raises Fault, MemoryError and CalamineError."""
    file.seek(0)
    began = file.read(4)
    file.seek(0)
    if not began:
        raise Fault("empty")
    if began.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        workbooks.measure(file, MOST_UNPACKED)
        file.seek(0)
        book = table_xlsx.opened(file, MOST_COLUMNS)
        yield {
            "is": "head",
            "kind": "xlsx",
            "sheet": book.sheet,
            "others": book.others,
            "hidden": book.hidden,
        }
        yield from _portions(book.rows)
    else:
        dialect = table_csv.dialect_of(file)
        yield {
            "is": "head",
            "kind": "csv",
            "encoding": dialect.encoding,
            "separator": dialect.separator,
        }
        yield from _portions(_csv_rows(file, dialect))


def _csv_rows(
    file: BinaryIO, dialect: table_csv.Dialect
) -> Iterator[tuple[int, list[Any], list[dict[str, Any]]]]:
    for number, said in table_csv.records(file, dialect, MOST_LETTERS):
        while said and not said[-1]:
            said.pop()
        if not said:
            continue
        if len(said) > MOST_COLUMNS:
            raise Fault("too_many_columns", number, len(said))
        yield number, [one or None for one in said], []


def _portions(
    rows: Iterator[tuple[int, list[Any], list[dict[str, Any]]]],
) -> Iterator[dict[str, Any]]:
    kept: list[dict[str, Any]] = []
    spoilt: list[dict[str, Any]] = []
    count = said = 0
    within = 0
    for number, cells, marks in rows:
        count += 1
        if count > MOST_ROWS + MOST_ABOVE:
            raise Fault("too_many_rows", number)
        for place, one in enumerate(cells, 1):
            if isinstance(one, str):
                if len(one) > MOST_LETTERS:
                    raise Fault("cell_too_long", number, place)
                within += len(one)
        kept.append({"number": number, "cells": cells})
        spoilt += marks
        if len(kept) >= PORTION_ROWS or within >= PORTION_LETTERS:
            said += within
            if said > MOST_SAID:
                raise Fault("too_big", number)
            yield {"is": "rows", "rows": kept, "spoilt": spoilt}
            kept, spoilt, within = [], [], 0
    if not count:
        raise Fault("empty")
    if kept:
        yield {"is": "rows", "rows": kept, "spoilt": spoilt}
    yield {"is": "end", "rows": count}


def main() -> int:
    """Do one job."""
    workbooks.limit(MEMORY_BYTES, CPU_SECONDS)
    import python_calamine  # noqa: F401  # loaded before the filter is set

    for name in ("utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "cp1258"):
        b"".decode(name)  # codecs are modules: loaded before the filter is set
    fence.close()
    file, out = open(0, "rb", closefd=False), sys.stdout.buffer  # noqa: SIM115 - lives as long as the process

    def write(told: dict[str, Any]) -> None:
        out.write(_ENCODE(told) + b"\n")
        out.flush()

    try:
        for one in frames(file):
            write(one)
    except Fault as fault:
        write({"is": "fault"} | fault.told)
    except MemoryError:
        write({"is": "fault", "fault": "too_big"})
    except BrokenPipeError:
        return 1  # nobody reads on
    except Exception:  # whatever a stranger's file makes the reader raise: it is not printed
        write({"is": "fault", "fault": "damaged"})
    return 0


if __name__ == "__main__":
    sys.exit(main())
