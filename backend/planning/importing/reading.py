"""Reads an uploaded workbook to rows of texts and days."""

from datetime import date

from backend.planning.importing.errors import WorkbookUnreadable
from media import sheets
from media.sheet_child import MOST_BYTES as MOST_BYTES
from media.sheets import Cell, Day, Sheet, SheetFault

__all__ = ["MOST_BYTES", "Sheet", "cells", "read"]


async def read(data: bytes) -> Sheet:
    """Return the first visible sheet that holds something. Raises WorkbookUnreadable with the reason."""
    found = await sheets.read(data)
    if isinstance(found, SheetFault):
        raise WorkbookUnreadable(found)
    return found


def cells(sheet: Sheet) -> list[tuple[int, list[str | date]]]:
    """Return the rows by their numbers; numbers of the sheet become the text that they show."""
    return [(row.number, [_plain(one) for one in row.cells]) for row in sheet.rows]


def _plain(cell: Cell) -> str | date:
    if isinstance(cell, Day):
        return cell.day
    return "" if cell is None else str(cell)
