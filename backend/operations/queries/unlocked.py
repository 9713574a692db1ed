"""SQL of objects in the store that were never locked, as far as the database knows.

These are photographs, signed papers and scans. Metrics, readiness and verification use it, for the
whole installation; no scope applies. Objects that the store refuses to lock count (their fault is
`unprotected`). Objects that are missing or differ do not, because they are reported as such.
Neither do objects in a bucket without versions, in which nothing can be locked.
"""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import database, rows
from backend.core.job_queue import PROTECT_DOCUMENT, PROTECT_PHOTO, PROTECT_SCAN


class UnlockedObject(msgspec.Struct, frozen=True, kw_only=True):
    """An object that waits to be locked."""

    kind: str
    id: UUID
    object_key: str
    version_id: str | None
    since: datetime
    all_of_them: int
    """How many there are like it, also beyond those that were asked for."""


KINDS = ("photograph", "paper", "scan")

_PHOTOGRAPHS = """
    SELECT 'photograph' AS kind, id, object_key, version_id, stored_at AS since FROM photos
    WHERE stored_at < $1 AND stored_at IS NOT NULL AND NOT legal_hold
        AND (custody_fault IS NULL OR custody_fault = 'unprotected')
        AND NOT (checked_at IS NOT NULL AND version_id IS NULL)
"""
_PAPERS = """
    SELECT 'paper', id, object_key, version_id, issued_at FROM documents
    WHERE issued_at < $1 AND object_key IS NOT NULL AND protected_at IS NULL
    UNION ALL SELECT 'paper', id, object_key, version_id, issued_at FROM decision_papers
    WHERE issued_at < $1 AND object_key IS NOT NULL AND protected_at IS NULL
    UNION ALL SELECT 'paper', id, object_key, version_id, issued_at FROM record_papers
    WHERE issued_at < $1 AND object_key IS NOT NULL AND protected_at IS NULL
    UNION ALL SELECT 'paper', file_id, object_key, version_id, issued_at FROM site_paper_files
    WHERE issued_at < $1 AND protected_at IS NULL
"""
_SCANS = """
    SELECT 'scan', id, object_key, version_id, uploaded_at FROM scans WHERE uploaded_at < $1 AND protected_at IS NULL
"""
_ALL = f"{_PHOTOGRAPHS} UNION ALL {_PAPERS} UNION ALL {_SCANS}"


async def count(before: datetime) -> dict[str, int]:
    """Count, by kind, the objects that were stored before that moment and are not locked."""
    found = await database.fetch(
        f"SELECT kind, count(*) AS number FROM ({_ALL}) AS unlocked GROUP BY kind", before
    )
    return {row["kind"]: row["number"] for row in found}


_PLANNED = f"""
    EXISTS (SELECT FROM pgqueuer q WHERE q.dedupe_key = CASE unlocked.kind WHEN 'photograph' THEN '{PROTECT_PHOTO}:'
            WHEN 'paper' THEN '{PROTECT_DOCUMENT}:' ELSE '{PROTECT_SCAN}:' END || unlocked.id
        AND q.status IN ('queued', 'picked') AND q.attempts = 0 AND q.execute_after >= $1)
"""
"""Its job has not failed, and was due no longer ago than an object may wait for its lock."""


async def oldest(before: datetime, limit: int) -> list[UnlockedObject]:
    """Return those that have waited longest, without those for which a job is planned."""
    found = await database.fetch(
        f"SELECT *, count(*) OVER () AS all_of_them FROM ({_ALL}) AS unlocked WHERE NOT {_PLANNED}"
        " ORDER BY since, id LIMIT $2",
        before,
        limit,
    )
    return rows.many(UnlockedObject, found)


async def count_planned(before: datetime) -> int:
    """Count those stored before that moment whose job is planned, and was not due before it either."""
    number: int = await database.fetchval(
        f"SELECT count(*) FROM ({_ALL}) AS unlocked WHERE {_PLANNED}", before
    )
    return number
