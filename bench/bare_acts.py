"""The peer of bench.acts: a Litestar handler that only inserts the JSON with asyncpg.

BENCH_DSN=postgresql://… python -m bench.bare_acts PORT
"""

import json
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

import asyncpg
import uvicorn
from litestar import Litestar, Request, post

DDL = "CREATE TABLE IF NOT EXISTS bench_acts (id uuid PRIMARY KEY, act jsonb NOT NULL)"


@asynccontextmanager
async def pool(app: Litestar) -> AsyncIterator[None]:
    """Open as many connections as one of our web processes has."""
    dsn = os.environ["BENCH_DSN"]  # noqa: TID251 - a bench's own program
    app.state.pool = await asyncpg.create_pool(dsn, min_size=2, max_size=10)
    yield
    await app.state.pool.close()


@post("/acts", status_code=200)
async def insert(request: Request[Any, Any, Any]) -> dict[str, list[str]]:
    """Insert each act in a separate statement, and so in a separate transaction."""
    body = json.loads(await request.body())
    for act in body["acts"]:
        await request.app.state.pool.execute(
            "INSERT INTO bench_acts (id, act) VALUES ($1, $2)", UUID(act["id"]), json.dumps(act)
        )
    return {"results": [act["id"] for act in body["acts"]]}


if __name__ == "__main__":
    uvicorn.run(
        Litestar([insert], lifespan=[pool], openapi_config=None),
        port=int(sys.argv[1]),
        loop="uvloop",
        http="httptools",
        access_log=False,
        log_level="warning",
    )
