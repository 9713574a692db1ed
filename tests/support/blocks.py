"""How much PostgreSQL looks at to answer: what a busy machine does not change.

took = await blocks(lambda: plans.page(actor, Filters(), None, 51))
"""

from collections.abc import Awaitable, Callable

from backend.core import database
from backend.core.database import transaction

_BLOCKS = """
SELECT coalesce(sum(hits + coalesce(reads, 0)), 0)::int FROM pg_stat_get_backend_io($1::int) WHERE object = 'relation'
"""


async def blocks(ask: Callable[[], Awaitable[object]]) -> int:
    """Return how many blocks of 8 kB one asking looks at. The first fills the caches of its connection: not counted."""
    await _looked_at(ask)
    return min([await _looked_at(ask) for _ in range(3)])


async def _looked_at(ask: Callable[[], Awaitable[object]]) -> int:
    async with transaction():
        server: int = await database.fetchval("SELECT pg_backend_pid()")
        before = await database.fetchval(_BLOCKS, server)
        await ask()
        await database.execute("SELECT pg_stat_force_next_flush()")
    after: int = await database.fetchval(_BLOCKS, server)
    return after - int(before)
