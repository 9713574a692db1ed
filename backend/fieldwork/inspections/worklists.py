"""Lists of what waits for one officer. They are paged, with exact counts, so nothing drops out."""

from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from backend.core import keyset
from backend.core.actors import Actor
from backend.core.keyset import Listed
from backend.fieldwork.queries import worklists as list_queries
from backend.fieldwork.queries.worklists import AskedWithdrawal, Neighbours, WaitingSubmission
from schemas.core.vocabulary import Role
from schemas.fieldwork import inspections as shown

PAGE_SIZE = 50

Row = TypeVar("Row")


def after(cursor: str | None) -> list_queries.After:
    """Return the sort values, time and id, of a cursor. Raises Invalid."""
    if cursor is None:
        return None
    at, ident = keyset.read(cursor, datetime, UUID)
    return at, ident


async def queue(
    actor: Actor, cursor: str | None = None, limit: int = PAGE_SIZE
) -> Listed[shown.QueueRow]:
    """Return what waits for this supervisor's ruling, the longest waiting first.

    Each row also tells what changed since a revision was returned. Like the other lists here,
    raises Invalid for a malformed cursor.
    """
    if not actor.has(Role.SUPERVISOR):
        return Listed(rows=[], count=0, next=None)
    found = await list_queries.waiting(actor, after(cursor), limit + 1)
    count = await list_queries.count_waiting(actor)
    return keyset.listed(
        found, count, limit, _queued, lambda row: (row.waiting_since, row.inspection.id)
    )


async def neighbours(view: shown.InspectionView, actor: Actor) -> Neighbours:
    """Return the files that wait for this supervisor before and after this one."""
    if not actor.has(Role.SUPERVISOR):
        return Neighbours(next=None, previous=None, count=0)
    return await list_queries.neighbours(actor, view.id)


async def drafts(
    actor: Actor, cursor: str | None = None, limit: int = PAGE_SIZE
) -> Listed[shown.DraftRow]:
    """Return drafts for whose answer a team is waiting on site, the longest waiting first."""
    if not actor.has(Role.SUPERVISOR):
        return Listed(rows=[], count=0, next=None)
    found = await list_queries.drafts(actor, after(cursor), limit + 1)
    return keyset.listed(
        found,
        await list_queries.count_drafts(actor),
        limit,
        _as_found,
        lambda row: (row.waiting_since, row.inspection.id),
    )


async def asked(
    actor: Actor, cursor: str | None = None, limit: int = PAGE_SIZE
) -> Listed[AskedWithdrawal]:
    """Return teams that ask not to inspect, the longest waiting first.

    For supervisors who may withdraw the decision.
    """
    if not actor.has(Role.SUPERVISOR):
        return Listed(rows=[], count=0, next=None)
    found = await list_queries.asked(actor, after(cursor), limit + 1)
    return keyset.listed(
        found,
        await list_queries.count_asked(actor),
        limit,
        _as_found,
        lambda row: (row.asked_at, row.inspection.id),
    )


async def held(
    actor: Actor, cursor: str | None = None, limit: int = PAGE_SIZE
) -> Listed[shown.HeldRow]:
    """Return inspections with held evidence that waits for a decision, the earliest first."""
    if not actor.has(Role.SUPERVISOR):
        return Listed(rows=[], count=0, next=None)
    found = await list_queries.held(actor, after(cursor), limit + 1)
    return keyset.listed(
        found,
        await list_queries.count_held(actor),
        limit,
        _as_found,
        lambda row: (row.held_since, row.inspection.id),
    )


async def unopened(
    actor: Actor, cursor: str | None = None, limit: int = PAGE_SIZE
) -> Listed[shown.UnopenedRow]:
    """Return inspections in scope whose approved minutes name violations but which have no case.

    The oldest come first. Law Art 58.1 requires violation minutes, so the reader opens a case or
    asks why there is none.
    """
    found = await list_queries.unopened(actor, after(cursor), limit + 1)
    return keyset.listed(
        found,
        await count_unopened(actor),
        limit,
        _as_found,
        lambda row: (row.approved_at, row.inspection.id),
    )


async def count_unopened(actor: Actor) -> int:
    """How many of them are in this reader's sight."""
    return await list_queries.count_unopened(actor)


async def mine(
    actor: Actor, cursor: str | None = None, limit: int = PAGE_SIZE
) -> Listed[shown.InspectionRow]:
    """Return the inspections of this officer's teams, newest first."""
    found = await list_queries.mine(actor, after(cursor), limit + 1)
    return keyset.listed(
        found,
        await list_queries.count_mine(actor),
        limit,
        _as_found,
        lambda row: (row.issued_at, row.id),
    )


def _as_found(row: Row) -> Row:
    return row


def _queued(row: WaitingSubmission) -> shown.QueueRow:
    return shown.QueueRow(
        inspection=row.inspection,
        waiting_since=row.waiting_since,
        form=row.form,
        times_returned=row.times_returned,
        changed=_changed(row.returned_content, row.current_content),
    )


def _changed(old: dict[str, Any] | None, new: dict[str, Any] | None) -> list[str]:
    if old is None or new is None:
        return []
    return [
        part for part in ("minutes", "photos", "signatures", "places") if old[part] != new[part]
    ]
