"""Sends this process's hints: gathered for a moment after the commit, in one statement.

They are not sent in the act's transaction. A COMMIT with a NOTIFY takes a lock of the whole server
until it is on the disk and at the standby (PostgreSQL, `PreCommit_Notify`), so that acts would be
written one after another. This statement writes nothing, so its commit waits for no disk. A process that is
killed within the tenth of a second takes its hints with it: a desk then learns of the act by its
next look, as it would without this channel.
"""

import asyncio
from contextlib import suppress

import msgspec
import structlog

from backend.core import database
from backend.core.live.hints import Changed, Everything, Message, now_ms, packed
from backend.core.queries import live as queries

_log = structlog.get_logger("live")

GATHER_SECONDS = 0.1
"""What is told within this time goes out together."""
_LAST_SECONDS = 1.0
"""How long a process that ends tries to send what waits."""


class Teller:
    """Keeps what waits to be sent, and sends it."""

    def __init__(self, node: str) -> None:
        """Take the name of this node, which every payload carries."""
        self.node = node
        self._waiting: list[Message] = []
        self._awake = asyncio.Event()
        self._sending = asyncio.create_task(self._send_for_ever())

    def after_commit(self, message: Message) -> None:
        """Tell it once the present transaction has committed; if it does not commit, never."""
        database.after_commit(lambda: self.tell(message))

    def tell(self, message: Message) -> None:
        """Tell it soon."""
        if isinstance(message, Changed):
            message = msgspec.structs.replace(message, at=now_ms())
        self._waiting.append(message)
        self._awake.set()

    async def _send_for_ever(self) -> None:
        while True:
            await self._awake.wait()
            await asyncio.sleep(GATHER_SECONDS)
            self._awake.clear()
            await self._send()

    async def _send(self) -> None:
        waiting, self._waiting = self._waiting, []
        try:
            await queries.notify(packed(waiting, self.node))
        except Exception as error:
            _log.warning("hints_not_sent", count=len(waiting), error=type(error).__name__)
            self._waiting.insert(0, Everything())  # goes with the next that is sent

    async def close(self) -> None:
        """Send what waits, if that is possible within a second, and end."""
        self._sending.cancel()
        with suppress(asyncio.CancelledError):
            await self._sending
        if self._waiting:
            with suppress(TimeoutError):
                async with asyncio.timeout(_LAST_SECONDS):
                    await self._send()
