"""Queries of how far plans are, without reading items: by unit and month from counts that triggers keep."""

from datetime import date
from typing import Any
from uuid import UUID

import msgspec

from backend.core import database, rows, scope
from backend.core.actors import Actor
from backend.core.clock import SQL_TODAY
from schemas.planning.acts import UnitResult


class Counted(msgspec.Struct, frozen=True, kw_only=True):
    """How many items of a unit end in a month, by state."""

    unit_id: UUID
    unit_name_vi: str
    unit_name_en: str
    month: date
    planned: int
    decided: int
    running: int
    done: int
    not_done: int
    late: int


_STATES = ("planned", "decided", "running", "done", "not_done")
_OF_ALL = """
    SELECT c.unit_id, c.month, c.planned, c.decided, c.running, c.done, c.not_done FROM plan_month_counts c
    WHERE c.unit_{level} = $1 AND c.year = $2::smallint
"""
_OF_ONE = (
    "SELECT c.unit_id, c.month, "
    + ", ".join(
        f"coalesce(sum(c.items) FILTER (WHERE c.state = '{state}'), 0)::int AS {state}"
        for state in _STATES
    )
    + """ FROM plan_counts c WHERE c.unit_{level} = $1 AND c.year = $2::smallint AND c.plan_id = $3
    GROUP BY c.unit_id, c.month"""
)


async def months(actor: Actor, year: int, plan_id: UUID | None) -> list[Counted]:
    """Return the progress of issued plans of a year by unit and month, as far as it is in sight.

    Of past months all open items are late; of the present one those whose last day is over are counted.
    """
    seen = scope.plan_items(actor).unit
    if seen is None:
        return []
    level, unit_id = seen
    args: list[Any] = [unit_id, year, *([plan_id] if plan_id else [])]
    counted = (_OF_ONE if plan_id else _OF_ALL).format(level=level)
    found = await database.fetch(
        f"""
        WITH open AS (
            SELECT i.unit_id, count(*)::int AS late FROM plan_items i
            WHERE i.unit_{level} = $1 AND i.state IN ('planned', 'decided', 'running')
                AND i.last_day >= date_trunc('month', {SQL_TODAY})::date AND i.last_day < {SQL_TODAY}
                AND i.year = $2::smallint {"AND i.plan_id = $3" if plan_id else ""}
            GROUP BY i.unit_id
        ), counted AS ({counted})
        SELECT c.unit_id, u.name_vi AS unit_name_vi, u.name_en AS unit_name_en, c.month, c.planned, c.decided,
            c.running, c.done, c.not_done, CASE
                WHEN c.month < date_trunc('month', {SQL_TODAY})::date THEN c.planned + c.decided + c.running
                WHEN c.month = date_trunc('month', {SQL_TODAY})::date THEN coalesce(o.late, 0)
                ELSE 0 END AS late
        FROM counted c JOIN units u ON u.id = c.unit_id LEFT JOIN open o ON o.unit_id = c.unit_id
        WHERE c.planned + c.decided + c.running + c.done + c.not_done > 0
        ORDER BY u.code, c.month
        """,
        *args,
    )
    return rows.many(Counted, found)


async def results(plan_id: UUID) -> list[UnitResult]:
    """Return what each unit did of a plan (Circular 27/2020 Art 7)."""
    found = await database.fetch(
        """
        SELECT c.unit_id, sum(c.items)::int AS planned,
            coalesce(sum(c.items) FILTER (WHERE c.state = 'done'), 0)::int AS done,
            coalesce(sum(c.items) FILTER (WHERE c.state = 'not_done'), 0)::int AS not_done
        FROM plan_counts c WHERE c.plan_id = $1 AND c.state IN ('planned', 'decided', 'running', 'done', 'not_done')
        GROUP BY c.unit_id HAVING sum(c.items) > 0 ORDER BY c.unit_id
        """,
        plan_id,
    )
    return rows.many(UnitResult, found)
