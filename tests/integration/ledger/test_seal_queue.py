"""What waits is sealed once, whatever is killed in between; what neither waits nor is sealed is found."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

import asyncpg
import pytest

from backend.core import clock, database, keys
from backend.ledger import sealer
from backend.operations.health import service as health
from backend.operations.verification import service as verification
from backend.operations.verification.findings import Report, Verdict
from tests.support import factories
from tests.support.databases import Database
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")


@pytest.fixture
async def intruder(database: Database) -> AsyncIterator[asyncpg.Connection]:
    """A superuser, for whom no trigger works."""
    connection = await asyncpg.connect(database.superuser_dsn)
    for table in ("ledger_entries", "ledger_heads", "ledger_leaves", "ledger_unsealed"):
        await connection.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    yield connection
    await connection.close()


async def verify() -> Report:
    """Verify without objects: none are stored in these tests."""
    return await verification.in_snapshot(None, lambda *_: None)


async def count(table: str) -> int:
    """How many rows a table has."""
    rows: int = await database.fetchval(f"SELECT count(*) FROM {table}")
    return rows


async def seal_lag() -> str:
    """What readiness says of the sealer."""
    [state] = [part.state for part in await health.check() if part.name == "seal_lag"]
    return state


@contextmanager
def _some_minutes_ago(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    now = clock.now

    def then() -> datetime:
        return now() - timedelta(minutes=2)

    with monkeypatch.context() as patched:
        patched.setattr(clock, "now", then)
        yield


async def test_every_entry_waits_from_its_act_until_its_leaf(people: People) -> None:
    await factories.submitted(people)
    waiting, entries = await count("ledger_unsealed"), await count("ledger_entries")
    sealed = await sealer.seal_once()
    assert (waiting, sealed) == (entries, entries)
    assert (await count("ledger_unsealed"), await sealer.lag_seconds()) == (0, 0.0)


async def test_a_sealer_that_fails_half_way_leaves_everything_waiting(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    await factories.submitted(people)
    waiting = await count("ledger_unsealed")
    with monkeypatch.context() as broken:
        broken.setattr(keys, "sign", lambda _payload: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            await sealer.seal_once()
    assert (await count("ledger_leaves"), await count("ledger_unsealed")) == (0, waiting)
    assert await sealer.seal_once() == waiting
    assert (await verify()).verdict is Verdict.OK


async def test_many_sealers_seal_what_comes_in_between_once_and_in_each_record_s_order(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealer, "BATCH", 3)
    over = asyncio.Event()

    async def seal() -> int:
        sealed = 0
        while not over.is_set() or await count("ledger_unsealed"):
            sealed += await sealer.seal_once()
            await asyncio.sleep(0)
        return sealed

    sealers = [asyncio.create_task(seal()) for _ in range(3)]
    await asyncio.gather(*(factories.submitted(people, photos=2) for _ in range(3)))
    over.set()
    sealed = sum(await asyncio.gather(*sealers))
    assert sealed == await count("ledger_leaves") == await count("ledger_entries")
    out_of_order = await database.fetchval(
        "SELECT count(*) FROM ledger_leaves a JOIN ledger_leaves b USING (record_id)"
        " WHERE a.number < b.number AND a.position > b.position"
    )
    assert out_of_order == 0
    report = await verify()
    assert (report.verdict, report.unsealed) == (Verdict.OK, 0), report.findings


async def test_what_waits_for_minutes_is_told_by_readiness_and_by_verify(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    await factories.decided(people)
    assert ((await verify()).verdict, await seal_lag()) == (Verdict.OK, "ok")
    with _some_minutes_ago(monkeypatch):
        await factories.decided(people)
    report = await verify()
    assert report.verdict is Verdict.INCOMPLETE
    assert "waits to be sealed since" in report.findings[0].what
    assert (await seal_lag(), await sealer.lag_seconds() > 100) == ("behind", True)
    await sealer.seal_once()
    assert ((await verify()).verdict, await seal_lag()) == (Verdict.OK, "ok")


async def test_an_entry_taken_out_of_the_sealer_s_sight_is_found_and_put_back(
    people: People, intruder: asyncpg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    with _some_minutes_ago(monkeypatch):
        await factories.decided(people)  # with triggers off: in no queue at all
    assert await intruder.fetchval("SELECT count(*) FROM ledger_unsealed") == 0
    assert (await sealer.seal_once(), await seal_lag()) == (0, "entries_in_no_queue")
    report = await verify()
    assert report.verdict is Verdict.TAMPERED
    assert "not in the queue" in report.findings[0].what
    await intruder.execute("ALTER TABLE ledger_leaves ENABLE TRIGGER USER")
    entries = await count("ledger_entries")
    mender = sealer.Mender()
    assert [await mender.look_over(), await mender.look_over()] == [entries, 0]
    assert await sealer.seal_once() == entries
    assert ((await verify()).verdict, await seal_lag()) == (Verdict.OK, "ok")


async def test_entries_of_long_ago_are_looked_over_in_turns(
    people: People, intruder: asyncpg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealer, "_NEWEST", 1)
    monkeypatch.setattr(sealer, "_LOOKED_OVER", 2)
    await factories.submitted(people)
    entries, mender, mended = await count("ledger_entries"), sealer.Mender(), 0
    for _ in range(entries):
        mended += await mender.look_over()
    assert mended == entries == await count("ledger_unsealed")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("DELETE FROM ledger_entries WHERE record_id = $1", "waits to be sealed and is gone"),
        (
            "UPDATE ledger_entries SET entry_hash = sha256('x') WHERE record_id = $1",
            "is not the one that waits to be sealed",
        ),
    ],
    ids=["taken away, its head with it", "made another"],
)
async def test_the_newest_entry_changed_before_it_is_sealed_is_found(
    people: People, database: Database, change: str, told: str
) -> None:
    await factories.decided(people)
    await sealer.seal_once()
    work = await factories.decided(people)
    connection = await asyncpg.connect(database.superuser_dsn)
    for table in ("ledger_entries", "ledger_heads"):
        await connection.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    await connection.execute(change, work.id)
    await connection.execute("DELETE FROM ledger_heads WHERE record_id = $1", work.id)
    await connection.close()
    before = await verify()
    assert any(told in finding.what for finding in before.findings), before.findings
    await sealer.seal_once()
    after = await verify()
    assert (before.verdict, after.verdict) == (Verdict.TAMPERED, Verdict.TAMPERED)


async def test_a_leaf_made_by_an_older_version_ends_the_waiting_too(people: People) -> None:
    await factories.decided(people)
    await database.execute(
        "INSERT INTO ledger_leaves (position, record_id, number, entry_hash)"
        " SELECT row_number() OVER (ORDER BY xid, entry_id) - 1, record_id, number, entry_hash FROM ledger_entries"
    )
    assert (await count("ledger_unsealed"), await sealer.seal_once()) == (0, 0)
