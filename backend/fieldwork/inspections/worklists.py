"""Lists of what waits for one officer. They are paged, with exact counts, so nothing drops out."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import keyset
from backend.core.actors import Actor
from backend.core.keyset import Listed
from backend.fieldwork.inspections import views
from backend.fieldwork.queries import worklists as list_queries
from schemas.core.vocabulary import Role
from schemas.fieldwork import inspections as shown

PAGE_SIZE = 50


class AskedRow(msgspec.Struct, frozen=True, kw_only=True):
    """A team's request not to inspect (newer flow): who asks, since when, and why. Desk only."""

    inspection: shown.InspectionRow
    asked_at: datetime
    asked_by_name: str
    reason: str


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
    return keyset.listed(found, count, limit, _queued, lambda row: (row["submitted_at"], row["id"]))


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
        lambda row: shown.DraftRow(
            inspection=views.row(row), waiting_since=row["draft_since"], form=row["form"]
        ),
        lambda row: (row["draft_since"], row["id"]),
    )


async def asked(
    actor: Actor, cursor: str | None = None, limit: int = PAGE_SIZE
) -> Listed[AskedRow]:
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
        lambda row: AskedRow(
            inspection=views.row(row),
            asked_at=row["discarded_at"],
            asked_by_name=row["discarded_by_name"],
            reason=row["discard_reason"],
        ),
        lambda row: (row["discarded_at"], row["id"]),
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
        lambda row: shown.HeldRow(inspection=views.row(row), held_since=row["since"]),
        lambda row: (row["since"], row["id"]),
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
        lambda row: shown.UnopenedRow(inspection=views.row(row), approved_at=row["no_case_since"]),
        lambda row: (row["no_case_since"], row["id"]),
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
        views.row,
        lambda row: (row["issued_at"], row["id"]),
    )


def _queued(record: Any) -> shown.QueueRow:
    row = views.row(record)
    return shown.QueueRow(
        inspection=row,
        waiting_since=row.submitted_at or row.updated_at,
        form=record["form"],
        times_returned=record["times_returned"],
        changed=_changed(record["returned_content"], record["current_content"]),
    )


def _changed(before: str | None, after: str | None) -> list[str]:
    if before is None or after is None:
        return []
    old, new = msgspec.json.decode(before), msgspec.json.decode(after)
    return [
        part for part in ("minutes", "photos", "signatures", "places") if old[part] != new[part]
    ]
