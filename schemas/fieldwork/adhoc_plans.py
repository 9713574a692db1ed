"""The plan of an ad-hoc inspection (PA), and the emergency in which a decision precedes it.

Circular 27/2020/TT-BCT Art 12: the plan is issued before the decision, except for planned inspections and
in an emergency.
"""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from schemas.core.base import Wire
from schemas.fieldwork.remarks import Reason

Risk = Literal["flight", "dispersal", "harm"]
"""What waiting for a plan would risk: the subject flees, the goods are dispersed, or harm is done."""
Long = Annotated[str, Meta(min_length=1, max_length=2000)]


class Contingency(Wire):
    """What may happen on site, and what the team then does, preventive measures included."""

    situation: Long
    measure: Long


class AdhocPlan(Wire):
    """What a plan says beside the decision's draft, from which it takes party, place, contents and team."""

    expected_start: datetime
    expected_end: datetime
    expected_violation: Annotated[str, Meta(min_length=1, max_length=3000)]
    provision: Annotated[str, Meta(min_length=1, max_length=500)]
    """The legal text on the expected violation."""
    contingencies: Annotated[list[Contingency], Meta(min_length=1, max_length=20)]
    means: Long


class Emergency(Wire):
    """Why a decision precedes its plan."""

    risk: Risk
    reason: Reason


class PlanSeen(Wire):
    """The plan that a decision's record has. It may still be a draft."""

    id: UUID
    in_force: bool
    number: str | None
