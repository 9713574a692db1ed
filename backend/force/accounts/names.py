"""Names of officers, for whoever shows an act of which only the officer's id was kept."""

from collections.abc import Iterable
from uuid import UUID

from backend.force.queries import officer_names


async def names_of(ids: Iterable[UUID | None]) -> dict[UUID, str]:
    """The names of these officers. The caller has checked that its reader may see what they did."""
    return await officer_names.of(ids)
