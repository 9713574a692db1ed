"""The fastest peer of bench.lists: bare ASGI, asyncpg and msgspec, without sign-in, scope or framework.

BENCH_DSN=postgresql://… python -m bench.bare_lists PORT
"""

import os
import sys
from typing import Any
from uuid import UUID

import asyncpg
import msgspec
import uvicorn

SQL = """
    SELECT i.id, i.decision_number, i.subject_name, i.subject_address, i.state, i.unit_id,
        u.name_vi AS unit_name_vi, u.name_en AS unit_name_en, l.full_name AS leader_name, i.photo_count,
        i.missing_count, i.quarantine_count, i.revision_count, i.submitted_at, i.issued_at, i.updated_at
    FROM inspections i JOIN units u ON u.id = i.unit_id JOIN officers l ON l.id = i.leader_id
    WHERE i.unit_2 = $1 ORDER BY i.issued_at DESC, i.id DESC LIMIT 51
"""
_PLAIN = (b"content-type", b"application/json")


class Application:
    """ASGI, with a pool as large as that of one of our web processes."""

    pool: Any = None

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer every path with the page of the unit in the query."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
            return
        unit = UUID(scope["query_string"].decode().partition("unit=")[2])
        rows = await self.pool.fetch(SQL, unit)
        body = msgspec.json.encode({"rows": [dict(row) for row in rows]})
        length = (b"content-length", str(len(body)).encode())
        await send({"type": "http.response.start", "status": 200, "headers": [_PLAIN, length]})
        await send({"type": "http.response.body", "body": body})

    async def _live(self, receive: Any, send: Any) -> None:
        await receive()
        dsn = os.environ["BENCH_DSN"]  # noqa: TID251 - a bench's own program
        self.pool = await asyncpg.create_pool(dsn, min_size=2, max_size=10)
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await self.pool.close()
        await send({"type": "lifespan.shutdown.complete"})


if __name__ == "__main__":
    uvicorn.run(
        Application(),
        port=int(sys.argv[1]),
        loop="uvloop",
        http="httptools",
        access_log=False,
        log_level="warning",
    )
