"""What a paper's page shows besides the paper: as it would be signed, its plan, its steps, what its reader may do.

All of it is read at once, in the caller's transaction, for a paper that was found in sight. Each act judges again.
"""

from typing import NamedTuple

from backend.core.actors import Actor
from backend.core.database import at_once
from backend.fieldwork.decision_papers import (
    dispatching,
    kept_numbers,
    printed_teams,
    sealing,
    steps_first,
)
from backend.fieldwork.decision_papers.deciding import as_draft
from backend.fieldwork.decision_papers.filling import Filled
from backend.fieldwork.inspections import plan_judging
from backend.fieldwork.queries import approving as approving_queries
from backend.fieldwork.queries.decision_papers import NamedPaper
from backend.fieldwork.rules import desk_papers as rules
from schemas.core.problems import Text
from schemas.fieldwork.adhoc_plans import PlanSeen
from schemas.fieldwork.decision_papers import DispatchSeen
from schemas.fieldwork.words import PaperState


class Around(NamedTuple):
    """What belongs to a paper in sight of one reader."""

    filled: Filled | None
    """A draft as it would be signed."""
    kept_number: str | None
    plans: list[PlanSeen]
    plan_needed: bool
    waits_first: Text | None
    unheard: list[Text]
    dispatches: list[DispatchSeen]
    former_members: list[str]
    may_compare: bool
    may_seal: bool
    may_dispatch: bool


async def read(paper: NamedPaper, actor: Actor) -> Around:
    """Return what belongs to a paper, which is in this reader's sight."""
    draft = paper.state is PaperState.DRAFT
    signs = draft and rules.may_sign(paper, actor)
    compares = rules.may_compare(paper, actor)
    record_id, document_id = paper.inspection_id, paper.id
    async with at_once() as ask:
        filled = ask(as_draft(paper, actor)) if draft else None
        kept_number = ask(kept_numbers.waits_with(document_id)) if draft else None
        plans = ask(plan_judging.of_record(record_id)) if paper.order is not None else None
        plan_needed = ask(plan_judging.needed(paper)) if draft else None
        waits_first = ask(steps_first.waits_for(record_id, document_id)) if signs else None
        unheard = ask(steps_first.unheard(record_id, document_id)) if signs else None
        dispatches = ask(dispatching.sent(document_id))
        former_members = ask(printed_teams.told(paper, actor))
        drafted = ask(approving_queries.drafted_by(paper, actor.officer_id)) if compares else None
        may_seal = ask(sealing.may_seal(paper, actor))
        may_dispatch = ask(dispatching.may_dispatch(paper, actor))
    return Around(
        filled=filled.result() if filled else None,
        kept_number=kept_number.result() if kept_number else None,
        plans=plans.result() if plans else [],
        plan_needed=plan_needed is not None and plan_needed.result(),
        waits_first=waits_first.result() if waits_first else None,
        unheard=unheard.result() if unheard else [],
        dispatches=dispatches.result(),
        former_members=former_members.result(),
        may_compare=drafted is not None and not drafted.result(),
        may_seal=may_seal.result(),
        may_dispatch=may_dispatch.result(),
    )
