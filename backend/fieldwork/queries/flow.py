"""Queries of drafts, files and minutes beside.

Written only by `ledger.record` (the one door); read only for an inspection in scope.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows
from backend.core.compiled import Query
from backend.fieldwork.queries.inspections import touch_clause
from backend.fieldwork.queries.review import no_case_since
from backend.fieldwork.rules.guard_context import Asked
from backend.fieldwork.tables.inspections import Inspection, Minutes, Signature
from backend.fieldwork.tables.review import MinutesSetAside


class WrittenMinutes(msgspec.Struct, frozen=True, kw_only=True):
    """The writer, form and fields of minutes."""

    act_id: UUID
    officer_id: UUID
    form: str
    form_version: int
    fields: dict[str, Any]


class LastDraft(msgspec.Struct, frozen=True, kw_only=True):
    """The draft that was proposed last, with the act that answered it, if any."""

    act_id: UUID
    minutes_id: UUID
    draft: str
    answer_id: UUID | None


@compiled.one(WrittenMinutes, decode=("fields",))
def find_minutes(inspection_id: UUID, minutes_id: UUID) -> Query:
    """Return the writer, form and fields of these minutes of this inspection, or None."""
    written = Minutes.select(*rows.columns(WrittenMinutes, Minutes))
    written = written.where(Minutes.act_id == minutes_id)
    return written.where(Minutes.inspection_id == inspection_id)


@compiled.exists
def announced(inspection_id: UUID) -> Query:
    """Tell whether the decision was announced."""
    announced = Inspection.exists().where(Inspection.announced_at.is_not_null())
    return announced.where(Inspection.id == inspection_id)


async def is_signed(inspection_id: UUID, minutes_id: UUID | None) -> bool:
    """Tell whether anybody signed these minutes, or refused to. They are then no longer a draft."""
    return minutes_id is not None and await _is_signed(inspection_id, minutes_id)


@compiled.exists
def _is_signed(inspection_id: UUID, minutes_id: UUID) -> Query:
    signed = Signature.exists().where(Signature.minutes_id == minutes_id)
    return signed.where(Signature.inspection_id == inspection_id)


# The ledger's numbers give the order: clocks of two web servers may differ by more than a quick
# answer takes.
ANSWER = """
    (SELECT r.act_id FROM rulings r JOIN ledger_entries a ON a.act_id = r.act_id
     WHERE r.inspection_id = $1 AND r.kind IN ('draft_approved', 'draft_returned') AND r.revision = d.draft
         AND a.number > p.number ORDER BY a.number LIMIT 1) AS answer_id
"""


async def last_draft(inspection_id: UUID) -> LastDraft | None:
    """Return the last proposed draft, with the act that answered it (if any), or None."""
    found = await database.fetchrow(
        f"""
        SELECT d.act_id, d.minutes_id, d.draft, {ANSWER}
        FROM drafts d JOIN ledger_entries p ON p.act_id = d.act_id
        WHERE d.inspection_id = $1 ORDER BY p.number DESC LIMIT 1
        """,
        inspection_id,
    )
    return rows.one(LastDraft, found)


async def anchors_before(device_id: UUID, officer_id: UUID, seq: int, since: datetime) -> list[str]:
    """Return the anchors of earlier acts in an officer's log on a device, received since then."""
    found = await database.fetch(
        """
        SELECT DISTINCT e.act::jsonb ->> 'anchor' AS anchor FROM ledger_entries e
        WHERE e.device_id = $1 AND e.officer_id = $2 AND e.seq < $3 AND e.received_at >= $4
            AND e.act::jsonb ->> 'anchor' IS NOT NULL
        """,
        device_id,
        officer_id,
        seq,
        since,
    )
    return [row["anchor"] for row in found]


async def papers_here(inspection_id: UUID, papers: list[UUID]) -> int:
    """Count those of these papers that were written at this inspection, including held ones."""
    found: int = await database.fetchval(
        """
        SELECT count(DISTINCT e.act::jsonb #>> '{content,document_id}') FROM ledger_entries e
        WHERE e.record_id = $1 AND e.act_type = 'document.written'
            AND e.act::jsonb #>> '{content,document_id}' = ANY ($2)
        """,
        inspection_id,
        [str(one) for one in papers],
    )
    return found


async def insert_draft(
    inspection_id: UUID,
    state: str | None,
    at: datetime,
    act_id: UUID,
    minutes_id: UUID,
    photos_json: str,
    draft: str,
    officer_id: UUID,
    made_at: datetime,
    noted: bool,
) -> None:
    """Store a proposed draft. It waits for an answer, unless it came too late (`noted`)."""
    since = "" if noted else "draft_since = $3"
    await database.defer(
        "touched",
        f"""
        {touch_clause(since)}, written AS (
        INSERT INTO drafts (act_id, inspection_id, minutes_id, photos, draft, officer_id, made_at, received_at, noted)
        VALUES ($4, $1, $5, $6, $7, $8, $9, $3, $10))
        """,
        inspection_id,
        state,
        at,
        act_id,
        minutes_id,
        photos_json,
        draft,
        officer_id,
        made_at,
        noted,
    )


async def insert_draft_ruling(
    inspection_id: UUID,
    state: str | None,
    at: datetime,
    act_id: UUID,
    kind: str,
    draft: str,
    officer_id: UUID,
    comments_json: str,
    noted: bool,
) -> None:
    """Store a supervisor's answer to a draft."""
    await database.defer(
        "touched",
        f"""
        {touch_clause("draft_since = NULL")}, written AS (
        INSERT INTO rulings (act_id, inspection_id, kind, revision, officer_id, comments, at, noted)
        VALUES ($4, $1, $5, $6, $7, $8, $3, $9))
        """,
        inspection_id,
        state,
        at,
        act_id,
        kind,
        draft,
        officer_id,
        comments_json,
        noted,
    )


async def set_owner(inspection_id: UUID, at: datetime, officer_id: UUID) -> None:
    """Store the owner of the minutes."""
    await database.defer(
        "touched", touch_clause("minutes_owner = $4"), inspection_id, None, at, officer_id
    )


async def set_withdrawn(
    inspection_id: UUID, state: str | None, at: datetime, officer_id: UUID, reason: str
) -> None:
    """Store that the decision was withdrawn."""
    extra = "withdrawn_at = $3, withdrawn_by = $4, withdrawn_reason = $5, draft_since = NULL"
    await database.defer(
        "touched", touch_clause(extra), inspection_id, state, at, officer_id, reason
    )


async def insert_set_aside(
    inspection_id: UUID,
    at: datetime,
    act_id: UUID,
    minutes_id: UUID,
    officer_id: UUID,
    reason: str,
) -> None:
    """Store that minutes beside were set aside. If they were held, also dismiss the held act."""
    await database.execute(
        """
        WITH decided AS (
            UPDATE quarantined_acts SET decided = 'dismissed', decided_by = $4, reason = $5, decided_at = $6
            WHERE act_id = $3 AND record_id = $2 AND decided IS NULL
        )
        INSERT INTO minutes_set_aside (act_id, inspection_id, minutes_id, officer_id, reason, at)
        VALUES ($1, $2, $3, $4, $5, $6)
        """,
        act_id,
        inspection_id,
        minutes_id,
        officer_id,
        reason,
        at,
    )


@compiled.exists
def is_set_aside(inspection_id: UUID, minutes_id: UUID) -> Query:
    """Tell whether these minutes were set aside already."""
    aside = MinutesSetAside.exists().where(MinutesSetAside.minutes_id == minutes_id)
    return aside.where(MinutesSetAside.inspection_id == inspection_id)


async def set_submitted(
    inspection_id: UUID, minutes_id: UUID, file_status: str, at: datetime
) -> None:
    """Put the minutes that the submission names in force, whatever came since; begin the file."""
    await database.execute(
        f"""
        UPDATE inspections SET minutes_id = $2, file_status = $3, draft_since = NULL,
            {no_case_since("$3 = 'not_needed'", "$2", "$4")}
        WHERE id = $1
        """,
        inspection_id,
        minutes_id,
        file_status,
        at,
    )


_NO_CASE_SINCE = no_case_since("$2 = 'approved'", "inspections.minutes_id", "$3")


async def insert_file_ruling(
    inspection_id: UUID,
    state: str | None,
    at: datetime,
    act_id: UUID,
    kind: str,
    file: str,
    officer_id: UUID,
    points_json: str,
    reason: str | None,
    status: str,
) -> None:
    """Store a supervisor's ruling on the file."""
    await database.defer(
        "touched",
        f"""
        {touch_clause("decided_by = $7, decided_at = $3, file_status = $10," + _NO_CASE_SINCE)}, written AS (
        INSERT INTO rulings (act_id, inspection_id, kind, revision, officer_id, comments, reason, at)
        VALUES ($4, $1, $5, $6, $7, $8, $9, $3))
        """,
        inspection_id,
        state,
        at,
        act_id,
        kind,
        file,
        officer_id,
        points_json,
        reason,
        status,
    )


async def insert_supplement(
    inspection_id: UUID,
    state: str | None,
    at: datetime,
    act_id: UUID,
    asked: UUID,
    content_json: str,
    officer_id: UUID,
    made_at: datetime,
) -> None:
    """Store the team's answer. A file that waited for it now waits for a ruling again."""
    extra = (
        "file_status = CASE WHEN file_status = 'supplement_asked' THEN 'open' ELSE file_status END"
    )
    await database.defer(
        "touched",
        f"""
        {touch_clause(extra)}, written AS (
        INSERT INTO file_supplements (act_id, inspection_id, asked, content, officer_id, made_at, received_at)
        VALUES ($4, $1, $5, $6, $7, $8, $3))
        """,
        inspection_id,
        state,
        at,
        act_id,
        asked,
        content_json,
        officer_id,
        made_at,
    )


async def find_ask(inspection_id: UUID, asked: UUID) -> Asked | None:
    """Return how many points this act asked for and whether it is answered, or None."""
    found = await database.fetchrow(
        """
        SELECT jsonb_array_length(comments) AS points, EXISTS (SELECT FROM file_supplements f WHERE f.inspection_id = $1
            AND f.asked = r.act_id) AS answered
        FROM rulings r WHERE inspection_id = $1 AND act_id = $2 AND kind = 'supplement_asked'
        """,
        inspection_id,
        asked,
    )
    return Asked(found["points"], found["answered"]) if found else None


async def open_ask(inspection_id: UUID) -> UUID | None:
    """Return the latest unanswered request for a supplement. An order to verify does not end it."""
    found: UUID | None = await database.fetchval(
        """
        SELECT r.act_id FROM rulings r WHERE r.inspection_id = $1 AND r.kind = 'supplement_asked' AND NOT r.noted
            AND NOT EXISTS (SELECT FROM file_supplements f WHERE f.inspection_id = $1 AND f.asked = r.act_id)
        ORDER BY r.at DESC, r.act_id DESC LIMIT 1
        """,
        inspection_id,
    )
    return found


async def of_the_file(inspection_id: UUID, joining: Iterable[str]) -> tuple[list[UUID], list[UUID]]:
    """Return the acts that joined the file since the last submission, in the order of the ledger.

    First the evidence in effect, including admissions; second the team's answers. `joining` are the
    types of the former.
    """
    found = await database.fetch(
        """
        SELECT e.act_id, e.act_type FROM ledger_entries e
        WHERE e.record_id = $1 AND e.quarantine IS NULL AND e.act_type = ANY ($2)
            AND e.number > (SELECT max(s.number) FROM ledger_entries s
                WHERE s.record_id = $1 AND s.act_type = 'inspection.submitted')
        ORDER BY e.number
        """,
        inspection_id,
        [*joining, "file.supplemented"],
    )
    addenda = [row["act_id"] for row in found if row["act_type"] != "file.supplemented"]
    return addenda, [row["act_id"] for row in found if row["act_type"] == "file.supplemented"]
