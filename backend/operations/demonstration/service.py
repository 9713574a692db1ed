"""How far the history of a demonstration is played: for the desk's banner, and for the process that plays it.

Nothing here makes history. deploy/demo/living does, and only in a data folder that was begun as a
demonstration.
"""

import time
from datetime import datetime

from backend.core import clock, stores
from backend.core.database import transaction
from backend.core.job_queue import PROTECTION
from backend.operations.queries import demonstration as queries
from backend.operations.queries import jobs
from backend.operations.queries.demonstration import Part as Part

_LOOK_SECONDS = 1.0


class _Seen:
    """What this process saw last: a desk with many readers asks the database once a second."""

    over = False
    percent: int | None = None
    looked = 0.0


async def percent() -> int | None:
    """Return how much of the history is played, from 0 to 99, while it is; None otherwise.

    Once it was seen to be over, nothing is asked any more.
    """
    if _Seen.over or stores.current().settings.demo_pki_dir is None:
        return None
    if time.monotonic() - _Seen.looked < _LOOK_SECONDS:
        return _Seen.percent
    _Seen.looked = time.monotonic()
    parts = await queries.parts()
    _Seen.over = all(one.ended_at is not None for one in parts)
    _Seen.percent = None if _Seen.over else share(parts)
    return _Seen.percent


def share(parts: list[Part]) -> int:
    """Return how much of all parts is played, in percent; 99 while any is not whole. Pure."""
    stories = sum(one.stories for one in parts)
    return min(99, 100 * sum(one.played for one in parts) // stories) if stories else 99


async def parts() -> list[Part]:
    """Return all parts; none in an installation that is no living demonstration."""
    return await queries.parts()


async def begin(part: str, until: datetime, stories: int) -> None:
    """Enter a part of which nothing is played, in the caller's transaction."""
    await queries.begin(part, until, stories)


async def count(part: str, played: int) -> None:
    """Note, in the transaction that played it, how many stories of a part are played now."""
    await queries.count(part, played)


async def end(part: str) -> bool:
    """Note that a part is whole, and tell whether all are.

    What the history stored is then read again and locked at once: until the last part ended, that would
    have taken the processor from it. Whatever else was put off (job_queue.put_off), and everything if
    the last part never ends, begins when its time has run out.
    """
    await queries.end(part, clock.unmoved())
    whole = all(one.ended_at is not None for one in await queries.parts())
    if whole:
        async with transaction():
            await jobs.begin_now(PROTECTION)
    return whole
