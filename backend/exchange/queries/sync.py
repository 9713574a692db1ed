"""SQL of sync: one officer's change feed, and the current position that every contact returns."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import database, rows


class CurrentPosition(msgspec.Struct, frozen=True, kw_only=True):
    """Where the installation is, and the head of a device's log."""

    epoch: UUID
    era: int
    backed_up_through: datetime | None
    last_seq: int
    last_hash: bytes | None
    horizon: int
    """The transaction before which all changes are visible."""


class VisibleChange(msgspec.Struct, frozen=True, kw_only=True):
    """A note that something is new or gone for one officer's phones."""

    era: int
    xid: int
    id: int
    kind: str
    ref: str
    op: str


class Colleague(msgspec.Struct, frozen=True, kw_only=True):
    """An officer as the phone's lists name them."""

    id: UUID
    username: str
    full_name: str
    officer_number: str | None
    unit_id: UUID


class StoredBytes(msgspec.Struct, frozen=True, kw_only=True):
    """What the byte receipt of a photograph is made of."""

    photo_id: UUID
    sha256: str
    size: int
    stored_at: datetime
    receipt_key_id: str
    receipt_signature: bytes


async def current_position(officer_id: UUID, device_id: UUID) -> CurrentPosition:
    """Return epoch, era, backup mark, the head of the device's log, and the visible horizon."""
    found = await database.fetchrow(
        """
        SELECT i.epoch, i.era, i.backed_up_through, COALESCE(d.last_seq, 0) AS last_seq, d.last_hash,
            pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS horizon
        FROM installation i LEFT JOIN device_logs d ON d.device_id = $2 AND d.officer_id = $1
        """,
        officer_id,
        device_id,
    )
    return msgspec.convert(dict(found), CurrentPosition)


async def changes(officer_id: UUID, after: tuple[int, int, int], limit: int) -> list[VisibleChange]:
    """Return all visible changes after a place, ordered by (era, transaction, id).

    `backend/core/places.py` decides how far the cursor may move on them.
    """
    found = await database.fetch(
        """
        SELECT era, xid::text::bigint AS xid, id, kind, ref, op FROM changes
        WHERE officer_id = $1 AND (era, xid, id) > ($2, $3::text::xid8, $4)
        ORDER BY era, xid, id LIMIT $5
        """,
        officer_id,
        after[0],
        str(after[1]),
        after[2],
        limit,
    )
    return rows.many(VisibleChange, found)


async def forget_changes(before: datetime) -> int:
    """Delete changes older than any cursor that is still accepted; return how many."""
    tag = await database.execute("DELETE FROM changes WHERE at < $1", before)
    return int(tag.split()[-1])


async def officers_of(officer_id: UUID) -> list[Colleague]:
    """Return the officer and everyone on a team with them: names for the phone's lists."""
    found = await database.fetch(
        """
        SELECT o.id, o.username, o.full_name, o.officer_number, o.unit_id FROM officers o
        WHERE o.id = $1 OR o.id IN (
            SELECT other.officer_id FROM inspection_team mine
            JOIN inspection_team other ON other.inspection_id = mine.inspection_id
            WHERE mine.officer_id = $1)
        ORDER BY o.username
        """,
        officer_id,
    )
    return rows.many(Colleague, found)


async def byte_receipts_of(officer_id: UUID, photo_id: UUID | None = None) -> list[StoredBytes]:
    """Return the byte receipts of this officer's photographs, or of one of them."""
    found = await database.fetch(
        """
        SELECT id AS photo_id, sha256, size, stored_at, receipt_key_id, receipt_signature FROM photos
        WHERE officer_id = $1 AND receipt_signature IS NOT NULL AND ($2::uuid IS NULL OR id = $2)
        ORDER BY stored_at DESC LIMIT 5000
        """,
        officer_id,
        photo_id,
    )
    return rows.many(StoredBytes, found)
