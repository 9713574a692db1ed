"""Queries of minutes, of the signatures under them and of their numbers.

Written only by `ledger.record` (the one door).
"""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows
from backend.core.compiled import Query
from backend.core.json_columns import decoded
from backend.fieldwork.queries.inspections import touch_clause
from backend.fieldwork.queries.signed_rows import SignedRow
from backend.fieldwork.rules.refusals import Signed
from backend.fieldwork.tables.inspections import Minutes, MinutesNumber, Signature


class MinutesFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What judging a number of minutes needs to know of them."""

    officer_id: UUID
    form: str
    form_version: int
    fields: dict[str, Any]
    numbered: bool


async def insert_minutes(
    inspection_id: UUID,
    state: str | None,
    at: datetime,
    act_id: UUID,
    number: int,
    officer_id: UUID,
    minutes: Any,
    fields_json: str,
    made_at: datetime,
) -> None:
    """Store new minutes and put them in force, unsigned. An earlier approval becomes void."""
    await database.defer(
        "touched",
        f"""
        {touch_clause("minutes_id = $4, no_case_since = NULL, draft_since = NULL")}, voided AS (
            UPDATE rulings SET void_since = $3, void_by = $4
            WHERE inspection_id = $1 AND kind = 'approved' AND void_since IS NULL
        ), written AS (
        INSERT INTO minutes
            (act_id, inspection_id, number, officer_id, form, form_version, fields, made_at, received_at)
        VALUES ($4, $1, $5, $6, $7, $8, $9, $10, $3)
        ON CONFLICT (act_id) DO NOTHING) -- admitted, and listed beside since it came
        """,
        inspection_id,
        state,
        at,
        act_id,
        number,
        officer_id,
        minutes.form,
        minutes.form_version,
        fields_json,
        made_at,
    )


async def insert_minutes_beside(
    inspection_id: UUID,
    act_id: UUID,
    number: int,
    officer_id: UUID,
    minutes: Any,
    fields_json: str,
    made_at: datetime,
    at: datetime,
) -> None:
    """Store minutes beside those in force. They can be read and signed, but have no effect."""
    await Minutes.insert(
        Minutes(
            act_id=act_id,
            inspection_id=inspection_id,
            number=number,
            officer_id=officer_id,
            form=minutes.form,
            form_version=minutes.form_version,
            fields=fields_json,
            made_at=made_at,
            received_at=at,
        )
    )


@compiled.exists
def minutes_exist(inspection_id: UUID, minutes_id: UUID) -> Query:
    """Tell whether these minutes were written in this inspection."""
    written = Minutes.exists().where(Minutes.act_id == minutes_id)
    return written.where(Minutes.inspection_id == inspection_id)


async def facts(inspection_id: UUID, minutes_id: UUID) -> MinutesFacts | None:
    """Return what judging a number needs to know of these minutes of this inspection, or None."""
    found = await database.fetch(
        """
        SELECT m.officer_id, m.form, m.form_version, m.fields,
            EXISTS (SELECT FROM minutes_numbers n WHERE n.minutes_id = m.act_id) AS numbered
        FROM minutes m WHERE m.act_id = $2 AND m.inspection_id = $1
        """,
        inspection_id,
        minutes_id,
    )
    known = rows.many(MinutesFacts, decoded(found, "fields"))
    return known[0] if known else None


@compiled.many(SignedRow, decode=("refusal",))
def _under(minutes_id: UUID) -> Query:
    signed = Signature.select(*rows.columns(SignedRow, Signature))
    return signed.where(Signature.minutes_id == minutes_id)


async def signed_under(minutes_id: UUID) -> list[Signed]:
    """Return in which roles minutes were signed, and in which somebody refused to."""
    return [one.signed for one in await _under(minutes_id)]


@compiled.exists
def is_numbered(minutes_id: UUID) -> Query:
    """Tell whether these minutes have their number."""
    return MinutesNumber.exists().where(MinutesNumber.minutes_id == minutes_id)


async def insert_number(
    inspection_id: UUID,
    state: str | None,
    at: datetime,
    act_id: UUID,
    officer_id: UUID,
    numbered: Any,
    numbered_at: datetime,
    code: str,
) -> None:
    """Store the number of minutes and their code. `numbered_at` is corrected for the phone's clock."""
    await database.defer(
        "touched",
        f"""
        {touch_clause()}, numbered AS (
        INSERT INTO minutes_numbers (act_id, inspection_id, minutes_id, officer_id, number_text, numbered_at)
        VALUES ($4, $1, $5, $6, $7, $8)
        ), coded AS (
        INSERT INTO site_paper_codes (code, inspection_id, act_id) VALUES ($9, $1, $4))
        """,
        inspection_id,
        state,
        at,
        act_id,
        numbered.minutes,
        officer_id,
        numbered.text,
        numbered_at,
        code,
    )


async def insert_signature(
    inspection_id: UUID,
    state: str | None,
    at: datetime,
    act_id: UUID,
    officer_id: UUID,
    signed: Any,
    drawing_json: str | None,
    refusal_json: str | None,
    made_at: datetime,
) -> None:
    """Store a signature, or a refusal to sign."""
    await database.defer(
        "touched",
        f"""
        {touch_clause("draft_since = CASE WHEN minutes_id = $5 THEN NULL ELSE draft_since END")}, written AS (
        INSERT INTO signatures (act_id, inspection_id, minutes_id, officer_id, role, name, drawing, refusal, made_at)
        VALUES ($4, $1, $5, $6, $7, $8, $9, $10, $11))
        """,
        inspection_id,
        state,
        at,
        act_id,
        signed.minutes,
        officer_id,
        signed.role,
        signed.name,
        drawing_json,
        refusal_json,
        made_at,
    )


class NumberedMinutes(msgspec.Struct, frozen=True, kw_only=True):
    """Minutes in force that have their number by an act: which, and who wrote them."""

    act_id: UUID
    officer_id: UUID


async def numbered_in_force(inspection_id: UUID) -> NumberedMinutes | None:
    """Return the minutes in force of an inspection; None before they are submitted and numbered by an act."""
    return rows.one(
        NumberedMinutes,
        await database.fetchrow(
            """
            SELECT m.act_id, m.officer_id FROM inspections i JOIN minutes m ON m.act_id = i.minutes_id
            JOIN minutes_numbers n ON n.minutes_id = m.act_id
            WHERE i.id = $1 AND i.submitted_at IS NOT NULL
            """,
            inspection_id,
        ),
    )
