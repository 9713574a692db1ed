"""Live desks: what changed is told after each act, and open desks hear of it within a second.

Groups and the one door call changed() and told() in their transactions; the desk's face serves the streams. Only
processes that called start() tell and hear: in the others both calls do nothing.
"""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from uuid import UUID

from backend.core.actors import Actor, UnitPath
from backend.core.live import hints
from backend.core.live.hints import Looking as Looking
from backend.core.live.hints import now_ms as now_ms
from backend.core.live.hub import MOST_DESKS as MOST_DESKS
from backend.core.live.hub import Desk as Desk
from backend.core.live.hub import Hub
from backend.core.live.hub import Mark as Mark
from backend.core.live.listening import Ear
from backend.core.live.looking import Record
from backend.core.live.telling import Teller

LINGER_SECONDS = 300.0
"""How long a process goes on listening after its last desk left, so that it remembers what that desk would miss."""
_HEARS_WITHIN = 3.0
"""Seconds that a desk waits for the channel before it is sent away to look by itself."""


class _Running:
    """What one process has running."""

    def __init__(self, dsn: str, noted: Path | None, node: str) -> None:
        self.dsn, self.noted = dsn, noted
        self.teller = Teller(node)
        self.hub = Hub(self.teller)
        self.ear: Ear | None = None
        self.faces: asyncio.Task[None] | None = None
        self.resting: asyncio.TimerHandle | None = None
        self.ending = False

    def listen(self) -> Ear:
        """Begin to listen, or go on."""
        if self.resting is not None:
            self.resting.cancel()
            self.resting = None
        if self.ear is None:
            self.ear = Ear(self.dsn, self.noted, self.hub.hear, self._began)
            self.faces = asyncio.create_task(self.hub.keep_faces())
        return self.ear

    def _began(self) -> None:
        self.hub.begin_again()
        self.hub.say_who_looks()
        self.teller.tell(hints.WhoLooks())

    def rest_later(self) -> None:
        """Stop listening after a while, unless a desk joins until then."""
        if not len(self.hub) and self.ear is not None and not self.ending:
            loop = asyncio.get_running_loop()
            self.resting = loop.call_later(LINGER_SECONDS, self._rest)

    def _rest(self) -> None:
        self.resting = None
        task = asyncio.ensure_future(self.stop_listening())
        _TASKS.add(task)
        task.add_done_callback(_TASKS.discard)

    async def stop_listening(self) -> None:
        """End the connection, if there is one."""
        ear, self.ear = self.ear, None
        faces, self.faces = self.faces, None
        if faces is not None:
            faces.cancel()
        if ear is not None:
            await ear.close()

    async def close(self) -> None:
        """End everything."""
        self.ending = True
        self.hub.end_all()
        if self.resting is not None:
            self.resting.cancel()
        await self.stop_listening()
        await self.teller.close()


_TASKS: set[asyncio.Future[None]] = set()
_running: _Running | None = None


def start(dsn: str, noted: Path | None = None, node: str = "node-1") -> None:
    """Tell and hear from now on. `dsn` leads to PostgreSQL without a pooler; `noted` is Primary's file,
    `node` names the machine, whose processes share a clock.

    No connection is opened before the first desk joins.
    """
    global _running
    _running = _Running(dsn, noted, node)


async def stop() -> None:
    """Send what waits and end all. The pool has to be open still."""
    global _running
    ended, _running = _running, None
    if ended is not None:
        await ended.close()


def end_streams() -> None:
    """End the streams of this process, which is about to stop serving; none begins any more."""
    if _running is not None:
        _running.ending = True
        _running.hub.end_all()


def changed(
    kind: str, record_id: UUID, unit: UnitPath | None, officers: Iterable[UUID] = ()
) -> None:
    """Tell, once the present transaction has committed, that an act changed a record."""
    if _running is not None:
        _running.teller.after_commit(hints.changed(kind, record_id, unit, officers))


def told(officers: Iterable[UUID]) -> None:
    """Tell, once the present transaction has committed, that something for these officers changed."""
    if _running is not None:
        _running.teller.after_commit(hints.Changed("officer", None, 0, [], list(officers)))


async def may_join(actor: Actor) -> bool:
    """Tell whether one more desk of this session can be kept up to date here: there is room, and hints are heard."""
    if _running is None or _running.ending or not _running.hub.has_room(actor):
        return False
    ear = _running.listen()
    with suppress(TimeoutError):
        async with asyncio.timeout(_HEARS_WITHIN):
            await ear.hearing.wait()
    if not ear.hearing.is_set() and _running is not None:
        _running.rest_later()
    return ear.hearing.is_set()


@asynccontextmanager
async def joined(
    actor: Actor, watches: Record | None, since: int, mark: Mark | None = None
) -> AsyncIterator[Desk]:
    """Keep a desk for as long as the block runs. It leaves however the block ends.

    `since`: when its page was asked for; `mark`: what its last stream had told.
    """
    desk, running = Desk(actor, watches, since), _running
    if running is None or running.ending:
        desk.wake(over=True)
        yield desk
        return
    running.listen()
    running.hub.join(desk)
    if running.hub.missed(desk, mark):
        desk.wake(changed=True)
    try:
        yield desk
    finally:
        running.hub.leave(desk)
        running.rest_later()


def forgot(since: int, mark: Mark | None) -> bool:
    """Tell whether this process does not know all that was told after `mark`.

    After `since` (ms) if it did not write the mark.
    """
    return _running is None or _running.hub.forgot(since, mark)


def mark() -> str:
    """Return the id of an event that is sent now, for a desk that was told all that this process heard."""
    return "" if _running is None else str(_running.hub.mark())


def others(desk: Desk) -> list[Looking]:
    """Return who else looks at the desk's record right now."""
    if _running is None or desk.watches is None:
        return []
    found = _running.hub.watchers.of(desk.watches, hints.now_ms())
    return [one for one in found if one.officer_id != desk.actor.officer_id]


def count() -> int:
    """Count the open desks of this process."""
    return 0 if _running is None else len(_running.hub)


def all_looking() -> int:
    """Count the pairs of an officer and a record that are known to be looked at."""
    return 0 if _running is None else len(_running.hub.watchers)
