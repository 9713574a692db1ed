"""Importing parties from a file: what can happen to an import, and what its pages show.

A file is read first, and nothing of it is in the register. Once somebody confirms, its rows come in portions, and one
act says of each portion which rows came and the SHA-256 of what they said (docs/decisions/0105).
"""

from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from schemas.core.base import Wire
from schemas.core.problems import Text
from schemas.core.sheets import CellFault
from schemas.parties.acts import PartyDetails

Sha256 = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
Count = Annotated[int, Meta(ge=0, le=1_000_000)]
SheetRow = Annotated[int, Meta(ge=1, le=2_000_000)]
Reason = Annotated[str, Meta(min_length=3, max_length=2000)]


class ImportAct(StrEnum):
    """Everything that can happen to an import once it is confirmed."""

    BEGUN = "party_import.begun"
    PORTION_BROUGHT = "party_import.portion_brought"
    PAUSED = "party_import.paused"
    RESUMED = "party_import.resumed"
    FINISHED = "party_import.finished"
    GIVEN_UP = "party_import.given_up"


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


class OnKnown(StrEnum):
    """What happens to a row whose party is in the register already."""

    SKIP = "skip"
    CORRECT = "correct"
    """Cells that say something take the place of what the register says; empty cells change nothing."""


class RowOutcome(StrEnum):
    """What a row of the file is, before it comes in."""

    GOOD = "good"
    KNOWN = "known"
    BAD = "bad"
    LATE = "late"
    """It was good when the file was read, and its party is in the register now, or the register refused it."""


class RowDeed(StrEnum):
    """What became of a row of a portion."""

    REGISTERED = "registered"
    CORRECTED = "corrected"
    SKIPPED = "skipped"


class ImportBegun(Wire):
    """Somebody confirmed what was read of a file."""

    unit_id: UUID
    """Whose register."""
    file_name: Annotated[str, Meta(max_length=200)]
    file_sha256: Sha256
    file_bytes: Annotated[int, Meta(ge=1, le=1_000_000_000)]
    rows: Count
    good: Count
    known: Count
    bad: Count
    on_known: OnKnown
    all_or_none: bool
    """No row should come while one is bad; so none is."""


class PortionBrought(Wire):
    """These rows of the file are in the register now.

    `sha256` is of the lines of the portion (`ImportedLine`), each as RFC 8785 with a line feed behind.
    """

    number: Annotated[int, Meta(ge=1, le=1_000_000)]
    first_row: SheetRow
    last_row: SheetRow
    registered: Count
    corrected: Count
    skipped: Count
    sha256: Sha256


class ImportPaused(Wire):
    """No more portions come until somebody resumes it."""

    reason: Annotated[str, Meta(max_length=2000)] = ""


class ImportResumed(Wire):
    """Portions come again."""


class ImportFinished(Wire):
    """All rows came, or were skipped."""

    portions: Count
    registered: Count
    corrected: Count
    skipped: Count


class ImportGivenUp(Wire):
    """The rows that did not come will not."""

    reason: Reason


IMPORT_CONTENTS: dict[str, type[Wire]] = {
    ImportAct.BEGUN: ImportBegun,
    ImportAct.PORTION_BROUGHT: PortionBrought,
    ImportAct.PAUSED: ImportPaused,
    ImportAct.RESUMED: ImportResumed,
    ImportAct.FINISHED: ImportFinished,
    ImportAct.GIVEN_UP: ImportGivenUp,
}
"""Contents by type, for schemas.ledger.acts.CONTENTS."""


class ImportedLine(Wire):
    """What one row of a portion did, as it is hashed and kept. Old lines must decode for ever."""

    row: SheetRow
    deed: RowDeed
    party_id: UUID
    party: PartyDetails | None = None
    """Of a party that was registered: what the register was told. A correction is an act of its own."""


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


class ImportRow(Wire):
    """An import as its pages show it. Times are UTC."""

    id: UUID
    state: ImportState
    unit_id: UUID
    unit_name: Text
    file_name: str
    file_sha256: str
    file_bytes: int
    uploaded_at: datetime
    uploaded_by: UUID
    uploaded_by_name: str
    read: ReadFile | None
    problem: Text | None
    """Why the file was not read, or why the system paused it."""
    rows: int
    """Read so far; of an import that is read, all of them."""
    good: int
    known: int
    bad: int
    late: int
    on_known: OnKnown | None
    begun_at: datetime | None
    portions: int
    registered: int
    corrected: int
    skipped: int
    busy_ms: int
    """How long its portions took together."""
    ended_at: datetime | None
    kept: bool
    """Its rows are still here, so that the file of errors can be made."""


class ImportedParty(Wire):
    """A row that would come in."""

    row: int
    party: PartyDetails


class BadRow(Wire):
    """A row that cannot come, or did not."""

    row: int
    faults: list[CellFault]


class ShownPortion(Wire):
    """A portion that is in the register."""

    number: int
    first_row: int
    last_row: int
    registered: int
    corrected: int
    skipped: int
    sha256: str
    at: datetime


class AlreadyImported(Wire):
    """The same file, by its SHA-256, was imported in this department."""

    id: UUID
    at: datetime
    by_name: str
