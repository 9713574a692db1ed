"""Lists of the items of plans, in the order of their last day, from either end."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import msgspec

from backend.core import database, rows, scope
from backend.core.actors import Owned
from backend.core.clock import SQL_TODAY
from backend.core.keyset import MOST_COUNTED
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
    """Which inspects now: the successor, if the unit that the plan names ended."""
    unit_name_vi: str
    unit_name_en: str
    was_vi: str | None
    """The name of the unit that the plan names, if that ended."""
    was_en: str | None
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
    newest: bool = False
    """Whether the latest day comes first. The same indexes are read from their other end."""
    drafts: bool = False
    """Those of a plan that is not issued too; the caller has checked that the plan is in sight as a whole."""


_LISTED = """
    i.id, i.plan_id, p.kind AS plan_kind, p.title AS plan_title, p.number AS plan_number, i.year, i.state,
    i.subject_name, i.criterion, i.address, i.area, i.first_day, i.last_day, u.id AS unit_id,
    u.name_vi AS unit_name_vi, u.name_en AS unit_name_en, w.name_vi AS was_vi, w.name_en AS was_en,
    l.full_name AS leader_name, i.inspection_id, i.decision_number, i.reason,
    i.unit_1, i.unit_2, i.unit_3, i.unit_4
"""
_JOINED = (
    "JOIN plans p ON p.id = i.plan_id JOIN units u ON u.id = coalesce(i.unit_4, i.unit_3, i.unit_2, i.unit_1) "
    "LEFT JOIN units w ON w.id = i.unit_id AND w.id <> u.id "
    "LEFT JOIN officers l ON l.id = i.leader_id"
)


class _Asked:
    """SQL under construction, with its parameters."""

    def __init__(self, filters: Filters) -> None:
        self.args: list[Any] = []
        self.filters = filters
        self.wanted = _conditions(filters, self.value)

    def value(self, given: Any) -> str:
        self.args.append(given)
        return f"${len(self.args)}"

    def branches(self, seen: Reach | None, columns: str, order: str, limit: int) -> str:
        """Return what the list shows, asked for each part of the reach in the list's order, up to `limit`."""
        wheres = []
        for part in [None] if seen is None else scope.parts(seen):
            where = list(self.wanted)
            if part is not None:
                condition, given = scope.sql(part, "i", len(self.args) + 1)
                self.args += given
                where.insert(0, condition)
            wheres.append(" AND ".join(where))
        most = self.value(limit)
        selects = [
            f"(SELECT {columns} FROM plan_items i WHERE {one}{order} LIMIT {most})"
            for one in wheres
        ]
        return " UNION ".join(selects) or f"SELECT {columns} FROM plan_items i WHERE false"


def _conditions(filters: Filters, value: Callable[[Any], str]) -> list[str]:
    found: list[str] = []
    if filters.unit is not None:
        found.append(f"i.unit_{filters.unit[0]} = {value(filters.unit[1])}")
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
    return found


async def page(
    seen: Reach | None, filters: Filters, after: tuple[date, UUID] | None, limit: int
) -> list[Listed]:
    """List items by their last day; by keyset. `seen`: None if the caller has checked the whole plan."""
    asked = _Asked(filters)
    way, beyond = (" DESC", "<") if filters.newest else ("", ">")
    if after is not None:
        asked.wanted.append(
            f"(i.last_day, i.id) {beyond} ({asked.value(after[0])}, {asked.value(after[1])})"
        )
    order = f" ORDER BY i.last_day{way}, i.id{way}"
    walks = asked.branches(seen, "i.id, i.last_day", order, limit)
    found = await database.fetch(
        f"""WITH walked AS ({walks}),
            page AS (SELECT i.* FROM (SELECT id FROM walked
                    ORDER BY last_day{way}, id{way} LIMIT {asked.value(limit)}) w
                JOIN plan_items i ON i.id = w.id)
        SELECT {_LISTED} FROM page i {_JOINED}{order}""",
        *asked.args,
    )
    return rows.many(Listed, found)


async def count(seen: Reach | None, filters: Filters) -> int:
    """Count the items of such a list, up to one more than MOST_COUNTED."""
    asked = _Asked(filters)
    walks = asked.branches(seen, "i.id", "", MOST_COUNTED + 1)
    found = await database.fetchval(f"SELECT count(*) FROM ({walks}) counted", *asked.args)
    return min(int(found), MOST_COUNTED + 1)


async def listed(item_id: UUID) -> Listed | None:
    """Return an item as lists show it, or None. Does not look at scope."""
    found = await database.fetch(
        f"""WITH page AS (SELECT * FROM plan_items i WHERE i.id = $1) SELECT {_LISTED} FROM page i {_JOINED}""",
        item_id,
    )
    return rows.many(Listed, found)[0] if found else None
