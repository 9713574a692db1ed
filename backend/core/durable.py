"""Answers show only what the synchronous standbys have too.

PostgreSQL shows a transaction to others once its wait for the standby is over. But rows can be
visible to everybody that no standby has: after a wait that was cancelled, after a backend that was
ended during it, and after a primary that crashed and came back. A failover undoes such rows. A
receipt, a sync page or a lent number read from one would be acknowledged and then lost.

So a request that answers with what it read waits for a COMMIT that began after the reading and that
the standby has. This is either its own transaction's COMMIT or one that all readers of this process
share. Its own transaction gets a small record (pg_logical_emit_message), so that PostgreSQL waits
even if nothing else was written. If `synchronous_standby_names` is empty, nothing is written and
nobody waits.
"""

import asyncio

from backend.core import committing, database
from backend.core.committing import Reading, StandbyAwaited

_OFF_SECONDS = 1.0
"""How long a process relies on having found that no standby is configured."""


def begin(*, commits_prove: bool = True) -> None:
    """Count from here on what this request reads.

    With `commits_prove`, the COMMIT of each of its transactions waits for the standby, even if the
    transaction only read. Without it, only settle() waits.
    """
    committing.READING.set(Reading(commits_prove))


def seen() -> int:
    """Return how much this request has read so far, for forget()."""
    reading = committing.READING.get()
    return reading.seen if reading else 0


def forget(mark: int) -> None:
    """Forget the reads since `mark`, because the answer shows nothing of them.

    It then need not wait for the standby again.
    """
    if reading := committing.READING.get():
        reading.seen = min(reading.seen, mark)


async def settle() -> None:
    """Return when the standbys have all that this request has read since begin().

    Raises StandbyAwaited.
    """
    reading = committing.READING.get()
    if reading is None or reading.is_proved():
        return
    seen = reading.seen
    await confirmed()
    reading.prove(seen)


async def settle_unless(*, only_looked_at: bool) -> None:
    """Call settle(), but not for a page that changed nothing.

    Such a page may be read while the standby does not answer.
    """
    reading = committing.READING.get()
    if reading is not None and (reading.commits_prove or not only_looked_at):
        await settle()


async def confirmed() -> None:
    """Return when the standbys have everything that anybody could read before this call.

    Raises StandbyAwaited.
    """
    global _rounds
    if _rounds is None or _rounds.pool is not database.ENGINE.pool:
        _rounds = _Rounds()
    await _rounds.join()


class _Rounds:
    """One COMMIT for all callers that ask while the COMMIT before it runs."""

    def __init__(self) -> None:
        self.pool = database.ENGINE.pool
        self._clock = asyncio.get_running_loop().time
        self._running: asyncio.Task[None] | None = None
        self._next: asyncio.Task[None] | None = None
        self._off_until = 0.0

    async def join(self) -> None:
        """Wait for a round that begins after this call."""
        if self._clock() < self._off_until:
            return
        if self._next is None:
            self._next = asyncio.ensure_future(self._round(self._running))
            self._next.add_done_callback(_heard)
        task = self._next
        await asyncio.wait({task}, timeout=database.answer_seconds())
        if not task.done():
            raise StandbyAwaited
        task.result()

    async def _round(self, before: asyncio.Task[None] | None) -> None:
        if before is not None:
            await asyncio.wait({before})
        self._running, self._next = self._next, None
        begin()
        async with database.transaction():
            named = await database.fetchval(
                "SELECT current_setting('synchronous_standby_names') <> ''"
            )
        if not named:
            self._off_until = self._clock() + _OFF_SECONDS


_rounds: _Rounds | None = None


def _heard(task: asyncio.Task[None]) -> None:
    if not task.cancelled():
        task.exception()
