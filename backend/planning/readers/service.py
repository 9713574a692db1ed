"""Whose business plans are at all, and what they may do before a plan is named.

What an officer may do with a plan that exists is in its view (schemas.planning.views.Allowed).
"""

from collections.abc import Iterable
from uuid import UUID

from backend.core.actors import Actor
from backend.force.accounts import names
from backend.planning.queries import recipients
from backend.planning.rules import authority
from schemas.core.vocabulary import Role
from schemas.planning.views import PlanView
from schemas.planning.words import PlanAct, PlanKind


def may_begin(actor: Actor) -> bool:
    """Tell whether this officer drafts plans of some unit."""
    return actor.has(*authority.WORKS)


def makes(kind: PlanKind, actor: Actor) -> bool:
    """Tell whether this officer's unit makes plans of this kind."""
    return authority.makes(kind, actor.unit)


def looks(actor: Actor) -> bool:
    """Tell whether plans are this officer's business."""
    return actor.has(*authority.WORKS, Role.CLERK, Role.AUDITOR)


def may_resolve(view: PlanView, actor: Actor) -> bool:
    """Tell whether this officer resolves the plan's overlaps now."""
    return (
        view.whole
        and may_begin(actor)
        and authority.open_for(PlanAct.OVERLAP_RESOLVED, view.row.state)
    )


async def recipients_counted(plan_id: UUID) -> tuple[int, int]:
    """Return how many must receive a plan in sight, and how many of them it went to."""
    return await recipients.count(plan_id)


async def names_of(officer_ids: Iterable[UUID]) -> dict[UUID, str]:
    """Return the names of officers whom a plan in sight names."""
    return await names.names_of(officer_ids)
