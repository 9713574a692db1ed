"""COMMIT, which nobody gives up: it runs to its end in a task of its own, whoever asked for it.

Where a synchronous standby is named, COMMIT waits until the standby has it (wait event SyncRep). A cancel ends that
wait by committing on the primary alone, with no more than a warning: everybody then sees what a failover will undo
(SyncRepWaitForLSN in PostgreSQL's src/backend/replication/syncrep.c). So no cancel is ever sent to a COMMIT: who waits
for it is answered by a clock beside it, and the connection belongs to the COMMIT until the server answers.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from functools import partial
from typing import Any

import asyncpg
import structlog

from backend.core import committing_queries as queries
from backend.core.errors import Unavailable

_log = structlog.get_logger("database")

_NO_LIMIT = 365 * 86400.0
"""Seconds. asyncpg sends a cancel to a statement that takes longer, and has no word for `never`."""
_SYNC_REP = "SyncRepWaitForLSN"
"""Where in the server's source the warning comes from: its words are in the server's language."""


class StandbyAwaited(Unavailable):
    """It is not known to be on the standby yet: the same request succeeds once it is, and does nothing twice."""

    code = "standby_awaited"
    text_vi = (
        "Máy chủ dự phòng chưa xác nhận nên chưa biết đã ghi nhận hay chưa. Điện thoại sẽ tự gửi lại; ở bàn làm việc, "
        "hãy xem lại hồ sơ trước khi gửi lại."
    )
    text_en = (
        "The standby server has not confirmed this yet, so it is not known whether it stands. A phone sends it again "
        "by itself; at the desk, look at the record before you send it again."
    )


class Reading:
    """What one request has read, and how much of it a later COMMIT has proved to be on the standby (see durable.py)."""

    __slots__ = ("_proved", "commits_prove", "seen")

    def __init__(self, commits_prove: bool) -> None:
        self.commits_prove = commits_prove
        self.seen = 0
        self._proved = 0

    def is_proved(self) -> bool:
        """Tell whether nothing was read since."""
        return self._proved >= self.seen

    def prove(self, seen: int) -> None:
        """A COMMIT that began when so much had been seen has come to its end."""
        self._proved = max(self._proved, seen)


READING: ContextVar[Reading | None] = ContextVar("reading", default=None)


def note_read() -> None:
    """The request that runs, if any, is about to see something of the database."""
    if reading := READING.get():
        reading.seen += 1


class Commits:
    """The transactions of one process, and how many of its connections a standby that says nothing may take."""

    def __init__(self, size: int, seconds: float) -> None:
        """For a pool of `size`; whoever waits for a COMMIT is answered after `seconds`."""
        self.seconds = seconds
        self._size = size
        self._places = asyncio.Semaphore(max(1, size - max(2, size // 4)))
        """Even when all commit at the same moment, and none ends, two connections or a quarter are left for reading."""
        self._open = 0
        self._running: dict[asyncio.Task[None], float] = {}

    def admit(self) -> None:
        """Count a transaction that begins; ended() is called for it once.

        Raises StandbyAwaited, at once, where a COMMIT is overdue and all connections but one have transactions.
        """
        if self._open >= max(1, self._size - 1) and self.overdue():
            raise StandbyAwaited
        self._open += 1

    def ended(self) -> None:
        """A transaction has given its connection back."""
        self._open -= 1

    def overdue(self) -> int:
        """How many COMMITs have taken longer than anybody waits for them."""
        latest = asyncio.get_running_loop().time() - self.seconds
        return sum(began < latest for began in self._running.values())

    async def place(self, connection: Any) -> bool:
        """Take a place for a COMMIT; False where none is needed, since nothing was written and it does not wait.

        Raises StandbyAwaited, at once where a COMMIT is overdue and half of the pool has one, else after `seconds`:
        the caller rolls back, and nothing stands.
        """
        overdue = self.overdue() > 0
        full = self._places.locked() or (overdue and len(self._running) >= max(1, self._size // 2))
        if full and not await _waits(connection):
            return False
        if full and overdue:
            raise StandbyAwaited
        try:
            async with asyncio.timeout(self.seconds):
                await self._places.acquire()
        except TimeoutError:
            raise StandbyAwaited from None
        return True

    async def wait(self, work: Callable[[], Awaitable[None]], *, placed: bool) -> None:
        """Run `work`, which commits, to its end. Raises what it raises, or StandbyAwaited when it takes too long.

        Neither that nor a cancellation of the caller reaches it. `placed`: what place() said just before.
        """
        task = asyncio.ensure_future(_run(work))
        self._running[task] = asyncio.get_running_loop().time()
        task.add_done_callback(partial(self._over, placed))
        await asyncio.wait({task}, timeout=self.seconds)
        if not task.done():
            raise StandbyAwaited
        task.result()

    def _over(self, placed: bool, task: asyncio.Task[None]) -> None:
        if placed:
            self._places.release()
        took = asyncio.get_running_loop().time() - self._running.pop(task)
        error = None if task.cancelled() else task.exception()
        if took > self.seconds:
            _log.warning(
                "commit_was_late",
                seconds=round(took, 1),
                error=type(error).__name__ if error else None,
            )

    async def all_ended(self) -> None:
        """Return when none runs any more: their connections have been cut."""
        if self._running:
            await asyncio.wait(set(self._running), timeout=2)


async def _waits(connection: Any) -> bool:
    """Tell whether COMMIT waits for the standby: something was written, or the request has it prove what it read."""
    reading = READING.get()
    if reading is not None and reading.commits_prove:
        return True
    return bool(await connection.fetchval(queries.HAS_WRITTEN))


async def _run(work: Callable[[], Awaitable[None]]) -> None:
    await work()


async def commit(connection: Any) -> None:
    """COMMIT, without a limit of time. It is never cancelled: call it in Commits.wait() only.

    For a request that tells what it read (see durable.py) it waits for the standby even where nothing was written.
    Raises StandbyAwaited where somebody at the server ended the wait for the standby (pg_cancel_backend, a
    statement_timeout), InFailedSQLTransactionError where the transaction had failed and so was rolled back, which
    PostgreSQL itself calls a success.
    """
    given_up = False
    reading = READING.get()
    proving = reading is not None and reading.commits_prove
    seen = reading.seen if reading else 0

    def hear(_connection: Any, message: Any) -> None:
        nonlocal given_up
        given_up = given_up or message.server_source_function == _SYNC_REP

    connection.add_log_listener(hear)
    try:
        tag = await connection.execute(
            queries.PROVING_COMMIT if proving else "COMMIT", timeout=_NO_LIMIT
        )
    finally:
        if not connection.is_closed():
            connection.remove_log_listener(hear)
    if given_up:
        raise StandbyAwaited
    if tag != "COMMIT":
        raise asyncpg.InFailedSQLTransactionError("an earlier statement failed: rolled back")
    if reading is not None and proving:
        reading.prove(seen)
