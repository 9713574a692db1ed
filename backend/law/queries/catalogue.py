"""SQL of the catalogue: folding texts as the desk's search does, and published versions."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from backend.core import database


async def fold(texts: list[str]) -> list[str]:
    """Return the texts in lower case without diacritics, by the fold() that every index uses."""
    rows = await database.fetch(
        "SELECT fold(t.text) AS folded FROM unnest($1::text[]) WITH ORDINALITY AS t (text, n) ORDER BY t.n",
        texts,
    )
    return [row["folded"] for row in rows]


_VERSIONS = """
    SELECT p.code, p.content::text AS content, p.recorded_at, p.officer_id, w.valid_to AS withdrawn_on,
        w.recorded_at AS withdrawn_at, w.note AS withdrawn_note
    FROM catalogue_versions p
    LEFT JOIN catalogue_versions w ON w.code = p.code AND w.version = p.version AND w.event = 'withdrawn'
    WHERE p.event = 'published'
"""


async def versions() -> list[Any]:
    """Every published version of every behaviour, in order."""
    return await database.fetch(f"{_VERSIONS} ORDER BY p.code, p.version")


async def versions_of(code: str) -> list[Any]:
    """The published versions of one behaviour, oldest first."""
    return await database.fetch(f"{_VERSIONS} AND p.code = $1 ORDER BY p.version", code)


async def standing() -> str:
    """Return a text that changes with every publication or withdrawal; a cache key."""
    found: str = await database.fetchval(
        "SELECT count(*)::text || '.' || COALESCE(max(recorded_at)::text, '') FROM catalogue_versions"
    )
    return found


async def lock(record_id: UUID) -> Any:
    """Lock a behaviour; return its code, highest version and withdrawn versions, None without any.

    The table is append-only, so there is no row to lock: an advisory lock on the record is taken.
    """
    await database.fetchval(
        "SELECT pg_advisory_xact_lock(hashtextextended('catalogue:' || $1::text, 0))",
        str(record_id),
    )
    return await database.fetchrow(
        """
        SELECT min(code) AS code, max(version) AS newest,
            COALESCE(array_agg(version) FILTER (WHERE event = 'withdrawn'), '{}') AS withdrawn
        FROM catalogue_versions WHERE record_id = $1 HAVING count(*) > 0
        """,
        record_id,
    )


async def insert(
    *,
    record_id: UUID,
    code: str,
    version: int,
    event: str,
    valid_from: date | None,
    valid_to: date | None,
    content: str | None,
    check_vi: str,
    check_en: str,
    note: str,
    act_id: UUID,
    officer_id: UUID,
    recorded_at: datetime,
) -> None:
    """Write the publication or withdrawal of a version. `content` is JSON text."""
    await database.execute(
        """
        INSERT INTO catalogue_versions (record_id, code, version, event, valid_from, valid_to, content, check_vi,
            check_en, note, act_id, officer_id, recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        """,
        record_id,
        code,
        version,
        event,
        valid_from,
        valid_to,
        content,
        check_vi,
        check_en,
        note,
        act_id,
        officer_id,
        recorded_at,
    )
