"""Keeps the application's pool open between tests on the same database.

A new connection has empty caches: its first queries cost the server ten times what the same ones
cost later, and most tests make few. A pool that a test's application closes at its end is therefore
kept, and given to the next application that opens the same one: with the same parameters, on the
same database, in the same event loop. Nothing remains in a session that another user could see.
Production works in the same way: one connection serves many requests there
(backend/core/database.py).
"""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import asyncpg
import pytest

from backend.core import database

_NOT_NUMBERS = ("connect", "reset")
_OTHERWISE = {
    "connection_class": asyncpg.Connection,
    "record_class": asyncpg.Record,
    "init_size": None,
    "max_queries": 50_000,
    "max_inactive_connection_lifetime": 300.0,
    "setup": None,
    "init": None,
    "loop": None,
}
"""Defaults of asyncpg's create_pool."""


class KeptPool(asyncpg.Pool):
    """A pool that stays open if it is closed at the end of a test and none of its connections is in
    use."""

    def __init__(self, pools: "Pools", dsn: str, **how: Any) -> None:
        """Set the collection to which it returns, and the arguments for asyncpg's own pool."""
        super().__init__(dsn, **_OTHERWISE, **how)
        self.dsn = dsn
        self.numbers = {name: value for name, value in how.items() if name not in _NOT_NUMBERS}
        self._pools = pools
        self._in_loop = asyncio.get_running_loop()

    def is_such(self, how: dict[str, Any]) -> bool:
        """Whether a new pool would have the same parameters."""
        numbers = {name: value for name, value in how.items() if name not in _NOT_NUMBERS}
        return numbers == self.numbers and self._in_loop is asyncio.get_running_loop()

    async def close(self) -> None:
        """Return it to the collection, or close it."""
        in_use = any(holder._in_use for holder in self._holders)
        if self._pools.ending and self.dsn in self._pools.worth_keeping and not in_use:
            self._pools.free[self.dsn] = self
        else:
            await super().close()

    def processes(self) -> set[int]:
        """The server processes of its connections."""
        connected = (holder._con for holder in self._holders if holder.is_connected())
        return {connection.get_server_pid() for connection in connected}


class Pools:
    """The pools that no application uses at present, by their database. `backend.core.database`
    gets this in place of asyncpg."""

    def __init__(self) -> None:
        self.free: dict[str, KeptPool] = {}
        self.worth_keeping: set[str] = set()
        """Databases that are kept themselves: to another, as a restored one, a pool would connect again for ever."""
        self.ending = False

    def __getattr__(self, name: str) -> Any:
        return getattr(asyncpg, name)

    async def create_pool(self, dsn: str, **how: Any) -> KeptPool:
        """The kept pool if it matches the request, else a new one."""
        found = self.free.pop(dsn, None)
        if found is not None and found.is_such(how):
            return found
        if found is not None:
            found.terminate()
        return await KeptPool(self, dsn, **how)

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Keep pools that are closed during the block."""
        self.ending = True
        try:
            yield
        finally:
            self.ending = False

    def processes(self, dsn: str) -> set[int]:
        """The server processes of the pool that is kept for this database."""
        return self.free[dsn].processes() if dsn in self.free else set()

    def end(self, dsn: str) -> None:
        """Close the pool that is kept for this database, and keep none any more."""
        self.worth_keeping.discard(dsn)
        if dsn in self.free:
            self.free.pop(dsn).terminate()


@pytest.fixture(scope="session")
def pools() -> Iterator[Pools]:
    """The pools of this process."""
    made = Pools()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "asyncpg", made)
        yield made
    for dsn in list(made.free):
        made.end(dsn)
