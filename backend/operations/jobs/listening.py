"""The queue's connection to PostgreSQL, which asks whether it hears notifications only once it listens.

pgqueuer 1.6.0 starts its first question (`QueueManager._run_periodic_health_check`) before its LISTEN
is sent. The two go over different connections. PostgreSQL gives a notification to those who listened
when it was committed: on a busy machine the question comes first, nobody hears it, and ten seconds
later the queue is ended as deaf and built again, with the same race.
"""

import asyncio
from typing import Any

from pgqueuer import AsyncpgPoolDriver
from pgqueuer.ports.driver import NotifyCallback


class ListeningDriver(AsyncpgPoolDriver):
    """A driver over a pool that lets nothing be told before somebody listens."""

    def __init__(self, pool: Any) -> None:
        super().__init__(pool)
        self._listens = asyncio.Event()

    async def add_listener(self, channel: str, callback: NotifyCallback) -> None:
        """Listen, and from then on let notifications be sent."""
        await super().add_listener(channel, callback)
        self._listens.set()

    async def notify(self, channel: str, payload: str) -> None:
        """Send a notification once this driver listens."""
        await self._listens.wait()
        await super().notify(channel, payload)
