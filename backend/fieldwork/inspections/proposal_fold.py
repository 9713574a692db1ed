"""Writes acts about proposals into their table. What follows from them is in decision_papers/proposing.py."""

from typing import Any

from backend.core.json_columns import written
from backend.fieldwork.inspections.taken import Taken
from backend.fieldwork.queries import proposals as queries
from schemas.fieldwork.proposals import DecisionProposed, DecisionReturned


async def take(taken: Taken, content: Any) -> None:
    """Write what an act says of a proposal."""
    act = taken.act
    match content:
        case DecisionProposed():
            await queries.propose(
                content.document_id,
                act.record.id,
                act.id,
                written(content),
                act.officer_id,
                taken.at,
            )
        case DecisionReturned():
            await queries.send_back(content.document_id, content.comments, act.officer_id, taken.at)
        case _:
            raise TypeError(f"no fold for {type(content)}")
