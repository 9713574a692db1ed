"""Reads an uploaded workbook to rows of texts and days."""

from datetime import date

import msgspec

from backend.core import typed_text
from backend.core.sheet_reading.streaming import plain
from backend.core.sheets.cells import Spoilt
from backend.planning.importing.errors import WorkbookUnreadable
from media import sheets
from media.sheet_child import MOST_BYTES as MOST_BYTES
from media.sheets import Sheet, SheetFault

__all__ = ["MOST_BYTES", "Sheet", "cells", "read", "spoilt"]


async def read(data: bytes) -> Sheet:
    """Return the first visible sheet that holds something. Raises WorkbookUnreadable with the reason."""
    found = await sheets.read(data)
    if isinstance(found, SheetFault):
        raise WorkbookUnreadable(found)
    return msgspec.structs.replace(
        found,
        sheet=typed_text.clean(found.sheet),
        others=[typed_text.clean(one) for one in found.others],
    )


def spoilt(sheet: Sheet) -> dict[tuple[int, int], Spoilt]:
    """Return the cells that have no value of their own, by the row's number and the column from 0."""
    return {
        (one.row, one.column - 1): Spoilt(one.why, typed_text.clean(one.said))
        for one in sheet.spoilt
    }


def cells(sheet: Sheet, most: int | None = None) -> list[tuple[int, list[str | date]]]:
    """Return the rows, or the first `most`, by their numbers; numbers of the sheet become the text that they show.

    Texts are cleaned as those typed into a form: what nobody sees, such as a mark that turns the direction of a text or
    a space without width, would make two names of one, and a line read otherwise than it is.
    """
    return [(row.number, [plain(one) for one in row.cells]) for row in sheet.rows[:most]]
