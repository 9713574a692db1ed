"""What pages read of reports: lists, a report with its tables and texts, what it says otherwise than another.

    rows, following = await reports.page(actor, ReportFilters(definition="weekly"))
    view = await reports.view(report_id, actor)
    found = await reports.compared(report_id, actor)      # what units sent against what was counted

Every function runs in the caller's transaction and raises NotFound for what is out of sight.
"""

from datetime import date
from uuid import UUID

import msgspec

from backend.approvals.submissions import service as submissions
from backend.core import clock, keyset
from backend.core.actors import Actor
from backend.core.database import at_once
from backend.core.errors import Invalid, NotFound
from backend.core.local_time import day_of
from backend.force.accounts import names
from backend.force.units import service as units
from backend.insight.queries import reports as queries
from backend.insight.queries.reports import Filters as ReportFilters
from backend.insight.queries.reports import Listed, Shown
from backend.insight.reports import behalf, below, comparing, defined, readiness, showing, using
from backend.insight.reports.submitted import subject_of
from backend.insight.rules import report_days
from backend.insight.rules.periods import Period
from backend.insight.rules.reports import authority, differing, revision
from backend.insight.rules.reports.facts import IN_FORCE, ReportHead
from backend.insight.texts.report_story import detail
from schemas.core.problems import Text
from schemas.insight.report_views import (
    CellChange,
    LeftOutView,
    OnBehalfView,
    ReportAllowed,
    ReportComparison,
    ReportDifferences,
    ReportHistoryRow,
    ReportListed,
    ReportView,
    TakenView,
    TextChange,
    UnitBelow,
)
from schemas.insight.reports import REPORT_CONTENTS
from schemas.insight.words import ReportAct, ReportState

__all__ = [
    "ReportFilters",
    "compared",
    "differences",
    "history",
    "page",
    "sees",
    "units_below",
    "view",
]

PAGE = 50
_MOST = 1000
"""Acts of a report in its history."""


async def page(
    actor: Actor, filters: ReportFilters, cursor: str | None = None, limit: int = PAGE
) -> tuple[list[ReportListed], str | None]:
    """Return a page of the reports in sight, the latest period first, and the next page's cursor.

    Raises Invalid for a cursor of another list.
    """
    after = None
    if cursor:
        day, report_id = keyset.read(cursor, str, UUID)
        after = (_day(day), report_id)
    since = await using.since()
    found = await queries.page(actor, filters, after, limit + 1, since)
    rest = found[limit - 1] if len(found) > limit else None
    following = keyset.write(rest.last_day.isoformat(), rest.id) if rest else None
    return [_row(one, since, actor) for one in found[:limit]], following


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Invalid(code="cursor_invalid") from error


async def sees(report_id: UUID, actor: Actor) -> bool:
    """Tell whether an officer sees a report."""
    return await queries.sees(report_id, actor)


async def view(report_id: UUID, actor: Actor) -> ReportView:
    """Return a report with all that it says."""
    report = await _shown(report_id, actor)
    figures, said = defined.figures_of(report), report.content
    stated, wrote = {one.by for one in said.statements}, {one.by for one in said.texts}
    draft = report.state is ReportState.DRAFT
    async with at_once() as ask:
        defining = ask(defined.of(report))
        earlier = ask(queries.before(report.definition, report.unit_id, report.first_day))
        naming = ask(names.names_of(stated | wrote))
        listing, lacking = ask(_below(report)), ask(units.names_of(said.missing))
        used, sent_to = ask(using.since()), ask(_name_of(report.sent_to))
        resting, left_out = ask(_taken(report)), ask(_left_out(report))
        lacks = ask(readiness.missing(report)) if draft else None
        submitted = ask(submissions.of_subject(subject_of(report_id)))
    definition, before, people = defining.result(), earlier.result(), naming.result()
    below_now, missing = listing.result(), lacking.result()
    signer = ", ".join(one for one in (report.signer_name, report.signer_title) if one)
    return ReportView(
        row=_row(report, used.result(), actor),
        version=report.version,
        definition_title=definition.title,
        source=definition.source,
        check=definition.check,
        recipients=defined.recipients_of(definition, report.path.level),
        reason=report.reason,
        begun_by_name=report.begun_by_name,
        begun_at=report.begun_at,
        counted_through=said.counted_through,
        counted_at=said.counted_at,
        tables=showing.tables(said, definition, figures, people, _period(report)),
        texts=showing.texts(said, before.content if before else None, definition, people),
        lost=showing.lost(said, definition, people),
        before_id=before.id if before else None,
        revision=revision.of(report),
        sent_revision=report.sent_revision,
        sent_by_name=report.sent_by_name,
        sent_to=report.sent_to,
        sent_to_name=sent_to.result(),
        sent_back_reason=report.sent_back_reason if draft else None,
        given_up_reason=report.given_up_reason,
        taken=resting.result(),
        missing_units=[missing[one] for one in said.missing if one in missing],
        left_out=left_out.result(),
        on_behalf=_on_behalf(report),
        taken_at=said.taken_at,
        below=below_now,
        lacks=lacks.result() if lacks else [],
        submission_id=submitted.result(),
        signer=signer or None,
        document_id=report.document_id,
        may=await _allowed(report, actor, makes_below=bool(below_now)),
    )


def _period(report: ReportHead) -> Period:
    return Period(kind=report.period, first=report.first_day, last=report.last_day)


async def _shown(report_id: UUID, actor: Actor) -> Shown:
    async with at_once() as ask:
        sight, there = ask(queries.sees(report_id, actor)), ask(queries.shown(report_id))
    found = there.result() if sight.result() else None
    if found is None:
        raise NotFound(what="report")
    return found


async def _taken(report: Shown) -> list[TakenView] | None:
    if report.content.taken is None:
        return None
    known = {
        one.id: one for one in await queries.of_ids([t.report_id for t in report.content.taken])
    }
    named = await units.names_of([one.unit_id for one in report.content.taken])
    since = await using.since()
    return [
        TakenView(
            report_id=one.report_id,
            unit_id=one.unit_id,
            unit_name=named[one.unit_id],
            revision=one.revision,
            sent_at=one.sent_at,
            late=_late(known[one.report_id], since),
            replaced_by=known[one.report_id].replaced_by,
            sent_back=known[one.report_id].sent_revision != one.revision,
        )
        for one in report.content.taken
    ]


async def _left_out(report: Shown) -> list[LeftOutView]:
    found = report.content.left_out
    named = await units.names_of([one.unit_id for one in found])
    people = await names.names_of({one.by for one in found})
    return [
        LeftOutView(
            unit_id=one.unit_id,
            unit_name=named[one.unit_id],
            reason=one.reason,
            by_name=people.get(one.by, ""),
            at=one.at,
        )
        for one in found
    ]


def _on_behalf(report: Shown) -> OnBehalfView | None:
    if report.behalf_why is None or report.behalf_at is None:
        return None
    return OnBehalfView(
        why=report.behalf_why,
        reason=report.behalf_reason or "",
        by_name=report.behalf_by_name or "",
        at=report.behalf_at,
    )


async def units_below(report_id: UUID, actor: Actor) -> list[UnitBelow]:
    """Return all units below that make such reports for the period, with what each has now; late ones say so."""
    return await _below(await _shown(report_id, actor))


async def _name_of(unit_id: UUID | None) -> Text | None:
    return await units.name_of(unit_id) if unit_id else None


async def _below(report: Shown) -> list[UnitBelow]:
    async with at_once() as ask:
        defining, used = ask(defined.of(report)), ask(using.since())
        reported, there = ask(below.reports(report)), ask(below.units(report))
    definition, listed, since = defining.result(), reported.result(), used.result()
    found: list[UnitBelow] = []
    for unit in there.result():
        reports = listed[unit.id]
        one = below.in_force(reports) or (reports[-1] if reports else None)
        due = defined.due_on(definition, unit.level, report.first_day, report.last_day)
        found.append(
            UnitBelow(
                unit_id=unit.id,
                unit_name=Text(vi=unit.name_vi, en=unit.name_en),
                closed_on=unit.valid_to,
                report_id=one.id if one else None,
                state=one.state if one else None,
                sent_at=one.sent_up_at if one else None,
                due_on=due,
                before_use=report_days.before_use(due, since),
                late=_late(one, since) if one else due is not None and since <= due < clock.today(),
            )
        )
    return found


def _late(report: ReportHead, since: date) -> bool:
    if report.due_on is None or report.state is ReportState.GIVEN_UP:
        return False
    if report_days.before_use(report.due_on, since):
        return False
    sent = report.sent_up_at
    return (day_of(sent) if sent else clock.today()) > report.due_on


async def _allowed(report: Shown, actor: Actor, *, makes_below: bool) -> ReportAllowed:
    desk = actor.face == "desk"

    def may(kind: ReportAct) -> bool:
        its = authority.allows(kind, report, actor)
        return desk and its and authority.open_for(kind, report.state)

    has_above = report.path.level > 1
    ended = clock.today() >= report.last_day
    writes = authority.may(ReportAct.BEGUN, report.path, None, actor)
    in_force = report.state in IN_FORCE
    back = may(ReportAct.SENT_BACK) and not await queries.resting_on(report.id)
    back = back and not await queries.wrote([report.id], actor.officer_id)
    correct = desk and writes and in_force
    if correct and authority.on_behalf(ReportAct.BEGUN, report.path, actor):
        correct = await behalf.of_unit(report.unit_id, None, corrects=True) is not None
    over = None
    if may(ReportAct.TAKEN_OVER) and report.behalf_by is None:
        over = await behalf.ground(report)
    if in_force and (back or correct) and await queries.corrections_in_work(report.id):
        back = correct = False
    return ReportAllowed(
        edit=may(ReportAct.FILLED),
        take=may(ReportAct.REPORTS_TAKEN) and makes_below,
        leave_out=may(ReportAct.UNIT_LEFT_OUT) and makes_below,
        take_over=over,
        send_up=may(ReportAct.SENT_UP) and has_above and ended,
        send_back=back,
        submit=may(ReportAct.SUBMITTED),
        reopen=report.state is ReportState.APPROVED and may(ReportAct.REOPENED),
        correct=correct,
        give_up=may(ReportAct.GIVEN_UP),
    )


async def differences(report_id: UUID, actor: Actor) -> ReportDifferences | None:
    """Return what a report says otherwise than the one that it replaces; None if it replaces none."""
    report = await _shown(report_id, actor)
    old = await queries.find(report.replaces) if report.replaces else None
    if old is None:
        return None
    definition, figures = await defined.of(report), defined.figures_of(report)
    was, now = old.content, report.content
    return ReportDifferences(
        report_id=report.id,
        replaces=old.id,
        reason=report.reason or "",
        cells=[
            CellChange(
                table=one.table,
                row=one.row,
                column=one.column,
                unit=showing.unit_of(one.figure, one.kind, figures),
                before=one.before,
                after=one.after,
                before_counted=one.before_counted,
                after_counted=one.after_counted,
            )
            for one in differing.in_cells(was, now, definition, figures)
        ],
        texts=[
            TextChange(title=one.title, before=one.before, after=one.after)
            for one in differing.in_texts(was, now, definition)
        ],
        before_through=was.counted_through,
        after_through=now.counted_through,
    )


async def compared(report_id: UUID, actor: Actor) -> ReportComparison:
    """Compare what units below sent with what was counted of them, figure by figure."""
    report = await _shown(report_id, actor)
    rows, through = await comparing.rows(report, actor)
    return ReportComparison(
        units=await units_below(report_id, actor), rows=rows, counted_through=through
    )


async def history(report_id: UUID, actor: Actor) -> list[ReportHistoryRow]:
    """Return the acts of a report, the newest first; at most 1,000."""
    report = await _shown(report_id, actor)
    definition = await defined.of(report)
    found = []
    for one in await queries.history(report.id, _MOST):
        if one.act_type not in REPORT_CONTENTS:
            continue
        content = msgspec.convert(
            msgspec.json.decode(one.act)["content"], REPORT_CONTENTS[one.act_type]
        )
        found.append(
            ReportHistoryRow(
                number=one.number,
                act=ReportAct(one.act_type),
                by_name=one.by_name,
                at=one.received_at,
                detail=detail(content, definition),
            )
        )
    return found


def _row(report: Listed | Shown, since: date, actor: Actor) -> ReportListed:
    far = actor.unit.unit_id not in (report.unit_id, report.parent_id)
    return ReportListed(
        id=report.id,
        definition=report.definition,
        period=report.period,
        state=report.state,
        title=report.title,
        unit_id=report.unit_id,
        unit_name=Text(vi=report.unit_name_vi, en=report.unit_name_en),
        parent=Text(vi=report.parent_vi or "", en=report.parent_en or "") if far else None,
        first=report.first_day,
        last=report.last_day,
        due_on=report.due_on,
        late=_late(report, since),
        before_use=report_days.before_use(report.due_on, since),
        late_reason=report.late_reason,
        sent_at=report.sent_up_at,
        number=report.number,
        issued_on=report.issued_on,
        replaces=report.replaces,
        replaced_by=report.replaced_by,
        on_behalf=report.behalf_by is not None,
        changed_at=report.changed_at,
    )
