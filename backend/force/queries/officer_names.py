"""SQL of officers' names only: other groups store just the officer's id."""

from collections.abc import Iterable
from uuid import UUID

from backend.core import database


async def of(ids: Iterable[UUID | None]) -> dict[UUID, str]:
    """Return the names of these officers; None and unknown ids have none."""
    asked = {one for one in ids if one is not None}
    if not asked:
        return {}
    rows = await database.fetch(
        "SELECT id, full_name FROM officers WHERE id = ANY($1)", list(asked)
    )
    return {row["id"]: row["full_name"] for row in rows}
