"""Queries for comparing database and object store. Used by workers and operators: no scope applies."""

from uuid import UUID

import msgspec

from backend.core import database, rows
from backend.fieldwork.tables.photos import Photo


class NotStored(msgspec.Struct, frozen=True, kw_only=True):
    """An announced photograph that no row records as stored."""

    id: UUID
    unit_id: UUID
    sha256: str


async def announced_after(after: UUID | None, limit: int) -> list[NotStored]:
    """Return announced photographs that no row records as stored, by id after `after`."""
    waiting = Photo.select(*rows.columns(NotStored, Photo)).where(Photo.stored_at.is_null())
    if after is not None:
        waiting = waiting.where(Photo.id > after)
    return rows.many(NotStored, await waiting.order_by(Photo.id).limit(limit))


async def restored_lately() -> bool:
    """Tell whether a restore was declared in the last three months.

    For that long phones may still send acts that the restore lost.
    """
    found: bool = await database.fetchval(
        "SELECT EXISTS (SELECT FROM ledger_logs WHERE era > 1 AND began_at > now() - interval '90 days')"
    )
    return found
