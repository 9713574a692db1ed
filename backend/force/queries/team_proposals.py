"""Queries of places in teams that wait for the issuer of their decision after a hand-over."""

from datetime import datetime
from uuid import UUID

from backend.core import compiled, database
from backend.core.compiled import Query
from backend.force.tables.team_proposals import TeamProposal


async def put(
    officer_id: UUID, to_id: UUID, inspection_ids: list[UUID], by: UUID, at: datetime, reason: str
) -> None:
    """Record who is proposed for an officer's places. A later proposal for a place takes the earlier one's stead.

    By hand: Piccolo returns no row of a composite key that it inserts.
    """
    await database.execute(
        """
        INSERT INTO team_proposals (inspection_id, officer_id, to_id, proposed_by, proposed_at, reason)
        SELECT one, $1, $2, $4, $5, $6 FROM unnest($3::uuid[]) one
        ON CONFLICT (inspection_id, officer_id) DO UPDATE SET to_id = excluded.to_id,
            proposed_by = excluded.proposed_by, proposed_at = excluded.proposed_at, reason = excluded.reason,
            kept_by = NULL, kept_at = NULL
        """,
        officer_id,
        to_id,
        inspection_ids,
        by,
        at,
        reason,
    )


@compiled.write
def keep(inspection_id: UUID, officer_id: UUID, by: UUID, at: datetime) -> Query:
    """Record that the team stays as it is."""
    kept = TeamProposal.update({TeamProposal.kept_by: by, TeamProposal.kept_at: at})
    of = TeamProposal.inspection_id == inspection_id
    return kept.where(of & (TeamProposal.officer_id == officer_id))
