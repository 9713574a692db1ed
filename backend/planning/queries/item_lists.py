"""Lists of the items of plans, in the order of their last day."""

from datetime import date
from typing import Any
from uuid import UUID

import msgspec

from backend.core import database, rows, scope
from backend.core.actors import Owned
from backend.core.clock import SQL_TODAY
from backend.core.scope import Reach
from schemas.planning.words import ItemState, PlanKind

_LIVE = "('planned', 'decided', 'running', 'done', 'not_done')"
_OPEN = "('planned', 'decided', 'running')"


class Listed(Owned, frozen=True, kw_only=True):
    """An item as lists show it."""

    id: UUID
    plan_id: UUID
    plan_kind: PlanKind
    plan_title: str
    plan_number: str | None
    year: int
    state: ItemState
    subject_name: str | None
    criterion: str | None
    address: str
    area: str | None
    first_day: date
    last_day: date
    unit_id: UUID
    unit_name_vi: str
    unit_name_en: str
    leader_name: str | None
    inspection_id: UUID | None
    decision_number: str | None
    reason: str | None


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """The filters of a list of items."""

    plan_id: UUID | None = None
    year: int | None = None
    month: date | None = None
    """Its first day: of the items' last day."""
    unit: tuple[int, UUID] | None = None
    """Level and id: the items of this unit and those below."""
    state: ItemState | None = None
    late: bool = False
    drafts: bool = False
    """Those of a plan that is not issued too; the caller has checked that the plan is in sight as a whole."""


_LISTED = """
    i.id, i.plan_id, p.kind AS plan_kind, p.title AS plan_title, p.number AS plan_number, i.year, i.state,
    i.subject_name, i.criterion, i.address, i.area, i.first_day, i.last_day, i.unit_id, u.name_vi AS unit_name_vi,
    u.name_en AS unit_name_en, l.full_name AS leader_name, i.inspection_id, i.decision_number, i.reason,
    i.unit_1, i.unit_2, i.unit_3, i.unit_4
"""
_JOINED = (
    "JOIN plans p ON p.id = i.plan_id JOIN units u ON u.id = i.unit_id "
    "LEFT JOIN officers l ON l.id = i.leader_id"
)


def _conditions(seen: Reach | None, filters: Filters, args: list[Any]) -> str:
    found: list[str] = []

    def value(given: Any) -> str:
        args.append(given)
        return f"${len(args)}"

    if filters.unit is not None:
        found.append(f"i.unit_{filters.unit[0]} = {value(filters.unit[1])}")
    if seen is not None:
        condition, given = scope.sql(seen, "i", len(args) + 1)
        args += given
        found.append(condition)
    if filters.plan_id is not None:
        found.append(f"i.plan_id = {value(filters.plan_id)}")
    if filters.late:
        found.append(f"i.state IN {_OPEN} AND i.last_day < {SQL_TODAY}")
    elif filters.state is not None:
        found.append(f"i.state = {value(str(filters.state))}")
        if not filters.drafts:
            found.append(f"i.state IN {_LIVE}")
    else:
        found.append("i.state <> 'removed'" if filters.drafts else f"i.state IN {_LIVE}")
    if filters.year is not None:
        found.append(f"i.year = {value(filters.year)}::smallint")
    if filters.month is not None:
        month = value(filters.month)
        found.append(
            f"i.last_day >= {month}::date AND i.last_day < ({month}::date + interval '1 month')::date"
        )
    return " AND ".join(found)


async def page(
    seen: Reach | None, filters: Filters, after: tuple[date, UUID] | None, limit: int
) -> list[Listed]:
    """List items by their last day; by keyset. `seen`: None if the caller has checked the whole plan."""
    args: list[Any] = []
    where = _conditions(seen, filters, args)
    if after is not None:
        args += after
        where += f" AND (i.last_day, i.id) > (${len(args) - 1}, ${len(args)})"
    args.append(limit)
    found = await database.fetch(
        f"""WITH page AS (SELECT * FROM plan_items i WHERE {where} ORDER BY i.last_day, i.id LIMIT ${len(args)})
        SELECT {_LISTED} FROM page i {_JOINED} ORDER BY i.last_day, i.id""",
        *args,
    )
    return rows.many(Listed, found)


async def count(seen: Reach | None, filters: Filters) -> int:
    """Count the items of such a list."""
    args: list[Any] = []
    where = _conditions(seen, filters, args)
    return int(await database.fetchval(f"SELECT count(*) FROM plan_items i WHERE {where}", *args))


async def listed(item_id: UUID) -> Listed | None:
    """Return an item as lists show it, or None. Does not look at scope."""
    found = await database.fetch(
        f"""WITH page AS (SELECT * FROM plan_items i WHERE i.id = $1) SELECT {_LISTED} FROM page i {_JOINED}""",
        item_id,
    )
    return rows.many(Listed, found)[0] if found else None
