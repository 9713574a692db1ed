"""Queries by which `ledger.record` (the one door) folds an inspection's acts into its read tables.

minutes.py has those of minutes and signatures, review.py those of submissions, rulings and quarantine, reading.py
those of reading for people.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from backend.core import compiled, database, rows
from backend.core.actors import UnitPath
from backend.core.compiled import Query
from backend.fieldwork.rules.locked import LockedInspection
from backend.fieldwork.tables.inspections import Inspection
from backend.fieldwork.tables.photos import Photo
from schemas.fieldwork import acts

# Every fold sets `updated_at` and notifies the phones of the team, in the same statement.
_TOUCH = """
    touched AS (
        UPDATE inspections SET state = COALESCE($2, state), updated_at = $3{extra} WHERE id = $1
    ), told AS (
        INSERT INTO changes (officer_id, kind, ref, op)
        SELECT officer_id, 'inspection', $1::uuid::text, 'put' FROM inspection_team WHERE inspection_id = $1
    )
"""


def touch_clause(extra: str = "") -> str:
    """Return the part of a statement that sets the inspection's state, time and `extra` columns."""
    return _TOUCH.replace("{extra}", f", {extra}" if extra else "")


async def lock(
    inspection_id: UUID, act_id: UUID, device_id: UUID | None, officer_id: UUID
) -> LockedInspection | None:
    """Lock the inspection's row; return it with its team and the current position, or None."""
    found = await database.fetchrow(
        """
        SELECT i.*, ARRAY(SELECT t.officer_id FROM inspection_team t WHERE t.inspection_id = i.id) AS team,
            (SELECT o.full_name FROM officers o WHERE o.id = i.decided_by) AS decided_by_name, s.*
        FROM (
            SELECT id, state, unit_id, unit_1, unit_2, unit_3, unit_4, minutes_id, revision, missing_count,
                quarantine_count, submitted_by, decided_by, decided_at, minutes_flow, leader_id, issued_by,
                COALESCE(minutes_owner, leader_id) AS owner_id, file_status, withdrawn_at, draft_since
            FROM inspections WHERE id = $1 FOR UPDATE
        ) i, ledger_standing(i.id, $2, $3, $4) s
        """,
        inspection_id,
        act_id,
        device_id,
        officer_id,
    )
    return rows.one(LockedInspection, found)


async def touch(inspection_id: UUID, state: str | None, at: datetime) -> None:
    """Set only the state and `updated_at`."""
    await database.defer("touched", touch_clause(), inspection_id, state, at)


async def insert_inspection(
    inspection_id: UUID,
    path: UnitPath,
    decision: acts.DecisionIssued,
    decision_json: str,
    issued_by: UUID,
    at: datetime,
) -> None:
    """Create the inspection of an issued decision."""
    await Inspection.insert(
        Inspection(
            id=inspection_id,
            unit_id=decision.unit_id,
            unit_1=path.unit_1,
            unit_2=path.unit_2,
            unit_3=path.unit_3,
            unit_4=path.unit_4,
            state="decided",
            decision_id=decision.decision_id,
            decision_number=decision.number,
            subject_id=decision.subject.subject_id,
            subject_name=decision.subject.name,
            subject_address=decision.place,
            leader_id=next(one.officer_id for one in decision.team if one.leader),
            decision=decision_json,
            issued_by=issued_by,
            issued_at=at,
            updated_at=at,
            minutes_flow=decision.minutes_flow or 1,
        )
    )
    await database.execute(
        """
        INSERT INTO inspection_team (inspection_id, officer_id, is_leader)
        SELECT $1, * FROM unnest($2::uuid[], $3::boolean[])
        """,
        inspection_id,
        [one.officer_id for one in decision.team],
        [one.leader for one in decision.team],
    )


async def set_opened(inspection_id: UUID, state: str | None, at: datetime) -> None:
    """Store that the inspection was opened, the first time or again. This also undoes a discard."""
    extra = (
        "opened_at = COALESCE(opened_at, $3), discarded_at = NULL, discarded_by = NULL,"
        " discard_reason = NULL"
    )
    await database.defer(
        "touched",
        touch_clause(extra),
        inspection_id,
        state,
        at,
    )


async def set_announced(
    inspection_id: UUID, state: str | None, at: datetime, announced_at: datetime
) -> None:
    """Store the announcement at its corrected time (ledger/clocks.py); the ledger has both times.

    In the newer flow it ends a request to discard, and a withdrawal that the team could not know
    of.
    """
    extra = (
        "announced_at = COALESCE(announced_at, $4), opened_at = COALESCE(opened_at, $3),"
        " discarded_at = CASE WHEN minutes_flow = 1 THEN discarded_at END,"
        " discarded_by = CASE WHEN minutes_flow = 1 THEN discarded_by END,"
        " discard_reason = CASE WHEN minutes_flow = 1 THEN discard_reason END,"
        " withdrawn_at = NULL, withdrawn_by = NULL, withdrawn_reason = NULL"
    )
    await database.defer("touched", touch_clause(extra), inspection_id, state, at, announced_at)


async def set_discarded(
    inspection_id: UUID,
    state: str | None,
    at: datetime,
    discarded_at: datetime,
    officer_id: UUID,
    reason: str,
) -> None:
    """Store the discard or the request for it, at its time as corrected by ledger/clocks.py."""
    extra = "discarded_at = $4, discarded_by = $5, discard_reason = $6"
    await database.defer(
        "touched",
        touch_clause(extra),
        inspection_id,
        state,
        at,
        discarded_at,
        officer_id,
        reason,
    )


async def insert_place(
    inspection_id: UUID,
    state: str | None,
    at: datetime,
    act_id: UUID,
    officer_id: UUID,
    place: acts.Place,
    made_at: datetime,
) -> None:
    """Store a position."""
    await database.defer(
        "touched",
        f"""
        {touch_clause()}, written AS (
        INSERT INTO places (act_id, inspection_id, officer_id, latitude_e7, longitude_e7, accuracy_mm, altitude_mm,
            source, fixed_at, mocked, made_at)
        VALUES ($4, $1, $5, $6, $7, $8, $9, $10, $11, $12, $13))
        """,
        inspection_id,
        state,
        at,
        act_id,
        officer_id,
        place.latitude_e7,
        place.longitude_e7,
        place.accuracy_mm,
        place.altitude_mm,
        place.source,
        place.fixed_at,
        place.mocked,
        made_at,
    )


async def insert_photo(
    inspection_id: UUID,
    state: str | None,
    at: datetime,
    act_id: UUID,
    number: int,
    officer_id: UUID,
    device_id: UUID | None,
    photo: Any,
    place_json: str | None,
    made_at: datetime,
    addendum: bool,
    quarantine: str | None,
) -> None:
    """Store an announced photograph. Held ones are stored too, but not counted as photographs."""
    count = (
        "photo_count = photo_count + 1, missing_count = missing_count + 1"
        if quarantine is None
        else "quarantine_count = quarantine_count + 1"
    )
    await database.defer(
        "touched",
        f"""
        {touch_clause(count)}, written AS (
        INSERT INTO photos (id, act_id, inspection_id, unit_id, unit_1, unit_2, unit_3, unit_4, number, officer_id,
            device_id, sha256, size, media_type, way, place, caption, made_at, received_at, addendum, quarantine)
        SELECT $4, $5, $1, i.unit_id, i.unit_1, i.unit_2, i.unit_3, i.unit_4, $6, $7, $8, $9, $10, $11, $12, $13, $14,
            $15, $3, $16, $17
        FROM inspections i WHERE i.id = $1)
        """,
        inspection_id,
        state,
        at,
        photo.photo_id,
        act_id,
        number,
        officer_id,
        device_id,
        photo.sha256,
        photo.size,
        photo.media_type,
        photo.way,
        place_json,
        photo.caption,
        made_at,
        addendum,
        quarantine,
    )


MISSING = """
    (SELECT count(*) FROM photos p WHERE p.inspection_id = $1 AND p.quarantine IS NULL AND p.withdrawn_at IS NULL
        AND (p.stored_at IS NULL OR p.custody_fault IN ('differs', 'missing')))
    + (SELECT count(*) FROM filed_documents f WHERE f.inspection_id = $1 AND f.quarantine IS NULL
        AND f.struck_at IS NULL AND f.scan_id IS NULL)
"""
"""Photographs in force, and documents obtained on site, whose bytes are missing; $1 is the inspection."""

_RECOUNT = f"""
    photo_count = (SELECT count(*) FROM photos p WHERE p.inspection_id = $1 AND p.quarantine IS NULL
                   AND p.withdrawn_at IS NULL),
    missing_count = ({MISSING}),
    quarantine_count = (SELECT count(*) FROM quarantined_acts q WHERE q.record_id = $1 AND q.decided IS NULL)
"""


async def recount(inspection_id: UUID, state: str | None, at: datetime) -> None:
    """Recount photographs, missing bytes and quarantine, including what this transaction wrote before."""
    await database.defer("touched", touch_clause(_RECOUNT), inspection_id, state, at)


@compiled.value(UUID)
def inspection_of_photo(photo_id: UUID) -> Query:
    """Return the inspection that a photograph belongs to; None if there is no such photograph."""
    return Photo.select(Photo.inspection_id).where(Photo.id == photo_id)


@compiled.values(UUID)
def photos_here(inspection_id: UUID, photo_ids: list[UUID]) -> Query:
    """Return those of these photographs that belong to the inspection."""
    here = Photo.select(Photo.id).where(Photo.inspection_id == inspection_id)
    return here.where(rows.any_of(Photo.id, photo_ids))


@compiled.write
def withdraw_photo(photo_id: UUID, reason: str, at: datetime) -> Query:
    """Mark a photograph as taken in error. A later reason does not replace the first."""
    marked = Photo.update({Photo.withdrawn_reason: reason, Photo.withdrawn_at: at})
    return marked.where((Photo.id == photo_id) & Photo.withdrawn_at.is_null())


@compiled.write
def admit_photo(act_id: UUID, addendum: bool) -> Query:
    """Put a held photograph into effect."""
    admitted = Photo.update({Photo.quarantine: None, Photo.addendum: addendum})
    return admitted.where(Photo.act_id == act_id)


@compiled.write
def dismiss_photo(act_id: UUID) -> Query:
    """Mark a held photograph as dismissed."""
    return Photo.update({Photo.dismissed: True}).where(Photo.act_id == act_id)
