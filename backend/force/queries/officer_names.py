"""Queries of officers' names only: other groups store just the officer's id."""

from collections.abc import Iterable
from uuid import UUID

from backend.core import rows
from backend.force.tables.officers import Officer


async def of(ids: Iterable[UUID | None]) -> dict[UUID, str]:
    """Return the names of these officers; None and unknown ids have none."""
    asked = {one for one in ids if one is not None}
    if not asked:
        return {}
    query = Officer.select(Officer.id, Officer.full_name)
    found = await query.where(rows.any_of(Officer.id, asked))
    return {row["id"]: row["full_name"] for row in found}
