"""The same originals in a new store: each gets the protection that it had, and its row names the new version."""

from collections.abc import Callable

import asyncpg

from backend import clock
from deploy.backup import queries
from media import keys
from media.store import ObjectMissing, ObjectStore

_PAGE = 500


async def bind(
    connection: asyncpg.Connection, store: ObjectStore, say: Callable[[str], None]
) -> None:
    """Lock every original as was recorded, and name its version. What is missing is left to `verify`.

    Raises StoreError where the store does not answer or may not lock.
    """
    after, done = None, 0
    while rows := await queries.originals_after(connection, after, _PAGE):
        for row in rows:
            name = keys.parse(row["object_key"])
            try:
                standing = await store.standing(name)
            except ObjectMissing:
                continue
            if row["legal_hold"] and standing.version is not None:
                until = row["retained_until"]
                still = until is not None and until > clock.now()
                await store.protect(
                    name,
                    standing.version,
                    mode=row["retention_mode"] or "GOVERNANCE",
                    until=until if still else None,
                )
                standing = await store.standing(name, standing.version)
            await queries.bind(connection, row["id"], standing)
        after, done = rows[-1]["id"], done + len(rows)
        say(f"bảo vệ bản gốc / locking originals: {done}")
    await queries.protect_papers_again(connection)
