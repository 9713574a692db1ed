"""Queries of submissions, rulings and quarantine. Written only by `ledger.record` (the one door)."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows
from backend.core.compiled import Query
from backend.core.json_columns import decoded
from backend.fieldwork.queries.inspections import touch_clause
from backend.fieldwork.queries.signed_rows import SignedRow
from backend.fieldwork.rules.locked import LockedHeldAct
from backend.fieldwork.rules.submissions import PhotoFact, SignatureFact
from backend.fieldwork.tables.inspections import Place, Signature
from backend.fieldwork.tables.photos import Photo
from backend.fieldwork.tables.review import QuarantinedAct, Submission


class InForce(msgspec.Struct, frozen=True, kw_only=True):
    """Whether the decision was announced, and form and fields of the minutes in force, if any."""

    announced: bool
    form: str | None
    form_version: int | None
    fields: dict[str, Any] | None


class HeldAct(msgspec.Struct, frozen=True, kw_only=True):
    """A held act that is not decided yet."""

    act_id: UUID
    act: str
    number: int
    received_at: datetime
    code: str


class RefusedSubmission(msgspec.Struct, frozen=True, kw_only=True):
    """A submission that was refused, and who sent it."""

    act: str
    code: str
    officer_name: str
    announced_at: datetime | None


class _Photo(msgspec.Struct, frozen=True, kw_only=True):
    sha256: str
    withdrawn_at: datetime | None
    quarantine: str | None
    stored_at: datetime | None


async def minutes_for_submission(inspection_id: UUID) -> InForce | None:
    """Return whether the decision was announced, and form and fields of the minutes in force."""
    found = await database.fetch(
        """
        SELECT i.announced_at IS NOT NULL AS announced, m.form, m.form_version, m.fields
        FROM inspections i LEFT JOIN minutes m ON m.act_id = i.minutes_id WHERE i.id = $1
        """,
        inspection_id,
    )
    return next(iter(rows.many(InForce, decoded(found, "fields"))), None)


@compiled.value(UUID)
def last_submission(inspection_id: UUID) -> Query:
    """Return the act of the last submission, or None."""
    made = Submission.select(Submission.act_id).where(Submission.inspection_id == inspection_id)
    return made.order_by(Submission.revision_number, ascending=False)


@compiled.many(_Photo)
def _photos(inspection_id: UUID) -> Query:
    return Photo.select(*rows.columns(_Photo, Photo)).where(Photo.inspection_id == inspection_id)


class _Signature(SignedRow, frozen=True, kw_only=True):
    act_id: UUID
    minutes_id: UUID


@compiled.many(_Signature, decode=("refusal",))
def _signatures(inspection_id: UUID) -> Query:
    signatures = Signature.select(*rows.columns(_Signature, Signature))
    return signatures.where(Signature.inspection_id == inspection_id)


async def _signature_facts(inspection_id: UUID) -> list[SignatureFact]:
    return [
        SignatureFact(
            act_id=one.act_id,
            minutes_id=one.minutes_id,
            signed=one.signed,
        )
        for one in await _signatures(inspection_id)
    ]


@compiled.values(UUID)
def _places(inspection_id: UUID) -> Query:
    return Place.select(Place.act_id).where(Place.inspection_id == inspection_id)


async def photo_facts(inspection_id: UUID) -> list[PhotoFact]:
    """Return the photographs against which a submission is checked."""
    return [
        PhotoFact(
            sha256=photo.sha256,
            in_force=photo.withdrawn_at is None and photo.quarantine is None,
            stored=photo.stored_at is not None,
        )
        for photo in await _photos(inspection_id)
    ]


async def facts_for_submission(
    inspection_id: UUID,
) -> tuple[list[PhotoFact], list[SignatureFact], list[UUID]]:
    """Return the photographs, signatures and places against which a submission is checked."""
    photos = await photo_facts(inspection_id)
    return photos, await _signature_facts(inspection_id), await _places(inspection_id)


async def insert_submission(
    inspection_id: UUID,
    state: str | None,
    at: datetime,
    act_id: UUID,
    officer_id: UUID,
    revision: str,
    content_json: str,
    photos: list[str],
    made_at: datetime,
) -> None:
    """Store a submission, which freezes a revision.

    Photographs that it does not name become addenda. An earlier approval becomes void.
    """
    extra = (
        "revision = $6, revision_count = revision_count + 1, submitted_by = $5, submitted_at = $3,"
        " no_case_since = NULL"
    )
    await database.defer(
        "touched",
        f"""
        {touch_clause(extra)}, voided AS (
            UPDATE rulings SET void_since = $3, void_by = $4
            WHERE inspection_id = $1 AND kind = 'approved' AND void_since IS NULL
        ), marked AS (
            UPDATE photos SET addendum = NOT (sha256 = ANY($8))
            WHERE inspection_id = $1 AND addendum <> NOT (sha256 = ANY($8))
        ), written AS (
        INSERT INTO submissions (act_id, inspection_id, revision_number, revision, content, officer_id, made_at,
            received_at)
        SELECT $4, $1, i.revision_count + 1, $6, $7, $5, $9, $3 FROM inspections i WHERE i.id = $1)
        """,
        inspection_id,
        state,
        at,
        act_id,
        officer_id,
        revision,
        content_json,
        photos,
        made_at,
    )


async def revision_photo_withdrawn(inspection_id: UUID) -> bool:
    """Tell whether a photograph of the submitted revision was withdrawn after the submission.

    It does not count if another photograph in force has the same bytes: a picture may have been
    taken twice.
    """
    found: bool = await database.fetchval(
        """
        SELECT EXISTS (SELECT 1 FROM photos p WHERE p.inspection_id = $1 AND NOT p.addendum AND p.quarantine IS NULL
            AND p.withdrawn_at > (SELECT submitted_at FROM inspections WHERE id = $1)
            AND NOT EXISTS (SELECT 1 FROM photos o WHERE o.inspection_id = $1 AND o.sha256 = p.sha256
                AND o.withdrawn_at IS NULL AND o.quarantine IS NULL))
        """,
        inspection_id,
    )
    return found


def no_case_since(when: str, minutes: str, at: str) -> str:
    """Return the SQL assignment of no_case_since: since when found violations have no case.

    The column is set to `at` if `when` holds, these minutes name violations (Law Art 58.1) and
    there is no case. Opening a case waits for the inspection's row (hold_inspection) and clears the
    column.
    """
    return f"""
    no_case_since = CASE WHEN {when}
        AND EXISTS (SELECT FROM minutes m WHERE m.act_id = {minutes}
            AND jsonb_path_exists(m.fields, '$.violations[*]'))
        AND NOT EXISTS (SELECT FROM cases c WHERE c.inspection_id = $1) THEN {at}::timestamptz END
    """


_NO_CASE_SINCE = no_case_since("$5 = 'approved'", "inspections.minutes_id", "$3")


async def insert_ruling(
    inspection_id: UUID,
    state: str | None,
    at: datetime,
    act_id: UUID,
    kind: str,
    revision: str,
    officer_id: UUID,
    comments_json: str,
    reason: str | None,
) -> None:
    """Store that a supervisor returned, approved or refused a revision."""
    await database.defer(
        "touched",
        f"""
        {touch_clause("decided_by = $7, decided_at = $3," + _NO_CASE_SINCE)}, written AS (
        INSERT INTO rulings (act_id, inspection_id, kind, revision, officer_id, comments, reason, at)
        VALUES ($4, $1, $5, $6, $7, $8, $9, $3))
        """,
        inspection_id,
        state,
        at,
        act_id,
        kind,
        revision,
        officer_id,
        comments_json,
        reason,
    )


async def insert_quarantined(act_id: UUID, record_id: UUID, code: str, at: datetime) -> None:
    """Store that an act was held. It waits for a supervisor's decision."""
    await QuarantinedAct.insert(
        QuarantinedAct(act_id=act_id, record_id=record_id, code=code, received_at=at)
    )


async def held_as_unknown(record_id: UUID) -> list[HeldAct]:
    """Return acts held because their inspection was unknown, in the order of their making."""
    return await _held(record_id, "q.code = 'record_unknown'")


async def held_for(record_id: UUID, codes: list[str], named: UUID) -> list[HeldAct]:
    """Return acts held under these codes that name `named`, in the same order."""
    content = "e.act::jsonb -> 'content'"
    condition = f"""
        q.code = ANY ($2) AND $3::uuid::text IN
            ({content} ->> 'minutes', {content} ->> 'photo_id', {content} ->> 'document', {content} ->> 'written',
             {content} ->> 'file_id')
    """
    return await _held(record_id, condition, codes, named)


async def held_of(record_id: UUID, officer_id: UUID) -> list[HeldAct]:
    """Return this officer's minutes that were held, in the same order.

    They were held because the officer did not own the minutes, or because the inspection was
    unknown.
    """
    condition = (
        "q.code IN ('minutes_not_owned', 'record_unknown') AND e.act_type = 'minutes.written'"
        " AND e.officer_id = $2"
    )
    return await _held(record_id, condition, officer_id)


async def _held(record_id: UUID, condition: str, *args: Any) -> list[HeldAct]:
    """Return held acts that are not decided yet, in the order in which they were made.

    The acts of one phone keep the order of its log. The phones' clocks order acts of different
    phones, as far as that agrees with the logs.
    """
    found = await database.fetch(
        f"""
        SELECT e.act_id, e.act, e.number, e.received_at, q.code,
            max(e.made_at) OVER (PARTITION BY e.officer_id, e.device_id ORDER BY e.seq) AS at
        FROM quarantined_acts q JOIN ledger_entries e ON e.act_id = q.act_id
        WHERE q.record_id = $1 AND q.decided IS NULL AND {condition}
        ORDER BY at, e.officer_id, e.device_id, e.seq
        """,
        record_id,
        *args,
    )
    return rows.many(HeldAct, found)


async def refused_submission(inspection_id: UUID, codes: list[str]) -> RefusedSubmission | None:
    """Return the latest submission refused with one of these codes, if no later one was accepted.

    Only phones that sent something of the inspection are searched, so that the index by phone is
    used.
    """
    found = await database.fetchrow(
        """
        SELECT r.act, r.code, o.full_name AS officer_name, i.announced_at
        FROM (SELECT DISTINCT e.device_id, e.officer_id FROM ledger_entries e
              WHERE e.record_id = $1 AND e.device_id IS NOT NULL) phone
            JOIN refused_acts r ON r.device_id = phone.device_id AND r.officer_id = phone.officer_id
            JOIN inspections i ON i.id = $1 JOIN officers o ON o.id = r.officer_id
        WHERE r.record_id = $1 AND r.act_type = 'inspection.submitted' AND r.code = ANY ($2)
            AND i.state NOT IN ('approved', 'refused', 'discarded')
            AND (i.submitted_at IS NULL OR r.received_at > i.submitted_at)
            AND NOT EXISTS (SELECT FROM ledger_entries e WHERE e.act_id = r.act_id)
        ORDER BY r.id DESC LIMIT 1
        """,
        inspection_id,
        codes,
    )
    return rows.one(RefusedSubmission, found)


async def lock_quarantined(act_id: UUID, record_id: UUID) -> LockedHeldAct | None:
    """Lock and return a held act of this record with its entry, or None."""
    found = await database.fetchrow(
        """
        SELECT q.code, q.decided, e.act, e.number, e.officer_id, e.received_at, e.act_type
        FROM quarantined_acts q JOIN ledger_entries e ON e.act_id = q.act_id
        WHERE q.act_id = $1 AND q.record_id = $2 FOR UPDATE OF q
        """,
        act_id,
        record_id,
    )
    return rows.one(LockedHeldAct, found)


@compiled.write
def decide_quarantined(
    act_id: UUID, decided: str, officer_id: UUID, reason: str, at: datetime
) -> Query:
    """Store that a held act was admitted or dismissed."""
    stored = QuarantinedAct.update(
        {
            QuarantinedAct.decided: decided,
            QuarantinedAct.decided_by: officer_id,
            QuarantinedAct.reason: reason,
            QuarantinedAct.decided_at: at,
        }
    )
    return stored.where(QuarantinedAct.act_id == act_id)
