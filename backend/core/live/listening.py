"""This process's ear: one connection to PostgreSQL that listens, beside the pool.

A pooler in transaction mode takes a LISTEN and delivers nothing. So the connection goes to
`session_database_url`, as those of workers do, and proves itself: a message that this process sends
in its usual way has to come back. While none does, nobody relies on the channel, and desks ask again
by themselves.
"""

import asyncio
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import structlog

from backend.core.connecting import Primary
from backend.core.live.hints import Envelope, Probe, packed, unpacked
from backend.core.queries import live as queries

_log = structlog.get_logger("live")

PROBE_SECONDS = 20.0
"""How often the connection proves itself again. A primary that hangs ends no connection."""
_ECHO_SECONDS = 5.0
_CONNECT_SECONDS = 5.0
_AGAIN_SECONDS = (0.5, 1.0, 2.0, 5.0, 15.0)
"""Waits before the next try, the last one again and again."""


class Ear:
    """Listens until it is closed, and connects again whenever the connection is of no use."""

    def __init__(
        self,
        dsn: str,
        noted: Path | None,
        heard: Callable[[Envelope], None],
        began: Callable[[], None],
    ) -> None:
        """Take where to listen, whom to give what is heard, and whom to call at each (re)connection."""
        self._dsn, self._noted = dsn, noted
        self._heard, self._began = heard, began
        self._echo = asyncio.Event()
        self._nonce = ""
        self._lost = asyncio.Event()
        self.hearing = asyncio.Event()
        """Set while the channel is known to work."""
        self._listening = asyncio.create_task(self._listen_for_ever())

    async def _listen_for_ever(self) -> None:
        failed = 0
        while True:
            try:
                await self._listen_once()
            except Exception as error:
                _log.warning(
                    "live_channel_not_heard", error=f"{type(error).__name__}: {error}"[:200]
                )
            failed = 0 if self.hearing.is_set() else failed + 1
            self.hearing.clear()
            await asyncio.sleep(_AGAIN_SECONDS[min(failed, len(_AGAIN_SECONDS) - 1)])

    async def _listen_once(self) -> None:
        primary = Primary(self._dsn, _nothing_more, self._noted)
        connection = await primary.connect(
            self._dsn,
            timeout=_CONNECT_SECONDS,
            server_settings={"application_name": "hientruong live"},
        )
        try:
            self._lost.clear()
            connection.add_termination_listener(self._note_lost)
            await connection.add_listener(queries.CHANNEL, self._hear)
            await self._prove()
            self._began()
            self.hearing.set()
            while not await self._ends_within(PROBE_SECONDS):
                await self._prove()
        finally:
            connection.terminate()

    async def _ends_within(self, seconds: float) -> bool:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._lost.wait()
        return self._lost.is_set()

    async def _prove(self) -> None:
        """Raises TimeoutError if what is sent does not come back."""
        self._nonce, self._echo = secrets.token_hex(8), asyncio.Event()
        async with asyncio.timeout(_ECHO_SECONDS):
            await queries.notify(packed([Probe(self._nonce)], ""))
            await self._echo.wait()

    def _hear(self, _connection: Any, _pid: int, _channel: str, payload: Any) -> None:
        envelope = unpacked(payload)
        if envelope is None:
            return
        if any(isinstance(one, Probe) and one.nonce == self._nonce for one in envelope.messages):
            self._echo.set()
        self._heard(envelope)

    def _note_lost(self, _connection: Any) -> None:
        self._lost.set()

    async def close(self) -> None:
        """End the connection."""
        self._listening.cancel()
        with suppress(asyncio.CancelledError):
            await self._listening


async def _nothing_more() -> None:
    """The pool's own look drops the pool's connections."""
