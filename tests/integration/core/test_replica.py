"""Without a replica the primary answers, in a transaction that cannot write; in a transaction it is asked there."""

import asyncpg
import pytest

from backend.core import database, replica

pytestmark = pytest.mark.usefixtures("pool")

_THROUGH = "SELECT through FROM figure_progress"
_MOVE = "UPDATE figure_progress SET through = 7"


async def test_what_is_read_cannot_write() -> None:
    with pytest.raises(asyncpg.ReadOnlySQLTransactionError):
        await replica.reading(lambda: database.execute(_MOVE))
    assert await database.fetchval(_THROUGH) == 0


async def test_all_queries_of_a_call_see_one_moment() -> None:
    other = await asyncpg.connect(database.ENGINE.config["dsn"])

    async def twice() -> tuple[int, int]:
        first = await database.fetchval(_THROUGH)
        await other.execute(_MOVE)
        return first, await database.fetchval(_THROUGH)

    try:
        assert await replica.reading(twice) == (0, 0)
    finally:
        await other.close()
    assert await database.fetchval(_THROUGH) == 7


async def test_within_a_transaction_a_call_sees_what_that_has_written() -> None:
    @replica.reads
    async def through() -> int:
        return int(await database.fetchval(_THROUGH))

    async with database.transaction():
        await database.execute(_MOVE)
        assert await through() == 7
