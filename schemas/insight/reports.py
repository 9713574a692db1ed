"""Contents of the acts of a report. What a report is made of is in report_definitions.py.

A report keeps what it was filled with and up to which position of the log that was counted, so that anybody can count
the same again.
"""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from msgspec import Meta, field

from schemas.core.base import Wire
from schemas.core.content_types import LongText, Name, ShortText
from schemas.core.problems import Text
from schemas.insight.report_definitions import Code, PartId, Reason
from schemas.insight.words import OnBehalf, ReportAct

Hash = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
Value = Annotated[int, Meta(ge=-(10**15), le=10**15)]
"""Whole đồng, a count, or tenths of a day for an average; tenths of a percent for a change in percent."""


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
    """What a table was filled with.

    A table of figures has its rows from its definition. All others have them from data, in `keys` and `labels`, the
    total last; they may be others after the next filling.
    """

    part: PartId
    keys: Annotated[list[Annotated[str, Meta(max_length=60)]], Meta(max_length=5000)] = field(
        default_factory=list
    )
    """Of rows from data: the unit's id, the field, the behaviour's code; `own`, `untold` or `total`."""
    labels: Annotated[list[Text], Meta(max_length=5000)] = field(default_factory=list)
    """Of rows from data, as they were called then."""
    cells: Annotated[list[FilledCell], Meta(max_length=20_000)]


class ReportFilled(Wire, kw_only=True):
    """The tables as counted up to a position of the log. Each filling replaces the last."""

    counted_through: Annotated[int, Meta(ge=0, le=10**15)]
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


class UnitLeftOut(Wire, kw_only=True):
    """The report is made without that of a unit below, which sent none or has it back. The reason stands in it."""

    unit_id: UUID
    reason: Annotated[str, Meta(min_length=3, max_length=500)]


class ReportTakenOver(Wire, kw_only=True):
    """A unit above makes the report on behalf of its unit, which works on it too if it can."""

    why: OnBehalf
    reason: Reason


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


class ReportReplaced(Wire):
    """The report that corrects this one was sent or issued, and is the one that counts."""

    by_report_id: UUID


class ReportGivenUp(Wire, kw_only=True):
    """Given up before it was sent or issued."""

    reason: Reason


REPORT_CONTENTS: dict[str, type[Wire]] = {
    ReportAct.BEGUN: ReportBegun,
    ReportAct.FILLED: ReportFilled,
    ReportAct.VALUE_STATED: ValueStated,
    ReportAct.TEXT_WRITTEN: TextWritten,
    ReportAct.REPORTS_TAKEN: ReportsTaken,
    ReportAct.UNIT_LEFT_OUT: UnitLeftOut,
    ReportAct.TAKEN_OVER: ReportTakenOver,
    ReportAct.SENT_UP: ReportSentUp,
    ReportAct.SENT_BACK: ReportSentBack,
    ReportAct.SUBMITTED: ReportSubmitted,
    ReportAct.REOPENED: ReportReopened,
    ReportAct.APPROVED: ReportApproved,
    ReportAct.ISSUED: ReportIssued,
    ReportAct.REPLACED: ReportReplaced,
    ReportAct.GIVEN_UP: ReportGivenUp,
}
"""Contents by type, for schemas.ledger.acts.CONTENTS."""
