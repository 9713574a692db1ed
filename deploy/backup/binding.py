"""Binds the originals to a new store after a restore: locks each and records its new version.

This is done before anybody verifies. Originals that the backup caught before a worker had locked
them are locked too: no worker runs on a restored system yet, and an installation that locks its
originals must not find unlocked ones.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import asyncpg

from backend.core import clock, custody
from backend.core.settings import Settings
from deploy.backup import queries
from media import keys
from media.store import ObjectMissing, ObjectStore, RetentionMode, Standing

_PAGE = 500
_MODES: dict[str, RetentionMode] = {"GOVERNANCE": "GOVERNANCE", "COMPLIANCE": "COMPLIANCE"}
Say = Callable[[str], None]


async def bind(
    connection: asyncpg.Connection, store: ObjectStore, settings: Settings, say: Say
) -> None:
    """Lock every original, paper and scan, and record its version in its row.

    The lock is the recorded one, or else as the settings ask. Missing objects are left for `verify`
    to find. Raises StoreError if the store does not answer or may not lock.
    """
    await _photographs(connection, store, settings, say)
    for table in ("documents", "scans"):
        await _papers(connection, store, settings, table, say)


async def _photographs(
    connection: asyncpg.Connection, store: ObjectStore, settings: Settings, say: Say
) -> None:
    after, done = None, 0
    while rows := await queries.originals_after(connection, after, _PAGE):
        for row in rows:
            mode = row["retention_mode"] or settings.s3_retention_mode
            until = row["retained_until"] or custody.retained_until(
                row["since"], settings.s3_retention_days
            )
            if (standing := await _locked(store, row, mode, until)) is not None:
                await queries.bind(connection, row["id"], standing)
        after, done = rows[-1]["id"], done + len(rows)
        say(f"bảo vệ bản gốc / locking originals: {done}")


async def _papers(
    connection: asyncpg.Connection, store: ObjectStore, settings: Settings, table: str, say: Say
) -> None:
    after, done = None, 0
    while rows := await queries.papers_after(connection, table, after, _PAGE):
        for row in rows:
            until = custody.retained_until(row["since"], settings.s3_retention_days)
            standing = await _locked(store, row, settings.s3_retention_mode, until)
            version = None if standing is None else standing.version
            await queries.bind_paper(
                connection, table, row["id"], version, locked=standing is not None
            )
        after, done = rows[-1]["id"], done + len(rows)
        say(f"bảo vệ văn bản / locking papers: {done}")


async def _locked(store: ObjectStore, row: Any, wanted: str, until: datetime) -> Standing | None:
    """Lock an object and return its state afterwards; None if it is missing."""
    name = keys.parse(row["object_key"])
    try:
        standing = await store.standing(name)
    except ObjectMissing:
        return None
    mode = _MODES.get(wanted)
    if standing.version is None or mode is None:
        return standing
    still = custody.ahead(until, clock.now())
    await store.protect(name, standing.version, mode=mode, until=still)
    return await store.standing(name, standing.version)
