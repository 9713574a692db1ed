"""Queries of captions given after the shot. Written only by `ledger.record` (the one door)."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import database, rows
from backend.fieldwork.queries.inspections import touch_clause


class Caption(msgspec.Struct, frozen=True, kw_only=True):
    """A caption given after the shot, and the one that it replaced."""

    act_id: UUID
    photo_id: UUID
    caption: str | None
    before: str | None
    officer_name: str
    made_at: datetime
    received_at: datetime
    after_submission: bool


async def caption_photo(
    inspection_id: UUID,
    state: str | None,
    at: datetime,
    act_id: UUID,
    number: int,
    officer_id: UUID,
    photo_id: UUID,
    caption: str | None,
    made_at: datetime,
) -> None:
    """Give a photograph another caption, and keep the one before in photo_captions."""
    await database.defer(
        "touched",
        f"""
        {touch_clause()}, captioned AS (
            UPDATE photos SET caption = $8 WHERE id = $7
        ), written AS ( -- of one statement: it reads the caption as it stood before
        INSERT INTO photo_captions (act_id, inspection_id, photo_id, number, officer_id, caption, before, made_at,
            received_at)
        SELECT $4, $1, $7, $5, $6, $8, p.caption, $9, $3 FROM photos p WHERE p.id = $7)
        """,
        inspection_id,
        state,
        at,
        act_id,
        number,
        officer_id,
        photo_id,
        caption,
        made_at,
    )


async def captions(inspection_id: UUID) -> list[Caption]:
    """Return captions given after the shot, in order of effect, with the one that each replaced."""
    found = await database.fetch(
        """
        SELECT c.act_id, c.photo_id, c.caption, c.before, o.full_name AS officer_name, c.made_at, c.received_at,
            EXISTS (SELECT 1 FROM submissions s JOIN ledger_entries e ON e.act_id = s.act_id
                WHERE s.inspection_id = c.inspection_id AND s.revision_number = (SELECT max(l.revision_number)
                    FROM submissions l WHERE l.inspection_id = c.inspection_id) AND e.number < c.number)
                AS after_submission
        FROM photo_captions c JOIN officers o ON o.id = c.officer_id
        WHERE c.inspection_id = $1 ORDER BY c.id
        """,
        inspection_id,
    )
    return rows.many(Caption, found)
