"""What imports of lists from files share, whatever becomes of the rows: states, how a file was read, pause and end."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from schemas.core.base import Wire
from schemas.core.sheets import CellFault

Sha256 = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
Count = Annotated[int, Meta(ge=0, le=1_000_000)]
SheetRow = Annotated[int, Meta(ge=1, le=2_000_000)]
PortionNumber = Annotated[int, Meta(ge=1, le=1_000_000)]
FileName = Annotated[str, Meta(max_length=200)]
FileBytes = Annotated[int, Meta(ge=1, le=1_000_000_000)]
Reason = Annotated[str, Meta(min_length=3, max_length=2000)]


class ImportState(StrEnum):
    """Where an import stands. Until `running` no act speaks of it."""

    READING = "reading"
    """A worker reads and judges the file."""
    UNREAD = "unread"
    """The file cannot be read; the reason stands beside."""
    READ = "read"
    """It waits for the confirmation of who uploaded it."""
    DISCARDED = "discarded"
    """Nobody confirmed it for a day, or who uploaded it took another file."""
    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"
    GIVEN_UP = "given_up"
    """What came stays, the rest does not come."""


class ImportPaused(Wire):
    """No more portions come until somebody resumes it."""

    reason: Annotated[str, Meta(max_length=2000)] = ""


class ImportResumed(Wire):
    """Portions come again."""


class ImportGivenUp(Wire):
    """The rows that did not come will not."""

    reason: Reason


class ReadFile(Wire):
    """How a file was read."""

    kind: str
    sheet: str
    others: list[str]
    """Other visible sheets, of which nothing is read."""
    hidden: int
    encoding: str
    separator: str
    columns: dict[str, int]
    """Place, from 0, of each column that was recognised."""
    headings: list[str]
    """The row of headings as it stands."""
    unknown: list[str]
    twice: list[str]
    passed: int | None
    """The row that only numbers the columns."""


class BadRow(Wire):
    """A row that cannot come, or did not."""

    row: int
    faults: list[CellFault]


class AlreadyImported(Wire):
    """The same file, by its SHA-256, was imported in this department."""

    id: UUID
    at: datetime
    by_name: str
