"""Which server is the primary, where HIENTRUONG_DATABASE_URL names several: `postgresql://…@a:5432,b:5432/…`.

A primary that comes back after its standby was promoted takes writes like any other, and `target_session_attrs` alone
would go to whichever is named first. Each promotion raises the timeline of the log (PostgreSQL, 25.3.6): of several
that can be written the one with the highest timeline is the primary, and none below one once seen is used again.
"""

import asyncio
import socket
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import asyncpg
import structlog

_log = structlog.get_logger("database")

LOOK_SECONDS = 5.0
_ANSWER_SECONDS = 3.0
_TIMELINE = """SELECT CASE WHEN NOT pg_is_in_recovery()
    THEN left(pg_walfile_name(pg_current_wal_insert_lsn()), 8) END"""
_GONE = (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError)
"""What tells that a server cannot be used now; among the last is TargetServerAttributeNotMatched."""
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
    """Finds the primary, and says when it has moved."""

    def __init__(self, dsn: str, moved: Callable[[], Awaitable[None]]) -> None:
        """`moved()` is called when another server has become the primary: what is connected to the first is stale."""
        self._hosts = hosts(dsn)
        self._moved = moved
        self._at: str | None = None
        self._timeline = 0
        self._one = asyncio.Lock()

    @property
    def may_move(self) -> bool:
        """Whether there is anywhere to go."""
        return len(self._hosts) > 1

    async def connect(self, dsn: str, **how: Any) -> Any:
        """For asyncpg's pool. Raises CannotConnectNowError where no server is a primary that may be used."""
        if not self.may_move:
            return _watched(await asyncpg.connect(dsn, **how))
        if self._at is not None and (connection := await self._try(self._at, how)):
            return connection
        await self.look()
        if self._at is not None and (connection := await self._try(self._at, how)):
            return connection
        raise asyncpg.CannotConnectNowError("no server of HIENTRUONG_DATABASE_URL is the primary")

    async def _try(self, server: str, how: dict[str, Any]) -> Any:
        with suppress(*_GONE):
            connection = await asyncpg.connect(server, **how)
            if await _timeline(connection) >= self._timeline:
                return _watched(connection)
            connection.terminate()
        return None

    async def look(self) -> None:
        """Ask every server, and take the one with the highest timeline, where that is not below what was seen."""
        async with self._one:
            told = await asyncio.gather(*(_ask(server) for server in self._hosts))
            timeline, server = max(zip(told, self._hosts, strict=True), key=lambda one: one[0])
            usable = timeline > 0 and timeline >= self._timeline
            before, self._at = self._at, server if usable else None
            if not usable:
                return
            newer, self._timeline = 0 < self._timeline < timeline, timeline
        if newer or (before is not None and before != server):
            _log.warning("primary_moved", timeline=timeline)
            await self._moved()

    async def watch(self) -> None:
        """Look again and again: a server that hung, and goes on after another took its place, ends no connection."""
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            try:
                await self.look()
            except Exception as error:
                _log.warning("primary_not_looked_for", error=type(error).__name__)


async def _ask(server: str) -> int:
    """Its timeline; 0 for a standby, and for who does not answer."""
    with suppress(*_GONE):
        async with asyncio.timeout(_ANSWER_SECONDS):
            connection = await asyncpg.connect(server, timeout=_ANSWER_SECONDS)
            try:
                return await _timeline(connection)
            finally:
                connection.terminate()
    return 0


async def _timeline(connection: Any) -> int:
    return int(await connection.fetchval(_TIMELINE) or "0", 16)


def _watched(connection: Any) -> Any:
    """A server whose machine vanished says nothing more: the kernel finds out within half a minute.

    It matters for a COMMIT, which has no time limit. asyncpg has no setting for it.
    """
    line = connection._transport.get_extra_info("socket")
    if line is not None and line.family in (socket.AF_INET, socket.AF_INET6):
        line.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        for option, value in _SILENT_AFTER:
            line.setsockopt(socket.IPPROTO_TCP, option, value)
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, 25_000)
    return connection
