"""The peer of bench.work: bare ASGI and asyncpg, with the very queries of a page of my work, or of a ruling.

BENCH_DSN=postgresql://… python -m bench.bare_work PORT
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
    """ASGI, with a pool as large as that of one of our web processes. bench.work left the queries in a table."""

    pool: Any = None
    said: list[tuple[str, tuple[object, ...]]]
    rulings: list[list[tuple[str, tuple[object, ...]]]]

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer every path with the rows of all queries, in one transaction as ours."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
            return
        if scope["path"].startswith("/ruling/"):
            await self._rule(int(scope["path"].rpartition("/")[2]))
            await _answer(send, b"{}")
            return
        async with self.pool.acquire() as connection, connection.transaction():
            rows = [
                [dict(row) for row in await connection.fetch(sql, *args)] for sql, args in self.said
            ]
        await _answer(send, msgspec.json.encode(rows))

    async def _rule(self, place: int) -> None:
        """Run the statements of a ruling, take them back, and commit one row instead."""
        async with self.pool.acquire() as connection:
            undone = connection.transaction()
            await undone.start()
            for sql, args in self.rulings[place]:
                await connection.fetch(sql, *args)
            await undone.rollback()
            await connection.execute("INSERT INTO bench_ruled VALUES (now())")

    async def _live(self, receive: Any, send: Any) -> None:
        await receive()
        dsn = os.environ["BENCH_DSN"]  # noqa: TID251 - a bench's own program
        self.pool = await asyncpg.create_pool(dsn, min_size=2, max_size=10)
        left = await self.pool.fetchval("SELECT said FROM bench_work")
        self.said = pickle.loads(left)  # noqa: S301 - what bench.work wrote a moment ago
        rows = await self.pool.fetch("SELECT said FROM bench_rulings ORDER BY place")
        self.rulings = [pickle.loads(row["said"]) for row in rows]  # noqa: S301 - the same
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await self.pool.close()
        await send({"type": "lifespan.shutdown.complete"})


async def _answer(send: Any, body: bytes) -> None:
    length = (b"content-length", str(len(body)).encode())
    await send({"type": "http.response.start", "status": 200, "headers": [_PLAIN, length]})
    await send({"type": "http.response.body", "body": body})


if __name__ == "__main__":
    uvicorn.run(
        Application(),
        port=int(sys.argv[1]),
        loop="uvloop",
        http="httptools",
        access_log=False,
        log_level="warning",
    )
