"""Queries by which jobs read the facts that they compare, across the whole force.

No reader sees these rows; findings.py has the queries for readers.
"""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows
from backend.core.compiled import Query
from backend.core.json_columns import decoded
from backend.fieldwork.rules.findings import Fix
from backend.fieldwork.tables.inspections import Inspection
from backend.fieldwork.tables.photos import Photo
from schemas.fieldwork.acts import Place

DAY = timedelta(days=1)
"""Time around an inspection in which its officers' other positions are compared. In a day one can
get anywhere in Việt Nam."""

_PHOTO = """
    SELECT p.id, p.act_id, p.inspection_id, p.officer_id, p.way, p.made_at, p.place, p.metadata -> 'exif' AS exif,
        p.sha256, p.quarantine
    FROM photos p
"""


class InspectionFacts(msgspec.Struct, frozen=True, kw_only=True):
    """The coordinates in an inspection's decision, if any, and when it was submitted."""

    latitude_e7: int | None
    longitude_e7: int | None
    submitted_at: datetime | None


class PhotoKey(msgspec.Struct, frozen=True, kw_only=True):
    """A photograph, its act and its inspection."""

    id: UUID
    act_id: UUID
    inspection_id: UUID


class PhotoRow(PhotoKey, frozen=True, kw_only=True):
    """The facts of one photograph."""

    officer_id: UUID
    way: str
    made_at: datetime
    place: Place | None
    exif: Any
    """As the file has it; not always an object."""
    sha256: str
    quarantine: str | None


class SimilarPhoto(PhotoKey, frozen=True, kw_only=True):
    """A photograph that looks like another, and in how many bits their hashes differ."""

    distance_bits: int


class Copy(PhotoKey, frozen=True, kw_only=True):
    """A photograph of an inspection, and another with the same bytes."""

    other_id: UUID
    other_act_id: UUID
    other_inspection_id: UUID

    @property
    def other(self) -> PhotoKey:
        """The other photograph."""
        return PhotoKey(
            id=self.other_id, act_id=self.other_act_id, inspection_id=self.other_inspection_id
        )


class LogRow(msgspec.Struct, frozen=True, kw_only=True):
    """One act of a phone, with the anchor that it carries."""

    inspection_id: UUID
    act_id: UUID
    device_id: UUID
    officer_id: UUID
    seq: int
    made_at: datetime
    received_at: datetime
    mono_ms: int | None
    anchor: str | None
    known_before: int


async def lock_inspection(inspection_id: UUID) -> None:
    """Let only one job at a time look at an inspection.

    Otherwise one job could close what another has just found.
    """
    await database.execute(
        "SELECT pg_advisory_xact_lock(hashtextextended('findings ' || $1::uuid::text, 0))",
        inspection_id,
    )


@compiled.one(InspectionFacts, decode=("latitude_e7", "longitude_e7"))
def inspection(inspection_id: UUID) -> Query:
    """Return the coordinates in the decision, if any, and when the inspection was submitted."""
    coordinates = (
        Inspection.decision.arrow(name).as_alias(name) for name in ("latitude_e7", "longitude_e7")
    )
    found = Inspection.select(*coordinates, Inspection.submitted_at)
    return found.where(Inspection.id == inspection_id)


async def photo(photo_id: UUID) -> PhotoRow | None:
    """Return the facts of one photograph, or None."""
    found = await database.fetch(f"{_PHOTO} WHERE p.id = $1", photo_id)
    return next(iter(rows.many(PhotoRow, decoded(found, "place", "exif"))), None)


async def photos(inspection_id: UUID) -> list[PhotoRow]:
    """Return all photographs of an inspection, including held and withdrawn ones."""
    found = await database.fetch(f"{_PHOTO} WHERE p.inspection_id = $1", inspection_id)
    return rows.many(PhotoRow, decoded(found, "place", "exif"))


async def same_bytes(photo_id: UUID, sha256: str, most: int) -> list[PhotoKey]:
    """Return other photographs with this hash, oldest first."""
    others = Photo.select(*rows.columns(PhotoKey, Photo)).where(Photo.sha256 == sha256)
    others = others.where(Photo.id != photo_id)
    return rows.many(PhotoKey, await others.order_by(Photo.received_at, Photo.id).limit(most))


async def copies(inspection_id: UUID, most: int) -> list[Copy]:
    """Return pairs of an inspection's photographs and others with the same hash.

    It does not matter whether their bytes have come.
    """
    found = await database.fetch(
        """
        SELECT a.id, a.act_id, a.inspection_id, b.id AS other_id, b.act_id AS other_act_id,
            b.inspection_id AS other_inspection_id
        FROM photos a JOIN photos b ON b.sha256 = a.sha256 AND b.id <> a.id
        WHERE a.inspection_id = $1 ORDER BY a.number, b.received_at, b.id LIMIT $2
        """,
        inspection_id,
        most,
    )
    return rows.many(Copy, found)


_PROBE = """
                SELECT h.photo_id, bit_count((h.hash # m.hash)::bit(64)) AS distance_bits
                FROM mine m, photo_hashes h
                WHERE h.band_{number} = ANY(
                    ARRAY(SELECT ((m.hash >> {shift}) & 65535)::integer # flip FROM unnest(m.flips) AS flip))
"""
_PROBES = " UNION ALL ".join(
    _PROBE.format(number=number, shift=shift)
    for number, shift in ((1, 48), (2, 32), (3, 16), (4, 0))
)


async def similar(photo_id: UUID, bits: int, most: int) -> list[SimilarPhoto]:
    """Return photographs of other inspections whose perceptual hash differs in at most `bits` bits.

    The most alike come first, and among equals the earliest (ids are UUIDv7). Only hashes of one
    algorithm are compared. Files with the same bytes are left out: same_bytes() finds them.

    The result is exact up to limits.SIMILAR_BITS. Of the four bands of 16 bits at least one then
    differs in at most one bit, so 4 x 17 probes find all (measured in bench/similar.py). The rows
    of the photographs themselves are fetched one by one, in order, until enough are found.
    """
    found = await database.fetch(
        f"""
        WITH mine AS MATERIALIZED (
            SELECT h.hash, h.algorithm, p.inspection_id, p.sha256,
                ARRAY(SELECT 0 UNION ALL SELECT 1 << n FROM generate_series(0, 15) AS n) AS flips
            FROM photo_hashes h JOIN photos p ON p.id = h.photo_id WHERE h.photo_id = $1
        ), near AS MATERIALIZED (
            SELECT DISTINCT photo_id, distance_bits FROM ({_PROBES}) probed WHERE distance_bits <= $2
        )
        SELECT p.id, p.act_id, p.inspection_id, n.distance_bits
        FROM mine m CROSS JOIN (SELECT * FROM near ORDER BY distance_bits, photo_id) n
        JOIN photos p ON p.id = n.photo_id JOIN photo_hashes h ON h.photo_id = n.photo_id
        WHERE h.algorithm = m.algorithm AND p.inspection_id <> m.inspection_id AND p.sha256 <> m.sha256
        ORDER BY n.distance_bits, n.photo_id LIMIT $3
        """,
        photo_id,
        bits,
        most,
    )
    return rows.many(SimilarPhoto, found)


async def places(inspection_id: UUID) -> list[Fix]:
    """Return the positions that officers fixed, and those of the announcement."""
    found = await database.fetch(
        """
        SELECT act_id, NULL::uuid AS photo_id, inspection_id, officer_id, latitude_e7, longitude_e7, accuracy_mm,
            source, fixed_at, mocked, made_at
        FROM places WHERE inspection_id = $1
        UNION ALL
        SELECT e.act_id, NULL, e.record_id, e.officer_id, (a.place ->> 'latitude_e7')::integer,
            (a.place ->> 'longitude_e7')::integer, (a.place ->> 'accuracy_mm')::bigint, a.place ->> 'source',
            (a.place ->> 'fixed_at')::timestamptz, (a.place ->> 'mocked')::boolean, e.made_at
        FROM ledger_entries e CROSS JOIN LATERAL (SELECT e.act::jsonb -> 'content' -> 'place' AS place) a
        WHERE e.record_id = $1 AND e.act_type = 'inspection.announced' AND e.quarantine IS NULL
            AND jsonb_typeof(a.place) = 'object'
        """,
        inspection_id,
    )
    return rows.many(Fix, found)


async def fixes_elsewhere(
    inspection_id: UUID, officer_ids: list[UUID], since: datetime, until: datetime
) -> list[Fix]:
    """Return these officers' positions in other inspections in a period, including photographs'."""
    found = await database.fetch(
        """
        SELECT act_id, NULL::uuid AS photo_id, inspection_id, officer_id, latitude_e7, longitude_e7, accuracy_mm,
            source, fixed_at, mocked, made_at
        FROM places WHERE officer_id = ANY($2::uuid[]) AND fixed_at BETWEEN $3 AND $4 AND inspection_id <> $1
        UNION ALL
        SELECT act_id, id, inspection_id, officer_id, (place ->> 'latitude_e7')::integer,
            (place ->> 'longitude_e7')::integer, (place ->> 'accuracy_mm')::bigint, place ->> 'source',
            (place ->> 'fixed_at')::timestamptz, (place ->> 'mocked')::boolean, made_at
        FROM photos WHERE officer_id = ANY($2::uuid[]) AND made_at BETWEEN $3 AND $4 AND inspection_id <> $1
            AND quarantine IS NULL AND jsonb_typeof(place) = 'object'
        """,
        inspection_id,
        officer_ids,
        since,
        until,
    )
    return rows.many(Fix, found)


async def log_entries(inspection_id: UUID) -> list[LogRow]:
    """Return the phones' acts of this record, including held ones.

    `known_before` is the highest lower sequence number of the same log that the server has.
    """
    found = await database.fetch(
        """
        SELECT e.record_id AS inspection_id, e.act_id, e.device_id, e.officer_id, e.seq, e.made_at, e.received_at,
            (a.act ->> 'mono_ms')::bigint AS mono_ms, a.act ->> 'anchor' AS anchor,
            greatest(
                (SELECT max(b.seq) FROM ledger_entries b
                    WHERE b.device_id = e.device_id AND b.officer_id = e.officer_id AND b.seq < e.seq),
                (SELECT max(r.seq) FROM refused_acts r
                    WHERE r.device_id = e.device_id AND r.officer_id = e.officer_id AND r.seq < e.seq),
                0) AS known_before
        FROM ledger_entries e CROSS JOIN LATERAL (SELECT e.act::json AS act) a
        WHERE e.record_id = $1 AND e.device_id IS NOT NULL AND e.seq IS NOT NULL
        """,
        inspection_id,
    )
    return rows.many(LogRow, found)


async def list_filled_gaps(limit: int) -> list[UUID]:
    """Return inspections with an open gap finding of which a missing act has come since."""
    found = await database.fetch(
        """
        SELECT DISTINCT f.inspection_id FROM findings f JOIN ledger_entries e ON e.act_id = f.act_id
        WHERE f.kind = 'sequence_gap' AND f.gone_since IS NULL AND f.weight IS NULL AND (
            EXISTS (SELECT FROM ledger_entries l WHERE l.device_id = e.device_id AND l.officer_id = e.officer_id
                AND l.seq > (f.numbers ->> 'after_seq')::bigint AND l.seq < e.seq)
            OR EXISTS (SELECT FROM refused_acts r WHERE r.device_id = e.device_id AND r.officer_id = e.officer_id
                AND r.seq > (f.numbers ->> 'after_seq')::bigint AND r.seq < e.seq))
        LIMIT $1
        """,
        limit,
    )
    return [row["inspection_id"] for row in found]
