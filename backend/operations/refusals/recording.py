"""Records refused requests after they were answered, without letting a flood burden the database.

One officer may fill ROWS rows in ten minutes. Further refusals are counted in this process and
written as one row per minute. If the process dies, at most a minute's count of a flood is lost,
never earlier rows.
"""

import asyncio
from collections import deque
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

import structlog

from backend.core import clock
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.force.notices import service as notices
from backend.operations.queries import refusals as queries
from backend.operations.rules import refusals as rules
from schemas.core.problems import Text

LOG = structlog.get_logger(__name__)
_MOST_OFFICERS = 10_000
"""How many officers' recent rows are remembered: more than a force has.

Beyond, the oldest are forgotten.
"""

_Whose = tuple[UUID, str]
"""An officer, and the code of the row that counts: what strangers do under an officer's name does
not use up the rows for the officer's own refusals."""

_Who = TypeVar("_Who")

_written: dict[_Whose, deque[datetime]] = {}
_stopped_from: dict[tuple[str, str], deque[datetime]] = {}
"""By network and code: failed sign-ins take no room from those that were stopped."""
_beyond: dict[_Whose, tuple[Actor, int, str | None]] = {}
_flushing: set[asyncio.Task[None]] = set()


async def record(
    actor: Actor,
    *,
    method: str,
    route: str,
    target: UUID | None,
    status: int,
    codes: dict[str, int],
    address: str | None,
) -> None:
    """Record what one answer refused.

    Errors are only logged, because the answer has been sent already.
    """
    try:
        theirs = next((one for one in rules.OF_STRANGERS if one in codes), rules.MORE)
        whose = (actor.officer_id, theirs)
        if not _may_write(_written, whose):
            _count(whose, actor, sum(codes.values()), address)
            return
        given = {"method": method, "route": route, "target": target, "status": status}
        rows: list[dict[str, Any]] = [
            {**given, "code": code, "address": address, "times": times}
            for code, times in codes.items()
        ]
        await _write(actor, rows)
    except Exception as error:
        LOG.warning("refusal_not_recorded", error=type(error).__name__, route=route)


async def record_under_name(
    username: str, code: str, *, method: str, route: str, status: int, address: str | None
) -> None:
    """Record that a sign-in under an officer's name was stopped or failed: something done to that officer.

    Nothing is recorded of a name that nobody has: it may be a password, typed in the wrong field.
    """
    try:
        owner = await queries.owner_of(username)
    except Exception as error:
        LOG.warning("refusal_not_recorded", error=type(error).__name__, route=route)
        return
    if owner is not None:
        # A stranger stopped by address is stopped under every name, so the rows are limited per network too.
        more = _has_room(_written, (owner.officer_id, code))
        if more and not _may_write(_stopped_from, (rules.network_of(address), code)):
            return
        await record(
            owner,
            method=method,
            route=route,
            target=None,
            status=status,
            codes={code: 1},
            address=address,
        )


def _has_room(written: dict[_Who, deque[datetime]], whose: _Who) -> bool:
    times, since = written.get(whose, deque()), clock.now() - rules.BURST_WITHIN
    while times and times[0] <= since:
        times.popleft()
    return len(times) < rules.ROWS


def _may_write(written: dict[_Who, deque[datetime]], whose: _Who) -> bool:
    if not _has_room(written, whose):
        return False
    if whose not in written and len(written) >= _MOST_OFFICERS:
        del written[next(iter(written))]
    written.setdefault(whose, deque()).append(clock.now())
    return True


def _count(whose: _Whose, actor: Actor, times: int, address: str | None) -> None:
    waiting = _beyond.get(whose)
    _beyond[whose] = (actor, times + (waiting[1] if waiting else 0), address)
    if waiting is None:
        task = asyncio.create_task(_later(whose))
        _flushing.add(task)
        task.add_done_callback(_flushing.discard)


async def _later(whose: _Whose) -> None:
    await asyncio.sleep(rules.GATHER.total_seconds())
    await _flush(whose)


async def _flush(whose: _Whose) -> None:
    waiting = _beyond.pop(whose, None)
    if waiting is None:
        return
    actor, times, address = waiting
    row = {"method": "", "route": "", "target": None, "status": 0}
    try:
        await _write(actor, [{**row, "code": whose[1], "address": address, "times": times}])
    except Exception as error:
        LOG.warning("refusal_not_recorded", error=type(error).__name__, times=times)


async def close() -> None:
    """Write what was only counted so far. Called when the process ends."""
    for whose in list(_beyond):
        await _flush(whose)
    for task in list(_flushing):
        task.cancel()
    _written.clear()
    _stopped_from.clear()


async def _write(actor: Actor, rows: list[dict[str, Any]]) -> None:
    async with transaction():
        await queries.insert(actor, rows)
        since = clock.now() - rules.BURST_WITHIN
        count = await queries.count_since(actor.officer_id, since)
        if count >= rules.BURST:
            await _tell(actor, count)


async def _tell(actor: Actor, count: int) -> None:
    """Notify the officer's nearest heads and the unit's auditors, once a day; never the officer."""
    heads = await notices.heads_of(actor.unit, actor.officer_id)
    units = [one for one in actor.unit.as_tuple() if one is not None]
    told = [*heads, *await queries.auditors(units, actor.officer_id)]
    minutes = int(rules.BURST_WITHIN.total_seconds() // 60)
    words: dict[str, str | Text] = {
        "officer": actor.full_name,
        "count": str(count),
        "minutes": str(minutes),
    }
    once = rules.once_a_day(actor.officer_id, clock.now())
    await notices.tell(told, "refusals", actor.officer_id, "refusals.burst", words, once=once)
