"""What the tables say of a plan, from its acts alone: `verify` compares. Pure.

The door judges each act by the rows, so this is no second truth: it is the same one, reached another way.
"""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from backend.planning.rules import writing
from schemas.planning import acts
from schemas.planning.words import OverlapWay, PlanKind, PlanState

_STATES: dict[type, PlanState] = {
    acts.SentUp: PlanState.SENT_UP,
    acts.SentBack: PlanState.DRAFT,
    acts.Merged: PlanState.MERGED,
    acts.Released: PlanState.SENT_UP,
    acts.PlanSubmitted: PlanState.READY,
    acts.PlanReopened: PlanState.DRAFT,
    acts.PlanApproved: PlanState.APPROVED,
    acts.PlanAgreedAlone: PlanState.APPROVED,
    acts.PlanIssued: PlanState.ISSUED,
    acts.PlanEnded: PlanState.ENDED,
    acts.PlanGivenUp: PlanState.GIVEN_UP,
}


@dataclass
class Folded:
    """A plan as its acts have it."""

    state: PlanState = PlanState.DRAFT
    number: str | None = None
    items: dict[UUID, str] = field(default_factory=dict)
    """The hash of each item's content, hex."""
    removed: set[UUID] = field(default_factory=set)
    not_done: dict[UUID, str] = field(default_factory=dict)
    """Why it is not done, as it was said last; an inspection may have done it since."""


def take(plan: Folded, content: Any) -> None:
    """Fold one more accepted act."""
    plan.state = _STATES.get(type(content), plan.state)
    match content:
        case acts.PlanDrafted():
            if content.kind is PlanKind.FOREIGN:
                plan.state, plan.number = PlanState.FOREIGN, content.number
        case acts.ItemsSet():
            _set(plan, content.items)
        case acts.ItemsRemoved():
            plan.removed.update(content.item_ids)
        case acts.OverlapResolved() if content.way is not OverlapWay.KEPT:
            plan.removed.add(content.item_id)
        case acts.PlanIssued():
            plan.number = content.number
        case acts.PlanAmended():
            plan.removed.update(content.removed)
            _set(plan, content.items)
        case acts.TeamChanged():
            _set(plan, content.items)
        case acts.ItemNotDone():
            plan.not_done[content.item_id] = content.reason
        case acts.ItemResumed():
            plan.not_done.pop(content.item_id, None)


def _set(plan: Folded, items: list[acts.PlanItem]) -> None:
    for one in items:
        plan.items[one.item_id] = writing.hashes(one)[0]
        plan.removed.discard(one.item_id)
