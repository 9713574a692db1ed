"""What pages ask the database: fixture `asked`, and how much is allowed.

asked.clear()
assert await desk.look(page) == 200
assert len(asked) <= statements.MOST_OF_A_PAGE, "\n".join(asked)
"""

import re
from typing import Any

import asyncpg
import pytest

from backend.insight.my_work import tally

MOST_OF_A_PAGE = 12
"""Sign-in included."""
MOST_BYTES_OF_A_PAGE = 60_000
_AFTERWARDS = re.compile(r"pg_notify|(INTO|FROM) \"?seen_records")
"""What tells other pages of an act is sent between requests, and the record is noted as seen once the page is sent."""
_SWEEPS = re.compile(
    r"FROM uploads WHERE node|FROM photos p WHERE p.stored_at IS NULL|FROM \"server_keys\""
)
"""What a process asks by itself from time to time."""


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The statements of requests, but for those that begin and end a transaction."""
    said: list[str] = []
    real = asyncpg.connection.Connection._do_execute

    async def counted(self: Any, query: str, *args: Any, **more: Any) -> Any:
        signs_in = query.lstrip().startswith("SELECT s.id AS session_id")
        if signs_in or not (_AFTERWARDS.search(query) or _SWEEPS.search(query)):
            said.append(query)
        return await real(self, query, *args, **more)

    async def nothing(_: object) -> None:
        """What waits is counted once the answer is sent."""

    monkeypatch.setattr(tally, "recount", nothing)
    monkeypatch.setattr(asyncpg.connection.Connection, "_do_execute", counted)
    return said
