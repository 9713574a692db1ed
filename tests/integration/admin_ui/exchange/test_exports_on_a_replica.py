"""A list is written from a replica that has all that was there when it was asked for, else from the primary."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import datetime

import msgspec
import pytest

from backend.core import database, replica
from backend.core.settings import Settings
from deploy.servers import Servers
from tests.support import cases_made, exports
from tests.support.databases import Database
from tests.support.following import Follower, follower_of
from tests.support.people import People
from tests.support.readers import Readers

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def follower(servers: Servers) -> Iterator[Follower]:
    """A real replica of the tests' server."""
    with follower_of(servers) as made:
        yield made


@pytest.fixture
def settings(settings: Settings, follower: Follower, database: Database) -> Settings:
    """The same, with the replica named."""
    return msgspec.structs.replace(settings, read_database_url=follower.dsn(database.name))


@pytest.fixture
def read_at(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Of each list that is written: whether it was read on a server that follows another."""
    followed: list[bool] = []
    real = replica.caught_up

    @asynccontextmanager
    async def watched(*, anywhere: bool = True) -> AsyncIterator[datetime]:
        async with real(anywhere=anywhere) as at:
            followed.append(await database.fetchval("SELECT pg_is_in_recovery()"))
            yield at

    monkeypatch.setattr(replica, "caught_up", watched)
    return followed


async def test_a_file_comes_from_the_replica_and_lacks_nothing_that_was_there_when_it_was_asked_for(
    people: People,
    readers: Readers,
    settings: Settings,
    follower: Follower,
    read_at: list[bool],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    await cases_made.recorded(people)
    head = await readers.of(people.giang)
    await follower.until_caught_up()
    assert len((await exports.taken(head, settings, "list=cases")).rows) == 1
    # It replays nothing for a while: what was recorded meanwhile is in the file all the same.
    monkeypatch.setattr(replica, "_LOOKS", 1)
    async with follower.at_rest():
        await cases_made.recorded(people)
        assert len((await exports.taken(head, settings, "list=cases")).rows) == 2
    assert read_at == [True, False]


async def test_a_replica_that_ends_the_reading_is_followed_by_the_primary(
    people: People, readers: Readers, settings: Settings, follower: Follower, read_at: list[bool]
) -> None:
    """PostgreSQL 26.4.2: a query on a standby may be cancelled in favour of its replay."""
    await cases_made.recorded(people)
    head = await readers.of(people.giang)
    await follower.until_caught_up()
    place = await exports.asked(head, "list=cases")
    export_id = exports.id_of(place)
    await database.execute("UPDATE list_exports SET attempt = 1 WHERE id = $1", export_id)
    await exports.written(settings)
    assert (await head.fetch(f"{place}/file")).status_code == 200
    assert read_at == [False]
    # What asks for a file, and what tells who asks, is the primary's alone.
    await database.execute("DELETE FROM officer_roles WHERE officer_id = $1", people.giang.id)
    async with follower.at_rest():
        assert await head.look("/desk/exports/new?list=cases") == 403
