"""The act by which all open work of an officer goes to colleagues."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from schemas.core.base import Wire
from schemas.force.acts import Reason


class HandedTo(Wire):
    """What one colleague took over: how many records of a kind."""

    officer_id: UUID
    kind: Literal["case", "inspection", "information", "plan_item", "step"]
    count: Annotated[int, Meta(ge=1, le=10_000)]


class TeamProposed(Wire):
    """Into how many teams a colleague is proposed: each waits for a decision of its issuer."""

    officer_id: UUID
    count: Annotated[int, Meta(ge=1, le=10_000)]
    inspections: Annotated[list[UUID], Meta(max_length=1000)] | None = None
    """Which. None in entries from before issuers found them among their work."""


class TeamKept(Wire):
    """The issuer of an inspection decision leaves its team as it is, though the officer's work was handed over."""

    inspection_id: UUID
    reason: Reason


class OfficerHandedOver(Wire):
    """All open work of the officer went to colleagues, each record by an act of its own in the same transaction.

    It says how many, and nothing of what is in the records. `decision` and `decided_on` name the decision by which the
    officer leaves or moves, where there is one.
    """

    given: Annotated[list[HandedTo], Meta(max_length=500)]
    reason: Reason
    decision: Annotated[str, Meta(min_length=1, max_length=60)] | None = None
    decided_on: date | None = None
    proposed: Annotated[list[TeamProposed], Meta(max_length=500)] | None = None
    """Places in teams that wait for the issuers (Circular 27/2020 Arts 15.2, 17.4)."""
    asked_by: Literal["officer", "head"] | None = None
    """Who asked for it, if an administrator hands over the work of somebody who stays."""
