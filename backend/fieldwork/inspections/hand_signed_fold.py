"""Writes acts about a decision signed by hand into the read tables."""

import msgspec

from backend.core import change_feed
from backend.fieldwork.inspections.taken import Taken
from backend.fieldwork.queries import decision_changes as decision_queries
from backend.fieldwork.queries import hand_signed as queries
from backend.fieldwork.queries import inspections as inspection_queries
from backend.fieldwork.rules.hand_signed import MATCHED_WITHIN
from backend.force.units import service as units
from schemas.fieldwork.hand_signed import DecisionHandSigned, DecisionMatched


async def written(taken: Taken, content: DecisionHandSigned) -> None:
    """Begin the inspection from the sheet, or mend what was typed.

    The head of the unit answers for it at the desk, as the issuer of any other decision would.
    """
    record_id, decision = taken.act.record.id, content.decision
    team = [one.officer_id for one in decision.team]
    if taken.state is None:
        path = await units.path_of(decision.unit_id)
        head = await queries.head_of(path, team)
        if head is None:
            raise LookupError("no head; the judgement looked for one")
        await inspection_queries.insert_inspection(
            record_id, path, decision, msgspec.json.encode(decision).decode(), head, taken.at
        )
        await inspection_queries.touch(record_id, None, taken.at)
    else:
        await decision_queries.set_decision(record_id, decision, taken.at)
    await queries.write(
        record_id,
        taken.act.id,
        content.issuer_unit,
        content.sheets,
        taken.act.officer_id,
        taken.told_at,
        taken.at + MATCHED_WITHIN,
    )
    await change_feed.tell(team, "decision", str(record_id))
    for officer in team:
        await change_feed.tell(team, "officer", str(officer))


async def matched(taken: Taken, content: DecisionMatched) -> None:
    """Store what a second person found, and tell the team's phones."""
    record_id = taken.act.record.id
    await queries.set_matched(record_id, content, taken.act.officer_id, taken.at)
    await inspection_queries.touch(record_id, None, taken.at)
