"""Queries of offline data: one area's register as a phone stores it, as differences."""

import hashlib
from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

import msgspec

from backend.casework.queries.teams import CASE_TEAMS
from backend.core import database, rows, scope
from backend.core.actors import Actor
from backend.core.json_columns import decoded
from backend.exchange.rules.offline_data import HISTORY
from backend.fieldwork.queries.teams import INSPECTION_TEAMS
from schemas.fieldwork.decisions import SubjectRow

_COLUMNS = rows.named(SubjectRow, "s")
_TEXT = """
    concat_ws(' ', s.name, s.trade_name, s.tax_code, s.registration_number, s.address, s.representative, s.phone)
"""

_TOGETHER = """
    WITH RECURSIVE one AS (
        SELECT w.id, w.id AS stays FROM unnest($1::uuid[]) AS w (id)
        UNION SELECT s.id, one.stays FROM subjects s JOIN one ON s.merged_into = one.id
    ), wanted AS (SELECT stays, array_agg(id) AS ids FROM one GROUP BY stays)
"""
"""Each business with all that were merged into it: phones have only the one that stays, with the history of all."""


class CurrentPosition(msgspec.Struct, frozen=True, kw_only=True):
    """Where the installation is."""

    epoch: UUID
    era: int
    horizon: int
    """The transaction before which all changes are visible."""


class ChangedBusiness(msgspec.Struct, frozen=True, kw_only=True):
    """A business that changed, with the place of the change in the order of all."""

    era: int
    xid: int
    subject_id: UUID
    business: SubjectRow | None
    """None if it left the area."""
    text: str
    """What a phone searches in."""


class PastInspection(msgspec.Struct, frozen=True, kw_only=True):
    """An earlier inspection of a business."""

    subject_id: UUID
    id: UUID
    decision_number: str
    issued_on: str
    state: str
    violations: list[str]
    """As the minutes in force describe them."""
    form: str | None


class PastCase(msgspec.Struct, frozen=True, kw_only=True):
    """An earlier case of a business."""

    subject_id: UUID
    id: UUID
    inspection_id: UUID | None
    number: str
    state: str
    sanctioned_on: date | None
    decision_number: str | None
    only_warned: bool
    fine_total_vnd: int
    paid_total_vnd: int
    executed_at: date | None
    lapsed_on: date | None


class AreaSize(msgspec.Struct, frozen=True, kw_only=True):
    """Counts from which the size of an area's offline data is computed."""

    businesses: int
    bytes: int
    """Of all columns of the businesses."""
    nulls: int
    """How many of these are null."""
    numbers: int
    """How many of these are numbers."""
    letters: int
    """Of the searched texts."""
    inspections: int
    cases: int
    found_bytes: int
    """Of the findings of one inspection, on average of 200."""


class UnitInForce(msgspec.Struct, frozen=True, kw_only=True):
    """A unit of the force."""

    id: UUID
    code: str
    name_vi: str
    name_en: str
    kind: str
    parent_id: UUID | None
    text: str
    """What a phone searches in."""


def scope_key(actor: Actor) -> str:
    """Return a key of what this officer may see of the register, the inspections and the cases.

    Another scope gives another key, after which a phone loads everything again. So the key is made of the words from
    which phones have it: those of the register stand without parentheses.
    """
    register, of_register = scope.sql(scope.directory(actor), "s", 1)
    parts = (
        (register.removeprefix("(").removesuffix(")"), of_register),
        scope.sql(scope.teamed(INSPECTION_TEAMS, actor), "i", 1),
        scope.sql(scope.teamed(CASE_TEAMS, actor), "c", 1),
    )
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


async def current_position() -> CurrentPosition:
    """Return the epoch, the era, and the transaction before which all changes are visible."""
    found = await database.fetchrow(
        "SELECT epoch, era, pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS horizon FROM installation"
    )
    return msgspec.convert(dict(found), CurrentPosition)


async def businesses(
    actor: Actor, after: tuple[int, int, UUID], limit: int
) -> list[ChangedBusiness]:
    """Return what changed in the register of the officer's area, ordered by (era, transaction, id).

    All visible changes are returned; how far the cursor
    may move on them is decided in `backend/core/places.py`. The first fetch is the same query from
    the start: a business that changes while the pages are fetched appears again at their end.
    """
    area, args = scope.sql(scope.directory(actor), "m", 5)
    still, _ = scope.sql(scope.directory(actor), "s", 5)
    found = await database.fetch(
        f"""
        SELECT m.era, m.changed_xid::text::bigint AS xid, m.subject_id, {_COLUMNS}, fold({_TEXT}) AS text
        FROM (
            SELECT m.era, m.changed_xid, m.subject_id FROM subject_marks m
            WHERE {area} AND (m.era, m.changed_xid, m.subject_id) > ($1, $2::text::xid8, $3)
            ORDER BY m.era, m.changed_xid, m.subject_id LIMIT $4
        ) m LEFT JOIN subjects s ON s.id = m.subject_id AND {still} AND s.merged_into IS NULL
        ORDER BY m.era, m.changed_xid, m.subject_id
        """,
        after[0],
        str(after[1]),
        after[2],
        limit,
        *args,
    )
    return [
        ChangedBusiness(
            era=row["era"],
            xid=row["xid"],
            subject_id=row["subject_id"],
            business=_business(row) if row["id"] is not None else None,
            text=row["text"],
        )
        for row in found
    ]


def _business(row: Mapping[str, Any]) -> SubjectRow:
    return msgspec.convert({name: row[name] for name in SubjectRow.__struct_fields__}, SubjectRow)


async def history(actor: Actor, subjects: list[UUID]) -> list[PastInspection]:
    """Return each business's newest inspections that this officer may see, with those of all merged into it.

    Each comes with the violations in the minutes in force.
    """
    condition, args = scope.sql(scope.teamed(INSPECTION_TEAMS, actor), "i", 3)
    found = await database.fetch(
        f"""
        {_TOGETHER}
        SELECT wanted.stays AS subject_id, i.id, i.decision_number, i.decision ->> 'issued_on' AS issued_on, i.state,
            jsonb_path_query_array(w.fields, '$.violations[*].description')::text AS violations, w.form
        FROM wanted
        CROSS JOIN LATERAL (
            SELECT i.* FROM inspections i WHERE i.subject_id = ANY (wanted.ids) AND {condition}
            ORDER BY i.issued_at DESC, i.id DESC LIMIT $2
        ) i
        LEFT JOIN minutes w ON w.act_id = i.minutes_id
        ORDER BY wanted.stays, i.issued_at DESC, i.id DESC
        """,
        subjects,
        HISTORY,
        *args,
    )
    return rows.many(
        PastInspection,
        (row | {"violations": row["violations"] or []} for row in decoded(found, "violations")),
    )


async def cases(actor: Actor, subjects: list[UUID]) -> list[PastCase]:
    """Return each business's newest recorded or sanctioned cases that this officer may see, of all merged into it."""
    condition, args = scope.sql(scope.teamed(CASE_TEAMS, actor), "c", 3)
    found = await database.fetch(
        f"""
        {_TOGETHER}
        SELECT wanted.stays AS subject_id, c.id, c.inspection_id, c.number, c.state, c.sanctioned_on, c.decision_number,
            c.only_warned, c.fine_total_vnd, c.paid_total_vnd, c.executed_at, c.lapsed_on
        FROM wanted
        CROSS JOIN LATERAL (
            SELECT c.* FROM cases c
            WHERE c.subject_id = ANY (wanted.ids) AND (c.recorded_at IS NOT NULL OR c.sanctioned_on IS NOT NULL)
                AND {condition}
            ORDER BY c.opened_at DESC, c.id DESC LIMIT $2
        ) c
        ORDER BY wanted.stays, c.opened_at DESC, c.id DESC
        """,
        subjects,
        HISTORY,
        *args,
    )
    return rows.many(PastCase, found)


async def size(actor: Actor) -> AreaSize:
    """Return the counts from which the size of an area's offline data is computed."""
    area, area_args = scope.sql(scope.directory(actor), "s", 2)
    seen, seen_args = scope.sql(scope.teamed(INSPECTION_TEAMS, actor), "i", 2 + len(area_args))
    mine, case_args = scope.sql(
        scope.teamed(CASE_TEAMS, actor), "c", 2 + len(area_args) + len(seen_args)
    )
    found = await database.fetchrow(
        f"""
        WITH told AS (
            SELECT i.minutes_id, row_number() OVER (PARTITION BY i.subject_id ORDER BY i.issued_at DESC) AS nth
            FROM inspections i JOIN subjects s ON s.id = i.subject_id AND {area}
            WHERE {seen}
        ), looked_at AS (
            SELECT octet_length(jsonb_path_query_array(w.fields, '$.violations[*].description')::text) AS bytes
            FROM (SELECT minutes_id FROM told WHERE nth <= $1 LIMIT 200) t
            LEFT JOIN minutes w ON w.act_id = t.minutes_id
        )
        SELECT count(*) AS businesses,
            COALESCE(sum(octet_length(concat_ws('', {_COLUMNS}))), 0) AS bytes,
            COALESCE(sum(num_nulls({_COLUMNS})), 0) AS nulls,
            COALESCE(sum(num_nonnulls(s.latitude_e7, s.longitude_e7)), 0) AS numbers,
            COALESCE(sum(char_length({_TEXT})), 0) AS letters,
            (SELECT count(*) FROM told WHERE nth <= $1) AS inspections,
            (SELECT count(*) FROM (
                SELECT row_number() OVER (PARTITION BY c.subject_id) AS nth
                FROM cases c JOIN subjects s ON s.id = c.subject_id AND {area}
                WHERE (c.recorded_at IS NOT NULL OR c.sanctioned_on IS NOT NULL) AND {mine}
            ) k WHERE nth <= $1) AS cases,
            (SELECT COALESCE(avg(COALESCE(bytes, 2)), 0)::bigint FROM looked_at) AS found_bytes
        FROM subjects s WHERE {area}
        """,
        HISTORY,
        *area_args,
        *seen_args,
        *case_args,
    )
    return msgspec.convert(dict(found), AreaSize)


_IN_FORCE = "u.valid_from <= $1 AND (u.valid_to IS NULL OR u.valid_to > $1)"


async def units_version(today: date) -> str:
    """Return a hash of the tree of units in force. All officers may see its names."""
    found: str = await database.fetchval(
        f"""
        SELECT md5(COALESCE(string_agg(concat_ws('|', u.id, u.code, u.name_vi, u.name_en, u.kind, u.parent_id), ';'
            ORDER BY u.id), '')) FROM units u WHERE {_IN_FORCE}
        """,
        today,
    )
    return found


async def units(today: date) -> list[UnitInForce]:
    """Return the force's units in force, parents before children."""
    found = await database.fetch(
        f"""
        SELECT u.id, u.code, u.name_vi, u.name_en, u.kind, u.parent_id,
            fold(concat_ws(' ', u.code, u.name_vi, u.name_en)) AS text
        FROM units u WHERE {_IN_FORCE} ORDER BY u.level, u.code, u.id
        """,
        today,
    )
    return rows.many(UnitInForce, found)
