"""Queries of the sums from which on parties are proposed as one."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import compiled, rows
from backend.core.compiled import Query
from backend.parties.tables.likeness import PartyLikeness
from backend.parties.tables.parties import Subject
from schemas.parties.likeness import LikenessAsked, LikenessState

CHANGES, LEFT = 50, 1000
"""So many changes are shown, and so many parties that wait are counted."""


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A change of the sums, as its acts say it. Times are UTC."""

    id: UUID
    propose: int
    strong: int
    reason: str
    asked_by: UUID
    asked_at: datetime
    state: LikenessState
    decided_by: UUID | None
    decided_at: datetime | None
    decided_reason: str | None


@compiled.one(Change)
def lock(change_id: UUID) -> Query:
    """Lock a change until the transaction ends; None if there is none."""
    found = PartyLikeness.select(*rows.columns(Change, PartyLikeness))
    return found.where(PartyLikeness.id == change_id).lock_rows("NO KEY UPDATE")


@compiled.one(Change)
def find(change_id: UUID) -> Query:
    """Return a change; None if there is none. It names no party."""
    found = PartyLikeness.select(*rows.columns(Change, PartyLikeness))
    return found.where(PartyLikeness.id == change_id)


@compiled.one(Change)
def in_force() -> Query:
    """Return the last change that was confirmed; None if there was none."""
    found = PartyLikeness.select(*rows.columns(Change, PartyLikeness))
    confirmed = found.where(PartyLikeness.state == LikenessState.CONFIRMED.value)
    return confirmed.order_by(PartyLikeness.decided_at, ascending=False).limit(1)


@compiled.many(Change)
def newest() -> Query:
    """Return the last changes, the newest first, up to CHANGES."""
    found = PartyLikeness.select(*rows.columns(Change, PartyLikeness))
    return found.order_by(PartyLikeness.asked_at, ascending=False).limit(CHANGES)


@compiled.values(UUID)
def every() -> Query:
    """Return all changes, for verification."""
    return PartyLikeness.select(PartyLikeness.id).order_by(PartyLikeness.id)


async def insert(change_id: UUID, said: LikenessAsked, officer_id: UUID, at: datetime) -> None:
    """Write what was proposed."""
    await PartyLikeness.insert(
        PartyLikeness(
            id=change_id,
            propose=said.propose,
            strong=said.strong,
            reason=said.reason,
            asked_by=officer_id,
            asked_at=at,
            state=LikenessState.ASKED.value,
        )
    )


async def decide(
    change_id: UUID, state: LikenessState, officer_id: UUID, at: datetime, reason: str | None
) -> None:
    """Write the second person's word."""
    said: dict[Any, Any] = {
        PartyLikeness.state: state.value,
        PartyLikeness.decided_by: officer_id,
        PartyLikeness.decided_at: at,
        PartyLikeness.decided_reason: reason,
    }
    await PartyLikeness.update(said).where(PartyLikeness.id == change_id)


@compiled.values(UUID)
def compared_before(at: datetime) -> Query:
    """Return parties that were compared last before a moment, up to LEFT."""
    found = Subject.select(Subject.id).where(Subject.merged_into.is_null())
    return found.where(Subject.compared_at < at).order_by(Subject.compared_at).limit(LEFT)
