"""Statistics are read from a replica that says how far it is, and from the primary when it does not answer."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import asyncpg
import httpx
import msgspec
import pytest

from backend.core import database, replica
from backend.core.settings import Settings
from backend.insight.figures import counting, service
from backend.ledger import sealer
from deploy.servers import Servers
from tests.support import cases_made
from tests.support.cases_made import today
from tests.support.databases import Database
from tests.support.desk import Desks
from tests.support.following import Follower, follower_of
from tests.support.people import People

pytestmark = [pytest.mark.long, pytest.mark.usefixtures("pool")]


@pytest.fixture(scope="module")
def follower(servers: Servers) -> Iterator[Follower]:
    """A real replica of the tests' server."""
    with follower_of(servers) as made:
        yield made


@pytest.fixture
def settings(settings: Settings, follower: Follower, database: Database) -> Settings:
    """The same, with the replica named."""
    return msgspec.structs.replace(settings, read_database_url=follower.dsn(database.name))


@pytest.fixture(autouse=True)
def _asked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replica, "_LEFT_ALONE_SECONDS", 0.0)
    monkeypatch.setattr(replica, "_CONNECT_SECONDS", 2.0)


async def counted() -> int:
    """Have everything sealed and counted; return up to which place of the log."""
    await sealer.seal_all()
    await counting.count_all()
    return int(await database.fetchval("SELECT through FROM figure_progress"))


async def detected(people: People) -> tuple[int | None, int]:
    """Cases detected in the last month in Hà Nội, and up to where they are counted: as a page reads both."""
    unit = people.giang.unit.unit_id
    wanted = service.Wanted(units=(unit,), first=today() - timedelta(30), last=today())

    async def read() -> tuple[int | None, int]:
        found = await service.values(["cases_detected"], wanted, people.giang.actor("desk"))
        return found[unit]["cases_detected"], (await service.counted_until()).through

    return await replica.reading(read)


async def scraped(client: httpx.AsyncClient, name: str) -> float | None:
    """A gauge of /metrics; None if it has no sample."""
    lines = (await client.get("/metrics")).text.splitlines()
    return next((float(one.split()[1]) for one in lines if one.startswith(f"{name} ")), None)


async def test_figures_come_from_the_replica_and_name_its_own_place_of_the_log(
    client: httpx.AsyncClient, desks: Desks, people: People, follower: Follower, database: Database
) -> None:
    await cases_made.recorded(people)
    first = await counted()
    await follower.until_caught_up()
    assert await detected(people) == (1, first)
    there = await asyncpg.connect(follower.server.dsn())
    asked = "SELECT count(*) FROM pg_stat_activity WHERE datname = $1 AND application_name = 'hientruong'"
    assert await there.fetchval(asked, database.name) >= 1
    await there.close()
    assert await scraped(client, "hientruong_read_replica") == 1
    # It replays nothing for a while: the page says what it has, and up to where, not where the primary is.
    desk = await desks.of(people.giang)
    async with follower.at_rest():
        await cases_made.recorded(people)
        second = await counted()
        assert second > first
        assert await detected(people) == (1, first)
        lag = await scraped(client, "hientruong_read_replica_lag_seconds")
        assert lag is not None
        assert lag > 0
        assert await scraped(client, "hientruong_figures_waiting_acts") == 0
        page = await desk.open("/desk/statistics?period=year")
        assert f"vị trí của nhật ký {first}" in page.text.replace(".", "")
    await follower.until_caught_up()
    assert await detected(people) == (2, second)


async def test_a_replica_that_is_stopped_is_replaced_by_the_primary_until_it_is_back(
    client: httpx.AsyncClient, people: People, follower: Follower
) -> None:
    await cases_made.recorded(people)
    first = await counted()
    await follower.until_caught_up()
    assert await detected(people) == (1, first)
    follower.server.stop()
    try:
        await cases_made.recorded(people)
        second = await counted()
        assert await detected(people) == (2, second)
        assert await scraped(client, "hientruong_read_replica") == 0
        assert await scraped(client, "hientruong_read_replica_lag_seconds") is None
        assert (await client.get("/health/ready")).status_code == 200
    finally:
        follower.server.launch()
        follower.server.wait_ready()
    await follower.until_caught_up()
    assert await detected(people) == (2, second)
    assert await scraped(client, "hientruong_read_replica") == 1


async def test_a_unit_that_the_replica_does_not_know_yet_is_asked_of_the_primary(
    client: httpx.AsyncClient, people: People, follower: Follower, database: Database
) -> None:
    await follower.until_caught_up()
    async with follower.at_rest():
        made = UUID("00000000-0000-4000-8000-00000000abcd")
        nation = people.lan.unit.unit_1
        owner = await asyncpg.connect(database.owner_dsn)
        await owner.execute(
            "INSERT INTO units (id, code, name_vi, name_en, kind, parent_id, level, unit_1, unit_2, valid_from)"
            " VALUES ($1, '77', 'Chi cục mới', 'New', 'department', $2, 2, $2, $1, current_date)",
            made,
            nation,
        )
        await owner.close()
        wanted = service.Wanted(units=(made,), first=today(), last=today())
        found = await service.values(["cases_detected"], wanted, people.khanh.actor("desk"))
        assert found == {made: {"cases_detected": 0}}
    assert await scraped(client, "hientruong_read_replica") == 1


async def test_nothing_is_written_through_a_replica(
    client: httpx.AsyncClient, people: People
) -> None:
    del client, people
    before = await database.fetchval("SELECT counted_at FROM figure_progress")
    with pytest.raises(asyncpg.ReadOnlySQLTransactionError):
        await replica.reading(
            lambda: database.execute("UPDATE figure_progress SET counted_at = now()")
        )
    with pytest.raises(RuntimeError):
        await replica.reading(lambda: database.defer("x", "x AS (DELETE FROM figure_progress)"))
    assert await database.fetchval("SELECT counted_at FROM figure_progress") == before


async def test_a_server_that_follows_nobody_is_not_read(
    people: People, servers: Servers, database: Database
) -> None:
    await replica.start(servers.app_dsn(database.name), size=2, statement_seconds=5)
    try:
        await cases_made.recorded(people)
        through = await counted()
        assert await detected(people) == (1, through)
        assert await replica.answers() == 0
    finally:
        await replica.stop()
