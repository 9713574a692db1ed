"""The clocks of cases: what a case's acts tell, written with each act, listed as due, claimed by the job that tells."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

import msgspec

from backend.casework.clocks import views
from backend.casework.queries import clocks as queries
from backend.casework.rules import clock_moments as telling
from backend.core import clock, keyset, scope
from backend.core.actors import Actor, UnitPath
from backend.core.errors import NotAllowed
from backend.core.local_time import day_of
from backend.fieldwork.queries.teams import INSPECTION_TEAMS
from backend.law.deadlines import service as deadlines
from backend.law.rules.counting import end_of
from schemas.law.deadlines import Clock, DuePage, DueRow


class Filter(StrEnum):
    """Which part of what is due."""

    MISSED = "missed"
    DAY = "day"
    """Over in 24 hours."""
    WEEK = "week"
    """Over before the week ends, at 24:00 on Sunday in Vietnam."""
    ALL = "all"


async def store_clocks(case_id: UUID, path: UnitPath, clocks: Sequence[Clock]) -> None:
    """Write a case's clocks anew, in the caller's transaction; `path` is the case's unit with its ancestors."""
    rows = [views.as_row(clock) for clock in clocks]
    unique = {(row["rule"], row["subject"], row["trigger_at"]): row for row in rows}
    await queries.replace(case_id, path, list(unique.values()))


async def renew_clocks(case_id: UUID, path: UnitPath, clocks: Sequence[Clock]) -> bool:
    """store_clocks() where they differ from what is stored; tells whether they did. What was told stays told."""
    stored = {_bare(views.as_row(one)) for one in await clocks_of(case_id)}
    if stored == {_bare(views.as_row(one)) for one in clocks}:
        return False
    await store_clocks(case_id, path, clocks)
    return True


def _bare(row: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(row[name] for name in sorted(row) if name != "tell_at")


async def clocks_of(case_id: UUID) -> list[Clock]:
    """A case's clocks as they stand now, soonest end first. Whether the case may be read is the caller's to see to."""
    now = clock.now()
    return [_clock(row, now) for row in await queries.of_case(case_id)]


async def due_page(
    actor: Actor, chosen: Filter, cursor: str | None = None, limit: int = 50
) -> DuePage:
    """What is due in the actor's sight, soonest first. Raises NotAllowed, and Invalid on a cursor that is none of ours.

    Whoever reads his unit sees its cases and those below; an inspector those on which he works.
    """
    if not scope.sees_any(INSPECTION_TEAMS, actor):
        raise NotAllowed
    now = clock.now()
    since, until = _span(chosen, now)
    after = keyset.read(cursor, datetime, UUID, str, str) if cursor else None
    found = await queries.due(actor, since, until, after, limit + 1)
    rows = [
        DueRow(
            case_id=row["case_id"],
            case_number=row["case_number"],
            party=row["party"],
            clock=_clock(row, now),
            officers=list(row["officers"]),
        )
        for row in found[:limit]
    ]
    return DuePage(rows=rows, next=_cursor(rows[-1]) if len(found) > limit else None)


def _span(chosen: Filter, now: datetime) -> tuple[datetime | None, datetime | None]:
    if chosen is Filter.MISSED:
        return None, now
    if chosen is Filter.DAY:
        return now, now + timedelta(hours=24, microseconds=1)
    if chosen is Filter.WEEK:
        today = day_of(now)
        sunday = today + timedelta(days=6 - today.weekday())
        return now, end_of(sunday) + timedelta(microseconds=1)
    return None, None


def _clock(row: Mapping[str, Any], now: datetime) -> Clock:
    try:
        found = deadlines.rule(row["rule_set"], row["rule"])
    except KeyError:
        found = None
    return views.as_clock(row, found, now)


def _cursor(row: DueRow) -> str:
    return keyset.write(row.clock.due_at, row.case_id, row.clock.rule, row.clock.subject or "")


class ToTell(msgspec.Struct, frozen=True, kw_only=True):
    """A clock of which officers are to be told now."""

    case_id: UUID
    path: UnitPath
    clock: Clock
    moment: telling.Moment


async def claim_to_tell(now: datetime, limit: int) -> tuple[int, list[ToTell]]:
    """How many clocks were looked at, and what is to be told of them; each is looked at again at its next moment.

    In the caller's transaction: what it tells and that it was told stand or fall together.
    """
    rows = await queries.claim_to_tell(now, limit)
    if not rows:
        return 0, []
    found, keys, moments = [], [], []
    for row in rows:
        one = _clock(row, now)
        moment, following = telling.at_present(one, now)
        keys.append((row["case_id"], row["rule"], row["subject"], row["trigger_at"]))
        moments.append(following)
        if moment is not None:
            path = UnitPath(**{f"unit_{n}": row[f"unit_{n}"] for n in (1, 2, 3, 4)})
            found.append(ToTell(case_id=row["case_id"], path=path, clock=one, moment=moment))
    await queries.tell_next(keys, moments)
    return len(rows), found
