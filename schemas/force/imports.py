"""Importing officers from a file: what can happen to an import, what a row says, and what its pages show.

A file is read first, and nobody of it is registered. Once its uploader confirms, rows come in portions: each thing that
a row says becomes the act that an administrator makes by hand, or an ask where a second person must confirm it. One act
of the import says of each portion which rows came and the SHA-256 of what became of them (docs/decisions/0112).
"""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from msgspec import Meta

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
from schemas.core.vocabulary import Role
from schemas.force.acts import CardNumber, Language, Name, OfficerNumber, Username
from schemas.force.rank_acts import RankCode


class PeopleImportAct(StrEnum):
    """Everything that can happen to an import of officers once it is confirmed."""

    BEGUN = "people_import.begun"
    PORTION_BROUGHT = "people_import.portion_brought"
    PAUSED = "people_import.paused"
    RESUMED = "people_import.resumed"
    FINISHED = "people_import.finished"
    GIVEN_UP = "people_import.given_up"


class PersonOutcome(StrEnum):
    """What a row of the file is: the first two before it comes, the others afterwards."""

    GOOD = "good"
    BAD = "bad"
    CAME = "came"
    """The officer is registered, with all that the row says."""
    WAITS = "waits"
    """The officer is registered; something waits for a second person, or for the decision's scan."""
    PARTLY = "partly"
    """The officer is registered; something that the row says was refused meanwhile."""
    REFUSED = "refused"
    """The officer is not registered: it was good when the file was read, and was refused when it should come."""


class StepOutcome(StrEnum):
    """What became of one thing that a row says."""

    DONE = "done"
    ASKED = "asked"
    """A second person confirms it first."""
    NO_SCAN = "no_scan"
    """It needs a second person, who needs the scan of the decision, and none was attached."""
    REFUSED = "refused"


class PeopleImportBegun(Wire):
    """Somebody confirmed what was read of a file."""

    unit_id: UUID
    """The unit of the administrator who uploaded it: its officers and those of units below may come."""
    file_name: FileName
    file_sha256: Sha256
    file_bytes: FileBytes
    rows: Count
    good: Count
    bad: Count
    all_or_none: bool
    """No row should come while one is bad; so none is."""


class PeoplePortionBrought(Wire):
    """These rows of the file are dealt with now.

    `sha256` is of the lines of the portion (`BroughtPerson`), each as RFC 8785 with a line feed behind.
    """

    number: PortionNumber
    first_row: SheetRow
    last_row: SheetRow
    came: Count
    waits: Count
    partly: Count
    refused: Count
    sha256: Sha256


class PeopleImportFinished(Wire):
    """All rows were dealt with."""

    portions: Count
    came: Count
    waits: Count
    partly: Count
    refused: Count


PEOPLE_IMPORT_CONTENTS: dict[str, type[Wire]] = {
    PeopleImportAct.BEGUN: PeopleImportBegun,
    PeopleImportAct.PORTION_BROUGHT: PeoplePortionBrought,
    PeopleImportAct.PAUSED: ImportPaused,
    PeopleImportAct.RESUMED: ImportResumed,
    PeopleImportAct.FINISHED: PeopleImportFinished,
    PeopleImportAct.GIVEN_UP: ImportGivenUp,
}
"""Contents by type, for schemas.ledger.acts.CONTENTS."""


class PersonsPosition(Wire):
    """A position of a row. `asked`: a second person confirms it."""

    title_vi: Name
    valid_from: date
    number: Annotated[str, Meta(max_length=60)] = ""
    decided_on: date | None = None
    asked: bool = False


class PersonsCard(Wire):
    """An inspection card of a row."""

    number: CardNumber
    issued_on: date
    expires_on: date


class PersonsRank(Wire):
    """A rank of a row: one administrator enters it, by its decision."""

    code: RankCode
    valid_from: date
    number: Annotated[str, Meta(min_length=1, max_length=60)]
    decided_on: date


class PersonDetails(Wire):
    """What a good row says of an officer."""

    username: Username
    username_made: bool
    """It was made from the name, by the rule that the upload's page shows."""
    full_name: Name
    officer_number: OfficerNumber | None
    unit_id: UUID
    language: Language
    roles: list[Role]
    reason: Annotated[str, Meta(max_length=2000)] = ""
    """Why this is another officer than one of the same name."""
    position: PersonsPosition | None = None
    card: PersonsCard | None = None
    rank: PersonsRank | None = None


class BroughtStep(Wire):
    """What became of one thing that a row says. `subject` is the ask, the position, the rank or the card."""

    act_type: str
    outcome: StepOutcome
    subject: UUID | None = None
    why: Text | None = None


class BroughtPerson(Wire):
    """What one row of a portion did, as it is hashed and kept. Old lines must decode for ever."""

    row: SheetRow
    outcome: PersonOutcome
    officer_id: UUID
    username: str
    steps: list[BroughtStep]


class PeopleImportRow(Wire):
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
    bad: int
    begun_at: datetime | None
    portions: int
    came: int
    waits: int
    partly: int
    refused: int
    busy_ms: int
    """How long its portions took together."""
    ended_at: datetime | None
    kept: bool
    """Cells of rows that cannot come are still here, so that the file of errors can be made."""


class Decision(Wire):
    """A decision on which positions of a file rest, and whether its scan is attached."""

    number: str
    decided_on: date
    rows: int
    scan_id: UUID | None = None
