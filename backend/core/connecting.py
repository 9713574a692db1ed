"""Finds the primary among the servers of HIENTRUONG_DATABASE_URL: `postgresql://…@a:5432,b:5432/…`.

An old primary that comes back after its standby was promoted takes writes like any other, and
`target_session_attrs` alone would use whichever is named first. Each promotion raises the timeline
of the write-ahead log (PostgreSQL, 25.3.6). Of several servers that can be written to, the one with
the highest timeline is therefore the primary. A server with a lower timeline than one seen before
is never used again, not even by processes that start later (see primary_seen.py).
"""

import asyncio
import socket
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import asyncpg
import structlog

from backend.core import connecting_queries as queries
from backend.core import primary_seen
from backend.core.primary_seen import OldPrimary, Seen

_log = structlog.get_logger("database")

LOOK_SECONDS = 5.0
_ANSWER_SECONDS = 3.0
_GONE = (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError)
"""Errors that mean that a server cannot be used now. The last one includes
TargetServerAttributeNotMatched."""
_NOT_THERE = (
    asyncpg.UndefinedTableError,
    asyncpg.UndefinedColumnError,
    asyncpg.InsufficientPrivilegeError,
)
"""Before the migrations there is no ledger log to ask for."""
_SILENT_AFTER = ((socket.TCP_KEEPIDLE, 10), (socket.TCP_KEEPINTVL, 5), (socket.TCP_KEEPCNT, 3))


def hosts(dsn: str) -> list[str]:
    """One connection string for each server that `dsn` names, in its order."""
    parts = urlsplit(dsn)
    user, at, servers = parts.netloc.rpartition("@")
    if "," not in servers:
        return [dsn]
    return [
        urlunsplit(parts._replace(netloc=f"{user}{at}{server}")) for server in servers.split(",")
    ]


class Primary:
    """Finds the primary, and notices when it has moved."""

    def __init__(
        self, dsn: str, moved: Callable[[], Awaitable[None]], noted: Path | None = None
    ) -> None:
        """Take the connection string and what to call when another server has become the primary.

        `moved()` is then called, so that connections to the first are dropped. `noted` is the file
        in which this machine's processes keep the newest primary that they saw.
        """
        self._hosts = hosts(dsn)
        self._moved = moved
        self._noted = noted
        self._at: str | None = None
        self._used: Seen | None = None
        """What the server that is used last said about itself."""
        self._seen: Seen | None = None
        self._in_file: Seen | None = None
        self._refused: Seen | None = None
        """Set if servers answered at the last look, but all of them are older than this one."""
        self._one = asyncio.Lock()

    @property
    def may_move(self) -> bool:
        """Whether the connection string names more than one server."""
        return len(self._hosts) > 1

    async def connect(self, dsn: str, **how: Any) -> Any:
        """Open a connection to the primary, for asyncpg's pool.

        Raises OldPrimary if the only servers that could be written to have been replaced. Raises
        CannotConnectNowError if no server is a primary.
        """
        if not self.may_move:
            return _watched(await asyncpg.connect(dsn, **how))
        if self._at is not None and (connection := await self._try(self._at, how)):
            return connection
        await self.look()
        if self._at is not None and (connection := await self._try(self._at, how)):
            return connection
        if self._refused is not None:
            raise OldPrimary(self._refused, self._noted)
        raise asyncpg.CannotConnectNowError("no server of HIENTRUONG_DATABASE_URL is the primary")

    async def _try(self, server: str, how: dict[str, Any]) -> Any:
        with suppress(*_GONE):
            connection = await asyncpg.connect(server, **how)
            if self._used is None or await _timeline(connection) >= self._used.timeline:
                return _watched(connection)
            connection.terminate()
        return None

    async def look(self) -> None:
        """Ask every server, and use the one with the highest timeline if it is not older than what was seen."""
        async with self._one:
            answers = await asyncio.gather(*(_ask(server) for server in self._hosts))
            told = [(one, server) for one, server in zip(answers, self._hosts, strict=True) if one]
            seen = await self._known()
            usable = [pair for pair in told if primary_seen.may_be_used(seen, pair[0])]
            ended = {log for one, _ in usable for log in one.earlier}
            usable = [pair for pair in usable if pair[0].log_id not in ended]
            before, self._at = self._at, None
            refused, self._refused = self._refused, seen if told and not usable else None
            newer = False
            if usable:
                newest, self._at = max(usable, key=lambda pair: pair[0].timeline)
                newer = self._used is not None and primary_seen.is_newer(self._used, newest)
                self._used = newest
                await self._keep(primary_seen.after(seen, newest))
        if self._refused is not None and refused is None:
            _log.warning("old_primary_refused", newest_timeline=self._refused.timeline)
        if newer or (told and before is not None and before != self._at):
            _log.warning("primary_moved", found=bool(usable))
            await self._moved()

    async def _known(self) -> Seen | None:
        """Return the newest primary that this process or another on this machine has seen."""
        if self._noted is None:
            return self._seen
        noted = self._in_file = await asyncio.to_thread(primary_seen.read, self._noted)
        if noted is not None and primary_seen.may_be_used(self._seen, noted):
            return primary_seen.after(self._seen, noted)
        return self._seen

    async def _keep(self, seen: Seen) -> None:
        self._seen = seen
        if self._noted is not None and seen.log_id is not None and seen != self._in_file:
            await asyncio.to_thread(primary_seen.write, self._noted, seen)

    async def watch(self) -> None:
        """Look again and again.

        A server that hung, and goes on after another took its place, ends no connection by itself.
        """
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            try:
                await self.look()
            except Exception as error:
                _log.warning("primary_not_looked_for", error=type(error).__name__)


async def _ask(server: str) -> Seen | None:
    """Return what a server says about itself; None if it is a standby or does not answer."""
    with suppress(*_GONE):
        async with asyncio.timeout(_ANSWER_SECONDS):
            connection = await asyncpg.connect(server, timeout=_ANSWER_SECONDS)
            try:
                timeline = await _timeline(connection)
                return await _with_logs(connection, timeline) if timeline else None
            finally:
                connection.terminate()
    return None


async def _timeline(connection: Any) -> int:
    return int(await connection.fetchval(queries.TIMELINE) or "0", 16)


async def _with_logs(connection: Any, timeline: int) -> Seen:
    try:
        row = await connection.fetchrow(queries.LOGS)
    except _NOT_THERE:
        row = None
    if row is None:
        return Seen(timeline=timeline)
    log_id, earlier = row
    return Seen(timeline=timeline, log_id=log_id, earlier=frozenset(earlier))


def _watched(connection: Any) -> Any:
    """Let the kernel notice within half a minute if the server's machine has vanished.

    This matters for a COMMIT, which has no time limit. asyncpg has no setting for it.
    """
    line = connection._transport.get_extra_info("socket")
    if line is not None and line.family in (socket.AF_INET, socket.AF_INET6):
        line.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        for option, value in _SILENT_AFTER:
            line.setsockopt(socket.IPPROTO_TCP, option, value)
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, 25_000)
    return connection
