"""From the information or the plan to the decision and what changed it: the steps of one inspection.

Times are UTC by the server's clock; days are Vietnam's.
"""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from msgspec import field

from schemas.core.base import Wire
from schemas.fieldwork.adhoc_plans import Risk
from schemas.fieldwork.decision_views import DecisionPart

ChainKind = Literal[
    "proposed",
    "drafted",
    "returned",
    "plan",
    "emergency",
    "decision",
    "hand_signed",
    "given_up",
    "amended",
    "extended",
    "withdrawn",
    "lapsed",
]


class ChainStep(Wire, kw_only=True):
    """One step: what, when, by whom, and its paper."""

    kind: ChainKind
    at: datetime
    officer_name: str
    number: str | None = None
    issued_on: date | None = None
    paper: UUID | None = None
    """The paper that it is, or whose draft it began."""
    said: str | None = None
    """The reason, in the officer's words."""
    risk: Risk | None = None
    """Of an emergency."""
    information_ids: list[UUID] = field(default_factory=list)
    """Of a proposal: the informations from which it grew."""
    parts: list[DecisionPart] = field(default_factory=list)
    """What a change of the decision changed, the team included."""
