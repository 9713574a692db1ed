"""SQL of drafts, files and minutes that stand beside: written by the one door alone, read once a row is in scope."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from backend.core import database
from backend.fieldwork.queries.inspections import touch_clause
from backend.fieldwork.queries.review import no_case_since


async def find_minutes(inspection_id: UUID, minutes_id: UUID) -> Any:
    """Who wrote these minutes of this inspection, and on which form; None where there are none."""
    return await database.fetchrow(
        "SELECT act_id, officer_id, form, fields FROM minutes WHERE act_id = $2 AND inspection_id = $1",
        inspection_id,
        minutes_id,
    )


async def announced(inspection_id: UUID) -> bool:
    """Whether the decision was announced."""
    found: bool = await database.fetchval(
        "SELECT announced_at IS NOT NULL FROM inspections WHERE id = $1", inspection_id
    )
    return found


async def is_signed(inspection_id: UUID, minutes_id: UUID | None) -> bool:
    """Whether anybody signed these minutes, or refused to: from then on a draft is no draft."""
    found: bool = await database.fetchval(
        "SELECT EXISTS (SELECT FROM signatures WHERE inspection_id = $1 AND minutes_id = $2)",
        inspection_id,
        minutes_id,
    )
    return found


# Before and after is by the ledger's numbers: two web servers' clocks may differ by more than a quick answer takes.
_ANSWER = """
    (SELECT r.act_id FROM rulings r JOIN ledger_entries a ON a.act_id = r.act_id
     WHERE r.inspection_id = $1 AND r.kind IN ('draft_approved', 'draft_returned') AND r.revision = d.draft
         AND a.number > p.number ORDER BY a.number LIMIT 1) AS answer_id
"""


async def last_draft(inspection_id: UUID) -> Any:
    """The draft that was proposed last, and which act answered it, if any; None where there is none."""
    return await database.fetchrow(
        f"""
        SELECT d.act_id, d.minutes_id, d.draft, {_ANSWER}
        FROM drafts d JOIN ledger_entries p ON p.act_id = d.act_id
        WHERE d.inspection_id = $1 ORDER BY p.number DESC LIMIT 1
        """,
        inspection_id,
    )


async def anchors_before(device_id: UUID, officer_id: UUID, seq: int, since: datetime) -> list[str]:
    """The anchors that an officer's log on a device carries before this place, of what came since then."""
    rows = await database.fetch(
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
    return [row["anchor"] for row in rows]


async def papers_here(inspection_id: UUID, papers: list[UUID]) -> int:
    """How many of these are papers that were written at this inspection, held ones too."""
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
    """A draft was proposed: it waits for an opinion, unless it came too late for one."""
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
    """A supervisor said what he thinks of a draft."""
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
    """Whose the minutes are from now on."""
    await database.defer(
        "touched", touch_clause("minutes_owner = $4"), inspection_id, None, at, officer_id
    )


async def set_withdrawn(
    inspection_id: UUID, state: str | None, at: datetime, officer_id: UUID, reason: str
) -> None:
    """The decision was taken back."""
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
    """Somebody said what became of minutes beside: where they were held, that is decided too."""
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


async def is_set_aside(inspection_id: UUID, minutes_id: UUID) -> bool:
    """Whether somebody said so already."""
    found: bool = await database.fetchval(
        "SELECT EXISTS (SELECT FROM minutes_set_aside WHERE inspection_id = $1 AND minutes_id = $2)",
        inspection_id,
        minutes_id,
    )
    return found


async def set_submitted(
    inspection_id: UUID, minutes_id: UUID, file_status: str, at: datetime
) -> None:
    """The minutes that the submission names are in force, whatever came between; its file begins."""
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
    """A supervisor ruled on the file."""
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
    """The team answered: the file waits for a ruling again, where it waited for the answer."""
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


async def find_ask(inspection_id: UUID, asked: UUID) -> Any:
    """The points that this act asked to be supplemented, and whether it is answered; None where it asked none."""
    return await database.fetchrow(
        """
        SELECT jsonb_array_length(comments) AS points, EXISTS (SELECT FROM file_supplements f WHERE f.inspection_id = $1
            AND f.asked = r.act_id) AS answered
        FROM rulings r WHERE inspection_id = $1 AND act_id = $2 AND kind = 'supplement_asked'
        """,
        inspection_id,
        asked,
    )


async def open_ask(inspection_id: UUID) -> UUID | None:
    """The act that asked for a supplement last, while the team has not answered it: an order to verify ends no ask."""
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
    """What joined the file since the submission that stands, by act, in the order of the ledger: evidence in effect,
    with what was admitted; and the team's answers. `joining`: the acts that are part of a file, beside these."""
    rows = await database.fetch(
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
    addenda = [row["act_id"] for row in rows if row["act_type"] != "file.supplemented"]
    return addenda, [row["act_id"] for row in rows if row["act_type"] == "file.supplemented"]


async def drafts(inspection_id: UUID) -> list[Any]:
    """Drafts, oldest first, with what their acts answered to remarks."""
    return await database.fetch(
        f"""
        SELECT d.*, o.full_name AS officer_name, (p.act::jsonb #> '{{content,answers}}')::text AS answers, {_ANSWER}
        FROM drafts d JOIN officers o ON o.id = d.officer_id JOIN ledger_entries p ON p.act_id = d.act_id
        WHERE d.inspection_id = $1 ORDER BY p.number
        """,
        inspection_id,
    )


async def supplements(inspection_id: UUID) -> list[Any]:
    """The team's answers, oldest first."""
    return await database.fetch(
        """
        SELECT f.*, o.full_name AS officer_name FROM file_supplements f JOIN officers o ON o.id = f.officer_id
        WHERE f.inspection_id = $1 ORDER BY f.received_at, f.act_id
        """,
        inspection_id,
    )


async def set_aside(inspection_id: UUID) -> list[Any]:
    """Minutes of which somebody said what became of them."""
    return await database.fetch(
        """
        SELECT a.*, o.full_name AS officer_name FROM minutes_set_aside a JOIN officers o ON o.id = a.officer_id
        WHERE a.inspection_id = $1 ORDER BY a.at
        """,
        inspection_id,
    )
