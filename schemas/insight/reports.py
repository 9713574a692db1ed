"""Reports as records: what they are made of (definitions, published by two people), and the acts of one report.

A definition says which tables of figures and which texts a report has. A report keeps what it was filled with and up
to which
position of the log that was counted, so that anybody can count the same again.
"""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from msgspec import Meta, field

from schemas.core.base import Wire
from schemas.core.content_types import LongText, Name, ShortText
from schemas.core.problems import Text
from schemas.insight.words import ColumnKind, ReportAct, ReportDefinitionAct, RowsBy
from schemas.law.periods import PeriodKind

Code = Annotated[str, Meta(pattern="^[a-z][a-z0-9_]{2,39}$")]
PartId = Annotated[str, Meta(pattern="^[a-z][a-z0-9_]{0,39}$")]
Reason = Annotated[str, Meta(min_length=3, max_length=2000)]
Hash = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
Value = Annotated[int, Meta(ge=-(10**15), le=10**15)]
"""Whole đồng, a count, or tenths of a day for an average; far below 2^53."""


class FigureFilter(Wire, kw_only=True):
    """A part of what happened; empty is everything."""

    fields: Annotated[list[Annotated[str, Meta(max_length=40)]], Meta(max_length=40)] = field(
        default_factory=list
    )
    behaviours: Annotated[list[Annotated[str, Meta(max_length=60)]], Meta(max_length=100)] = field(
        default_factory=list
    )
    parties: Annotated[list[Annotated[str, Meta(max_length=20)]], Meta(max_length=6)] = field(
        default_factory=list
    )


class ReportRow(Wire, kw_only=True):
    """One row of a table: a figure, or a heading above others."""

    label: Text
    figure: Code | None = None
    """Null: a heading."""
    indent: Annotated[int, Meta(ge=0, le=3)] = 0
    filters: FigureFilter = FigureFilter()


class ReportColumn(Wire, kw_only=True):
    """One column of a table of figures in rows."""

    kind: ColumnKind
    label: Text


class ReportTable(Wire, kw_only=True, tag="table"):
    """A table: figures as rows, periods as columns; or figures as columns and units, fields or behaviours as rows."""

    id: PartId
    title: Text
    by: RowsBy = RowsBy.FIGURE
    rows: Annotated[list[ReportRow], Meta(max_length=200)] = field(default_factory=list)
    """If figures are the rows."""
    columns: Annotated[list[ReportColumn], Meta(max_length=8)] = field(default_factory=list)
    figures: Annotated[list[Code], Meta(max_length=20)] = field(default_factory=list)
    """If figures are the columns."""
    filters: FigureFilter = FigureFilter()
    note: Text | None = None


class ReportText(Wire, kw_only=True, tag="text"):
    """A part that a person writes; last period's text stands beside it."""

    id: PartId
    title: Text
    help: Text | None = None
    required: bool = False


class DefinitionDrafted(Wire, kw_only=True):
    """A version of a definition as one officer proposes it. It has no force until another publishes it."""

    draft_id: UUID
    code: Code
    title: Text
    period: PeriodKind
    levels: Annotated[list[Annotated[int, Meta(ge=1, le=4)]], Meta(min_length=1, max_length=4)]
    """Levels of the units that make it."""
    parts: Annotated[list[ReportTable | ReportText], Meta(min_length=1, max_length=40)]
    recipients: Annotated[list[Name], Meta(max_length=20)] = field(default_factory=list)
    """To whom it goes besides the unit above, in words, as the paper lists them."""
    limit: Annotated[str, Meta(max_length=20)] | None = None
    """Which limit of the law sets its days (backend/law/report_limits); null for a thematic report."""
    source: Text | None = None
    valid_from: date
    note: ShortText = ""


class DefinitionPublished(Wire):
    """A second officer publishes the draft as it stands."""

    draft_id: UUID


class DefinitionDeclined(Wire):
    """The draft is declined, or its drafter takes it back."""

    draft_id: UUID
    reason: Reason


class DefinitionEnded(Wire):
    """No report is begun by it from this day on."""

    valid_to: date
    reason: Reason


class ReportBegun(Wire, kw_only=True):
    """A unit's report for a period begins, by a person or by the system when the period is over."""

    definition: Code
    version: Annotated[int, Meta(ge=1, le=10_000)]
    unit_id: UUID
    first: date
    last: date
    """In Vietnam, inclusive."""
    title: Annotated[str, Meta(min_length=3, max_length=500)]
    replaces: UUID | None = None
    """The report that this one corrects, once that was sent or issued."""
    reason: Reason | None = None
    """Why it is corrected."""


class FilledCell(Wire, kw_only=True):
    """One value of a table, by its row and column."""

    row: Annotated[int, Meta(ge=0, le=5000)]
    column: Annotated[int, Meta(ge=0, le=40)]
    value: Value | None
    """Null: nothing in the system tells it."""


class FilledTable(Wire, kw_only=True):
    """What a table was filled with. `labels` name rows that follow from data: units, fields, behaviours."""

    part: PartId
    labels: Annotated[list[Annotated[str, Meta(max_length=300)]], Meta(max_length=5000)] = field(
        default_factory=list
    )
    cells: Annotated[list[FilledCell], Meta(max_length=20_000)]


class ReportFilled(Wire, kw_only=True):
    """The tables as counted up to a position of the log. Each filling replaces the last."""

    counted_through: Annotated[int, Meta(ge=0)]
    counted_at: datetime
    tables: Annotated[list[FilledTable], Meta(max_length=40)]


class ValueStated(Wire, kw_only=True):
    """A person states a value: one that nothing in the system tells, or another than was counted, with the reason."""

    part: PartId
    row: Annotated[int, Meta(ge=0, le=5000)]
    column: Annotated[int, Meta(ge=0, le=40)]
    value: Value | None
    """Null takes the statement back."""
    reason: Reason | None = None
    """Required where a value was counted: both are shown."""


class TextWritten(Wire, kw_only=True):
    """A part in words."""

    part: PartId
    text: LongText


class ReportSentUp(Wire, kw_only=True):
    """The report goes to the unit above, as it is now."""

    revision: Hash
    """SHA-256 of the RFC 8785 form of definition, period, tables, statements and texts."""
    late: Reason | None = None
    """Why it comes after its day."""


class ReportSentBack(Wire, kw_only=True):
    """The unit above sends it back."""

    revision: Hash
    reason: Reason


class Taken(Wire, kw_only=True):
    """A report of a unit below that was taken into this one."""

    report_id: UUID
    unit_id: UUID
    revision: Hash
    sent_at: datetime


class ReportsTaken(Wire, kw_only=True):
    """Which reports of units below this one rests on, and which were missing. Each replaces the last."""

    taken: Annotated[list[Taken], Meta(max_length=500)]
    missing: Annotated[list[UUID], Meta(max_length=500)] = field(default_factory=list)
    """Units that had sent none."""


class ReportSubmitted(Wire, kw_only=True):
    """Closed, and submitted for approval."""

    revision: Hash
    note: LongText = ""


class ReportReopened(Wire, kw_only=True):
    """It is a draft again."""

    reason: ShortText


class ReportApproved(Wire, kw_only=True):
    """Who decides approved it, by the submission."""

    submission_id: UUID


class ReportIssued(Wire, kw_only=True):
    """Signed and issued as a paper."""

    document_id: UUID
    number: Annotated[str, Meta(min_length=1, max_length=80)]
    issued_on: date
    signer_name: Name
    signer_title: ShortText


class ReportGivenUp(Wire, kw_only=True):
    """Given up before it was sent or issued."""

    reason: Reason


REPORT_CONTENTS: dict[str, type[Wire]] = {
    ReportAct.BEGUN: ReportBegun,
    ReportAct.FILLED: ReportFilled,
    ReportAct.VALUE_STATED: ValueStated,
    ReportAct.TEXT_WRITTEN: TextWritten,
    ReportAct.REPORTS_TAKEN: ReportsTaken,
    ReportAct.SENT_UP: ReportSentUp,
    ReportAct.SENT_BACK: ReportSentBack,
    ReportAct.SUBMITTED: ReportSubmitted,
    ReportAct.REOPENED: ReportReopened,
    ReportAct.APPROVED: ReportApproved,
    ReportAct.ISSUED: ReportIssued,
    ReportAct.GIVEN_UP: ReportGivenUp,
}
DEFINITION_CONTENTS: dict[str, type[Wire]] = {
    ReportDefinitionAct.DRAFTED: DefinitionDrafted,
    ReportDefinitionAct.PUBLISHED: DefinitionPublished,
    ReportDefinitionAct.DECLINED: DefinitionDeclined,
    ReportDefinitionAct.ENDED: DefinitionEnded,
}
"""Contents by type, for schemas.ledger.acts.CONTENTS."""
