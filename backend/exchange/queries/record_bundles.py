"""Queries of orders of packages, beyond those that all orders of files have."""

from datetime import datetime
from uuid import UUID

from backend.core import database
from backend.core.json_columns import written
from backend.exchange.queries.file_orders import Order, Orders
from backend.exchange.rules.record_bundles import BundlePart, Item
from backend.exchange.tables.record_bundles import RecordBundle


class Bundle(Order, frozen=True, kw_only=True):
    """One order of packages."""

    about_id: UUID
    items: list[Item]
    parts: list[BundlePart]
    stored: list[UUID]


BUNDLES: Orders[Bundle] = Orders(RecordBundle, Bundle, "items", "parts", anew=False)


async def insert(
    bundle_id: UUID,
    about_id: UUID,
    asked_by: UUID,
    standing: str,
    address: str | None,
    items: list[Item],
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
                total=len(items),
            )
        )
        .on_conflict(action="DO NOTHING")
        .returning(RecordBundle.id)
    )
    return bool(made)


async def address_of(bundle_id: UUID) -> str | None:
    """Return the address of the browser that ordered it."""
    found = await RecordBundle.select(RecordBundle.address).where(RecordBundle.id == bundle_id)
    address = found[0]["address"] if found else None
    return None if address is None else str(address)


async def of(about_id: UUID, asked_by: UUID, limit: int) -> list[Bundle]:
    """Return an officer's last orders about one thing, the latest first."""
    theirs = RecordBundle.select(*BUNDLES.columns).where(RecordBundle.about_id == about_id)
    theirs = theirs.where(RecordBundle.asked_by == asked_by)
    return BUNDLES.read(await theirs.order_by(RecordBundle.asked_at, ascending=False).limit(limit))


async def note_object(bundle: Bundle, object_id: UUID) -> bool:
    """Note what is put into the store, before it is put; False if the order was stopped, or begun anew."""
    done = await database.fetchval(
        """
        UPDATE record_bundles SET stored = stored || $3::uuid
        WHERE id = $1 AND attempt = $2 AND state = 'running' RETURNING true
        """,
        bundle.id,
        bundle.attempt,
        object_id,
    )
    return bool(done)


async def add_part(bundle: Bundle, place: int, part: BundlePart, now: datetime) -> bool:
    """Add what became of the item at a place; False as note_object()."""
    done = await database.fetchval(
        """
        UPDATE record_bundles SET parts = parts || $4::jsonb, done = $3 + 1, touched_at = $5
        WHERE id = $1 AND attempt = $2 AND state = 'running' AND jsonb_array_length(parts) = $3 RETURNING true
        """,
        bundle.id,
        bundle.attempt,
        place,
        written([part]),
        now,
    )
    return bool(done)
