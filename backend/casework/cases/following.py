"""Writes into a case what its inspection's acts mean for it, in the same transaction.

Called by `ledger.record` (the one door) through backend.ledger.handlers.follow, wired in
backend/registry.py. So inspections know nothing of cases.
"""

from datetime import date, datetime, time
from uuid import UUID

from backend.casework.queries import cases as queries
from backend.core.actors import Actor
from backend.core.local_time import VIETNAM, day_of
from backend.fieldwork.queries import decision_changes as decision_queries
from backend.law.deadlines import service as deadlines
from backend.law.rules.counting import add_working_days
from backend.ledger import clocks
from backend.ledger import service as ledger
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Entry
from schemas.casework.acts.execution import DeadlineExtended
from schemas.casework.acts.intake import InspectionEnd, InspectionFollowed
from schemas.casework.words import CaseAct
from schemas.core.vocabulary import RecordKind
from schemas.fieldwork.acts import InspectionSubmitted
from schemas.fieldwork.decision_changes import DecisionExtended
from schemas.fieldwork.words import ActType

NOT_EXECUTED_FORM = "BB-KKT"


_TOLD = frozenset({ActType.INSPECTION_ANNOUNCED, ActType.INSPECTION_SUBMITTED})
ON_SITE = "D02"
"""The time limit of an inspection on site (Ordinance 11/2016 Art 22)."""
_BY_LAW = 3
"""Working days on site that need no longer time in the decision (the same article)."""


async def follow(parsed: ParsedAct, actor: Actor, entry: Entry) -> None:
    """Record in each case of the inspection what an accepted act of it means, if it means anything."""
    if isinstance(parsed.content, DecisionExtended):
        await _extend(parsed.act.record.id, parsed.content, actor)
    if parsed.act.type not in _TOLD:
        return
    found = await cases_of(parsed.act.record.id)
    if not found:
        return
    kind, at, until = await _meaning(parsed), entry.received_at, None
    if kind is CaseAct.INSPECTION_BEGAN:
        # The law counts from the announcement (Ordinance Art 22), which may have been without a signal.
        told = clocks.told_at(parsed.act, entry.received_at)
        at = await _announced(parsed.act.record.id, told)
        until = await _last_day(parsed.act.record.id, at)
    content = InspectionFollowed(
        inspection_id=parsed.act.record.id, act=parsed.act.id, at=at, until=until
    )
    system = _as_system(actor)
    for case_id in found:
        written = ledger.desk_act(RecordKind.CASE, case_id, kind, content, system)
        await ledger.record(written, system)


async def _announced(inspection_id: UUID, told_at: datetime) -> datetime:
    """Return when a decision was announced: not before its own day, whatever a phone's clock showed.

    A phone that lost its clock shows 1970, of which no law has a time limit.
    """
    issued_on = await decision_queries.issued_on(inspection_id)
    return max(told_at, datetime.combine(issued_on, time.min, VIETNAM))


async def _last_day(inspection_id: UUID, began_at: datetime) -> date | None:
    """Return the last day on site, if the decision allows more than the law does by itself."""
    days = await queries.days_on_site(inspection_id)
    if days <= _BY_LAW:
        return None
    return add_working_days(day_of(began_at), days, deadlines.calendar())


async def _extend(inspection_id: UUID, extended: DecisionExtended, actor: Actor) -> None:
    """Extend the running time limit on site in each case of the inspection, as the decision does.

    It was the head's decision, so it is the head's act. Where the limit does not run (the team has
    not begun, or the case counts it as complex already), the one door refuses it, and nothing is
    missing.
    """
    announced_at = await queries.announced_at(inspection_id)
    if announced_at is None:
        return
    began_on = day_of(await _announced(inspection_id, announced_at))
    until = add_working_days(began_on, extended.duration_days, deadlines.calendar())
    reason = f"Quyết định kéo dài thời hạn kiểm tra số {extended.number}: {extended.reason}"[:2000]
    content = DeadlineExtended(rule=ON_SITE, until=until, document_id=None, reason=reason)
    for case_id in await cases_of(inspection_id):
        written = ledger.desk_act(
            RecordKind.CASE, case_id, CaseAct.DEADLINE_EXTENDED, content, actor
        )
        await ledger.record(written, actor)


async def _meaning(parsed: ParsedAct) -> CaseAct:
    """Return the act of a case that follows from an act of its inspection.

    Submitted minutes end the inspection. Minutes of non-execution say that there was none.
    """
    if isinstance(parsed.content, InspectionSubmitted):
        form = await queries.minutes_form(parsed.content.minutes)
        closed = form == NOT_EXECUTED_FORM
        return CaseAct.INSPECTION_NOT_EXECUTED if closed else CaseAct.INSPECTION_ENDED
    return CaseAct.INSPECTION_BEGAN


async def inspection_end(inspection_id: UUID) -> InspectionEnd | None:
    """Return what the clocks of a case ask of an inspection that ended before the case was opened.

    None if it did not end, or if there was none.
    """
    at = await queries.inspection_end(
        inspection_id, str(ActType.INSPECTION_SUBMITTED), NOT_EXECUTED_FORM
    )
    if at is None:
        return None
    return InspectionEnd(at=at, violation=await queries.violations_found(inspection_id))


def _as_system(actor: Actor) -> Actor:
    """Return the officer as an actor of the system: an officer may not write this act."""
    return Actor(
        officer_id=actor.officer_id,
        username=actor.username,
        full_name=actor.full_name,
        roles=actor.roles,
        unit=actor.unit,
        session_id=actor.session_id,
        face="job",
        language=actor.language,
    )


async def cases_of(inspection_id: UUID) -> list[UUID]:
    """List an inspection's cases, one per violator, oldest first."""
    return [row.id for row in await queries.cases_of_inspection(inspection_id)]
