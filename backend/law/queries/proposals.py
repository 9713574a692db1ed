"""Queries of proposals to change the catalogue, and of the answers to them."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import database, rows
from schemas.law.catalogue import (
    ProposalKind,
    ViolationPublished,
    ViolationWithdrawn,
)


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """A proposed change of one behaviour, and its answer if there is one."""

    proposal_id: UUID
    record_id: UUID
    code: str
    kind: ProposalKind
    version: int
    content: str
    """JSON text of a ViolationPublished or a ViolationWithdrawn, by `kind`."""
    officer_id: UUID
    recorded_at: datetime
    answer: str | None
    reason: str | None
    answered_at: datetime | None
    answered_by: UUID | None

    @property
    def change(self) -> ViolationPublished | ViolationWithdrawn:
        """The change that it proposes."""
        if self.kind is ProposalKind.PUBLISH:
            return msgspec.json.decode(self.content, type=ViolationPublished)
        return msgspec.json.decode(self.content, type=ViolationWithdrawn)


_SHOWN = """
    SELECT p.proposal_id, p.record_id, p.code, p.kind, p.version, p.content::text AS content, p.officer_id,
        p.recorded_at, a.event AS answer, a.reason, a.recorded_at AS answered_at, a.officer_id AS answered_by
    FROM catalogue_proposals p
    LEFT JOIN catalogue_proposals a ON a.proposal_id = p.proposal_id AND a.event <> 'proposed'
    WHERE p.event = 'proposed'
"""


async def open_of(record_id: UUID) -> Proposal | None:
    """The proposal on a behaviour that has no answer yet, or None."""
    found = await database.fetchrow(f"{_SHOWN} AND p.record_id = $1 AND a.event IS NULL", record_id)
    return rows.one(Proposal, found)


async def waiting() -> list[Proposal]:
    """The proposals without an answer, oldest first; at most 500."""
    found = await database.fetch(f"{_SHOWN} AND a.event IS NULL ORDER BY p.recorded_at LIMIT 500")
    return rows.many(Proposal, found)


async def find(code: str, proposal_id: UUID) -> Proposal | None:
    """A proposal on this behaviour, answered or not."""
    found = await database.fetchrow(
        f"{_SHOWN} AND p.code = $1 AND p.proposal_id = $2", code, proposal_id
    )
    return rows.one(Proposal, found)


async def insert(
    proposal_id: UUID,
    event: str,
    code: str,
    about: tuple[str, int],
    content: str | None,
    reason: str,
    record_id: UUID,
    act_id: UUID,
    officer_id: UUID,
    at: datetime,
) -> None:
    """Insert a proposal or an answer; `about` is the kind of the change and the version."""
    await database.execute(
        """
        INSERT INTO catalogue_proposals (proposal_id, event, code, kind, version, content, reason, record_id, act_id,
            officer_id, recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """,
        proposal_id,
        event,
        code,
        *about,
        content,
        reason,
        record_id,
        act_id,
        officer_id,
        at,
    )
