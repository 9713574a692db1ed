"""The clocks of cases: written with each act, listed as due, claimed by the reminding job."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

import msgspec

from backend.casework.clocks import views
from backend.casework.queries import clocks as queries
from backend.casework.queries.clocks import NewClock, StoredClock
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
    """Replace a case's clocks, in the caller's transaction.

    `path` is the case's unit with its ancestors.
    """
    rows = [
        NewClock(**msgspec.structs.asdict(views.as_row(one)), tell_at=telling.first_at(one))
        for one in clocks
    ]
    unique = {(row.rule, row.subject, row.trigger_at): row for row in rows}
    await queries.replace(case_id, path, list(unique.values()))


async def renew_clocks(case_id: UUID, path: UnitPath, clocks: Sequence[Clock]) -> bool:
    """Call store_clocks() if the clocks differ from the stored ones; tells whether they did.

    Officers get no second notice of a moment.
    """
    if set(await queries.of_case(case_id)) == {views.as_row(one) for one in clocks}:
        return False
    await store_clocks(case_id, path, clocks)
    return True


async def clocks_of(case_id: UUID) -> list[Clock]:
    """Return a case's clocks as of now, soonest end first.

    The caller has checked that the case may be read.
    """
    now = clock.now()
    return [_clock(row, now) for row in await queries.of_case(case_id)]


async def due_page(
    actor: Actor, chosen: Filter, cursor: str | None = None, limit: int = 50
) -> DuePage:
    """List what is due in the actor's sight, soonest first.

    A reader of a unit sees its cases and those below; an inspector sees the cases that they work
    on. Raises NotAllowed, Invalid for a cursor that this list did not make.
    """
    if not scope.sees_any(INSPECTION_TEAMS, actor):
        raise NotAllowed
    now = clock.now()
    since, until = _span(chosen, now)
    after = keyset.read(cursor, datetime, UUID, str, str) if cursor else None
    found = await queries.due(actor, since, until, after, limit + 1)
    rows = [
        DueRow(
            case_id=row.case_id,
            case_number=row.case_number,
            party=row.party,
            clock=_clock(row, now),
            officers=row.officers,
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


def _clock(row: StoredClock, now: datetime) -> Clock:
    try:
        found = deadlines.rule(row.rule_set, row.rule)
    except KeyError:
        found = None
    return views.as_clock(row, found, now)


def _cursor(row: DueRow) -> str:
    return keyset.write(row.clock.due_at, row.case_id, row.clock.rule, row.clock.subject or "")


class ToTell(msgspec.Struct, frozen=True, kw_only=True):
    """A clock of which officers are to be notified now."""

    case_id: UUID
    path: UnitPath
    clock: Clock
    moment: telling.Moment


async def claim_to_tell(now: datetime, limit: int) -> tuple[int, list[ToTell]]:
    """Claim clocks to report; returns how many were looked at, and what to report.

    Each is looked at again at its next moment. In the caller's transaction: the notices and the
    mark that they were sent are committed together or not at all.
    """
    rows = await queries.claim_to_tell(now, limit)
    if not rows:
        return 0, []
    found, keys, moments = [], [], []
    for row in rows:
        one = _clock(row, now)
        moment, following = telling.at_present(one, now)
        keys.append((row.case_id, row.rule, row.subject, row.trigger_at))
        moments.append(following)
        if moment is not None:
            found.append(ToTell(case_id=row.case_id, path=row.path, clock=one, moment=moment))
    await queries.tell_next(keys, moments)
    return len(rows), found
