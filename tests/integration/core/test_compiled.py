"""A query that is compiled once answers like the same query written at each call, and refuses what it cannot keep."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any
from uuid import UUID, uuid4

import msgspec
import pytest
from piccolo.querystring import QueryString

from backend.core import compiled, database, rows
from backend.core.compiled import Query
from backend.exchange.tables.rescue import RescueFile
from backend.force.tables.numbers import DocumentNumber
from backend.force.tables.sessions import SignInFailure

pytestmark = pytest.mark.usefixtures("pool")


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """A failed attempt to sign in."""

    account: str
    place: str


@compiled.many(Failure)
def _of(account: str) -> Query:
    found = SignInFailure.select(SignInFailure.account, SignInFailure.place)
    return found.where(SignInFailure.account == account).order_by(SignInFailure.place)


@compiled.one(Failure)
def _first(account: str) -> Query:
    found = SignInFailure.select(SignInFailure.account, SignInFailure.place)
    return found.where(SignInFailure.account == account).order_by(SignInFailure.place)


@compiled.value(str)
def _first_place(account: str) -> Query:
    return SignInFailure.select(SignInFailure.place).where(SignInFailure.account == account)


@compiled.values(str)
def _places(accounts: list[str]) -> Query:
    found = SignInFailure.select(SignInFailure.place)
    return found.where(rows.any_of(SignInFailure.account, accounts)).order_by(SignInFailure.place)


@compiled.exists
def _any(account: str) -> Query:
    return SignInFailure.exists().where(SignInFailure.account == account)


@compiled.count
def _count(account: str, *, place: str = "ip:1") -> Query:
    theirs = SignInFailure.count().where(SignInFailure.account == account)
    return theirs.where(SignInFailure.place == place)


@compiled.write
def _forget(given: Failure, account: str) -> Query:
    return SignInFailure.delete().where(
        (SignInFailure.account == account) & (SignInFailure.place == given.place)
    )


async def _fail(account: str, *placees: str) -> None:
    for place in placees:
        await database.execute(
            "INSERT INTO sign_in_failures (account, place, address) VALUES ($1, $2, '192.0.2.1')",
            account,
            place,
        )


async def test_every_call_gets_the_rows_of_its_own_values() -> None:
    await _fail("lan", "ip:2", "ip:1")
    await _fail("minh", "ip:3")
    assert [one.place for one in await _of("lan")] == ["ip:1", "ip:2"]
    assert await _of("minh") == [Failure(account="minh", place="ip:3")]
    assert await _of("nobody") == []
    assert await _first("lan") == Failure(account="lan", place="ip:1")
    assert await _first("nobody") is None
    assert await _first_place("minh") == "ip:3"
    assert await _first_place("nobody") is None
    assert await _places(["lan", "minh"]) == ["ip:1", "ip:2", "ip:3"]
    assert await _places([]) == []
    assert (await _any("lan"), await _any("nobody")) == (True, False)
    assert await _count("lan") == 1
    assert await _count(place="ip:3", account="minh") == 1


async def test_a_struct_gives_its_attributes_and_a_write_joins_the_transaction() -> None:
    await _fail("lan", "ip:1", "ip:2")
    given = Failure(account="whoever", place="ip:1")
    with suppress(ZeroDivisionError):
        async with database.transaction():
            await _forget(given, "lan")
            assert await _places(["lan"]) == ["ip:2"]
            raise ZeroDivisionError
    assert await _places(["lan"]) == ["ip:1", "ip:2"]
    await _forget(given, account="lan")
    assert await _places(["lan"]) == ["ip:2"]


async def test_a_column_of_json_takes_json_text() -> None:
    @compiled.write
    def tell(file_id: UUID, result: str | None) -> Query:
        return RescueFile.update({RescueFile.result: result}).where(RescueFile.id == file_id)

    for text in ('{"acts": []}', None):
        await tell(uuid4(), text)
    with pytest.raises(database.asyncpg.InvalidTextRepresentationError):
        await tell(uuid4(), '{"acts":')


async def test_a_query_is_described_once_however_often_it_runs() -> None:
    described = []

    @compiled.exists
    def failed(account: str) -> Query:
        described.append(account)
        return SignInFailure.exists().where(SignInFailure.account == account)

    for account in ("lan", "minh", "lan"):
        await failed(account)
    assert len(described) == 1


async def test_a_change_tells_how_many_rows_it_was() -> None:
    @compiled.changed
    def forget(account: str) -> Query:
        return SignInFailure.delete().where(SignInFailure.account == account)

    await _fail("lan", "ip:1", "ip:2")
    assert (await forget("lan"), await forget("lan")) == (2, 0)


async def test_constants_are_part_of_the_statement_so_that_partial_indexes_serve_it() -> None:
    """A plan that is kept for all values uses `WHERE state IN ('used', 'reserved')` only if it sees the state."""

    @compiled.values(str)
    def plan(document_id: UUID) -> Query:
        theirs = DocumentNumber.select(DocumentNumber.number).where(DocumentNumber.state == "used")
        return theirs.where(DocumentNumber.document_id == document_id)

    sql, values = compiled._Compiled(plan.__wrapped__).ready(uuid4())  # type: ignore[attr-defined]
    assert len(values) == 1
    async with database.transaction() as connection:
        await connection.execute("SET LOCAL plan_cache_mode = force_generic_plan")
        await connection.execute("SET LOCAL enable_seqscan = off")
        await connection.execute(f"PREPARE wanted (uuid) AS {sql}")
        told = await connection.fetch(
            "EXPLAIN EXECUTE wanted ('01900000-0000-7000-8000-000000000000')"
        )
    assert "document_numbers_document" in "".join(row[0] for row in told), told


async def test_a_quote_in_a_constant_is_a_quote() -> None:
    @compiled.exists
    def quoted(place: str) -> Query:
        theirs = SignInFailure.exists().where(SignInFailure.account == "o'ng \\ {} $1")
        return theirs.where(SignInFailure.place == place)

    await _fail("o'ng \\ {} $1", "ip:1")
    assert (await quoted("ip:1"), await quoted("ip:2")) == (True, False)


async def test_none_is_not_compared_in_silence() -> None:
    """SQL finds no row equal to NULL, where Piccolo would have asked for IS NULL."""
    with pytest.raises(ValueError, match="is_null"):
        await _any(None)  # type: ignore[arg-type]


def _by_condition(account: str) -> Query:
    query = SignInFailure.exists()
    return query.where(SignInFailure.account == account) if account else query


def _by_text(account: str) -> Query:
    return SignInFailure.exists().where(SignInFailure.account == f"{account}!")


def _by_attribute_of_attribute(given: Any) -> Query:
    return SignInFailure.exists().where(SignInFailure.account == given.of.account)


def _by_limit(limit: int) -> Query:
    return SignInFailure.select(SignInFailure.account).limit(limit)


def _everything(_: str) -> Query:
    return SignInFailure.delete()


def _new(account: str) -> Query:
    return SignInFailure.insert(SignInFailure(account=account, address="192.0.2.1"))


@pytest.mark.parametrize(
    "describe", [_by_condition, _by_text, _by_attribute_of_attribute, _by_limit, _everything, _new]
)
async def test_what_depends_on_a_value_or_could_not_be_kept_is_refused_at_the_first_call(
    describe: Callable[[Any], Query],
) -> None:
    with pytest.raises(
        Exception, match=r"depend|compiled once|attributes of|integer|delete all"
    ) as refused:
        await compiled.write(describe)("lan")
    assert not isinstance(refused.value, database.asyncpg.PostgresError)


async def test_a_condition_in_sql_takes_values_too() -> None:
    @compiled.exists
    def since(account: str) -> Query:
        given = QueryString("({} = {} OR {} = '*')", SignInFailure.account, account, account)
        return SignInFailure.exists().where(given)

    await _fail("lan", "ip:1")
    assert (await since("lan"), await since("minh"), await since("*")) == (True, False, True)
