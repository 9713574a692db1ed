"""Queries of the people of a paper about a decision: who heads its unit."""

from uuid import UUID

from backend.core import database


async def heads_of(units: list[UUID]) -> list[UUID]:
    """Return the supervisors on duty of these units, those of the lowest unit first, five at most."""
    found = await database.fetch(
        """
        SELECT o.id FROM officers o JOIN units u ON u.id = o.unit_id
        WHERE o.unit_id = ANY($1::uuid[]) AND o.state = 'active'
            AND EXISTS (SELECT 1 FROM officer_roles r WHERE r.officer_id = o.id AND r.role = 'supervisor')
        ORDER BY u.level DESC, o.username LIMIT 5
        """,
        units,
    )
    return [row["id"] for row in found]
