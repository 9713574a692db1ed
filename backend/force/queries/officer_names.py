"""Queries of officers' names only: other groups store just the officer's id."""

from collections.abc import Iterable
from uuid import UUID

import msgspec

from backend.core import compiled, remembering, rows
from backend.core.compiled import Query
from backend.force.tables.officers import Officer


class _Named(msgspec.Struct, frozen=True, kw_only=True):
    id: UUID
    full_name: str


async def of(ids: Iterable[UUID | None]) -> dict[UUID, str]:
    """Return the names of these officers; None and unknown ids have none."""
    return await remembering.each(_names, (one for one in ids if one is not None))


async def _names(ids: list[UUID]) -> dict[UUID, str]:
    return {officer.id: officer.full_name for officer in await _named(ids)}


@compiled.many(_Named)
def _named(ids: list[UUID]) -> Query:
    return Officer.select(*rows.columns(_Named, Officer)).where(rows.any_of(Officer.id, ids))
