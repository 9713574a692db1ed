"""Queries by which changes of a decision are judged and folded into its inspection."""

from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.core import database, rows
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


async def replace_on_file(
    inspection_id: UUID, from_id: UUID, to_id: UUID, *, leads: bool, at: datetime
) -> None:
    """Put a colleague in an officer's place among those who work on the file; the decision stays as it is."""
    await database.execute(
        """
        WITH gone AS (DELETE FROM inspection_team WHERE inspection_id = $1 AND officer_id = $2)
        INSERT INTO inspection_team (inspection_id, officer_id, is_leader) VALUES ($1, $3, $4)
        ON CONFLICT (inspection_id, officer_id) DO UPDATE SET is_leader = inspection_team.is_leader OR $4
        """,
        inspection_id,
        from_id,
        to_id,
        leads,
    )
    extra = (
        "leader_id = CASE WHEN $6 THEN $5 ELSE leader_id END,"
        " minutes_owner = CASE WHEN minutes_owner = $4 THEN CASE WHEN $6 THEN NULL ELSE $5 END ELSE minutes_owner END"
    )
    await database.defer(
        "touched", touch_clause(extra), inspection_id, None, at, from_id, to_id, leads
    )


async def may_work_on_file(inspection_id: UUID, officer_id: UUID) -> bool:
    """Tell whether an officer is of the unit of the decision's issuer or below, or of the inspection's."""
    found = await database.fetchval(
        """
        SELECT EXISTS (
            SELECT FROM inspections i JOIN officers s ON s.id = i.issued_by, officers o
            WHERE i.id = $1 AND o.id = $2 AND (s.unit_id IN (o.unit_1, o.unit_2, o.unit_3, o.unit_4)
                OR i.unit_id IN (o.unit_1, o.unit_2, o.unit_3, o.unit_4)))
        """,
        inspection_id,
        officer_id,
    )
    return bool(found)


class Issuer(msgspec.Struct, frozen=True, kw_only=True):
    """Who issued a decision, and whether this officer still decides for the unit."""

    inspection_id: UUID
    officer_id: UUID
    at_work: bool
    unit_1: UUID
    unit_2: UUID | None
    unit_3: UUID | None
    unit_4: UUID | None
    """The issuer's unit, or the inspection's if the issuer moved away: its heads decide if the issuer is gone."""


async def issuers(inspection_ids: list[UUID]) -> list[Issuer]:
    """Return the issuers of these inspections; the caller may name them to nobody but the issuers."""
    found = await database.fetch(
        """
        SELECT i.id AS inspection_id, i.issued_by AS officer_id, p.unit_1, p.unit_2, p.unit_3, p.unit_4,
            o.state = 'active' AND o.unit_id IN (i.unit_1, i.unit_2, i.unit_3, i.unit_4) AND EXISTS (
                SELECT FROM officer_roles r WHERE r.officer_id = o.id AND r.role = 'supervisor') AS at_work
        FROM inspections i JOIN officers o ON o.id = i.issued_by
        JOIN units p ON p.id = CASE WHEN o.unit_id IN (i.unit_1, i.unit_2, i.unit_3, i.unit_4) THEN o.unit_id
            ELSE i.unit_id END
        WHERE i.id = ANY($1::uuid[]) ORDER BY i.id
        """,
        inspection_ids,
    )
    return rows.many(Issuer, found)
