"""A report as rules read it."""

from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.core.actors import Owned
from schemas.insight.reports import FilledTable, Taken
from schemas.insight.words import ReportState
from schemas.law.periods import PeriodKind

OPEN = frozenset({ReportState.DRAFT, ReportState.READY, ReportState.APPROVED})
"""In work: of a definition, a unit and a period there is one at a time."""
IN_FORCE = frozenset({ReportState.SENT_UP, ReportState.ISSUED})
"""What the unit above has. What changes it is another report, that replaces it."""
CLOSED = OPEN - {ReportState.DRAFT} | IN_FORCE
"""What it says is seen or decided on by others: it does not change."""


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """A value that a person states. Its row is known by what it is about, so that it stays when rows move."""

    part: str
    row: str
    """Key of the row (cells.row_keys)."""
    column: int
    value: int
    reason: str | None
    by: UUID
    at: datetime


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """A part in words, as it was written last."""

    part: str
    text: str
    by: UUID
    at: datetime


class LeftOut(msgspec.Struct, frozen=True, kw_only=True):
    """A unit below without whose report this one is made."""

    unit_id: UUID
    reason: str
    by: UUID
    at: datetime


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """All that a report says: the fold over its acts."""

    tables: list[FilledTable] = []
    counted_through: int | None = None
    counted_at: datetime | None = None
    statements: list[Statement] = []
    """In the order of part, row and column."""
    texts: list[Written] = []
    """In the order of parts."""
    taken: list[Taken] | None = None
    """None: nobody looked for reports of units below yet."""
    missing: list[UUID] = []
    taken_at: datetime | None = None
    left_out: list[LeftOut] = []
    """In the order of units."""


class ReportHead(Owned, frozen=True, kw_only=True):
    """A report without what it says."""

    id: UUID
    definition: str
    version: int
    period: PeriodKind
    state: ReportState
    unit_id: UUID
    first_day: date
    last_day: date
    title: str
    due_on: date | None
    """By the end of which day in Vietnam it is sent; None if no law says so."""
    begun_by: UUID
    begun_at: datetime
    changed_at: datetime
    sent_to: UUID | None
    """The unit above, since it was sent or issued."""
    sent_up_at: datetime | None
    replaces: UUID | None
    replaced_by: UUID | None
    number: str | None
    issued_on: date | None
    behalf_by: UUID | None
    """Who took it over on behalf of the unit, from a unit above."""

    @property
    def above(self) -> UUID | None:
        """The unit right above the report's; None for the nation's."""
        path = [one for one in self.path.as_tuple() if one is not None]
        return path[-2] if len(path) > 1 else None


class Report(ReportHead, frozen=True, kw_only=True):
    """A report as its acts are judged."""

    content: Content
    sent_revision: str | None
