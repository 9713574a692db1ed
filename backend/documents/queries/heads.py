"""Queries of the heads on duty, who sign a unit's papers at the desk."""

from collections.abc import Iterable
from uuid import UUID

from backend.core import database
from schemas.core.vocabulary import Role


async def on_duty(units: list[UUID], roles: Iterable[Role]) -> list[UUID]:
    """Return who is on duty in these units with one of these roles, those of the lowest unit first, ten at most."""
    found = await database.fetch(
        """
        SELECT o.id FROM officers o JOIN units u ON u.id = o.unit_id
        WHERE o.unit_id = ANY($1::uuid[]) AND o.state = 'active'
            AND EXISTS (SELECT 1 FROM officer_roles r WHERE r.officer_id = o.id AND r.role = ANY($2::text[]))
        ORDER BY u.level DESC, o.username LIMIT 10
        """,
        units,
        [str(one) for one in roles],
    )
    return [row["id"] for row in found]
