"""Writes into a case what its inspection's acts mean for it, in the same transaction.

Called by `ledger.record` (the one door) through backend.ledger.handlers.follow, wired in
backend/registry.py. So inspections know nothing of cases.
"""

from uuid import UUID

from backend.casework.queries import cases as queries
from backend.core.actors import Actor
from backend.ledger import service as ledger
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Entry
from schemas.casework.acts.intake import InspectionEnd, InspectionFollowed
from schemas.casework.words import CaseAct
from schemas.core.vocabulary import RecordKind
from schemas.fieldwork.acts import InspectionSubmitted
from schemas.fieldwork.words import ActType

NOT_EXECUTED_FORM = "BB-KKT"


_TOLD = frozenset({ActType.INSPECTION_ANNOUNCED, ActType.INSPECTION_SUBMITTED})


async def follow(parsed: ParsedAct, actor: Actor, entry: Entry) -> None:
    """Record in each case of the inspection what an accepted act of it means, if it means anything."""
    if parsed.act.type not in _TOLD:
        return
    found = await cases_of(parsed.act.record.id)
    if not found:
        return
    kind = await _meaning(parsed)
    content = InspectionFollowed(
        inspection_id=parsed.act.record.id, act=parsed.act.id, at=entry.received_at
    )
    system = _as_system(actor)
    for case_id in found:
        written = ledger.desk_act(RecordKind.CASE, case_id, kind, content, system)
        await ledger.record(written, system)


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
