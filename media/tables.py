"""The rows of a large table that nobody trusts, XLSX or CSV, as the child of media/table_child.py reads them.

    async with tables.opened(file) as table:      # a real file, open for reading
        async for portion in table.portions(): ...   # raises Unread
        table.head

Portions come as they are asked for: memory here is one portion, whatever the file holds.
"""

import asyncio
import contextlib
import sys
from collections.abc import AsyncIterator
from typing import BinaryIO, Literal

import msgspec

from media.images import THRIFT
from media.sheets import Row, Spoilt

FRAME_SECONDS = 120.0
"""How long the child may think about one portion. Its real limit is processor time, which it sets itself. A workbook's
first portion waits until its whole sheet is laid out."""
_LINE = 8 * 1024 * 1024
"""Bytes of a portion at most: its letters, of up to four bytes and escaped, and what stands around them."""

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
    "line_too_long",
    "quote_open",
    "quotes",
    "encoding",
    "empty",
    "stopped",
]
"""Why a file is not read. quote_open: a quotation mark that nothing closes, as where a file was cut. encoding: none
that is known. stopped: a limit of memory, processor time or the clock ended the child."""


class Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="is", tag="head"):
    """What is known of a table before its first row."""

    kind: Literal["xlsx", "csv"]
    sheet: str = ""
    others: list[str] = []
    """Names of the other visible sheets, of which nothing is read."""
    hidden: int = 0
    """Rows that the writer's program does not show."""
    encoding: str = ""
    separator: str = ""


class Portion(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="is", tag="rows"):
    """Some rows, in the order of the sheet, and which of their cells have no value of their own."""

    rows: list[Row]
    spoilt: list[Spoilt] = []


class End(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="is", tag="end"):
    """All rows were read."""

    rows: int


class Fault(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="is", tag="fault"):
    """Why reading ended, and where in the sheet (from 1) if that is known."""

    fault: FaultCode
    row: int | None = None
    column: int | None = None


class Unread(Exception):
    """The table is not read to its end. Rows that came before are worth nothing."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(fault.fault)


_DECODER: msgspec.json.Decoder[Head | Portion | End | Fault] = msgspec.json.Decoder(
    Head | Portion | End | Fault
)


class Table:
    """A table while it is read."""

    def __init__(self, child: asyncio.subprocess.Process) -> None:
        self._child = child
        self.head = Head("csv")
        """Of the table; known once its first portion is here."""

    async def portions(self) -> AsyncIterator[Portion]:
        """Yield the rows. Raises Unread, also after rows came: never because of anything but the file."""
        while True:
            told = await self._next()
            if isinstance(told, Head):
                self.head = told
            elif isinstance(told, Portion):
                yield told
            elif isinstance(told, Fault):
                raise Unread(told)
            else:
                return

    async def _next(self) -> Head | Portion | End | Fault:
        out = self._child.stdout
        if out is None:
            raise TypeError("the child writes to a pipe")
        try:
            async with asyncio.timeout(FRAME_SECONDS):
                line = await out.readline()
        except (TimeoutError, ValueError):
            return Fault("stopped")
        if not line.endswith(b"\n"):
            return Fault("stopped")
        try:
            return _DECODER.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError):
            return Fault("damaged")


@contextlib.asynccontextmanager
async def opened(file: BinaryIO) -> AsyncIterator[Table]:
    """Read a file by a child of its own, which ends with this block."""
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "media.table_child"),
        stdin=file,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        limit=_LINE,
        env=THRIFT | {"PYTHONPATH": ":".join(sys.path), "PYTHONDONTWRITEBYTECODE": "1"},
    )
    try:
        yield Table(child)
    finally:
        with contextlib.suppress(ProcessLookupError):
            child.kill()
        await child.wait()
