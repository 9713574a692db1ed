"""COMMIT in a task of its own, which runs to its end even if its caller is cancelled or stops waiting.

If a synchronous standby is configured, COMMIT waits until the standby has the transaction (wait
event SyncRep). A cancel ends that wait by committing on the primary alone, with only a warning:
everybody then sees data that a failover will undo (SyncRepWaitForLSN in PostgreSQL's
src/backend/replication/syncrep.c). So no cancel is ever sent to a COMMIT. The caller's wait has a
time limit outside the task, and the connection stays with the COMMIT until the server answers.
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
"""Seconds. asyncpg cancels a statement that takes longer than its time-out, and has no value for
`never`."""
_SYNC_REP = "SyncRepWaitForLSN"
"""The function in the server's source that raises the warning. The warning's text depends on the
server's language."""


class StandbyAwaited(Unavailable):
    """The change is not known to be on the standby yet.

    The same request succeeds once it is, and does nothing twice.
    """

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
    """What one request has read, and how much of it is proved to be on the standby (see durable.py).

    A later COMMIT proves it.
    """

    __slots__ = ("_proved", "commits_prove", "seen")

    def __init__(self, commits_prove: bool) -> None:
        self.commits_prove = commits_prove
        self.seen = 0
        self._proved = 0

    def is_proved(self) -> bool:
        """Tell whether everything that was read has been proved."""
        return self._proved >= self.seen

    def prove(self, seen: int) -> None:
        """Note that a COMMIT has ended that began after `seen` reads."""
        self._proved = max(self._proved, seen)


READING: ContextVar[Reading | None] = ContextVar("reading", default=None)


def note_read() -> None:
    """Note that the current request, if any, is about to read from the database."""
    if reading := READING.get():
        reading.seen += 1


class Commits:
    """The transactions of one process.

    Limits how many of its connections can wait for a standby that does not answer.
    """

    def __init__(self, size: int, seconds: float) -> None:
        """Take the size of the pool, and after how many seconds a caller that waits gets an error."""
        self.seconds = seconds
        self._size = size
        self._places = asyncio.Semaphore(max(1, size - max(2, size // 4)))
        """Even if all transactions commit at the same moment and none ends, two connections or a
        quarter of the pool are left for reading."""
        self._open = 0
        self._running: dict[asyncio.Task[None], float] = {}

    def admit(self) -> None:
        """Count a transaction that begins. The caller calls ended() for it once.

        Raises StandbyAwaited, without waiting, if a COMMIT is overdue and all connections but one
        have transactions.
        """
        if self._open >= max(1, self._size - 1) and self.overdue():
            raise StandbyAwaited
        self._open += 1

    def ended(self) -> None:
        """Count a transaction that has given its connection back."""
        self._open -= 1

    def overdue(self) -> int:
        """Return how many COMMITs have taken longer than any caller waits for them."""
        latest = asyncio.get_running_loop().time() - self.seconds
        return sum(began < latest for began in self._running.values())

    async def place(self, connection: Any) -> bool:
        """Take a place for a COMMIT.

        Returns False if all are taken and this COMMIT will not wait anyway. It does not wait if
        nothing was written and the request need not prove what it read. Raises StandbyAwaited if
        there is no place: immediately if a COMMIT is overdue and COMMITs hold half of the pool,
        else after `seconds`. The caller then rolls back, and nothing is recorded.
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
        """Run `work`, which commits, to its end.

        Raises what it raises, or StandbyAwaited after `seconds`. Neither the time-out nor a
        cancellation of the caller reaches `work`. `placed` is what place() returned just before.
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
        """Wait for the COMMITs that still run, for 2 seconds at most.

        Their connections have been cut.
        """
        if self._running:
            await asyncio.wait(set(self._running), timeout=2)


async def _waits(connection: Any) -> bool:
    """Tell whether COMMIT will wait for the standby.

    It does if something was written, or if the request has its COMMITs prove what it read.
    """
    reading = READING.get()
    if reading is not None and reading.commits_prove:
        return True
    return bool(await connection.fetchval(queries.HAS_WRITTEN))


async def _run(work: Callable[[], Awaitable[None]]) -> None:
    await work()


async def commit(connection: Any) -> None:
    """COMMIT without a time limit. It must never be cancelled: call it only inside Commits.wait().

    For a request that shows what it read (see durable.py), COMMIT waits for the standby even if
    nothing was written. Raises StandbyAwaited if the wait for the standby was ended at the server
    (pg_cancel_backend, a statement_timeout). Raises InFailedSQLTransactionError if the transaction
    had failed and was rolled back, which PostgreSQL itself reports as a success.
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
