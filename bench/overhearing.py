"""What a page asks the database, and how the bare side of a benchmark gets the same questions."""

import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

import asyncpg

from bench.stage import Stage, connect_as_owner

Said = list[tuple[str, tuple[object, ...]]]
"""Queries with their values."""


@contextmanager
def overheard() -> Iterator[Said]:
    """Note every query of this process while it lasts, those that read alone."""
    said: Said = []
    runs = asyncpg.Connection._execute

    async def rows(
        self: asyncpg.Connection,
        query: str,
        args: tuple[object, ...],
        *more: object,
        **how: object,
    ) -> object:
        if query.lstrip().startswith(("SELECT", "WITH")):
            said.append((query, tuple(args)))
        return await runs(self, query, args, *more, **how)

    with patch.object(asyncpg.Connection, "_execute", rows):
        yield said


async def leave(made: Stage, said: dict[str, Said]) -> None:
    """Leave the queries of each page in the table in which bench.bare_pages looks."""
    owner = await connect_as_owner(made)
    try:
        await owner.execute("DROP TABLE IF EXISTS bench_pages")
        await owner.execute("CREATE TABLE bench_pages (said bytea)")
        await owner.execute("GRANT SELECT ON bench_pages TO hientruong_app")
        await owner.execute("INSERT INTO bench_pages VALUES ($1)", pickle.dumps(said))
    finally:
        await owner.close()
