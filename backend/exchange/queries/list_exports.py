"""Queries of lists as files, beyond those that all orders of files have."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from piccolo.columns.combination import WhereRaw

from backend.core import database
from backend.exchange.queries.file_orders import UNFINISHED, Order, Orders
from backend.exchange.tables.list_exports import ListExport


class Export(Order, frozen=True, kw_only=True):
    """A list that somebody asked for."""

    list: str
    query: dict[str, str]
    kind: Literal["csv", "xlsx"]
    purpose: str
    language: Literal["vi", "en"]
    confirmed: bool
    file_name: str | None
    size: int | None
    sha256: str | None
    log_position: int | None
    snapshot_at: datetime | None


EXPORTS: Orders[Export] = Orders(ListExport, Export, "query", anew=True)


async def only_one_asks(officer_id: UUID) -> None:
    """Make this officer's other requests wait until the end of the transaction, so that all are counted."""
    await database.execute(
        "SELECT pg_advisory_xact_lock(hashtextextended('list export ' || $1::uuid::text, 0))",
        officer_id,
    )


async def same(wanted: dict[str, Any]) -> UUID | None:
    """Return what this officer asked for in the same words, for the same purpose, and nobody has finished.

    `wanted` has the columns that make it the same, as an index has them; `query` is JSON text.
    """
    these = ListExport.select(ListExport.id).where(WhereRaw(UNFINISHED))
    for name in ("asked_by", "list", "query", "kind", "purpose", "language"):
        these = these.where(getattr(ListExport, name) == wanted[name])
    found: list[UUID] = await these.output(as_list=True)
    return found[0] if found else None


async def insert(row: dict[str, Any]) -> None:
    """Insert what was asked for."""
    await ListExport.insert(ListExport(**row))


async def mine(officer_id: UUID, limit: int) -> list[Export]:
    """Return what this officer asked for last, the newest first."""
    query = ListExport.select(*EXPORTS.columns).where(ListExport.asked_by == officer_id)
    return EXPORTS.read(await query.order_by(ListExport.asked_at, ascending=False).limit(limit))
