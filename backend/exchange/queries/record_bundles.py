"""Queries of orders of packages. Who may ask for one is judged by the service; an order is its asker's alone."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows
from backend.core.compiled import Query
from backend.core.json_columns import decoded, written
from backend.exchange.rules.record_bundles import BundlePart, Item
from backend.exchange.tables.record_bundles import RecordBundle


class Bundle(msgspec.Struct, frozen=True, kw_only=True):
    """One order of packages."""

    id: UUID
    about_id: UUID
    asked_by: UUID
    standing: str
    items: list[Item]
    asked_at: datetime
    state: Literal["waiting", "ready", "failed", "expired"]
    parts: list[BundlePart]
    failure: str | None
    expires_at: datetime | None


_BUNDLE = rows.columns(Bundle, RecordBundle)


async def insert(
    bundle_id: UUID,
    about_id: UUID,
    asked_by: UUID,
    standing: str,
    address: str | None,
    items: list[Item],
    at: datetime,
) -> bool:
    """Write an order; False if this officer's last one about the same is not made yet."""
    made = (
        await RecordBundle.insert(
            RecordBundle(
                id=bundle_id,
                about_id=about_id,
                asked_by=asked_by,
                standing=standing,
                address=address,
                items=written(items),
                asked_at=at,
            )
        )
        .on_conflict(action="DO NOTHING")
        .returning(RecordBundle.id)
    )
    return bool(made)


async def find(bundle_id: UUID) -> Bundle | None:
    """Return an order, or None."""
    found = _read(await RecordBundle.select(*_BUNDLE).where(RecordBundle.id == bundle_id))
    return found[0] if found else None


async def address_of(bundle_id: UUID) -> str | None:
    """Return the address of the browser that ordered it."""
    found = await RecordBundle.select(RecordBundle.address).where(RecordBundle.id == bundle_id)
    address = found[0]["address"] if found else None
    return None if address is None else str(address)


async def of(about_id: UUID, asked_by: UUID, limit: int) -> list[Bundle]:
    """Return an officer's last orders about one thing, the latest first."""
    theirs = RecordBundle.select(*_BUNDLE).where(RecordBundle.about_id == about_id)
    theirs = theirs.where(RecordBundle.asked_by == asked_by)
    return _read(await theirs.order_by(RecordBundle.asked_at, ascending=False).limit(limit))


def _read(found: list[dict[str, Any]]) -> list[Bundle]:
    return rows.many(Bundle, decoded(found, "items", "parts"))


async def add_part(bundle_id: UUID, place: int, part: BundlePart) -> bool:
    """Add what became of the item at a place; False if somebody else did, or the order ended."""
    done = await database.fetchval(
        """
        UPDATE record_bundles SET parts = parts || $3::jsonb
        WHERE id = $1 AND state = 'waiting' AND jsonb_array_length(parts) = $2 RETURNING true
        """,
        bundle_id,
        place,
        written([part]),
    )
    return bool(done)


async def end(
    bundle_id: UUID, state: str, failure: str | None, at: datetime, expires_at: datetime
) -> bool:
    """Write that an order is made or failed; False if it had ended."""
    done = (
        await RecordBundle.update(
            {
                RecordBundle.state: state,
                RecordBundle.failure: failure,
                RecordBundle.ended_at: at,
                RecordBundle.expires_at: expires_at,
            }
        )
        .where((RecordBundle.id == bundle_id) & (RecordBundle.state == "waiting"))
        .returning(RecordBundle.id)
    )
    return bool(done)


async def expired(now: datetime, limit: int) -> list[Bundle]:
    """Return orders whose packages are to be deleted."""
    found = await database.fetch(
        f"""
        SELECT {rows.named(Bundle, "b")} FROM record_bundles b
        WHERE b.state IN ('ready', 'failed') AND coalesce(b.expires_at, b.ended_at) < $1
        ORDER BY coalesce(b.expires_at, b.ended_at) LIMIT $2
        """,
        now,
        limit,
    )
    return _read(found)


@compiled.write
def forget(bundle_id: UUID) -> Query:
    """Note that an order's packages are deleted."""
    return RecordBundle.update({RecordBundle.state: "expired"}).where(RecordBundle.id == bundle_id)
