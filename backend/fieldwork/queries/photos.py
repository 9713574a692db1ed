"""Queries of the bytes, previews and readers of photographs."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from piccolo.query.methods import Select

from backend.core import compiled, database, rows, scope, scoped
from backend.core.actors import Actor
from backend.core.compiled import Query
from backend.core.json_columns import decoded
from backend.core.scope import Reach
from backend.fieldwork.queries import photo_numbers as photo_number_queries
from backend.fieldwork.queries.teams import INSPECTION_TEAMS
from backend.fieldwork.tables.photos import Photo


class StoredPhoto(msgspec.Struct, frozen=True, kw_only=True):
    """A photograph whose bytes were stored and read back, with its receipt."""

    id: UUID
    object_key: str
    size: int
    """Measured, not announced."""
    receipt_key_id: str
    receipt_signature: bytes


class NewlyStored(msgspec.Struct, frozen=True, kw_only=True):
    """A photograph that was not stored before, its officer and the team of its inspection."""

    id: UUID
    officer_id: UUID
    team: list[UUID]


class ToPlace(msgspec.Struct, frozen=True, kw_only=True):
    """A photograph that waits for its bytes."""

    id: UUID
    officer_id: UUID
    sha256: str
    unit_id: UUID


class ToPreview(msgspec.Struct, frozen=True, kw_only=True):
    """A stored photograph whose file is to be inspected."""

    id: UUID
    sha256: str
    object_key: str


class PhotoRow(msgspec.Struct, frozen=True, kw_only=True):
    """A photograph, and the state of its bytes."""

    id: UUID
    act_id: UUID
    inspection_id: UUID
    officer_id: UUID
    device_id: UUID | None
    sha256: str
    size: int
    media_type: str
    """As the phone announced it."""
    way: str
    place: dict[str, Any] | None
    caption: str | None
    made_at: datetime
    received_at: datetime
    addendum: bool
    quarantine: str | None
    dismissed: bool
    withdrawn_reason: str | None
    withdrawn_at: datetime | None
    stored_at: datetime | None
    object_key: str | None
    receipt_key_id: str | None
    receipt_signature: bytes | None
    preview: str
    preview_reason: str | None
    detected_type: str | None
    width: int | None
    height: int | None
    metadata: dict[str, Any] | None
    version_id: str | None
    verified_at: datetime | None
    retention_mode: str | None
    retained_until: datetime | None
    legal_hold: bool
    custody_fault: str | None


class SeenPhoto(PhotoRow, frozen=True, kw_only=True):
    """A photograph in scope, with what is shown of its inspection and its officer."""

    place_number: int
    decision_number: str
    subject_name: str
    inspection_state: str
    officer_name: str
    phone_thumbnail: bool
    """Whether the phone's thumbnail can be shown: it was decoded, and there is no preview yet."""


class ReceiptRow(msgspec.Struct, frozen=True, kw_only=True):
    """What a byte receipt says. The last three are None until the bytes are stored."""

    photo_id: UUID
    sha256: str
    size: int
    stored_at: datetime | None
    receipt_key_id: str | None
    receipt_signature: bytes | None


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """One reading of a photograph, from the access log."""

    at: datetime
    action: str
    full_name: str


async def lock_inspections_of(photo_ids: list[UUID]) -> None:
    """Lock the inspections' rows before any photograph's. Acts lock in this order: no deadlocks."""
    await database.execute(
        """
        SELECT 1 FROM inspections WHERE id IN
            (SELECT inspection_id FROM photos WHERE id = ANY($1::uuid[])) ORDER BY id FOR UPDATE
        """,
        photo_ids,
    )


async def set_stored(photos: list[StoredPhoto], now: datetime) -> list[NewlyStored]:
    """Set photographs stored and read back. Returns those that were not stored before."""
    found = await database.fetch(
        """
        WITH given AS (
            SELECT * FROM unnest($2::uuid[], $3::text[], $4::bigint[], $5::text[], $6::bytea[])
                AS g (id, object_key, size, key_id, signature)
        ), stored AS (
            UPDATE photos p SET stored_at = $1, object_key = g.object_key, size = g.size,
                receipt_key_id = g.key_id, receipt_signature = g.signature
            FROM given g WHERE p.id = g.id AND p.stored_at IS NULL
            RETURNING p.id, p.inspection_id, p.officer_id,
                p.quarantine IS NULL AND p.withdrawn_at IS NULL AS counts
        ), counted AS (
            UPDATE inspections i SET missing_count = greatest(i.missing_count - c.number, 0)
            FROM (SELECT inspection_id, count(*) AS number FROM stored WHERE counts GROUP BY 1) c
            WHERE i.id = c.inspection_id
        )
        SELECT s.id, s.officer_id,
            array(SELECT t.officer_id FROM inspection_team t WHERE t.inspection_id = s.inspection_id)
                AS team
        FROM stored s
        """,
        now,
        [photo.id for photo in photos],
        [photo.object_key for photo in photos],
        [photo.size for photo in photos],
        [photo.receipt_key_id for photo in photos],
        [photo.receipt_signature for photo in photos],
    )
    return rows.many(NewlyStored, found)


@compiled.one(ToPlace)
def find_to_place(photo_id: UUID) -> Query:
    """Return a photograph that waits for its bytes, or None."""
    waiting = Photo.select(*rows.columns(ToPlace, Photo)).where(Photo.stored_at.is_null())
    return waiting.where(Photo.id == photo_id)


async def list_waiting_for(upload_ids: list[UUID]) -> list[UUID]:
    """Return photographs that wait for the bytes which these uploads brought."""
    found = await database.fetch(
        """
        SELECT p.id FROM uploads u
        JOIN photos p ON p.officer_id = u.officer_id AND p.sha256 = u.actual_sha256
        WHERE u.id = ANY($1::uuid[]) AND p.stored_at IS NULL
        """,
        upload_ids,
    )
    return [row["id"] for row in found]


async def list_to_place(limit: int) -> list[UUID]:
    """Return photographs that wait although an upload of the same officer brought their bytes."""
    found = await database.fetch(
        """
        SELECT p.id FROM photos p WHERE p.stored_at IS NULL AND EXISTS (
            SELECT 1 FROM uploads u WHERE u.officer_id = p.officer_id
            AND u.actual_sha256 = p.sha256 AND u.state = 'stored') LIMIT $1
        """,
        limit,
    )
    return [row["id"] for row in found]


async def find_for_preview(photo_id: UUID, reader: str) -> ToPreview | None:
    """Return a stored photograph, if it has no preview or another reader read its metadata."""
    found = await database.fetchrow(
        """
        SELECT id, sha256, object_key FROM photos
        WHERE id = $1 AND stored_at IS NOT NULL
            AND (preview = 'pending' OR metadata->>'reader' IS DISTINCT FROM $2)
        """,
        photo_id,
        reader,
    )
    return rows.one(ToPreview, found)


async def list_without_preview(limit: int) -> list[UUID]:
    """Return photographs stored for ten minutes without a preview or a job, even a held job."""
    found = await database.fetch(
        """
        SELECT id FROM photos WHERE preview = 'pending' AND stored_at < now() - interval '10 minutes'
            AND NOT EXISTS (SELECT FROM pgqueuer q WHERE q.dedupe_key = 'make_preview:' || photos.id)
        ORDER BY stored_at LIMIT $1
        """,
        limit,
    )
    return [row["id"] for row in found]


async def list_read_by_another(reader: str, after: UUID | None, limit: int) -> list[UUID]:
    """Return stored photographs whose metadata another reader read, by id after `after`."""
    found = await database.fetch(
        """
        SELECT id FROM photos
        WHERE stored_at IS NOT NULL AND preview <> 'pending' AND metadata->>'reader' IS DISTINCT FROM $1
            AND ($2::uuid IS NULL OR id > $2)
        ORDER BY id LIMIT $3
        """,
        reader,
        after,
        limit,
    )
    return [row["id"] for row in found]


@compiled.write
def set_preview(
    photo_id: UUID,
    outcome: str,
    reason: str | None,
    detected_type: str | None,
    width: int | None,
    height: int | None,
    metadata_json: str | None,
) -> Query:
    """Store what a worker found out about a file. Repeating it stores the same."""
    return Photo.update(
        {
            Photo.preview: outcome,
            Photo.preview_reason: reason,
            Photo.detected_type: detected_type,
            Photo.width: width,
            Photo.height: height,
            Photo.metadata: metadata_json,
        }
    ).where(Photo.id == photo_id)


async def set_hash(photo_id: UUID, algorithm: str, picture_hash: int) -> None:
    """Store a photograph's perceptual hash: 64 bits as a signed number (media.picture_hash)."""
    await database.execute(
        """
        INSERT INTO photo_hashes (photo_id, algorithm, hash) VALUES ($1, $2, $3)
        ON CONFLICT (photo_id) DO UPDATE SET algorithm = excluded.algorithm, hash = excluded.hash
        """,
        photo_id,
        algorithm,
        picture_hash,
    )


async def find_photo(photo_id: UUID, actor: Actor) -> SeenPhoto | None:
    """Return a photograph in scope, or None."""
    condition, args = scope.sql(scope.teamed(INSPECTION_TEAMS, actor), "i", 2)
    found = await database.fetch(
        f"""
        SELECT {rows.named(PhotoRow, "p")}, {photo_number_queries.OF_ONE} AS place_number,
            i.decision_number, i.subject_name, i.state AS inspection_state,
            o.full_name AS officer_name, t.photo_id IS NOT NULL AS phone_thumbnail
        FROM photos p JOIN inspections i ON i.id = p.inspection_id
        JOIN officers o ON o.id = p.officer_id
        LEFT JOIN phone_thumbnails t ON t.photo_id = p.id AND t.state = 'ready' AND p.preview <> 'ready'
        WHERE p.id = $1 AND {condition}
        """,
        photo_id,
        *args,
    )
    return next(iter(rows.many(SeenPhoto, decoded(found, "place", "metadata"))), None)


async def find_own_receipt(photo_id: UUID, actor: Actor) -> ReceiptRow | None:
    """Return a photograph's receipt, if the actor took it or may see its inspection."""
    seen = scope.teamed(INSPECTION_TEAMS, actor)
    return await _find_own_receipt(photo_id, actor.officer_id, seen)


@compiled.one(ReceiptRow)
def _find_own_receipt(photo_id: UUID, officer_id: UUID, seen: Reach) -> Query:
    own_or_seen = (Photo.officer_id == officer_id) | scoped.where(seen, Photo.inspection_id)
    return _receipts().where(Photo.id == photo_id).where(own_or_seen)


@compiled.one(ReceiptRow)
def find_receipt_for_upload(officer_id: UUID, sha256: str) -> Query:
    """Return the receipt of this officer's first stored photograph with this hash, or None."""
    stored = (
        _receipts()
        .where(Photo.officer_id == officer_id)
        .where(Photo.sha256 == sha256)
        .where(Photo.stored_at.is_not_null())
    )
    return stored.order_by(Photo.stored_at)


def _receipts() -> Select[Photo]:
    return Photo.select(
        Photo.id.as_alias("photo_id"),
        Photo.sha256,
        Photo.size,
        Photo.stored_at,
        Photo.receipt_key_id,
        Photo.receipt_signature,
    )


async def list_readers(photo_id: UUID, limit: int) -> list[Reading]:
    """Return who opened a photograph, latest first."""
    found = await database.fetch(
        """
        SELECT a.at, a.action, coalesce(a.operator, o.full_name) AS full_name
        FROM access_log a LEFT JOIN officers o ON o.id = a.officer_id
        WHERE a.photo_id = $1 ORDER BY a.id DESC LIMIT $2
        """,
        photo_id,
        limit,
    )
    return rows.many(Reading, found)
