"""Readings that do not need each other are one statement, and find what each finds alone."""

import asyncio
from collections.abc import Coroutine
from typing import Any

import asyncpg
import pytest

from backend.core import database
from backend.core.database import at_once, transaction

pytestmark = pytest.mark.usefixtures("pool")

_KINDS = """
    SELECT n, gen_random_uuid() IS NOT NULL AS made, ARRAY['một', NULL, '$1']::text[] AS words, NULL::uuid AS nobody,
        '{"a": [1]}'::jsonb AS said, now() AS at, $1::bytea AS bytes, 1.50::numeric AS sum, n AS n
    FROM generate_series(3, 1, -1) AS n WHERE n <> $2 ORDER BY n DESC
"""
_ONE_MORE = """
    SELECT set_config('hientruong.counted', (current_setting('hientruong.counted')::int + 1)::text, true)
"""


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The statements that are sent while the test lasts."""
    said: list[str] = []
    real = asyncpg.connection.Connection._do_execute

    async def noted(self: Any, query: str, *args: Any, **more: Any) -> Any:
        said.append(query)
        return await real(self, query, *args, **more)

    monkeypatch.setattr(asyncpg.connection.Connection, "_do_execute", noted)
    return said


async def test_each_finds_in_one_statement_what_it_finds_alone(asked: list[str]) -> None:
    async with transaction():
        alone = [
            await database.fetch(_KINDS, b"\x00\xff", 2),
            await database.fetch(_KINDS, b"", 7),
            await database.fetch("SELECT 1 WHERE $1", False),
        ]
        row = await database.fetchrow(_KINDS, b"x", 3)
        asked.clear()
        async with at_once() as ask:
            merged = [
                ask(database.fetch(_KINDS, b"\x00\xff", 2)),
                ask(database.fetch(_KINDS, b"", 7)),
                ask(database.fetch("SELECT 1 WHERE $1", False)),
            ]
            first = ask(database.fetchrow(_KINDS, b"x", 3))
            nothing = ask(database.fetchrow("SELECT 1 WHERE $1", False))
            value = ask(database.fetchval("SELECT '$1' || $1::text", "a"))
    assert len(asked) == 1
    for one, other in zip(alone, merged, strict=True):
        assert [tuple(found) for found in other.result()] == [tuple(found) for found in one]
        assert [dict(found) for found in other.result()] == [dict(found) for found in one]
    assert dict(first.result()) == dict(row)
    assert (nothing.result(), value.result()) == (None, "$1a")


async def test_a_table_that_piccolo_joins_under_a_name_with_a_dollar_is_asked_with_the_others(
    asked: list[str],
) -> None:
    joined = "SELECT n$of.n, $1::text AS said FROM generate_series(1, 2) AS n$of (n)"
    async with at_once() as ask:
        of_joined, other = ask(database.fetch(joined, "một")), ask(database.fetchval("SELECT 3"))
        quoted = ask(database.fetchval("SELECT $$'$1$$"))
    assert [tuple(row) for row in of_joined.result()] == [(1, "một"), (2, "một")]
    assert (other.result(), quoted.result()) == (3, "'$1")
    assert len(asked) == 2  # a text between dollars is asked alone


async def _twice(value: int) -> int:
    found: int = await database.fetchval("SELECT $1::int + 1", value)
    return int(await database.fetchval("SELECT $1::int * 2", found))


async def _of_its_own(values: list[int]) -> list[int]:
    async with at_once() as ask:
        found = [ask(_twice(one)) for one in values]
    return [one.result() for one in found] + [await _twice(0)]


async def test_as_many_statements_are_sent_as_the_longest_chain_has(asked: list[str]) -> None:
    async with transaction():
        async with at_once() as ask:
            many = [ask(_twice(one)) for one in range(5)]
            inner = ask(_of_its_own([7, 8]))
        assert [one.result() for one in many] == [2, 4, 6, 8, 10]
        assert inner.result() == [16, 18, 2]
        assert len(asked) == 4, "two for all of them, two for what is asked after the inner block"
        asked.clear()
        async with at_once() as ask:
            same = [ask(_twice(1)) for _ in range(3)]
        assert {one.result() for one in same} == {4}
        assert len(asked) == 2
        assert "p1" not in asked[0], "the same is asked once"


async def test_a_write_is_sent_alone_and_seen_by_what_is_asked_after_it() -> None:
    async def write_and_count() -> int:
        await database.execute(_ONE_MORE)
        found: int = await database.fetchval("SELECT current_setting('hientruong.counted')::int")
        return found

    async with transaction():
        await database.execute("SELECT set_config('hientruong.counted', '0', true)")
        async with at_once() as ask:
            both = [ask(write_and_count()), ask(write_and_count())]
            read = ask(_twice(1))
    assert [one.result() for one in both] == [2, 2]
    assert read.result() == 4


async def _fails(with_sql: str) -> None:
    if with_sql:
        await database.fetchval(with_sql)
    raise LookupError("nothing there")


@pytest.mark.parametrize(
    ("readings", "raised"),
    [
        ([_fails(""), _twice(1)], LookupError),
        ([_twice(1), _fails("SELECT 1")], LookupError),
        ([_twice(1), _fails("SELECT 1 / 0")], asyncpg.DivisionByZeroError),
    ],
)
async def test_what_one_raises_is_raised_when_all_have_ended(
    readings: list[Coroutine[Any, Any, Any]], raised: type[Exception]
) -> None:
    async def all_of_them() -> None:
        async with transaction(), at_once() as ask:
            for one in readings:
                ask(one)

    with pytest.raises(raised):
        await all_of_them()
    async with transaction():
        assert await database.fetchval("SELECT 1") == 1, "the connection is as it was"


async def test_a_reading_that_waits_for_a_lock_of_another_holds_nobody_up_for_ever() -> None:
    lock = asyncio.Lock()

    async def behind_it(value: int) -> int:
        async with lock:
            return await _twice(value)

    async with asyncio.timeout(20), transaction(), at_once() as ask:
        found = [ask(behind_it(one)) for one in range(3)]
    assert [one.result() for one in found] == [2, 4, 6]


async def test_who_gives_up_leaves_the_connection_to_others() -> None:
    async def waits() -> None:
        async with asyncio.timeout(0.3), transaction(), at_once() as ask:
            ask(database.fetch("SELECT pg_sleep(20)"))
            ask(database.fetch("SELECT 1"))

    with pytest.raises(TimeoutError):
        await waits()
    async with transaction():
        assert await database.fetchval("SELECT 1") == 1


async def test_a_reading_with_a_transaction_of_its_own_reads_there() -> None:
    async def elsewhere() -> str:
        async with transaction():
            await database.execute("SELECT set_config('hientruong.here', 'own', true)")
            found: str = await database.fetchval("SELECT current_setting('hientruong.here', true)")
            return found

    async with at_once() as ask:
        own, other = ask(elsewhere()), ask(_twice(1))
    assert (own.result(), other.result()) == ("own", 4)
