"""The peer of bench.modules: bare ASGI and asyncpg, with the very queries of a page.

BENCH_DSN=postgresql://… python -m bench.bare_pages PORT
"""

import os
import pickle
import sys
from typing import Any

import asyncpg
import msgspec
import uvicorn

_PLAIN = (b"content-type", b"application/json")


class Application:
    """ASGI, with a pool as large as that of one of our web processes. bench.modules left the queries in a table."""

    pool: Any = None
    said: dict[str, list[tuple[str, tuple[object, ...]]]]

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer a page's name with the rows of all its queries, in one transaction as ours."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
            return
        async with self.pool.acquire() as connection, connection.transaction():
            rows = [
                [dict(row) for row in await connection.fetch(sql, *args)]
                for sql, args in self.said[scope["path"].lstrip("/")]
            ]
        body = msgspec.json.encode(rows, enc_hook=str)
        length = (b"content-length", str(len(body)).encode())
        await send({"type": "http.response.start", "status": 200, "headers": [_PLAIN, length]})
        await send({"type": "http.response.body", "body": body})

    async def _live(self, receive: Any, send: Any) -> None:
        await receive()
        dsn = os.environ["BENCH_DSN"]  # noqa: TID251 - a bench's own program
        self.pool = await asyncpg.create_pool(dsn, min_size=2, max_size=10)
        left = await self.pool.fetchval("SELECT said FROM bench_pages")
        self.said = pickle.loads(left)  # noqa: S301 - what bench.modules wrote a moment ago
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
