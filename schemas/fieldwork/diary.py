"""The work diary (Sổ nhật ký công tác, NK): its lines, and the acts by which they are confirmed and noted on.

Circular 22/2021/TT-BCT M12 names the columns, Circular 27/2020/TT-BCT Art 14.2 what is entered before the
team goes out. A line is written by the act that it tells of, and has that act's id.
"""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from msgspec import field

from schemas.core.base import Wire
from schemas.core.problems import Text
from schemas.fieldwork.remarks import Reason, Sha256

MOST_AT_ONCE = 50
"""Lines that are confirmed in one step: more than a page shows."""


class DiaryAct(StrEnum):
    """What can happen to a line. Its record has the id of the act that wrote it."""

    DIARY_CONFIRMED = "diary.confirmed"
    DIARY_NOTED = "diary.noted"


class DiaryConfirmed(Wire):
    """The leader of the unit confirms a line as it stands."""

    line: Sha256
    """Of the line, as the leader saw it."""


class DiaryNoted(Wire):
    """A note beside a line, which corrects or completes it. The line itself stays."""

    note: Reason


DIARY_CONTENTS: dict[str, type[Wire]] = {
    DiaryAct.DIARY_CONFIRMED: DiaryConfirmed,
    DiaryAct.DIARY_NOTED: DiaryNoted,
}
"""Contents by type, for schemas.ledger.acts.CONTENTS."""


class DiaryLine(Wire, kw_only=True):
    """What a line says, in the columns of M12; in Vietnamese, as the form prints it."""

    entered_on: date
    assigned_by: str
    """Number and day of the paper that assigned the work."""
    signer: str
    """Who signed it, with the position."""
    content: str
    subject: str
    place: str
    time: str
    members: list[str]
    """The team with officer numbers (Circular 27/2020 Art 14.2); empty if the line names no team."""
    result: str = ""


class DiaryNote(Wire):
    """One note beside a line. Times are UTC."""

    text: str
    by: str
    at: datetime


class DiaryRow(Wire, kw_only=True):
    """A line as the page lists it."""

    id: UUID
    record_kind: str
    record_id: UUID
    unit: Text
    at: datetime
    line: DiaryLine
    line_hash: str
    confirmed_by_name: str | None
    confirmed_at: datetime | None
    notes: list[DiaryNote] = field(default_factory=list)
    may_confirm: bool
    own_unit: bool
    """It is of the reader's own unit: lines of units below are for their leaders first."""
    may_note: bool


class DiaryPage(Wire):
    """A page of the diary, and how many of its lines wait for the reader's confirmation."""

    rows: list[DiaryRow]
    waiting: int
    next: str | None
