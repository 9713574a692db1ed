"""What the guards of an act need from outside the case, as its declaration asks for it."""

from typing import Any
from uuid import UUID

from backend.casework.acts.declaring import Ask
from backend.casework.acts.index import ACTS
from backend.casework.cases import against_papers, following, limits, received
from backend.casework.cases.gathering import GATHERED, Asked
from backend.casework.derived import authority
from backend.casework.queries import cases as queries
from backend.casework.rules import violators
from backend.casework.rules.facts import Facts
from backend.casework.rules.guard_context import GuardContext, InspectionSeen
from backend.core import clock, scope
from backend.core.actors import Actor, UnitPath
from backend.core.local_time import day_of
from backend.fieldwork.queries.teams import INSPECTION_TEAMS
from backend.law.deadlines import service as deadlines
from backend.ledger.canonical import ParsedAct
from schemas.casework.words import CaseAct


def _inspection_id(content: Any, facts: Facts | None) -> UUID | None:
    found: UUID | None = getattr(content, "inspection_id", None)
    return found or (facts.inspection_id if facts else None)


async def guard_context(
    facts: Facts | None, parsed: ParsedAct, actor: Actor, path: UnitPath | None
) -> GuardContext:
    """Gather everything that guards may ask about an act, as of now."""
    now = clock.now()
    content, case_id = parsed.content, parsed.act.record.id
    given: dict[str, Any] = {
        "now": now,
        "today": day_of(now),
        "officer_id": actor.officer_id,
        "rule_set": deadlines.rule_set_at(day_of(now)),
    }
    asks = ACTS[CaseAct(parsed.act.type)].asks
    inspection = _inspection_id(content, facts)
    if Ask.HELD_INSPECTION in asks and inspection:
        await queries.hold_inspection(inspection)
    if Ask.SAME_VIOLATOR in asks:
        given["same_violator"] = await _same_violator(content)
    if Ask.INSPECTION in asks and inspection:
        seen = await _inspection(inspection, case_id, actor)
        given |= {"inspection": seen, "begin_by": limits.begin_by(facts, seen)}
    if Ask.PLANNED_SAME in asks:
        given["planned_same"] = await _planned_same(content)
    if Ask.FILE in asks:
        given |= await received.gathered(
            case_id, content, path, given["rule_set"] if facts is None else facts.rule_set
        )
        given["heads"] = path is not None and authority.heads(path, actor)
    if Ask.ABOVE in asks:
        given["above"] = received.above(content, path)
    if facts is not None:
        asked = Asked(case_id, CaseAct(parsed.act.type), content, facts, actor, path, now)
        for ask, gather in GATHERED.items():
            if ask in asks:
                given |= await gather(asked)
    return GuardContext(**given)


async def _planned_same(content: Any) -> tuple[str, ...]:
    party = content.party
    found = await queries.planned_same(party.subject_id, party.name, content.year, content.contents)
    return tuple(found)


async def _inspection(inspection_id: UUID, case_id: UUID, actor: Actor) -> InspectionSeen | None:
    condition, args = scope.sql(scope.teamed(INSPECTION_TEAMS, actor), "i", 3)
    row = await queries.inspection_seen(inspection_id, case_id, condition, list(args))
    if row is None:
        return None
    decision = row.decision
    return InspectionSeen(
        id=row.id,
        state=row.state,
        team_size=row.team_size,
        leader_card_valid=row.leader_card_valid,
        no_conflict_declared=decision.no_conflict_declared,
        other_case=row.other_case,
        withdrawn=row.withdrawn,
        issued_on=decision.issued_on,
        start_on=decision.start_on,
        subject=decision.subject,
        ended=await following.inspection_end(inspection_id),
        plan_said=row.plan_said,
    )


async def _same_violator(content: Any) -> str | None:
    """Return the number of the inspection's case against the new case's violator, or None."""
    who = violators.of_party(content.party)
    others = await against_papers.beside(content.inspection_id, content.opening.number)
    same = (one for one in others if violators.same(violators.of_party(one.party), who))
    return next((one.opening.number for one in same), None)
