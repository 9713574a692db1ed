"""Types of PostgreSQL, queried once per run and not by each connection.

asyncpg asks the server what an array is when a connection first meets one. That is a query over the
catalogue which takes a server 20 ms, as long as all queries of most tests. Each test's database is
new, so each of its connections asked. For the types that come with PostgreSQL the answer is the
same in every database of a version.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import pytest
from asyncpg import Connection

_FIRST_OF_OURS = 16384
"""Smaller numbers are PostgreSQL's own types (FirstNormalObjectId)."""


@contextmanager
def asked_once(port: int) -> Iterator[None]:
    """Share the answers among direct connections to this port during the block. Through a pooler or
    a proxy each connection asks for itself, as in production."""
    ask = Connection._introspect_types
    known: dict[frozenset[int], Any] = {}

    async def introspect(connection: Any, oids: Any, timeout: float) -> Any:
        wanted = frozenset(oids)
        if connection._addr[1] != port or max(wanted) >= _FIRST_OF_OURS:
            return await ask(connection, oids, timeout)
        if wanted not in known:
            known[wanted], statement = await ask(connection, oids, timeout)
            return known[wanted], statement
        # The statement has a name: nothing was asked, so the one being prepared need not be
        # prepared again.
        return known[wanted], SimpleNamespace(name="asked before")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Connection, "_introspect_types", introspect)
        yield
