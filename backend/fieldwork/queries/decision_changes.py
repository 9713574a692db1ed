"""Queries by which changes of a decision are judged and folded into its inspection."""

from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.core import database
from backend.fieldwork.queries.inspections import touch_clause
from backend.fieldwork.tables.inspections import Inspection
from schemas.fieldwork.decisions import DecisionInForce
from schemas.fieldwork.words import InspectionState


async def decision(inspection_id: UUID) -> DecisionInForce:
    """Return the decision of an inspection, which exists, as it is now."""
    [row] = await Inspection.select(Inspection.decision).where(Inspection.id == inspection_id)
    return msgspec.json.decode(row["decision"], type=DecisionInForce)


async def issued_by(inspection_id: UUID) -> UUID:
    """Return who issued its decision."""
    [row] = await Inspection.select(Inspection.issued_by).where(Inspection.id == inspection_id)
    found: UUID = row["issued_by"]
    return found


async def state(inspection_id: UUID) -> InspectionState:
    """Return the state of an inspection, which exists."""
    [row] = await Inspection.select(Inspection.state).where(Inspection.id == inspection_id)
    return InspectionState(row["state"])


async def issued_on(inspection_id: UUID) -> date:
    """Return the day of its decision."""
    return (await decision(inspection_id)).issued_on


async def set_decision(inspection_id: UUID, now_is: DecisionInForce, at: datetime) -> None:
    """Store the decision as changed, and notify the phones of its team.

    Number and party change too, where a team mends what it typed from a sheet signed by hand.
    """
    leader = next(one.officer_id for one in now_is.team if one.leader)
    extra = (
        "decision = $4::jsonb, leader_id = $5, subject_address = $6,"
        " minutes_owner = CASE WHEN minutes_owner = ANY($7::uuid[]) THEN minutes_owner END,"
        " decision_number = $8, subject_id = $9, subject_name = $10"
    )
    await database.defer(
        "touched",
        touch_clause(extra),
        inspection_id,
        None,
        at,
        msgspec.json.encode(now_is).decode(),
        leader,
        now_is.place,
        [one.officer_id for one in now_is.team],
        now_is.number,
        now_is.subject.subject_id,
        now_is.subject.name,
    )


async def set_team(inspection_id: UUID, now_is: DecisionInForce) -> None:
    """Replace the team of the inspection."""
    await database.execute(
        """
        WITH gone AS (
            DELETE FROM inspection_team WHERE inspection_id = $1 AND NOT (officer_id = ANY($2::uuid[]))
        )
        INSERT INTO inspection_team (inspection_id, officer_id, is_leader)
        SELECT $1, * FROM unnest($2::uuid[], $3::boolean[])
        ON CONFLICT (inspection_id, officer_id) DO UPDATE SET is_leader = excluded.is_leader
        """,
        inspection_id,
        [one.officer_id for one in now_is.team],
        [one.leader for one in now_is.team],
    )
