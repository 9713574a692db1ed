"""Judges the acts of a report: who, in which state, and whether the content holds."""

from typing import Any

from backend.core import clock
from backend.core.actors import Actor
from backend.force.queries import units as unit_queries
from backend.insight.queries import reports as queries
from backend.insight.queries.reports import ToBegin
from backend.insight.report_definitions import service as definitions
from backend.insight.report_definitions.service import Version
from backend.insight.reports import behalf, below, defined, readiness, submitted
from backend.insight.rules.reports import authority, cells, complete, revision
from backend.insight.rules.reports.facts import IN_FORCE, OPEN, Report
from backend.insight.texts.reports import STATES, refusal
from backend.ledger.handlers import Accept, Judgement, Refuse
from schemas.insight import reports as acts
from schemas.insight.words import ReportAct, ReportState, RowsBy

_ON_PAPER = (acts.ReportFilled, acts.ValueStated, acts.TextWritten, acts.UnitLeftOut)
"""What the report's paper says too: a printed sheet may be signed already, and its scan issues the report."""


async def judge(state: Report | None, kind: ReportAct, content: Any, actor: Actor) -> Judgement:
    """Judge an act of a report. What apply() needs is the judgement's note."""
    if actor.face == "phone":
        return refusal("not_from_phone")
    if state is None:
        begins = isinstance(content, acts.ReportBegun)
        return await _begun(content, actor) if begins else refusal("unknown")
    if not authority.may(kind, state.path, state.sent_to, actor):
        return refusal("not_yours")
    if not authority.open_for(kind, state.state):
        return refusal("state", what=STATES[state.state])
    if not authority.allows(kind, state, actor):
        return refusal("not_taken_over")
    if isinstance(content, acts.ReportSentBack | acts.ReportsTaken | acts.ReportTakenOver):
        return await _by_the_unit_above(state, content, actor)
    judged: Judgement = await _content(state, content, actor)
    return judged


async def _by_the_unit_above(report: Report, content: Any, actor: Actor) -> Judgement:
    """Judge what the unit above does with a report of one below. Nobody judges what they wrote themselves."""
    match content:
        case acts.ReportSentBack():
            if await queries.wrote([report.id], actor.officer_id):
                return refusal("own_work")
            return await _sent_back(report, content)
        case acts.ReportsTaken():
            if content != await below.taken_now(report):
                return refusal("taken")
            own = await queries.wrote([one.report_id for one in content.taken], actor.officer_id)
            return refusal("own_taken") if own else Accept()
        case _:
            if report.behalf_by is not None:
                return refusal("taken_over")
            why = await behalf.ground(report)
            return Accept() if why is not None and why == content.why else refusal("unit_works")


async def _content(report: Report, content: Any, actor: Actor) -> Judgement:
    if isinstance(content, _ON_PAPER) and await queries.printed(report.id):
        return refusal("printed")
    match content:
        case acts.ReportFilled():
            whole = complete.fits(content.tables, await defined.of(report))
            return Accept() if whole else refusal("tables")
        case acts.ValueStated():
            return await _stated(report, content)
        case acts.TextWritten():
            known = cells.texts_of(await defined.of(report))
            return Accept() if content.part in known else refusal("part")
        case acts.UnitLeftOut():
            return await _left_out(report, content)
        case acts.ReportSentUp():
            return await _sent_up(report, content)
        case acts.ReportSubmitted():
            return await _whole(report, content.revision) or Accept()
        case acts.ReportReopened():
            waits = report.state is ReportState.READY and actor.face != "job"
            return refusal("withdraw_first") if waits else Accept()
        case acts.ReportIssued():
            return await _issued(report)
        case _:
            return Accept()


async def _begun(content: acts.ReportBegun, actor: Actor) -> Judgement:
    unit = await unit_queries.find(content.unit_id)
    if unit is None:
        return refusal("unit")
    if not authority.may(ReportAct.BEGUN, unit.path, None, actor):
        return refusal("not_yours")
    version = await _version(content)
    if version is None or version.number != content.version:
        return refusal("definition")
    definition = version.definition
    if unit.level not in definition.levels:
        return refusal("level")
    months = defined.months_of(definition)
    if not complete.is_period(definition.period, content.first, content.last, months):
        return refusal("period")
    if not below.existed(unit, content.first, content.last):
        return refusal("unit")
    due_on = defined.due_on(definition, unit.level, content.first, content.last)
    if authority.on_behalf(ReportAct.BEGUN, unit.path, actor):
        corrects = content.replaces is not None
        if await behalf.of_unit(unit.id, due_on, corrects=corrects) is None:
            return refusal("unit_works")
    begun = ToBegin(path=unit.path, period=definition.period, due_on=due_on)
    return await _alone(content) or Accept(note=begun)


async def _version(content: acts.ReportBegun) -> Version | None:
    """Return by what a report is made: the version for its period; what corrects another is made as that was."""
    old = await queries.find(content.replaces) if content.replaces else None
    if old is not None and old.definition == content.definition:
        return await definitions.version(old.definition, old.version)
    return await defined.in_force(content.definition, content.last)


async def _alone(content: acts.ReportBegun) -> Refuse | None:
    """Refuse a second report of the same definition, unit and period, unless it replaces what is in force."""
    if content.replaces is not None:
        # Who sends the old one back at this moment holds it: the second of both is refused.
        await queries.lock(content.replaces)
    await queries.one_at_a_time(content.definition, content.unit_id, content.last)
    others = await queries.alive(content.definition, content.unit_id, content.first, content.last)
    if any(one.state in OPEN for one in others):
        return refusal("in_work")
    in_force = [one.id for one in others if one.state in IN_FORCE]
    if content.replaces is not None:
        fits = content.replaces in in_force and content.reason is not None
        return None if fits else refusal("replaces")
    if in_force:
        return refusal("in_force")
    return None if content.reason is None else refusal("replaces")


async def _stated(report: Report, content: acts.ValueStated) -> Judgement:
    if report.content.counted_through is None:
        return refusal("incomplete", why=readiness.joined(await readiness.missing(report)))
    table = cells.tables_of(await defined.of(report)).get(content.part)
    filled = cells.of_part(report.content, content.part)
    if table is None or filled is None:
        return refusal("part")
    figures = defined.figures_of(report)
    columns, rows = cells.columns_of(table, figures), cells.rows_of(table, filled)
    if content.row >= len(rows) or content.column >= len(columns):
        return refusal("cell")
    row = rows[content.row]
    if row.heading or cells.follows(row, columns[content.column], figures):
        return refusal("cell")
    place = (content.row, content.column)
    counted = {(one.row, one.column): one.value for one in filled.cells}
    nothing = None if table.by is RowsBy.FIGURE else 0
    known = counted.get(place, nothing) is not None
    if content.value is not None and known and content.reason is None:
        return refusal("value_reason")
    return Accept()


async def _left_out(report: Report, content: acts.UnitLeftOut) -> Judgement:
    listed = (await below.reports(report)).get(content.unit_id)
    if listed is None:
        return refusal("not_below")
    return refusal("part_sent") if below.in_force(listed) else Accept()


async def _sent_up(report: Report, content: acts.ReportSentUp) -> Judgement:
    above = report.above
    if above is None:
        return refusal("no_above")
    if clock.today() < report.last_day:
        return refusal("early", day=report.last_day)
    return await _whole(report, content.revision) or Accept(note=above)


async def _whole(report: Report, said: str) -> Refuse | None:
    if said != revision.of(report):
        return refusal("revision")
    # Who sends a part back at this moment holds it: either that is seen here, or this report there.
    await queries.hold([one.report_id for one in report.content.taken or []])
    if back := await below.sent_back(report, report.content):
        return refusal("part_back", names=await readiness.named(back))
    lacks = await readiness.missing(report)
    return refusal("incomplete", why=readiness.joined(lacks)) if lacks else None


async def _sent_back(report: Report, content: acts.ReportSentBack) -> Judgement:
    if content.revision != report.sent_revision:
        return refusal("revision")
    if await queries.resting_on(report.id):
        return refusal("rested_on")
    if await queries.corrections_in_work(report.id):
        return refusal("corrected_now")
    return Accept()


async def _issued(report: Report) -> Judgement:
    if report.state is ReportState.READY and not await submitted.only_signature_left(report.id):
        return refusal("not_approved")
    return Accept(note=report.above)
