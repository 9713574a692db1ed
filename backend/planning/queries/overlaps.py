"""Queries of subjects that are planned twice in a year (practice B15), over all units and agencies.

They look at no scope: a guard that saw only the officer's own units would guard nothing. What of it is shown
is decided by the service, which tells of another unit's plan its number, unit and month alone.
"""

from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.core import database, remembering, rows
from backend.core.json_columns import decoded
from backend.planning.rules.facts import COUNTED
from schemas.planning.acts import PlanItem
from schemas.planning.words import Match, OverlapWay, PlanKind


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """Two items under the same key: the plan's own, and another."""

    item_id: UUID
    item: PlanItem
    other_item_id: UUID
    other_contents: list[str]
    matches: list[Match]
    other_plan_id: UUID
    other_number: str | None
    other_kind: PlanKind
    other_agency: str | None
    other_unit_vi: str
    other_unit_en: str
    other_first_day: date
    other_last_day: date
    way: OverlapWay | None
    reason: str | None
    by_name: str | None


_COUNTED = sorted(str(one) for one in COUNTED)
_FOUND = """
    WITH pairs AS (
        SELECT mine.item_id, other.item_id AS other_item_id,
            array_agg(DISTINCT mine.match) || array_agg(DISTINCT other.match) AS matches
        FROM plan_subject_keys mine
        JOIN plan_subject_keys other
            ON other.key = mine.key AND other.year = mine.year AND other.item_id <> mine.item_id
        WHERE mine.plan_id = $1 AND (other.plan_id <> mine.plan_id OR other.item_id < mine.item_id)
        GROUP BY mine.item_id, other.item_id
    )
    SELECT a.item_id, i.content AS item, a.other_item_id, o.content -> 'contents' AS other_contents, a.matches,
        p.id AS other_plan_id, p.number AS other_number, p.kind AS other_kind, p.agency AS other_agency,
        u.name_vi AS other_unit_vi, u.name_en AS other_unit_en, o.first_day AS other_first_day,
        o.last_day AS other_last_day, r.way, r.reason, w.full_name AS by_name
    FROM pairs a JOIN plan_items i ON i.id = a.item_id JOIN plan_items o ON o.id = a.other_item_id
    JOIN plans p ON p.id = o.plan_id JOIN units u ON u.id = p.unit_id
    LEFT JOIN LATERAL (
        SELECT way, reason, by FROM plan_overlap_rulings s
        WHERE (s.item_id, s.other_item_id) IN ((a.item_id, a.other_item_id), (a.other_item_id, a.item_id)) LIMIT 1
    ) r ON true
    LEFT JOIN officers w ON w.id = r.by
    WHERE i.state NOT IN ('removed', 'not_done') AND o.state NOT IN ('removed', 'not_done')
        AND (p.state = ANY ($2::text[]) OR p.id = $1)
    ORDER BY i.first_day, a.item_id, o.first_day, a.other_item_id
"""


@remembering.once
async def found(plan_id: UUID) -> list[Found]:
    """Return the pairs of a plan, those within it once."""
    given = await database.fetch(_FOUND, plan_id, _COUNTED)
    return rows.many(Found, decoded(given, "item", "other_contents"))


class Other(msgspec.Struct, frozen=True, kw_only=True):
    """An item with the subject of one that is about to be written."""

    item_id: UUID
    other_item_id: UUID
    other_contents: list[str]
    other_first_day: date
    kept: bool


async def others(plan_id: UUID, year: int, keys: list[tuple[UUID, str]]) -> list[Other]:
    """Return the items that have one of these keys in the year, besides those that are to be written themselves."""
    given = [{"item_id": item_id, "key": key} for item_id, key in keys]
    found = await database.fetch(
        """
        WITH mine AS (SELECT * FROM jsonb_to_recordset($3::jsonb) AS r (item_id uuid, key text))
        SELECT DISTINCT m.item_id, o.id AS other_item_id, o.content -> 'contents' AS other_contents,
            o.first_day AS other_first_day, EXISTS (SELECT 1 FROM plan_overlap_rulings s WHERE s.way = 'kept'
                AND (s.item_id, s.other_item_id) IN ((m.item_id, o.id), (o.id, m.item_id))) AS kept
        FROM mine m JOIN plan_subject_keys k ON k.key = m.key AND k.year = $2::smallint
        JOIN plan_items o ON o.id = k.item_id JOIN plans p ON p.id = o.plan_id
        WHERE o.id NOT IN (SELECT item_id FROM mine) AND o.state NOT IN ('removed', 'not_done')
            AND (p.state = ANY ($4::text[]) OR p.id = $1)
        """,
        plan_id,
        year,
        msgspec.json.encode(given).decode(),
        _COUNTED,
    )
    return rows.many(Other, decoded(found, "other_contents"))


async def rule(
    plan_id: UUID,
    item_id: UUID,
    other_item_id: UUID,
    way: OverlapWay,
    reason: str,
    by: UUID,
    at: datetime,
) -> None:
    """Write how a pair was resolved; the last ruling counts."""
    await database.execute(
        """
        WITH before AS (DELETE FROM plan_overlap_rulings WHERE item_id = $3 AND other_item_id = $2)
        INSERT INTO plan_overlap_rulings (item_id, other_item_id, plan_id, way, reason, by, at)
        VALUES ($2, $3, $1, $4, $5, $6, $7)
        ON CONFLICT (item_id, other_item_id) DO UPDATE SET plan_id = excluded.plan_id, way = excluded.way,
            reason = excluded.reason, by = excluded.by, at = excluded.at
        """,
        plan_id,
        item_id,
        other_item_id,
        str(way),
        reason,
        by,
        at,
    )
