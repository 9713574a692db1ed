"""The queue's manager, whose jobs are counted and timed for /metrics."""

import functools
from collections.abc import Awaitable, Callable
from typing import Any, Literal

from pgqueuer import AsyncpgPoolDriver, PgQueuer
from pgqueuer.core.qm import QueueManager

from backend.health import metrics

_Job = Callable[[Any], Awaitable[None]]


class CountedQueue:
    """A PgQueuer; nothing else about it is different."""

    def __init__(self, driver: AsyncpgPoolDriver) -> None:
        self._queue = PgQueuer(driver)

    @property
    def qm(self) -> QueueManager:
        """What runs the jobs."""
        return self._queue.qm

    def entrypoint(
        self, name: str, *, on_failure: Literal["delete", "hold"], concurrency_limit: int
    ) -> Callable[[_Job], _Job]:
        """Register a job, counted under its name."""
        register = self._queue.entrypoint(
            name, on_failure=on_failure, concurrency_limit=concurrency_limit
        )

        def counted(job: _Job) -> _Job:
            @functools.wraps(job)
            async def call(given: Any) -> None:
                with metrics.job(name):
                    await job(given)

            return register(call)

        return counted
