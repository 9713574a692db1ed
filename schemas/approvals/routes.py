"""Contents of the acts of a route: drafted by one person, published by another, ended."""

from datetime import date
from typing import Annotated
from uuid import UUID

from msgspec import Meta, field

from schemas.approvals.submissions import Reason, RouteStep
from schemas.approvals.words import RouteAct, SubmittedKind
from schemas.core.base import Wire
from schemas.core.content_types import Name, Natural, ShortText


class RouteDrafted(Wire):
    """A version of a route as one officer proposes it. It has no force until another publishes it."""

    draft_id: UUID
    name: Name
    kind: SubmittedKind
    unit_id: UUID
    """For what is of this unit or below; a route of a nearer unit goes first."""
    forms: Annotated[list[Annotated[str, Meta(max_length=20)]], Meta(max_length=60)]
    """Empty: every form of this kind."""
    fields: Annotated[list[Annotated[str, Meta(max_length=80)]], Meta(max_length=40)]
    """Empty: every field of administration."""
    amount_from: Natural | None
    """In đồng, inclusive; null: no lower bound."""
    amount_to: Natural | None
    """In đồng, exclusive; null: no upper bound."""
    steps: Annotated[list[RouteStep], Meta(min_length=1, max_length=20)]
    valid_from: date
    """The first day, in Vietnam."""
    note: ShortText
    levels: Annotated[list[Annotated[int, Meta(ge=1, le=4)]], Meta(max_length=4)] = field(
        default_factory=list
    )
    """Levels of the unit of what is submitted (1 the nation, 2 a department, 3 a team). Empty: all."""
    ends_on: date | None = None
    """Set: a proposal to end the route, whose first day without it this is, in Vietnam; `note` says why,
    and all else is as in the published version."""


class RoutePublished(Wire):
    """A second officer publishes the draft as it stands."""

    draft_id: UUID


class RouteDeclined(Wire):
    """The draft is declined, or its drafter takes it back."""

    draft_id: UUID
    reason: Reason


class RouteEnded(Wire):
    """The route ends: what is submitted from this day on goes by another.

    Of records from before ending took two people, as publishing does: see RouteDrafted.ends_on.
    """

    valid_to: date
    """The first day without it, in Vietnam."""
    reason: Reason


ROUTE_CONTENTS: dict[str, type[Wire]] = {
    RouteAct.DRAFTED: RouteDrafted,
    RouteAct.PUBLISHED: RoutePublished,
    RouteAct.DECLINED: RouteDeclined,
    RouteAct.ENDED: RouteEnded,
}
"""Contents by type, for schemas.ledger.acts.CONTENTS."""
