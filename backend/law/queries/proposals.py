"""Queries of proposals to change the catalogue, of one behaviour or of a decree at once, and of their answers.

The two kinds are kept in tables of the same shape, which the functions take as an argument.
"""

from datetime import datetime
from typing import Generic, NamedTuple, TypeVar
from uuid import UUID

import msgspec

from backend.core import database, rows
from schemas.law.catalogue import (
    DecreeProposed,
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


Row = TypeVar("Row", Proposal, DecreeProposal)


class Kept(NamedTuple, Generic[Row]):
    """Where proposals of a kind are kept: the table, and the columns that say what a proposal is about."""

    table: str
    about: tuple[str, ...]
    """The first of them names the behaviour or the decree."""
    row: type[Row]


BEHAVIOURS = Kept("catalogue_proposals", ("code", "kind", "version"), Proposal)
DECREES = Kept("catalogue_decrees", ("decree",), DecreeProposal)


async def _shown(kept: Kept[Row], condition: str, *values: object) -> list[Row]:
    about = ", ".join(f"p.{one}" for one in kept.about)
    found = await database.fetch(
        f"""
        SELECT p.proposal_id, p.record_id, {about}, p.content::text AS content, p.officer_id, p.recorded_at,
            a.event AS answer, a.reason, a.recorded_at AS answered_at, a.officer_id AS answered_by
        FROM {kept.table} p
        LEFT JOIN {kept.table} a ON a.proposal_id = p.proposal_id AND a.event <> 'proposed'
        WHERE p.event = 'proposed' AND {condition}
        """,
        *values,
    )
    return rows.many(kept.row, found)


async def open_of(kept: Kept[Row], record_id: UUID) -> Row | None:
    """Return the proposal on a behaviour, or a decree, that has no answer yet; or None."""
    return next(iter(await _shown(kept, "p.record_id = $1 AND a.event IS NULL", record_id)), None)


async def waiting(kept: Kept[Row]) -> list[Row]:
    """Return the proposals without an answer, oldest first; at most 500."""
    return await _shown(kept, "a.event IS NULL ORDER BY p.recorded_at LIMIT 500")


async def every(kept: Kept[Row]) -> list[Row]:
    """Return all proposals, answered or not, newest first; at most 100."""
    return await _shown(kept, "TRUE ORDER BY p.recorded_at DESC LIMIT 100")


async def find(kept: Kept[Row], name: str, proposal_id: UUID) -> Row | None:
    """Return a proposal on the behaviour or decree of this name, answered or not."""
    condition = f"p.{kept.about[0]} = $1 AND p.proposal_id = $2"
    return next(iter(await _shown(kept, condition, name, proposal_id)), None)


async def insert(
    kept: Kept[Row],
    proposal_id: UUID,
    event: str,
    about: tuple[object, ...],
    content: str | None,
    reason: str,
    record_id: UUID,
    act_id: UUID,
    officer_id: UUID,
    at: datetime,
) -> None:
    """Insert a proposal or an answer; `about` are the values of the columns of `kept.about`."""
    places = ", ".join(f"${number}" for number in range(9, 9 + len(about)))
    await database.execute(
        f"""
        INSERT INTO {kept.table} (proposal_id, event, content, reason, record_id, act_id, officer_id, recorded_at,
            {", ".join(kept.about)})
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, {places})
        """,
        proposal_id,
        event,
        content,
        reason,
        record_id,
        act_id,
        officer_id,
        at,
        *about,
    )
