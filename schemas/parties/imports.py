"""Importing parties from a file: what can happen to an import, and what its pages show.

A file is read first, and nothing of it is in the register. Once somebody confirms, its rows come in portions, and one
act says of each portion which rows came and the SHA-256 of what they said (docs/decisions/0105).
"""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from schemas.core.base import Wire
from schemas.core.imports import (
    Count,
    FileBytes,
    FileName,
    ImportGivenUp,
    ImportPaused,
    ImportResumed,
    ImportState,
    PortionNumber,
    ReadFile,
    Sha256,
    SheetRow,
)
from schemas.core.problems import Text
from schemas.parties.acts import PartyDetails


class ImportAct(StrEnum):
    """Everything that can happen to an import once it is confirmed."""

    BEGUN = "party_import.begun"
    PORTION_BROUGHT = "party_import.portion_brought"
    PAUSED = "party_import.paused"
    RESUMED = "party_import.resumed"
    FINISHED = "party_import.finished"
    GIVEN_UP = "party_import.given_up"


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
    file_name: FileName
    file_sha256: Sha256
    file_bytes: FileBytes
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

    number: PortionNumber
    first_row: SheetRow
    last_row: SheetRow
    registered: Count
    corrected: Count
    skipped: Count
    sha256: Sha256


class ImportFinished(Wire):
    """All rows came, or were skipped."""

    portions: Count
    registered: Count
    corrected: Count
    skipped: Count


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
