"""Names of officers, for pages that show an act of which only the officer's id was kept."""

from collections.abc import Iterable
from uuid import UUID

from backend.force.queries import officer_names


async def names_of(ids: Iterable[UUID | None]) -> dict[UUID, str]:
    """Return the names of these officers.

    The caller has checked that its reader may see their acts.
    """
    return await officer_names.of(ids)
