"""Queries of the catalogue: published versions, and fold(), with which the desk searches."""

from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.core import database, rows
from backend.core.json_columns import decoded
from schemas.law.catalogue import ViolationPublished


class PublishedVersion(msgspec.Struct, frozen=True, kw_only=True):
    """A version of a behaviour as it was published, and its withdrawal if there was one."""

    code: str
    content: ViolationPublished
    recorded_at: datetime
    officer_id: UUID
    withdrawn_on: date | None
    """The first day on which it is no longer in force."""
    withdrawn_at: datetime | None
    withdrawn_note: str | None


class KnownVersions(msgspec.Struct, frozen=True, kw_only=True):
    """The versions of one behaviour in short."""

    code: str
    newest: int
    withdrawn: list[int]


async def fold(texts: list[str]) -> list[str]:
    """Return the texts in lower case and without diacritics, in their order, as the indexes on fold() hold them."""
    found = await database.fetch(
        "SELECT fold(t.text) AS folded FROM unnest($1::text[]) WITH ORDINALITY AS t (text, n) ORDER BY t.n",
        texts,
    )
    return [row["folded"] for row in found]


_VERSIONS = """
    SELECT p.code, p.content::text AS content, p.recorded_at, p.officer_id, w.valid_to AS withdrawn_on,
        w.recorded_at AS withdrawn_at, w.note AS withdrawn_note
    FROM catalogue_versions p
    LEFT JOIN catalogue_versions w ON w.code = p.code AND w.version = p.version AND w.event = 'withdrawn'
    WHERE p.event = 'published'
"""


async def versions() -> list[PublishedVersion]:
    """Every published version of every behaviour, by code, oldest first."""
    found = await database.fetch(f"{_VERSIONS} ORDER BY p.code, p.version")
    return rows.many(PublishedVersion, decoded(found, "content"))


async def versions_of(code: str) -> list[PublishedVersion]:
    """The published versions of one behaviour, oldest first."""
    found = await database.fetch(f"{_VERSIONS} AND p.code = $1 ORDER BY p.version", code)
    return rows.many(PublishedVersion, decoded(found, "content"))


async def stamp() -> str:
    """Return a text that changes with every publication and withdrawal."""
    found: str = await database.fetchval(
        "SELECT count(*)::text || '.' || COALESCE(max(recorded_at)::text, '') FROM catalogue_versions"
    )
    return found


async def lock(record_id: UUID) -> KnownVersions | None:
    """The versions of a record, under an advisory lock of the transaction; None if it has no version yet.

    The table is append-only and the application's role may not lock its rows (FOR UPDATE needs the right to UPDATE).
    """
    # One lock for the whole catalogue: a decree's publication numbers versions of many behaviours.
    await database.fetchval("SELECT pg_advisory_xact_lock(hashtextextended('catalogue', 0))")
    found = await database.fetchrow(
        """
        SELECT min(code) AS code, max(version) AS newest,
            COALESCE(array_agg(version) FILTER (WHERE event = 'withdrawn'), '{}') AS withdrawn
        FROM catalogue_versions WHERE record_id = $1 HAVING count(*) > 0
        """,
        record_id,
    )
    return rows.one(KnownVersions, found)


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
    """Insert what an act said about a version. `content` is JSON text."""
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


async def publish(
    versions: list[ViolationPublished],
    record_ids: list[UUID],
    act_id: UUID,
    officer_id: UUID,
    at: datetime,
) -> None:
    """Insert the versions that one act publishes, each under the record of its behaviour."""
    await database.execute(
        """
        INSERT INTO catalogue_versions (record_id, code, version, event, valid_from, valid_to, content, check_vi,
            check_en, note, act_id, officer_id, recorded_at)
        SELECT v.record_id, v.content ->> 'code', (v.content ->> 'version')::integer, 'published',
            (v.content ->> 'valid_from')::date, (v.content ->> 'valid_to')::date, v.content,
            v.content ->> 'check_vi', v.content ->> 'check_en', v.content ->> 'note', $3, $4, $5
        FROM unnest($1::uuid[], $2::text[]) AS t (record_id, told)
        CROSS JOIN LATERAL (SELECT t.record_id, t.told::jsonb AS content) v
        """,
        record_ids,
        [msgspec.json.encode(one).decode() for one in versions],
        act_id,
        officer_id,
        at,
    )
