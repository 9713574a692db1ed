"""What pages show of reports. Times are UTC, days Vietnam's."""

from datetime import date, datetime
from uuid import UUID

from schemas.core.base import Wire
from schemas.core.problems import Text
from schemas.insight.report_definitions import FigureFilter
from schemas.insight.words import ColumnKind, OnBehalf, ReportAct, ReportState
from schemas.law.periods import PeriodKind


class ReportListed(Wire):
    """A report, as lists show it."""

    id: UUID
    definition: str
    period: PeriodKind
    state: ReportState
    title: str
    unit_id: UUID
    unit_name: Text
    parent: Text | None
    """The unit above it, where that is not the reader's: teams of several departments have one name."""
    first: date
    last: date
    due_on: date | None
    """Day by whose end the law has it sent; null if it sets none."""
    late: bool
    """It was sent after that day, or the day is over and it was not sent."""
    before_use: bool
    """That day was before reports were made in this system: nobody is late with it."""
    late_reason: str | None
    sent_at: datetime | None
    """When it went to the unit above, sent or issued."""
    number: str | None
    issued_on: date | None
    replaces: UUID | None
    replaced_by: UUID | None
    on_behalf: bool
    """A unit above makes it, or made it."""
    changed_at: datetime


class CellView(Wire):
    """One cell. `value` is what the report says: as stated, else as counted; what follows from others follows them."""

    counted: int | None
    value: int | None
    stated: bool
    reason: str | None
    by_name: str | None
    at: datetime | None
    computed: bool
    """It follows from other cells, and nobody states it."""
    may_state: bool
    """By its place; `may.edit` says whether by this reader now."""


class ReportRowView(Wire):
    """One row of a table."""

    key: str
    """What it is about, where rows follow from data: the unit's id, the field, the behaviour's code."""
    label: Text
    indent: int
    heading: bool
    total: bool
    unit: str | None
    """In what its values are: count, vnd or days (tenths); null where columns say so."""
    figure: str | None
    """The figure of the whole row; null for a heading, and where figures are the columns."""
    filters: FigureFilter | None
    """What of its figures is counted alone; null selects nothing."""
    cells: list[CellView]


class Days(Wire):
    """The days that a column is about."""

    kind: PeriodKind
    first: date
    last: date


class ReportColumnView(Wire):
    """One column of a table."""

    label: Text
    kind: ColumnKind
    unit: str | None
    """In what its values are: count, vnd, days or percent (tenths of both); null where rows say so."""
    figure: str | None
    """The figure of the whole column; null where figures are the rows."""
    days: Days | None
    """Null for a column that is reckoned from others."""


class ReportTableView(Wire):
    """A table as it was filled and stated."""

    part: str
    title: Text
    note: Text | None
    columns: list[ReportColumnView]
    rows: list[ReportRowView]


class ReportTextView(Wire):
    """A part in words, with the last period's beside it."""

    part: str
    title: Text
    help: Text | None
    required: bool
    text: str
    mark: str
    """Of the text as it is, for the form that replaces it."""
    by_name: str | None
    at: datetime | None
    before: str
    """What the unit's last report of this kind said in this part."""


class TakenView(Wire):
    """A report of a unit below that this one rests on."""

    report_id: UUID
    unit_id: UUID
    unit_name: Text
    revision: str
    sent_at: datetime
    late: bool
    replaced_by: UUID | None
    """The unit corrected it since: this report does not rest on that."""
    sent_back: bool
    """It was sent back since."""


class UnitBelow(Wire):
    """What a unit below has for the period now."""

    unit_id: UUID
    unit_name: Text
    closed_on: date | None
    """First day on which it was no longer in force."""
    report_id: UUID | None
    state: ReportState | None
    """Null: not begun."""
    sent_at: datetime | None
    due_on: date | None
    before_use: bool
    """It was due before reports were made in this system."""
    late: bool


class LeftOutView(Wire):
    """A unit below without whose report this one is made."""

    unit_id: UUID
    unit_name: Text
    reason: str
    by_name: str
    at: datetime


class OnBehalfView(Wire):
    """Who makes a report on behalf of its unit, and why."""

    why: OnBehalf
    reason: str
    by_name: str
    at: datetime


class StatementLost(Wire):
    """A stated value whose row is gone since the tables were filled again."""

    table: Text
    row: str
    value: int
    reason: str | None
    by_name: str | None
    at: datetime


class ReportAllowed(Wire):
    """What the reader may do with a report now."""

    edit: bool = False
    """Fill it, state values, write texts."""
    take: bool = False
    leave_out: bool = False
    take_over: OnBehalf | None = None
    """Why the reader may make it on behalf of the unit; null if they may not, or do so already."""
    send_up: bool = False
    send_back: bool = False
    submit: bool = False
    reopen: bool = False
    correct: bool = False
    give_up: bool = False


class ReportView(Wire):
    """A report with all that it says."""

    row: ReportListed
    version: int
    definition_title: Text
    source: Text | None
    check: Text | None
    recipients: list[str]
    """To whom it goes besides the unit above."""
    reason: str | None
    """Why it corrects another."""
    begun_by_name: str
    begun_at: datetime
    counted_through: int | None
    """Position of the log up to which its tables were counted; null before they were filled."""
    counted_at: datetime | None
    tables: list[ReportTableView]
    texts: list[ReportTextView]
    lost: list[StatementLost]
    before_id: UUID | None
    """The unit's last report of this kind, whose texts stand beside."""
    revision: str
    """Of what it says now: who sends or submits it names what they saw."""
    sent_revision: str | None
    sent_by_name: str | None
    sent_to: UUID | None
    sent_to_name: Text | None
    sent_back_reason: str | None
    given_up_reason: str | None
    taken: list[TakenView] | None
    """Null: nobody looked for reports of units below yet."""
    missing_units: list[Text]
    """Those that had sent none when the reports were taken."""
    left_out: list[LeftOutView]
    on_behalf: OnBehalfView | None
    taken_at: datetime | None
    below: list[UnitBelow]
    """All units below that make such reports, as it is now."""
    lacks: list[Text]
    """What it needs to be sent or submitted."""
    submission_id: UUID | None
    signer: str | None
    document_id: UUID | None
    may: ReportAllowed


class CellChange(Wire):
    """A cell that says otherwise than in the report that was replaced. Null: nothing."""

    table: Text
    row: Text
    column: Text
    unit: str
    """count, vnd, days or percent."""
    before: int | None
    after: int | None
    before_counted: int | None
    after_counted: int | None


class TextChange(Wire):
    """A part in words that reads otherwise."""

    title: Text
    before: str
    after: str


class ReportDifferences(Wire):
    """What a report says otherwise than the one that it replaces."""

    report_id: UUID
    replaces: UUID
    reason: str
    cells: list[CellChange]
    texts: list[TextChange]
    before_through: int | None
    """Position of the log up to which each was counted."""
    after_through: int | None


class ComparedUnit(Wire):
    """One unit below, in one row of a comparison."""

    unit_id: UUID
    sent: int | None
    """What its report says; null without one, or where it says nothing."""
    counted: int | None
    """What is counted of it now."""


class ComparedRow(Wire):
    """One figure: what the units sent, in sum, and what was counted."""

    table: Text
    label: Text
    unit: str
    sent: int | None
    """Sum of what the units sent; null if values of units do not add up, or none sent one."""
    counted: int | None
    """Sum of what is counted of the units that sent a report."""
    report: int | None
    """What this report says for all."""
    units: list[ComparedUnit]


class ReportComparison(Wire):
    """What units below sent against what was counted, figure by figure and unit by unit."""

    units: list[UnitBelow]
    rows: list[ComparedRow]
    counted_through: int
    """Position of the log up to which units are counted here."""


class ReportHistoryRow(Wire):
    """One act of a report."""

    number: int
    act: ReportAct
    by_name: str
    at: datetime
    detail: Text
