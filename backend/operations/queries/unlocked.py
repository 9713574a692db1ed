"""SQL of what lies in the object store and was never locked there, as far as the database knows: photographs, signed
papers, scans. Asked by metrics, readiness and verification, for the whole installation; no person's scope is involved.

What the store refuses to lock counts (its fault is `unprotected`); what is missing there or differs does not: it is
told as that. Nor does what lies in a bucket that keeps no versions: nothing can be locked there.
"""

from datetime import datetime
from typing import Any

from backend.core import database

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
"""
_SCANS = """
    SELECT 'scan', id, object_key, version_id, uploaded_at FROM scans WHERE uploaded_at < $1 AND protected_at IS NULL
"""
_ALL = f"{_PHOTOGRAPHS} UNION ALL {_PAPERS} UNION ALL {_SCANS}"


async def count(before: datetime) -> dict[str, int]:
    """How many of each kind were stored before that moment and are not locked."""
    rows = await database.fetch(
        f"SELECT kind, count(*) AS number FROM ({_ALL}) AS unlocked GROUP BY kind", before
    )
    return {row["kind"]: row["number"] for row in rows}


async def oldest(before: datetime, limit: int) -> list[Any]:
    """Those that wait longest, each with the number of all (`all_of_them`)."""
    rows: list[Any] = await database.fetch(
        f"SELECT *, count(*) OVER () AS all_of_them FROM ({_ALL}) AS unlocked ORDER BY since, id LIMIT $2",
        before,
        limit,
    )
    return rows
