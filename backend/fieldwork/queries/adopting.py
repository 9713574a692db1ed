"""SQL for comparing database and object store. Used by workers and operators: no scope applies."""

from typing import Any
from uuid import UUID

from backend.core import database


async def announced_after(after: UUID | None, limit: int) -> list[Any]:
    """Return announced photographs that no row records as stored, by id after `after`."""
    return await database.fetch(
        "SELECT id, unit_id, sha256 FROM photos WHERE stored_at IS NULL AND ($1::uuid IS NULL OR id > $1)"
        " ORDER BY id LIMIT $2",
        after,
        limit,
    )


async def restored_lately() -> bool:
    """Tell whether a restore was declared in the last three months.

    For that long phones may still send acts that the restore lost.
    """
    found: bool = await database.fetchval(
        "SELECT EXISTS (SELECT FROM ledger_logs WHERE era > 1 AND began_at > now() - interval '90 days')"
    )
    return found
