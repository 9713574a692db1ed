"""What a transaction has read is not read again, until something is written or locked."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import uuid4

import pytest

from backend.core import current_transaction, database, remembering
from backend.core.database import transaction
from backend.force.units import service as units
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")
asked: list[object] = []


@remembering.once
async def _answer(what: str) -> str:
    asked.append(what)
    await database.fetchval("SELECT 1")
    return what.upper()


@asynccontextmanager
async def _counted() -> AsyncIterator[list[object]]:
    asked.clear()
    async with transaction():
        yield asked


async def test_what_was_read_is_read_once_in_a_transaction_and_not_beyond_it() -> None:
    async with _counted() as times:
        assert [await _answer("a"), await _answer("b"), await _answer("a")] == ["A", "B", "A"]
        assert times == ["a", "b"]
    async with _counted() as times:
        await _answer("a")
        assert times == ["a"]
    await _answer("a")
    await _answer("a")
    assert times == ["a", "a", "a"], "outside of a transaction nothing is kept"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE units SET code = code WHERE false",
        "SELECT id FROM units WHERE false FOR UPDATE",
        "SELECT id FROM units WHERE false FOR SHARE",
        "SELECT pg_advisory_xact_lock(1)",
    ],
)
async def test_a_write_or_a_lock_makes_it_be_read_again(statement: str) -> None:
    async with _counted() as times:
        await _answer("a")
        await database.fetch(statement)
        await _answer("a")
        assert times == ["a", "a"]


async def test_a_deferred_write_makes_it_be_read_again() -> None:
    async with _counted() as times:
        await _answer("a")
        await database.defer("none", "none AS (UPDATE units SET code = code WHERE false)")
        await _answer("a")
        assert times == ["a", "a"]


async def test_every_function_of_the_database_that_writes_is_known() -> None:
    found = await database.fetch(
        "SELECT proname FROM pg_proc p WHERE pronamespace = 'public'::regnamespace AND provolatile = 'v'"
        " AND prorettype <> 'trigger'::regtype AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND"
        " d.deptype = 'e') AND has_function_privilege(p.oid, 'EXECUTE')"
    )
    quiet = {row["proname"] for row in found if not current_transaction.may_change(row["proname"])}
    assert quiet == {"ledger_standing"}, "it only looks, with a snapshot of its own"


async def test_of_many_names_only_those_that_are_not_known_are_asked_for(people: People) -> None:
    one, other = people.giang.unit.unit_1, people.giang.unit.unit_2
    assert other is not None
    async with transaction():
        assert set(await units.names_of([one])) == {one}
        assert set(await units.names_of([one, other, unknown := uuid4()])) == {one, other}
        known = database.remembered() or {}
        assert [set(ids) for ids in known.values() if isinstance(ids, dict)] == [
            {one, other, unknown}
        ]
