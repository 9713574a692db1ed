"""Queries of reports: locked, written, found, listed."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec
from piccolo.columns.combination import WhereRaw

from backend.core import compiled, database, remembering, rows, scope, scoped
from backend.core.actors import Actor, UnitPath
from backend.core.compiled import Query
from backend.core.json_columns import written
from backend.core.scope import Reach
from backend.documents.tables.record_papers import RecordPaper
from backend.insight.rules.reports.facts import Content, Report, ReportHead
from backend.insight.tables.reports import ReportRecord, ReportTaking
from schemas.insight.reports import ReportBegun, Taken
from schemas.insight.words import OnBehalf, ReportState
from schemas.law.periods import PeriodKind

_COLUMNS = rows.columns(Report, ReportRecord)
_IN_WORK = ("draft", "ready", "approved")
_IN_FORCE = ("sent_up", "issued")


class Listed(ReportHead, frozen=True, kw_only=True):
    """A report as lists show it."""

    late_reason: str | None
    sent_revision: str | None
    sent_back_reason: str | None
    """Of the last return; null once it was sent again."""
    unit_name_vi: str
    unit_name_en: str
    parent_id: UUID | None
    parent_vi: str | None
    parent_en: str | None


class Shown(Report, frozen=True, kw_only=True):
    """A report with what its page shows besides."""

    reason: str | None
    late_reason: str | None
    sent_back_reason: str | None
    signer_name: str | None
    signer_title: str | None
    document_id: UUID | None
    given_up_reason: str | None
    behalf_at: datetime | None
    behalf_why: OnBehalf | None
    behalf_reason: str | None
    behalf_by_name: str | None
    begun_by_name: str
    sent_by_name: str | None
    unit_name_vi: str
    unit_name_en: str
    parent_id: UUID | None
    parent_vi: str | None
    parent_en: str | None


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """The filters of the list of reports."""

    definition: str | None = None
    states: tuple[ReportState, ...] = ()
    unit_id: UUID | None = None
    """The report's own unit."""
    first: date | None = None
    last: date | None = None
    """With `first`: of exactly this period."""
    day: date | None = None
    """In the period."""
    late_on: date | None = None
    """In work, though its day was before this one."""
    on_behalf: bool = False
    """Made by a unit above alone."""


class ToBegin(msgspec.Struct, frozen=True, kw_only=True):
    """What a new report's row has besides its first act."""

    path: UnitPath
    period: PeriodKind
    due_on: date | None


@compiled.one(Report, decode=("content",))
def lock(report_id: UUID) -> Query:
    """Lock a report and return it; None if there is none."""
    return ReportRecord.select(*_COLUMNS).where(ReportRecord.id == report_id).lock_rows("UPDATE")


@remembering.once
@compiled.one(Report, decode=("content",))
def find(report_id: UUID) -> Query:
    """Return a report, or None. Does not look at scope."""
    return ReportRecord.select(*_COLUMNS).where(ReportRecord.id == report_id)


async def one_at_a_time(definition: str, unit_id: UUID, last: date) -> None:
    """Wait for other transactions that begin this report: two officers never pass each other unseen."""
    await database.execute(
        "SELECT pg_advisory_xact_lock(hashtext('reports'), hashtext($1))",
        f"{definition}/{unit_id}/{last}",
    )


async def insert(
    report_id: UUID, content: ReportBegun, begun: ToBegin, by: UUID, at: datetime
) -> None:
    """Insert the report that its first act begins."""
    unit_1, unit_2, unit_3, unit_4 = begun.path.as_tuple()
    await ReportRecord.insert(
        ReportRecord(
            id=report_id,
            definition=content.definition,
            version=content.version,
            period=str(begun.period),
            state=str(ReportState.DRAFT),
            unit_id=content.unit_id,
            first_day=content.first,
            last_day=content.last,
            title=content.title,
            due_on=begun.due_on,
            reason=content.reason,
            content=written(Content()),
            begun_by=by,
            begun_at=at,
            changed_at=at,
            replaces=content.replaces,
            unit_1=unit_1,
            unit_2=unit_2,
            unit_3=unit_3,
            unit_4=unit_4,
        )
    )


async def write(report_id: UUID, values: dict[str, Any]) -> None:
    """Write these columns of a report."""
    await ReportRecord.update(values).where(ReportRecord.id == report_id)  # type: ignore[arg-type]  # names are columns


async def write_taken(report_id: UUID, taken: Sequence[Taken]) -> None:
    """Write on which reports a report rests, in place of those before."""
    await ReportTaking.delete().where(ReportTaking.report_id == report_id)
    if taken:
        await database.execute(
            """INSERT INTO report_takings (report_id, taken_id, unit_id, revision, sent_at)
            SELECT $1, t.* FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::timestamptz[]) t""",
            report_id,
            [one.report_id for one in taken],
            [one.unit_id for one in taken],
            [one.revision for one in taken],
            [one.sent_at for one in taken],
        )


class Other(msgspec.Struct, frozen=True, kw_only=True):
    """Another report of the same definition, unit and period."""

    id: UUID
    state: ReportState


@compiled.many(Other)
def alive(definition: str, unit_id: UUID, first: date, last: date) -> Query:
    """Return the reports of a definition, unit and period that are in work or in force."""
    query = ReportRecord.select(*rows.columns(Other, ReportRecord))
    query = query.where(ReportRecord.definition == definition).where(
        ReportRecord.unit_id == unit_id
    )
    query = query.where(ReportRecord.first_day == first).where(ReportRecord.last_day == last)
    return query.where(ReportRecord.state.is_in([*_IN_WORK, *_IN_FORCE]))


@compiled.values(UUID)
def corrections_in_work(report_id: UUID) -> Query:
    """Return the reports in work that are to replace this one."""
    query = ReportRecord.select(ReportRecord.id).where(ReportRecord.replaces == report_id)
    return query.where(ReportRecord.state.is_in([*_IN_WORK]))


@compiled.values(UUID)
def resting_on(report_id: UUID) -> Query:
    """Return the reports that rest on this one and are not drafts any more, nor given up."""
    query = ReportTaking.select(ReportTaking.report_id).where(ReportTaking.taken_id == report_id)
    query = query.where(ReportTaking.report_id.state.not_in(["draft", "given_up"]))
    return query.order_by(ReportTaking.report_id)


_NAMED = (
    ReportRecord.unit_id.name_vi.as_alias("unit_name_vi"),
    ReportRecord.unit_id.name_en.as_alias("unit_name_en"),
    ReportRecord.unit_id.parent_id.as_alias("parent_id"),
    ReportRecord.unit_id.parent_id.name_vi.as_alias("parent_vi"),  # type: ignore[union-attr]  # a unit
    ReportRecord.unit_id.parent_id.name_en.as_alias("parent_en"),  # type: ignore[union-attr]  # a unit
)
_LISTED = (
    *rows.columns(ReportHead, ReportRecord),
    ReportRecord.late_reason,
    ReportRecord.sent_revision,
    ReportRecord.sent_back_reason,
    *_NAMED,
)


@remembering.once
@compiled.one(Shown, decode=("content",))
def shown(report_id: UUID) -> Query:
    """Return a report with what its page shows, or None. The caller has checked that it is in sight."""
    query = ReportRecord.select(
        *_COLUMNS,
        ReportRecord.reason,
        ReportRecord.late_reason,
        ReportRecord.sent_back_reason,
        ReportRecord.signer_name,
        ReportRecord.signer_title,
        ReportRecord.document_id,
        ReportRecord.given_up_reason,
        ReportRecord.behalf_at,
        ReportRecord.behalf_why,
        ReportRecord.behalf_reason,
        ReportRecord.behalf_by.full_name.as_alias("behalf_by_name"),
        ReportRecord.begun_by.full_name.as_alias("begun_by_name"),
        ReportRecord.sent_by.full_name.as_alias("sent_by_name"),
        *_NAMED,
    )
    return query.where(ReportRecord.id == report_id)


@compiled.exists
def _in_reach(report_id: UUID, seen: Reach) -> Query:
    mine = ReportRecord.exists().where(ReportRecord.id == report_id)
    return mine.where(scoped.where(seen, ReportRecord))


@remembering.once
async def sees(report_id: UUID, actor: Actor) -> bool:
    """Tell whether an officer sees a report."""
    return await _in_reach(report_id, scope.reports(actor))


async def page(
    actor: Actor, filters: Filters, after: tuple[date, UUID] | None, limit: int, since: date
) -> list[Listed]:
    """List reports in sight, those of the latest period first; by keyset.

    What was due before `since` is not late: reports were not made here yet.
    """
    query = ReportRecord.select(*_LISTED)
    query = query.where(scoped.where(scope.reports(actor), ReportRecord))
    for column, value in (
        (ReportRecord.definition, filters.definition),
        (ReportRecord.unit_id, filters.unit_id),
        (ReportRecord.first_day, filters.first),
        (ReportRecord.last_day, filters.last),
    ):
        if value is not None:
            query = query.where(column == value)
    if filters.states:
        query = query.where(ReportRecord.state.is_in([str(one) for one in filters.states]))
    if filters.day is not None:
        query = query.where(ReportRecord.first_day <= filters.day)
        query = query.where(ReportRecord.last_day >= filters.day)
    if filters.on_behalf:
        query = query.where(ReportRecord.behalf_by.is_not_null())
    if filters.late_on is not None:
        query = query.where(ReportRecord.due_on < filters.late_on)
        query = query.where(ReportRecord.due_on >= since)
        query = query.where(ReportRecord.state.is_in([*_IN_WORK]))
    if after is not None:
        query = query.where(WhereRaw("(reports.last_day, reports.id) < ({}, {})", *after))
    query = query.order_by(ReportRecord.last_day, ReportRecord.id, ascending=False)
    return rows.many(Listed, await query.limit(limit))


@compiled.many(Listed)
def of_units(definition: str, first: date, last: date, unit_ids: list[UUID]) -> Query:
    """Return the reports of these units for a period that were not given up, the newest of each last.

    The caller has checked that the units are in sight.
    """
    query = ReportRecord.select(*_LISTED).where(rows.any_of(ReportRecord.unit_id, unit_ids))
    query = query.where(ReportRecord.definition == definition)
    query = query.where(ReportRecord.first_day == first).where(ReportRecord.last_day == last)
    query = query.where(ReportRecord.state != "given_up")
    return query.order_by(ReportRecord.begun_at, ReportRecord.id)


@compiled.one(Report, decode=("content",))
def before(definition: str, unit_id: UUID, first: date) -> Query:
    """Return the unit's last report of this kind before a day that was sent or issued, or None."""
    query = ReportRecord.select(*_COLUMNS).where(ReportRecord.unit_id == unit_id)
    query = query.where(ReportRecord.definition == definition).where(ReportRecord.last_day < first)
    query = query.where(ReportRecord.state.is_in([*_IN_FORCE]))
    return query.order_by(ReportRecord.last_day, ascending=False).limit(1)


@compiled.many(Report, decode=("content",))
def of_ids(report_ids: list[UUID]) -> Query:
    """Return these reports. Does not look at scope."""
    query = ReportRecord.select(*_COLUMNS).where(rows.any_of(ReportRecord.id, report_ids))
    return query.order_by(ReportRecord.id)


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """An accepted act with its officer."""

    number: int
    act_type: str
    act: str
    by_name: str
    received_at: datetime


async def history(report_id: UUID, limit: int) -> list[Told]:
    """Return the accepted acts of a report, the newest first."""
    found = await database.fetch(
        """SELECT e.number, e.act_type, e.act, o.full_name AS by_name, e.received_at
        FROM ledger_entries e JOIN officers o ON o.id = e.officer_id
        WHERE e.record_id = $1 AND e.quarantine IS NULL ORDER BY e.number DESC LIMIT $2""",
        report_id,
        limit,
    )
    return rows.many(Told, found)


@compiled.values(UUID)
def hold(report_ids: list[UUID]) -> Query:
    """Keep these reports from being sent back until the transaction ends; return which there are."""
    query = ReportRecord.select(ReportRecord.id).where(rows.any_of(ReportRecord.id, report_ids))
    return query.order_by(ReportRecord.id).lock_rows("SHARE")


async def wrote(report_ids: Sequence[UUID], officer_id: UUID) -> bool:
    """Tell whether an officer wrote, took over, submitted or sent any of these reports.

    Not who began or filled one: the system does so in somebody's name.
    """
    found: bool = await database.fetchval(
        """SELECT EXISTS (SELECT FROM ledger_entries WHERE record_id = ANY ($1) AND officer_id = $2
            AND quarantine IS NULL AND act_type IN ('report.value_stated', 'report.text_written',
                'report.unit_left_out', 'report.taken_over', 'report.submitted', 'report.sent_up'))""",
        list(report_ids),
        officer_id,
    )
    return found


async def drafters(report_id: UUID) -> list[UUID]:
    """Return who began, filled or wrote a report."""
    found = await database.fetch(
        """SELECT DISTINCT officer_id FROM ledger_entries WHERE record_id = $1 AND quarantine IS NULL
            AND act_type IN ('report.begun', 'report.filled', 'report.value_stated', 'report.text_written',
                'report.unit_left_out', 'report.taken_over')
        ORDER BY 1 LIMIT 50""",
        report_id,
    )
    return [row["officer_id"] for row in found]


@compiled.exists
def printed(report_id: UUID) -> Query:
    """Tell whether a paper of the report was printed to be signed by hand, and its scan has not come."""
    paper = RecordPaper.exists().where(RecordPaper.record_id == report_id)
    return paper.where(RecordPaper.state == "printed")


async def paper_of(report_id: UUID, form: str) -> str | None:
    """Return the hash of the content of the report's finalised or printed paper, in hex; None without one."""
    found: str | None = await database.fetchval(
        """SELECT max(fields_hash) FROM record_papers
        WHERE record_id = $1 AND form = $2 AND state IN ('final', 'printed')""",
        report_id,
        form,
    )
    return found
