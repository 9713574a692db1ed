"""Queries of how things stand now: limits that were missed, by unit and rule, and who carries how many open cases."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.casework.rules import turns
from backend.core import database, rows, scope
from backend.core.actors import Actor
from backend.core.scope import Reach

_OPEN = sorted(turns.OF_THE_HEAD | turns.OF_THE_OFFICERS)
_WORKS = ("inspector", "team_leader")


class Late(msgspec.Struct, frozen=True, kw_only=True):
    """Limits of one rule that were missed in one unit."""

    unit_id: UUID
    rule: str
    rule_set: str | None
    """Null for a limit that the force sets itself."""
    late: int
    oldest: datetime
    """Since when the oldest is missed, UTC."""


class Load(msgspec.Struct, frozen=True, kw_only=True):
    """Cases that wait for a next step, of one unit or of one officer, and how many of them missed a limit."""

    id: UUID
    name: str
    """Of an officer; empty for a unit."""
    open: int
    late: int
    officers: int
    """Active officers of the unit who work on cases; 1 for an officer."""


def _within(actor: Actor, level: int, unit_id: UUID) -> Reach:
    """Return the reader's reach narrowed to a unit. The caller has asked whether the reader covers it."""
    return msgspec.structs.replace(scope.whole_unit(actor), unit=(level, unit_id))


def _at(level: int, alias: str) -> str:
    """Return the unit below of a row, or the unit itself where the row has none."""
    if level == 4:
        return f"{alias}.unit_4"
    return f"coalesce({alias}.unit_{level + 1}, {alias}.unit_{level})"


async def late(actor: Actor, level: int, unit_id: UUID, now: datetime) -> list[Late]:
    """Return the limits that were missed and still run: of cases, of sheets signed by hand, of information.

    As the lists behind them count: /desk/due?show=missed, /desk/by-hand, and informations that the reader may see.
    """
    seen, args = scope.sql(_within(actor, level, unit_id), "r", 2)
    told, more = scope.sql(scope.informations(actor), "r", 2 + len(args))
    found = await database.fetch(
        f"""
        SELECT {_at(level, "r")} AS unit_id, r.rule, r.rule_set, count(*) AS late, min(r.due_at) AS oldest
        FROM case_clocks r
        WHERE {seen} AND r.due_at <= $1 AND r.met_at IS NULL AND r.moot_at IS NULL AND r.watched
        GROUP BY 1, 2, 3
        UNION ALL
        SELECT {_at(level, "r")}, 'B3', NULL, count(*), min(r.issued_at) + interval '48 hours' FROM documents r
        WHERE {seen} AND r.hand IN ('printed', 'waits') AND r.state IN ('printed', 'signed', 'delivered')
            AND r.issued_at <= $1 - interval '48 hours'
        GROUP BY 1
        UNION ALL
        SELECT {_at(level, "r")}, r.due_rule, NULL, count(*), min(r.due_at) FROM informations r
        WHERE {seen} AND {told} AND r.due_at <= $1 AND r.due_rule IS NOT NULL
        GROUP BY 1, 2
        """,
        now,
        *args,
        *more,
    )
    return rows.many(Late, found)


_MISSED = """EXISTS (SELECT FROM case_clocks k WHERE k.case_id = r.id AND k.met_at IS NULL AND k.moot_at IS NULL
    AND k.watched AND k.due_at <= $1)"""


async def load_of_units(actor: Actor, level: int, unit_id: UUID, now: datetime) -> list[Load]:
    """Return the open cases of each unit below, and of the unit itself, with its officers who work on cases."""
    seen, args = scope.sql(_within(actor, level, unit_id), "r", 4)
    found = await database.fetch(
        f"""
        WITH open AS (
            SELECT {_at(level, "r")} AS at, count(*) AS open, count(*) FILTER (WHERE {_MISSED}) AS late
            FROM cases r WHERE {seen} AND r.state = ANY($2::text[]) GROUP BY 1),
        works AS (
            SELECT {_at(level, "r")} AS at, count(*) AS officers FROM officers r
            WHERE {seen} AND r.state = 'active' AND EXISTS (
                SELECT FROM officer_roles g WHERE g.officer_id = r.id AND g.role = ANY($3::text[]))
            GROUP BY 1)
        SELECT at AS id, '' AS name, coalesce(o.open, 0) AS open, coalesce(o.late, 0) AS late,
            coalesce(w.officers, 0) AS officers
        FROM open o FULL JOIN works w USING (at)
        """,
        now,
        _OPEN,
        list(_WORKS),
        *args,
    )
    return rows.many(Load, found)


async def load_of_officers(actor: Actor, level: int, unit_id: UUID, now: datetime) -> list[Load]:
    """Return the open cases of each officer who answers for some in a unit, and of those who could and have none."""
    seen, args = scope.sql(_within(actor, level, unit_id), "r", 4)
    found = await database.fetch(
        f"""
        SELECT o.id, o.full_name AS name, coalesce(c.open, 0) AS open, coalesce(c.late, 0) AS late, 1 AS officers
        FROM (SELECT r.lead_id, count(*) AS open, count(*) FILTER (WHERE {_MISSED}) AS late
            FROM cases r WHERE {seen} AND r.state = ANY($2::text[]) GROUP BY 1) c
        FULL JOIN (SELECT r.id FROM officers r WHERE {seen} AND r.state = 'active' AND EXISTS (
            SELECT FROM officer_roles g WHERE g.officer_id = r.id AND g.role = ANY($3::text[]))) w ON w.id = c.lead_id
        JOIN officers o ON o.id = coalesce(c.lead_id, w.id)
        ORDER BY open DESC, o.full_name, o.id
        """,
        now,
        _OPEN,
        list(_WORKS),
        *args,
    )
    return rows.many(Load, found)
