"""Queries of the sums from which on parties are proposed as one. They name no party: no scope is asked."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows
from backend.core.compiled import Query
from backend.parties.tables.likeness import PartyLikeness
from backend.parties.tables.parties import Subject
from schemas.parties.likeness import LikenessAsked, LikenessState

LEFT = 1000
"""So many parties that wait are counted."""
_MOST_LAPSED = 100
"""One waits at a time and for a week, so a round finds very few."""


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
    """Return a change; None if there is none."""
    found = PartyLikeness.select(*rows.columns(Change, PartyLikeness))
    return found.where(PartyLikeness.id == change_id)


@compiled.one(Change)
def in_force() -> Query:
    """Return the last change that was confirmed; None if there was none."""
    found = PartyLikeness.select(*rows.columns(Change, PartyLikeness))
    confirmed = found.where(PartyLikeness.state == LikenessState.CONFIRMED.value)
    return confirmed.order_by(PartyLikeness.decided_at, ascending=False).limit(1)


async def page(after: tuple[datetime, UUID] | None, limit: int) -> list[Change]:
    """Return changes, the newest first; `after` is the last one of the page before.

    By hand: Piccolo has no row comparison for keysets.
    """
    found = await database.fetch(
        f"""
        SELECT {rows.named(Change, "l")} FROM party_likeness l
        WHERE $1::timestamptz IS NULL OR (l.asked_at, l.id) < ($1, $2::uuid)
        ORDER BY l.asked_at DESC, l.id DESC LIMIT $3
        """,
        after[0] if after else None,
        after[1] if after else None,
        limit,
    )
    return rows.many(Change, found)


@compiled.one(Change)
def waiting(since: datetime) -> Query:
    """Return the change that waits, proposed after a moment; None if none does."""
    found = PartyLikeness.select(*rows.columns(Change, PartyLikeness))
    open_ones = found.where(PartyLikeness.state == LikenessState.ASKED.value)
    recent = open_ones.where(PartyLikeness.asked_at > since)
    return recent.order_by(PartyLikeness.asked_at, ascending=False).limit(1)


@compiled.many(Change)
def unanswered(before: datetime, since: datetime) -> Query:
    """Return changes that nobody answered, proposed between two moments."""
    found = PartyLikeness.select(*rows.columns(Change, PartyLikeness))
    old = found.where(PartyLikeness.state == LikenessState.ASKED.value)
    between = old.where((PartyLikeness.asked_at <= before) & (PartyLikeness.asked_at > since))
    return between.order_by(PartyLikeness.asked_at).limit(_MOST_LAPSED)


async def lock_asking() -> None:
    """Let nobody else propose sums until the transaction ends: one change waits at a time."""
    await database.execute("SELECT pg_advisory_xact_lock(hashtext('party likeness'))")


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
