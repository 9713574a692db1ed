"""The rows of an XLSX workbook that nobody trusts, read by the child of media/sheet_child.py."""

import asyncio
from datetime import date
from typing import Literal

import msgspec

from media import children
from media.sheet_child import MOST_BYTES

WALL_SECONDS = 60.0
"""How long the child may take. Its real limit is processor time, which it sets itself."""
AT_ONCE = 2
"""Children of one process: each may take the memory that its limit says."""
_TURN = asyncio.Semaphore(AT_ONCE)

FaultCode = Literal[
    "not_xlsx",
    "damaged",
    "encrypted",
    "macros",
    "too_big",
    "too_many_sheets",
    "too_many_rows",
    "too_many_columns",
    "cell_too_long",
    "empty",
    "stopped",
]
"""Why a file is not read. too_big: the file, or what it unpacks to. stopped: a limit of memory, processor time or the
clock ended the child."""


class Day(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A cell that its writer's program keeps as a day."""

    day: date


Cell = str | int | Day | None


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One row that holds something, by its number in the sheet (from 1). Cells begin with column A."""

    number: int
    cells: list[Cell]


class Spoilt(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A cell that has no value of its own. Row and column from 1."""

    row: int
    column: int
    why: Literal["error", "no_value", "merged"]
    """An error such as #REF!; a formula that no program calculated; a cell merged into another."""
    said: str
    """The error, the formula, or the cell whose value is shown there."""


class Sheet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The first visible sheet that holds something."""

    sheet: str
    rows: list[Row]
    spoilt: list[Spoilt] = []
    hidden: list[int] = []
    """Numbers of rows that its writer's program does not show, because of a filter for instance."""
    others: list[str] = []
    """Names of the other visible sheets, of which nothing is read."""


class SheetFault(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Why nothing was read, and where in the sheet (from 1) if that is known."""

    fault: FaultCode
    row: int | None = None
    column: int | None = None


async def read(data: bytes) -> Sheet | SheetFault:
    """Read the workbook. Never raises because of what is in the file."""
    if len(data) > MOST_BYTES:
        return SheetFault("too_big")
    async with _TURN:
        told = await children.answer("media.sheet_child", data, WALL_SECONDS)
    if told is None:
        return SheetFault("stopped")
    try:
        if b'"fault"' in told[:9]:
            return msgspec.json.decode(told, type=SheetFault)
        return msgspec.json.decode(told, type=Sheet)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return SheetFault("damaged")
