"""Acts about the rank of an officer (ngạch công chức), which is neither a position nor a role."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from schemas.core.base import Wire
from schemas.force.acts import Reason

RankCode = Literal["21.187", "21.188", "21.189", "21.190"]
"""Senior, principal, and market controller, and controller of intermediate level, by the codes of Circular 02/2022."""


class RankGiven(Wire):
    """The officer holds a rank from a day on, by a decision, until a later one begins."""

    rank_id: UUID
    code: RankCode
    valid_from: date
    number: Annotated[str, Meta(min_length=1, max_length=60)]
    decided_on: date


class RankWithdrawn(Wire):
    """The rank was entered by mistake: it counts for no day."""

    rank_id: UUID
    reason: Reason
