"""SQL of holding database and object store against each other. Workers' and operators' own: no person's scope."""

from typing import Any
from uuid import UUID

from backend.core import database


async def announced_after(after: UUID | None, limit: int) -> list[Any]:
    """Photographs that an act announced and whose bytes no row has."""
    return await database.fetch(
        "SELECT id, unit_id, sha256 FROM photos WHERE stored_at IS NULL AND ($1::uuid IS NULL OR id > $1)"
        " ORDER BY id LIMIT $2",
        after,
        limit,
    )


async def restored_lately() -> bool:
    """Whether a restore was declared in the last three months: so long phones bring acts that it lost."""
    found: bool = await database.fetchval(
        "SELECT EXISTS (SELECT FROM ledger_logs WHERE era > 1 AND began_at > now() - interval '90 days')"
    )
    return found
