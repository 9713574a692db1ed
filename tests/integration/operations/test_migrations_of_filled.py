"""A filled database of the version before becomes this one's, while that version's transactions go on."""

import asyncio
from collections.abc import AsyncIterator
from itertools import count, cycle
from unittest.mock import AsyncMock
from uuid import UUID, uuid4

import asyncpg
import pytest

from backend.operations.migrations import files, run
from deploy import bootstrap
from deploy.servers import Servers

NEXT = "0093"
"""The first of what is new here: the queue of the sealer, then the eras."""


@pytest.fixture
async def filled(
    servers: Servers, template: str, superuser: asyncpg.Connection, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[str]:
    """The owner's way to a database of the version before: three entries, one of them sealed. (`template` is there for
    the roles.)"""
    name = f"test_before_{asyncio.get_running_loop().time():.6f}".replace(".", "_")
    await bootstrap.make_database(servers, name)
    with monkeypatch.context() as older:
        older.setattr(run, "known", lambda: [file for file in files.known() if file.id < NEXT])
        older.setattr(run.releases, "record", AsyncMock())  # it knew only its own forms
        await run.migrate(servers.owner_dsn(name))
    connection = await asyncpg.connect(servers.owner_dsn(name))
    for number in range(1, 4):
        await connection.execute(_ENTRY, _RECORD, number)
    await connection.execute(_LEAF, 0, _RECORD, 1)
    await connection.execute(_CHANGE)
    await connection.close()
    yield servers.owner_dsn(name)
    await superuser.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


_RECORD = UUID(int=1)
_ENTRY = """
INSERT INTO ledger_entries (record_id, number, record_kind, act_id, act_type, officer_id, made_at, received_at, act,
    act_hash, previous_hash, entry_hash, key_id, receipt_signature)
VALUES ($1, $2::bigint, 'inspection', gen_random_uuid(), 'x', gen_random_uuid(), now(), now(),
    '{}', '', CASE WHEN $2::bigint > 1 THEN ''::bytea END, $2::bigint::text::bytea, 'k', '')
"""
_LEAF = """
INSERT INTO ledger_leaves (position, record_id, number, entry_hash) VALUES ($1, $2, $3::bigint, $3::bigint::text::bytea)
"""
_CHANGE = (
    "INSERT INTO changes (officer_id, kind, ref, op) VALUES (gen_random_uuid(), 'form', 'x', 'put')"
)


async def test_what_was_not_sealed_waits_and_what_was_told_is_of_the_first_era(filled: str) -> None:
    await run.migrate(filled)
    connection = await asyncpg.connect(filled)
    left = await connection.fetch("SELECT number, entry_hash FROM ledger_unsealed ORDER BY number")
    eras = await connection.fetchrow(
        "SELECT era, (SELECT min(era) FROM changes) AS told FROM installation"
    )
    await connection.execute("UPDATE installation SET era = 2")
    await connection.execute(_CHANGE)
    told = await connection.fetch("SELECT era FROM changes ORDER BY id")
    await connection.close()
    assert [(row["number"], row["entry_hash"]) for row in left] == [(2, b"2"), (3, b"3")]
    assert (tuple(eras), [row["era"] for row in told]) == ((1, 1), [1, 2])


_ACT = (_CHANGE, "SELECT epoch FROM installation")


@pytest.mark.parametrize(
    ("holds", "asks", "after"),
    [
        (*_ACT, 0.2),
        (*_ACT, 1.5),
        ("SELECT count(*) FROM subject_marks", "SELECT count(*) FROM changes", 0.2),
        ("SELECT count(*) FROM ledger_leaves", "SELECT count(*) FROM ledger_entries", 0.2),
    ],
    ids=["an act", "an act that takes long", "a look for marks", "a look at the log"],
)
async def test_a_transaction_that_takes_the_tables_in_the_other_order_is_done_and_so_is_the_migration(
    filled: str, holds: str, asks: str, after: float
) -> None:
    at_work = await asyncpg.connect(filled)
    async with at_work.transaction():
        await at_work.execute(holds)
        migrating = asyncio.create_task(run.migrate(filled))
        await asyncio.sleep(after)
        await at_work.execute(asks)
    assert NEXT in " ".join(await migrating)
    await at_work.close()


async def test_no_transaction_of_the_version_before_fails_while_the_queue_and_the_eras_come(
    filled: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = [file for file in files.known() if file.id < "0095"]  # which builds `installation` anew
    monkeypatch.setattr(run, "known", lambda: both)
    numbers, migrated = count(4), asyncio.Event()

    async def act(connection: asyncpg.Connection) -> None:
        await connection.execute(_ENTRY, uuid4(), 1)
        await asyncio.sleep(0.01)
        await connection.execute(_CHANGE)
        await connection.execute("SELECT epoch FROM installation")

    async def seal(connection: asyncpg.Connection) -> None:
        number = next(numbers)
        await connection.execute("SELECT count(*) FROM ledger_checkpoints")
        await connection.execute(_ENTRY, _RECORD, number)
        await asyncio.sleep(0.01)
        await connection.execute(_LEAF, number, _RECORD, number)

    async def sync(connection: asyncpg.Connection) -> None:
        await connection.execute("SELECT count(*) FROM subject_marks")
        await asyncio.sleep(0.01)
        await connection.execute("SELECT count(*) FROM changes")
        await connection.execute("SELECT epoch FROM installation")

    async def go_on() -> int:
        connection = await asyncpg.connect(filled)
        done = 0
        for work in cycle((act, seal, sync)):
            async with connection.transaction():
                await work(connection)
            done += 1
            if migrated.is_set():
                break
        await connection.close()
        return done

    async with asyncio.TaskGroup() as group:
        working = [group.create_task(go_on()) for _ in range(3)]
        await asyncio.sleep(0.1)
        try:
            await run.migrate(filled)
        finally:
            migrated.set()
    assert min(task.result() for task in working) > 0
    connection = await asyncpg.connect(filled)
    wrong = await connection.fetchval("""
        SELECT count(*) FROM (SELECT record_id, number FROM ledger_entries
            EXCEPT SELECT record_id, number FROM ledger_leaves) e
        FULL JOIN ledger_unsealed q USING (record_id, number) WHERE e IS NULL OR q.entry_id IS NULL
    """)
    assert (wrong, await connection.fetchval("SELECT max(era) FROM changes")) == (0, 1)
    await connection.close()
