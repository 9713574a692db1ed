"""Queries of lists as files. Each row is its asker's alone."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

import msgspec
from piccolo.columns.combination import WhereRaw

from backend.core import compiled, database, rows
from backend.core.compiled import Query
from backend.core.json_columns import decoded
from backend.exchange.tables.list_exports import ListExport

State = Literal["waiting", "running", "ready", "failed", "cancelled", "expired"]


class Export(msgspec.Struct, frozen=True, kw_only=True):
    """A list that somebody asked for."""

    id: UUID
    asked_by: UUID
    list: str
    query: dict[str, str]
    kind: Literal["csv", "xlsx"]
    purpose: str
    language: Literal["vi", "en"]
    standing: str
    confirmed: bool
    asked_at: datetime
    state: State
    attempt: int
    total: int | None
    done: int
    failure: str | None
    file_name: str | None
    size: int | None
    sha256: str | None
    log_position: int | None
    snapshot_at: datetime | None
    expires_at: datetime | None


_UNFINISHED = "state IN ('waiting', 'running')"
"""An index has these very words."""
_MAY_BE_WRITTEN = "state IN ('waiting', 'running', 'failed')"
_LEFT_BEHIND = "state IN ('cancelled', 'failed') AND expires_at IS NOT NULL"
"""An index has these very words, too."""
_RUNS = "state = 'running'"


async def only_one_asks(officer_id: UUID) -> None:
    """Make this officer's other requests wait until the end of the transaction, so that all are counted."""
    await database.execute(
        "SELECT pg_advisory_xact_lock(hashtextextended('list export ' || $1::uuid::text, 0))",
        officer_id,
    )


@compiled.values(UUID)
def unfinished(officer_id: UUID) -> Query:
    """Return what this officer asked for and nobody has finished."""
    mine = ListExport.select(ListExport.id).where(ListExport.asked_by == officer_id)
    return mine.where(WhereRaw(_UNFINISHED))


async def same(officer_id: UUID, name: str, kind: str, query: str) -> UUID | None:
    """Return what this officer asked for in the same words and nobody has finished. `query` is JSON text."""
    these = ListExport.select(ListExport.id).where(ListExport.asked_by == officer_id)
    these = these.where(ListExport.list == name).where(ListExport.kind == kind)
    these = these.where(ListExport.query == query).where(WhereRaw(_UNFINISHED))
    found: list[UUID] = await these.output(as_list=True)
    return found[0] if found else None


async def insert(row: dict[str, Any]) -> None:
    """Insert what was asked for."""
    await ListExport.insert(ListExport(**row))


@compiled.one(Export, decode=("query",))
def find(export_id: UUID, officer_id: UUID) -> Query:
    """Return what this officer asked for, or None."""
    row = ListExport.select(*rows.columns(Export, ListExport)).where(ListExport.id == export_id)
    return row.where(ListExport.asked_by == officer_id)


async def mine(officer_id: UUID, limit: int) -> list[Export]:
    """Return what this officer asked for last, the newest first."""
    query = ListExport.select(*rows.columns(Export, ListExport))
    query = query.where(ListExport.asked_by == officer_id)
    found = await query.order_by(ListExport.asked_at, ascending=False).limit(limit)
    return rows.many(Export, decoded(found, "query"))


@compiled.one(Export, decode=("query",))
def begin(export_id: UUID, now: datetime) -> Query:
    """Take an export to be written, also one that a worker left half way; None if it needs no writing any more."""
    taken = ListExport.update(
        {
            ListExport.state: "running",
            ListExport.done: 0,
            ListExport.touched_at: now,
            ListExport.attempt: ListExport.attempt + 1,
        }
    )
    taken = taken.where(ListExport.id == export_id).where(WhereRaw(_MAY_BE_WRITTEN))
    return taken.returning(*rows.columns(Export, ListExport))


@compiled.values(UUID)
def go_on(export_id: UUID, attempt: int, done: int, total: int, now: datetime) -> Query:
    """Note how far it is. Nothing is returned if its asker cancelled it, or another worker began it anew."""
    moved = ListExport.update(
        {ListExport.done: done, ListExport.total: total, ListExport.touched_at: now}
    )
    moved = moved.where(ListExport.id == export_id).where(ListExport.attempt == attempt)
    return moved.where(WhereRaw(_RUNS)).returning(ListExport.id)


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """A file that lies in the store."""

    total: int
    file_name: str
    size: int
    sha256: str
    log_position: int
    snapshot_at: datetime


@compiled.values(UUID)
def finish(
    export_id: UUID, attempt: int, file: Written, now: datetime, expires_at: datetime
) -> Query:
    """Note that the file lies in the store. Nothing is returned where go_on() returns nothing."""
    ready = ListExport.update(
        {
            ListExport.state: "ready",
            ListExport.done: file.total,
            ListExport.total: file.total,
            ListExport.file_name: file.file_name,
            ListExport.size: file.size,
            ListExport.sha256: file.sha256,
            ListExport.log_position: file.log_position,
            ListExport.snapshot_at: file.snapshot_at,
            ListExport.expires_at: expires_at,
            ListExport.touched_at: now,
        }
    )
    ready = ready.where(ListExport.id == export_id).where(ListExport.attempt == attempt)
    return ready.where(WhereRaw(_RUNS)).returning(ListExport.id)


@compiled.values(UUID)
def fail(export_id: UUID, attempt: int, code: str, now: datetime, expires_at: datetime) -> Query:
    """Note that there will be no file, and why. Nothing is returned where go_on() returns nothing.

    `expires_at`: when what a worker put into the store all the same is deleted.
    """
    failed = ListExport.update(
        {
            ListExport.state: "failed",
            ListExport.failure: code,
            ListExport.touched_at: now,
            ListExport.expires_at: expires_at,
        }
    )
    failed = failed.where(ListExport.id == export_id).where(ListExport.attempt == attempt)
    return failed.where(WhereRaw(_RUNS)).returning(ListExport.id)


@compiled.values(UUID)
def cancel(export_id: UUID, officer_id: UUID, now: datetime, expires_at: datetime) -> Query:
    """Stop what is not finished. Nothing is returned if there is nothing to stop. `expires_at`: as in fail()."""
    stopped = ListExport.update(
        {
            ListExport.state: "cancelled",
            ListExport.touched_at: now,
            ListExport.expires_at: expires_at,
        }
    )
    stopped = stopped.where(ListExport.id == export_id).where(ListExport.asked_by == officer_id)
    return stopped.where(WhereRaw(_UNFINISHED)).returning(ListExport.id)


@compiled.values(UUID)
def over(now: datetime) -> Query:
    """Return files whose day is over."""
    kept = ListExport.select(ListExport.id).where(ListExport.state == "ready")
    return kept.where(ListExport.expires_at <= now)


@compiled.values(UUID)
def left_behind(now: datetime) -> Query:
    """Return what was cancelled or failed a day ago: a worker that died may have put its file before."""
    left = ListExport.select(ListExport.id).where(WhereRaw(_LEFT_BEHIND))
    return left.where(ListExport.expires_at <= now)


@compiled.write
def set_cleared(export_id: UUID) -> Query:
    """Note that nothing of what was cancelled or failed lies in the store."""
    return ListExport.update({ListExport.expires_at: None}).where(ListExport.id == export_id)


@compiled.write
def set_expired(export_id: UUID) -> Query:
    """Note that the file was deleted."""
    return ListExport.update({ListExport.state: "expired"}).where(ListExport.id == export_id)


@compiled.values(UUID)
def left_lying(before: datetime) -> Query:
    """Return what no worker said anything of since then."""
    query = ListExport.select(ListExport.id).where(WhereRaw(_UNFINISHED))
    return query.where(ListExport.touched_at < before)
