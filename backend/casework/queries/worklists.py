"""Queries of the cases whose next step is one officer's, the soonest time limit first."""

from datetime import datetime
from typing import Any
from uuid import UUID

from backend.casework.queries.reading import FIRST_CLOCK, ROW, CaseLine
from backend.casework.queries.teams import CASE_TEAMS
from backend.casework.rules import turns
from backend.core import database, rows, scope
from backend.core.actors import Actor
from schemas.core.vocabulary import Role


def _unit_walk(actor: Actor) -> tuple[str, list[Any]]:
    """Return the condition of cases of the officer's unit and below.

    Unlike scope.teamed() it does not add cases that they work on, so one index answers it in order.
    """
    condition, args = scope.sql(scope.whole_unit(actor), "c", 1)
    return condition, [*args]


def _turn(actor: Actor) -> tuple[str, list[Any]] | None:
    """Return the cases that wait for this officer, as walks of ids; None if no case can.

    Parameters begin at $1. The two walks together are what scope.teamed() says. With one OR over
    both, every case of that state would be read.
    """
    walks: list[str] = []
    args: list[Any] = []
    if actor.has(Role.SUPERVISOR):
        whole, args = _unit_walk(actor)
        args += [actor.officer_id, sorted(turns.OF_THE_HEAD)]
        own = f"c.id IN (SELECT so.case_id FROM case_officers so WHERE so.officer_id = ${len(args) - 1})"
        walks += [
            f"SELECT c.id FROM cases c WHERE {seen} AND c.state = ANY(${len(args)}::text[])"
            for seen in (whole, own)
        ]
    if actor.has(Role.INSPECTOR, Role.TEAM_LEADER):
        seen, scoped = scope.sql(scope.teamed(CASE_TEAMS, actor), "c", len(args) + 1)
        args += [*scoped, actor.officer_id, sorted(turns.OF_THE_OFFICERS)]
        walks.append(
            f"SELECT c.id FROM cases c WHERE {seen} AND c.lead_id = ${len(args) - 1}"
            f" AND c.state = ANY(${len(args)}::text[])"
        )
    return (" UNION ".join(walks), args) if walks else None


async def waiting(
    actor: Actor, after: tuple[datetime, datetime, UUID] | None, limit: int
) -> list[CaseLine]:
    """List rows after the key `after`.

    They are in the order of the clock that ends first (none: last), then of the oldest case.
    """
    turn = _turn(actor)
    if turn is None:
        return []
    ids, args = turn
    order = "coalesce(n.due_at, 'infinity'), c.opened_at, c.id"
    beyond = ""
    if after:
        at = len(args) + 1
        due = f"CASE WHEN ${at}::timestamptz >= '9999-12-31' THEN 'infinity' ELSE ${at} END"
        beyond = f"WHERE ({order}) > ({due}, ${at + 1}::timestamptz, ${at + 2}::uuid)"
        args = [*args, *after]
    found = await database.fetch(
        f"""
        SELECT {ROW} FROM ({ids}) mine JOIN cases c ON c.id = mine.id
        JOIN units u ON u.id = c.unit_id JOIN officers o ON o.id = c.lead_id
        {FIRST_CLOCK} {beyond}
        ORDER BY {order} LIMIT ${len(args) + 1}
        """,
        *args,
        limit,
    )
    return rows.many(CaseLine, found)


async def count_waiting(actor: Actor) -> int:
    """Count them all."""
    turn = _turn(actor)
    if turn is None:
        return 0
    ids, args = turn
    found: int = await database.fetchval(f"SELECT count(*) FROM ({ids}) mine", *args)
    return found
