"""The role of the citizens' form may call five functions, and can read or change nothing else (ADR 0056)."""

from collections.abc import AsyncIterator

import asyncpg
import pytest

from backend.intake.queries import public_role
from tests.support.databases import Database

_RELATIONS = """
SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') AND c.relkind IN ('r', 'p', 'v', 'm')
ORDER BY 1
"""
_ROUTINES = """
SELECT p.oid::regprocedure::text AS name, p.proname, n.nspname,
    (SELECT coalesce(string_agg(format('NULL::%s', format_type(t, NULL)), ', ' ORDER BY at), '')
     FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY AS a(t, at)) AS arguments
FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND p.prokind = 'f'
    AND NOT 'internal'::regtype = ANY (p.proargtypes::oid[]) AND p.prorettype NOT IN ('trigger'::regtype)
ORDER BY 1
"""
"""Those that SQL can call: nobody has a value of type internal, and triggers run by their tables alone."""
_REFUSED = "permission denied"


@pytest.fixture
async def stranger(database: Database) -> AsyncIterator[asyncpg.Connection]:
    """A connection as the role of the form."""
    connection = await asyncpg.connect(database.public_dsn)
    yield connection
    await connection.close()


@pytest.fixture
async def owner(database: Database) -> AsyncIterator[asyncpg.Connection]:
    """A connection of the schema's owner."""
    connection = await asyncpg.connect(database.owner_dsn)
    yield connection
    await connection.close()


async def test_no_table_can_be_read_or_changed(
    stranger: asyncpg.Connection, owner: asyncpg.Connection
) -> None:
    tables = [row[0] for row in await owner.fetch(_RELATIONS)]
    assert {"public_inbox", "ledger_entries", "officers", "pgqueuer"} <= set(tables)
    through = []
    for table in tables:
        name = table if "." in table else f"public.{table}"
        for statement in (
            f"SELECT 1 FROM {name}",
            f"INSERT INTO {name} DEFAULT VALUES",
            f"DELETE FROM {name}",
            f"TRUNCATE {name}",
            f"LOCK TABLE {name} IN ACCESS SHARE MODE",
            f"COPY {name} TO STDOUT",
        ):
            try:
                async with stranger.transaction():
                    await stranger.execute(statement)
            except asyncpg.PostgresError as error:
                if _REFUSED not in str(error):
                    through.append((statement, str(error)))
            else:
                through.append((statement, "went through"))
    assert through == []


async def test_no_function_can_be_called_but_its_own(
    stranger: asyncpg.Connection, owner: asyncpg.Connection
) -> None:
    await owner.execute("SET search_path = ''")  # so that types are named with their schema
    rows = await owner.fetch(_ROUTINES)
    assert {row["nspname"] for row in rows} == {"public", "public_form"}
    called = set()
    for row in rows:
        call = f'SELECT {row["nspname"]}."{row["proname"]}"({row["arguments"]})'
        try:
            await stranger.execute(call)
        except asyncpg.PostgresError as error:
            if _REFUSED not in str(error):
                called.add(row["name"])
        else:
            called.add(row["name"])
    assert called == public_role.FUNCTIONS


async def test_what_doctor_asks_finds_nothing_too_much_and_nothing_missing(
    stranger: asyncpg.Connection, owner: asyncpg.Connection
) -> None:
    assert await public_role.excess(stranger) == []
    assert await public_role.lacking(stranger) == []
    assert await public_role.unlimited(stranger) == []
    await owner.execute("GRANT SELECT (id) ON public_inbox TO hientruong_public")
    await owner.execute("GRANT USAGE ON SCHEMA public TO hientruong_public")
    await owner.execute("REVOKE EXECUTE ON FUNCTION public_form.report_told FROM hientruong_public")
    excess = await public_role.excess(stranger)
    assert "schema public: USAGE" in excess
    assert "table public.public_inbox: SELECT" in excess
    assert await public_role.lacking(stranger) == ["public_form.report_told(bytea[])"]


@pytest.mark.parametrize(
    "statement",
    [
        "SET ROLE hientruong_owner",
        "SET SESSION AUTHORIZATION hientruong_app",
        "CREATE TABLE public.mine (x int)",
        "CREATE TEMPORARY TABLE mine (x int)",
        "CREATE SCHEMA mine",
        "CREATE FUNCTION public_form.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "ALTER ROLE hientruong_public SUPERUSER",
        "SELECT pg_read_file('PG_VERSION')",
        "SELECT lo_import('/etc/hostname')",
        "COPY (SELECT 1) TO PROGRAM 'true'",
    ],
)
async def test_it_can_make_nothing_and_become_nobody(
    stranger: asyncpg.Connection, statement: str
) -> None:
    with pytest.raises(asyncpg.PostgresError) as refused:
        await stranger.execute(statement)
    assert refused.value.sqlstate in ("42501", "0LP01")


async def test_a_photograph_goes_only_to_a_report_of_the_same_transaction(
    stranger: asyncpg.Connection,
) -> None:
    report = "018f0000-0000-7000-8000-000000000001"
    put = "SELECT public_form.put_report($1, $2, $3, $4)"
    add = "SELECT public_form.put_photograph($1, $2, $3)"
    async with stranger.transaction():
        assert await stranger.fetchval(put, report, b"r" * 32, b"sealed", 1) == "kept"
        assert await stranger.fetchval(add, report, 1, b"sealed")
    assert not await stranger.fetchval(add, report, 2, b"another's")
    assert await stranger.fetchval(put, report, b"x" * 32, b"other", 0) == "known"
    assert await stranger.fetchval("SELECT public_form.report_told($1)", [b"r" * 32]) == "received"
    assert await stranger.fetchval("SELECT public_form.report_told($1)", [b"x" * 32]) is None
