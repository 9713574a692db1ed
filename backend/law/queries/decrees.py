"""Queries of proposals to publish a decree at once, and of their versions."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import database, rows
from schemas.law.catalogue import DecreeProposed, ViolationPublished


class DecreeProposal(msgspec.Struct, frozen=True, kw_only=True):
    """A proposal to publish a decree, and its answer if there is one."""

    proposal_id: UUID
    record_id: UUID
    decree: str
    content: str
    """JSON text of a DecreeProposed."""
    officer_id: UUID
    recorded_at: datetime
    answer: str | None
    reason: str | None
    answered_at: datetime | None
    answered_by: UUID | None

    @property
    def said(self) -> DecreeProposed:
        """What was proposed."""
        return msgspec.json.decode(self.content, type=DecreeProposed)


_SHOWN = """
    SELECT p.proposal_id, p.record_id, p.decree, p.content::text AS content, p.officer_id, p.recorded_at,
        a.event AS answer, a.reason, a.recorded_at AS answered_at, a.officer_id AS answered_by
    FROM catalogue_decrees p
    LEFT JOIN catalogue_decrees a ON a.proposal_id = p.proposal_id AND a.event <> 'proposed'
    WHERE p.event = 'proposed'
"""


async def open_of(record_id: UUID) -> DecreeProposal | None:
    """Return the proposal on a decree that has no answer yet, or None."""
    found = await database.fetchrow(f"{_SHOWN} AND p.record_id = $1 AND a.event IS NULL", record_id)
    return rows.one(DecreeProposal, found)


async def every() -> list[DecreeProposal]:
    """Return all proposals, answered or not, newest first; at most 100."""
    found = await database.fetch(f"{_SHOWN} ORDER BY p.recorded_at DESC LIMIT 100")
    return rows.many(DecreeProposal, found)


async def find(decree: str, proposal_id: UUID) -> DecreeProposal | None:
    """Return a proposal on this decree, answered or not."""
    found = await database.fetchrow(
        f"{_SHOWN} AND p.decree = $1 AND p.proposal_id = $2", decree, proposal_id
    )
    return rows.one(DecreeProposal, found)


async def insert(
    proposal_id: UUID,
    event: str,
    decree: str,
    content: str | None,
    reason: str,
    record_id: UUID,
    act_id: UUID,
    officer_id: UUID,
    at: datetime,
) -> None:
    """Insert a proposal or an answer."""
    await database.execute(
        """
        INSERT INTO catalogue_decrees (proposal_id, event, decree, content, reason, record_id, act_id, officer_id,
            recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """,
        proposal_id,
        event,
        decree,
        content,
        reason,
        record_id,
        act_id,
        officer_id,
        at,
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
