"""Queries of papers made on site that their makers took, to sign them outside."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import compiled, database
from backend.core.compiled import Query
from backend.fieldwork.tables.site_paper_files import PreparedSitePaper
from schemas.documents.papers import PaperContent


class Prepared(msgspec.Struct, frozen=True, kw_only=True):
    """A prepared paper without its bytes. The time is UTC."""

    officer_id: UUID
    seen: str
    content: PaperContent
    prepared_at: datetime


async def prepared(written_id: UUID) -> Prepared | None:
    """Return how a paper was prepared; the caller has checked whose it is."""
    row = await database.fetchrow(
        """
        SELECT officer_id, seen, content::text AS content, prepared_at FROM prepared_site_papers
        WHERE written_id = $1
        """,
        written_id,
    )
    if row is None:
        return None
    content = msgspec.json.decode(row["content"], type=PaperContent)
    return Prepared(**{**dict(row), "content": content})


@compiled.value(bytes)
def pdf(written_id: UUID) -> Query:
    """Return the bytes that are to be signed; the caller has checked whose they are."""
    found = PreparedSitePaper.select(PreparedSitePaper.pdf)
    return found.where(PreparedSitePaper.written_id == written_id)


async def put(
    written_id: UUID,
    inspection_id: UUID,
    officer_id: UUID,
    seen: str,
    content: PaperContent,
    data: bytes,
    at: datetime,
) -> None:
    """Keep a prepared paper, in place of an earlier one that shows something else."""
    await database.execute(
        """
        INSERT INTO prepared_site_papers (written_id, inspection_id, officer_id, seen, content, pdf, prepared_at)
        VALUES ($1, $2, $3, $4, $5::text::jsonb, $6, $7)
        ON CONFLICT (written_id) DO UPDATE SET officer_id = excluded.officer_id, seen = excluded.seen,
            content = excluded.content, pdf = excluded.pdf, prepared_at = excluded.prepared_at
        WHERE prepared_site_papers.seen <> excluded.seen
            OR prepared_site_papers.officer_id <> excluded.officer_id
        """,
        written_id,
        inspection_id,
        officer_id,
        seen,
        msgspec.json.encode(content).decode(),
        data,
        at,
    )


@compiled.write
def end(written_id: UUID) -> Query:
    """Forget a prepared paper: its file was entered."""
    return PreparedSitePaper.delete().where(PreparedSitePaper.written_id == written_id)


async def forget_before(moment: datetime) -> int:
    """Delete those prepared before this moment; returns how many."""
    found: int = await database.fetchval(
        """
        WITH gone AS (DELETE FROM prepared_site_papers WHERE prepared_at < $1 RETURNING 1)
        SELECT count(*) FROM gone
        """,
        moment,
    )
    return found
