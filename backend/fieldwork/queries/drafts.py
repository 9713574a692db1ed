"""Queries of notices about a draft: their recipients and their text."""

from uuid import UUID

from backend.core import compiled, database
from backend.core.compiled import Query
from backend.fieldwork.tables.review import Draft
from schemas.core.problems import Text


async def heads_to_ask(path: list[UUID], team: list[UUID], issued_by: UUID) -> list[UUID]:
    """Return the supervisors to notify.

    These are the ones on duty in the nearest unit of this path that has one outside the team, and
    the issuer of the decision if still a supervisor on duty in a unit of this path and not on the
    team.
    """
    found = await database.fetch(
        """
        SELECT o.id, array_position($1::uuid[], o.unit_id) AS level
        FROM officers o JOIN officer_roles r ON r.officer_id = o.id AND r.role = 'supervisor'
        WHERE o.unit_id = ANY($1) AND o.state = 'active' AND o.id <> ALL ($2::uuid[])
        """,
        path,
        team,
    )
    nearest = max((row["level"] for row in found), default=0)
    return [row["id"] for row in found if row["level"] == nearest or row["id"] == issued_by]


async def words_of_draft(inspection_id: UUID, officer_id: UUID) -> dict[str, str]:
    """Return what a notice of a draft says: the inspected party, the decision, and who asks."""
    row = await database.fetchrow(
        """
        SELECT i.subject_name AS subject, i.decision_number AS number, o.full_name AS officer
        FROM inspections i, officers o WHERE i.id = $1 AND o.id = $2
        """,
        inspection_id,
        officer_id,
    )
    return dict(row)


async def words_of_proposal(inspection_id: UUID, proposal: UUID) -> dict[str, str | Text]:
    """Return the same of a draft by the act that proposed it."""
    [officer_id] = await _proposed_by(proposal)
    return {**await words_of_draft(inspection_id, officer_id)}


@compiled.values(UUID)
def _proposed_by(proposal: UUID) -> Query:
    return Draft.select(Draft.officer_id).where(Draft.act_id == proposal)
