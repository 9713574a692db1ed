"""What a decision's signature asks of the plan before it (PA): a paper of the same record, or one issued within a case.

Circular 27/2020/TT-BCT Art 12. A decision names a case's plan as the law has it, by its number among the bases. Groups
above tell which numbers are such plans (`know`, called by backend/registry.py).
"""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

from msgspec import UNSET, UnsetType

from backend.core.actors import UnitPath
from backend.fieldwork.queries import decision_papers as queries
from backend.fieldwork.queries.decision_papers import DeskPaper
from backend.fieldwork.rules import adhoc_plans as rules
from backend.fieldwork.rules import desk_papers
from backend.fieldwork.texts.inspections import refusal
from backend.ledger.handlers import Refuse
from schemas.fieldwork.adhoc_plans import Emergency, PlanSeen
from schemas.fieldwork.decisions import DecisionFault

Cited = Callable[[list[str], str, UnitPath], Awaitable[str | None]]
"""Called with the numbers that a decision cites, its party and unit; returns the one of a plan in force, or None."""
_KNOWN: list[Cited] = []


def know(cited: Cited) -> None:
    """Ask `cited` for plans that are papers of other records. Calling it again changes nothing."""
    if cited not in _KNOWN:
        _KNOWN.append(cited)


async def of_a_case(paper: DeskPaper) -> str | None:
    """Return the number of the plan of a case on which this decision's draft rests, or None."""
    order = paper.order
    numbers = rules.cited(order) if order is not None else []
    if order is None or not numbers:
        return None
    for one in _KNOWN:
        if (number := await one(numbers, order.subject.name, paper.path)) is not None:
            return number
    return None


async def of_record(record_id: UUID) -> list[PlanSeen]:
    """Return the plan of a record that nobody gave up: one, or none."""
    paper = await queries.first_of(record_id, desk_papers.PLAN)
    if paper is None:
        return []
    in_force = paper.state in desk_papers.IN_FORCE
    return [PlanSeen(id=paper.id, in_force=in_force, number=paper.number)]


async def needed(paper: DeskPaper) -> bool:
    """Tell whether this decision is signed only with the reason of an emergency: no plan is in force."""
    if paper.order is None or paper.order.ground != "ad_hoc":
        return False
    has_plan = any(one.in_force for one in await of_record(paper.inspection_id))
    has_plan = has_plan or await of_a_case(paper) is not None
    return rules.needed(paper.order, has_plan=has_plan)


async def fault(paper: DeskPaper, emergency: Emergency | UnsetType) -> Refuse | None:
    """Refuse to sign an ad-hoc decision that has neither its plan nor the reason of an emergency."""
    lacking = emergency is UNSET and await needed(paper)
    return refusal("adhoc_plan_needed") if lacking else None


def differs(plan: DeskPaper | None, decision: dict[str, Any]) -> list[str]:
    """Return the fields in which a draft of a decision differs from its record's plan, if that is in force."""
    if plan is None or plan.state not in desk_papers.IN_FORCE:
        return []
    return rules.differs(plan.fields, decision)


def against(plan: DeskPaper | None, decision: dict[str, Any]) -> list[DecisionFault]:
    """Return why a draft of a decision is not issued beside its record's plan, if that is in force (Art 13.3.c)."""
    if plan is None or plan.state not in desk_papers.IN_FORCE:
        return []
    return rules.against(plan.fields, plan.number or "", decision)
