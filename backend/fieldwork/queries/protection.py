"""Queries of verifying and protecting originals. Used by workers: no scope applies."""

from datetime import datetime
from uuid import UUID

import msgspec
from piccolo.query.functions.aggregate import Count

from backend.core import compiled, database, rows
from backend.core.compiled import Query
from backend.fieldwork.queries.inspections import MISSING
from backend.fieldwork.tables.inspections import InspectionTeamMember
from backend.fieldwork.tables.photos import Photo
from media.store import Measured, RetentionMode, Standing


class StoredOriginal(msgspec.Struct, frozen=True, kw_only=True):
    """A stored photograph with what is known of its original."""

    id: UUID
    inspection_id: UUID
    sha256: str
    size: int
    object_key: str
    stored_at: datetime
    version_id: str | None
    retention_mode: RetentionMode | None
    retained_until: datetime | None
    legal_hold: bool
    custody_fault: str | None


class _FaultCount(msgspec.Struct, frozen=True, kw_only=True):
    """How many originals have a fault."""

    custody_fault: str
    number: int


@compiled.one(StoredOriginal)
def find_original(photo_id: UUID) -> Query:
    """Return a stored photograph with what is known of its original, or None."""
    stored = Photo.select(*rows.columns(StoredOriginal, Photo)).where(Photo.stored_at.is_not_null())
    return stored.where(Photo.id == photo_id)


async def record_look(
    photo_id: UUID, at: datetime, *, verified: bool, version: str | None, fault: str | None
) -> None:
    """Store the result of an examination."""
    record = _record_verified if verified else _record_checked
    await record(photo_id, at, version, fault)


@compiled.write
def _record_checked(photo_id: UUID, at: datetime, version: str | None, fault: str | None) -> Query:
    return Photo.update(
        {Photo.checked_at: at, Photo.version_id: version, Photo.custody_fault: fault}
    ).where(Photo.id == photo_id)


@compiled.write
def _record_verified(photo_id: UUID, at: datetime, version: str | None, fault: str | None) -> Query:
    return Photo.update(
        {
            Photo.checked_at: at,
            Photo.verified_at: at,
            Photo.version_id: version,
            Photo.custody_fault: fault,
        }
    ).where(Photo.id == photo_id)


@compiled.write
def record_fault(photo_id: UUID, fault: str) -> Query:
    """Store a fault, unless the photograph has one already."""
    right = Photo.update({Photo.custody_fault: fault}).where(Photo.custody_fault.is_null())
    return right.where(Photo.id == photo_id)


@compiled.write
def record_protection(photo_id: UUID, standing: Standing) -> Query:
    """Store the protection that the object store reports for the locked version."""
    return Photo.update(
        {
            Photo.retention_mode: standing.mode,
            Photo.retained_until: standing.until,
            Photo.legal_hold: standing.hold,
        }
    ).where(Photo.id == photo_id)


async def add_event(
    photo_id: UUID,
    event: str,
    version: str | None,
    measured: Measured | None,
    standing: Standing | None,
) -> None:
    """Append an event to the photograph's custody. The time is the database's."""
    await database.execute(
        """
        INSERT INTO custody_events (photo_id, event, version_id, sha256, size,
            retention_mode, retained_until, legal_hold)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        """,
        photo_id,
        event,
        version,
        measured.sha256 if measured else None,
        measured.size if measured else None,
        standing.mode if standing else None,
        standing.until if standing else None,
        standing.hold if standing else None,
    )


async def recount_missing(inspection_id: UUID) -> None:
    """Recount an inspection's missing originals.

    A stored original that is no longer right counts as missing, so that no revision with it is
    approved.
    """
    await database.execute(
        f"UPDATE inspections SET missing_count = ({MISSING}) WHERE id = $1", inspection_id
    )


@compiled.values(UUID)
def team_of(inspection_id: UUID) -> Query:
    """Return the team: their phones are notified when an original is no longer right, or again."""
    team = InspectionTeamMember.select(InspectionTeamMember.officer_id)
    return team.where(InspectionTeamMember.inspection_id == inspection_id)


async def list_never_locked(before: datetime, limit: int, *, locks: bool) -> list[UUID]:
    """Return originals stored before that time and never examined or, if `locks`, never locked.

    Leaves out originals with a job, even a held one: an operator releases that, or it is released
    after a day. Of those not locked, also leaves out originals with a fault, which are examined
    daily, and those in a bucket without versions, where nothing can be locked.
    """
    found = await database.fetch(
        """
        SELECT id FROM photos p
        WHERE stored_at < $1 AND stored_at IS NOT NULL AND NOT legal_hold
            AND (checked_at IS NULL OR $3 AND custody_fault IS NULL AND version_id IS NOT NULL)
            AND NOT EXISTS (SELECT FROM pgqueuer q WHERE q.dedupe_key = 'protect_photo:' || p.id)
        ORDER BY stored_at LIMIT $2
        """,
        before,
        limit,
        locks,
    )
    return [row["id"] for row in found]


async def list_to_verify(
    verified_before: datetime, at_fault_before: datetime, limit: int
) -> list[UUID]:
    """Return originals that were read longest ago, and those with a fault not examined lately."""
    found = await database.fetch(
        """
        (SELECT id FROM photos WHERE custody_fault IS NOT NULL AND checked_at < $2 LIMIT $3)
        UNION
        (SELECT id FROM photos WHERE stored_at IS NOT NULL AND checked_at < $1 ORDER BY checked_at LIMIT $3)
        LIMIT $3
        """,
        verified_before,
        at_fault_before,
        limit,
    )
    return [row["id"] for row in found]


async def count_faults() -> dict[str, int]:
    """Count the originals that have a fault, by fault."""
    return {found.custody_fault: found.number for found in await _count_faults()}


@compiled.many(_FaultCount)
def _count_faults() -> Query:
    at_fault = Photo.select(Photo.custody_fault, Count(alias="number"))
    return at_fault.where(Photo.custody_fault.is_not_null()).group_by(Photo.custody_fault)


@compiled.count
def count_stored() -> Query:
    """Count the stored originals."""
    return Photo.count().where(Photo.stored_at.is_not_null())


async def list_stored_after(photo_id: UUID, limit: int) -> list[UUID]:
    """Return stored originals after this id, in order of their ids."""
    stored = Photo.select(Photo.id).where(Photo.stored_at.is_not_null())
    found = await stored.where(Photo.id > photo_id).order_by(Photo.id).limit(limit)
    return [row["id"] for row in found]
