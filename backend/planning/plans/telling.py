"""Tells heads and drafters what happened to a plan, in the transaction of its act."""

from uuid import UUID

from backend.approvals.queries import people
from backend.core import clock, formats
from backend.core.actors import Actor, UnitPath
from backend.force.notices import telling
from backend.force.units import service as units
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Entry
from backend.planning.plans.owned import title
from backend.planning.queries import plans as queries
from backend.planning.queries import progress
from backend.planning.rules.facts import Plan
from schemas.core.problems import Text
from schemas.core.vocabulary import Role
from schemas.planning import acts

_SAID = 300
"""The most letters of a reason in a notice; all of it is in the plan's history."""
_HEADS = frozenset({Role.SUPERVISOR, Role.TEAM_LEADER})


async def follow(parsed: ParsedAct, actor: Actor, _entry: Entry) -> None:
    """Tell who must know of an act of a plan."""
    content = parsed.content
    if not isinstance(
        content, acts.SentUp | acts.SentBack | acts.Merged | acts.PlanIssued | acts.PlanAmended
    ):
        return
    plan = await queries.find(parsed.act.record.id)
    if plan is None:
        return
    by: dict[str, str | Text] = {"what": title(plan), "by": actor.full_name}
    match content:
        case acts.SentUp():
            words = {"what": by["what"], "unit": await units.name_of(plan.unit_id)}
            above = [plan.sent_to] if plan.sent_to else []
            await _tell(plan, await heads_in(above), "plan.sent_up", words, actor)
        case acts.SentBack():
            told = {plan.drafted_by, *await heads_in([plan.unit_id])}
            words = {**by, "reason": content.reason[:_SAID]}
            await _tell(plan, told, "plan.sent_back", words, actor)
        case acts.Merged():
            told = {plan.drafted_by, *await heads_in([plan.unit_id])}
            await _tell(plan, told, "plan.merged", by, actor)
        case acts.PlanIssued():
            day = formats.day(content.issued_on)
            words = {"what": by["what"], "number": content.number, "day": day}
            await _tell(plan, await _carrying_out(plan), "plan.issued", words, actor)
        case acts.PlanAmended():
            words = {**by, "reason": content.reason[:_SAID]}
            await _tell(plan, await _carrying_out(plan), "plan.amended", words, actor)


async def heads_in(unit_ids: list[UUID]) -> set[UUID]:
    """Return the heads of these units themselves, or of their successors: supervisors, and a team's leaders."""
    serving = await people.on_duty([], unit_ids, clock.today())
    return {
        one.officer_id
        for one in serving
        if not set(one.also(one.unit_id)).isdisjoint(unit_ids) and not _HEADS.isdisjoint(one.roles)
    }


async def heads_of(path: UnitPath) -> set[UUID]:
    """Return the heads of a unit; where it has none, the nearest above."""
    return await heads_in([path.unit_id]) or set(await telling.heads_of(path))


async def _carrying_out(plan: Plan) -> set[UUID]:
    return await heads_in([one.unit_id for one in await progress.results(plan.id)])


async def _tell(
    plan: Plan, officers: set[UUID], key: str, words: dict[str, str | Text], actor: Actor
) -> None:
    readers = sorted(officers - {actor.officer_id})
    await telling.tell(readers, "plan", plan.id, key, words)
