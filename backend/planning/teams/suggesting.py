"""From an item to the draft of its inspection's decision, in one step.

officers = await suggesting.suggested_team(item_id, actor)
document_id, outcome = await suggesting.draft_decision(item_id, leader_id, member_ids, actor)
"""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from backend.core import clock, formats
from backend.core.actors import Actor
from backend.core.errors import RefusedAct
from backend.fieldwork.decision_papers import service as decisions
from backend.force.units import service as units
from backend.ledger.service import Outcome
from backend.planning.plans import reading
from backend.planning.queries import teams as queries
from backend.planning.queries.teams import Candidate
from backend.planning.rules import authority
from backend.planning.rules import teams as rules
from backend.planning.rules.facts import Plan
from backend.planning.texts.refusals import refusal
from schemas.fieldwork.acts import DecisionSubject
from schemas.fieldwork.decisions import IssueDecision, TeamCandidate
from schemas.planning.acts import PlanItem
from schemas.planning.views import TeamSuggestion
from schemas.planning.words import ItemState, PlanState

_DAYS = 3
"""Working days on site (Ordinance 11/2016 Art 22): the drafter may change them."""


async def suggested_team(item_id: UUID, actor: Actor) -> list[TeamSuggestion]:
    """Return the officers who could be on an item's team, the most suitable first, with reasons. Raises NotFound."""
    _, item = await reading.seen_item(item_id, actor)
    said = item.content
    last = max(said.last_day, clock.today())
    unit_id = item.path.unit_id  # the successor, if the unit that the plan names ended
    found = await queries.of_unit(
        item.path.level,
        unit_id,
        max(said.first_day, clock.today()),
        last,
        item_id,
        said.area,
    )
    proposed = [one for one in (said.leader_id, *said.member_ids) if one]
    ordered = rules.ranked(found, unit_id, proposed, last)
    return [_suggestion(one, unit_id, proposed, last) for one in ordered]


def _suggestion(
    one: Candidate, unit_id: UUID, proposed: Sequence[UUID], last: date
) -> TeamSuggestion:
    return TeamSuggestion(
        officer=TeamCandidate(
            officer_id=one.officer_id,
            full_name=one.full_name,
            officer_number=one.officer_number,
            title_vi=one.title_vi,
            unit_id=one.unit_id,
            unit_name_vi=one.unit_name_vi,
            card_number=one.card_number,
            card_expires_on=one.card_expires_on,
        ),
        may_lead=rules.may_lead(one, last),
        away=one.away,
        load=rules.load(one),
        reasons=rules.reasons(one, unit_id, proposed, last),
    )


async def draft_decision(
    item_id: UUID, leader_id: UUID, member_ids: Sequence[UUID], actor: Actor
) -> tuple[UUID, Outcome]:
    """Draft the decision of an item's inspection; returns the paper's id and the outcome.

    The draft rests on the plan (ground "planned") and names the item, so that its inspection moves it. What is still
    missing, such as the declaration that nobody on the team is related, the draft shows as its faults.

    Raises NotFound, NotAllowed, RefusedAct if the item is not planned, or names a criterion instead of a subject.
    """
    plan, item = await reading.seen_item(item_id, actor)
    if not authority.works_in(actor, item.path):
        raise _refused("not_yours")
    if plan.state is not PlanState.ISSUED or item.state is not ItemState.PLANNED:
        raise _refused("item_over")
    if item.content.subject is None:
        raise _refused("criterion")
    return await decisions.draft(await _order(plan, item.content, leader_id, member_ids), actor)


async def _order(
    plan: Plan, item: PlanItem, leader_id: UUID, member_ids: Sequence[UUID]
) -> IssueDecision:
    subject = item.subject
    if subject is None:
        raise TypeError("asked for an item without a subject")
    return IssueDecision(
        subject=DecisionSubject(
            subject_id=subject.subject_id,
            kind=subject.kind,
            name=subject.name,
            trade_name=subject.trade_name,
            tax_code=subject.tax_code,
            registration_number=subject.registration_number,
            address=item.address,
            representative=subject.representative,
            representative_title=subject.representative_title,
            phone=subject.phone,
        ),
        place=item.address,
        legal_bases=decisions.standard_bases(),
        contents=item.contents,
        duration_days=_DAYS,
        complex=False,
        start_on=max(item.first_day, clock.today()),
        leader_id=leader_id,
        member_ids=list(dict.fromkeys(one for one in member_ids if one != leader_id)),
        no_conflict_declared=False,
        ground="planned",
        proposal=await _cited(plan),
        plan_item_id=item.item_id,
    )


async def _cited(plan: Plan) -> str:
    """Return how the decision cites the plan on which it rests (Ordinance 11/2016 Art 19.2)."""
    unit = await units.name_of(plan.unit_id)
    day = formats.day(plan.issued_on) if plan.issued_on else "…"
    return f"Kế hoạch số {plan.number} ngày {day} của {unit.vi}: {plan.title}"[:500]


def _refused(code: str) -> RefusedAct:
    why = refusal(code)
    return RefusedAct(code=why.code, text=why.text)
