"""Bad networks between the application and its database and store: nothing hangs, nothing is lost (R6)."""

import asyncio
import random
from collections.abc import AsyncIterator
from urllib.parse import urlsplit

import msgspec
import pytest
from litestar import Litestar

from backend.core import database as backend_database
from backend.core.settings import Settings
from deploy.demo import contents
from deploy.servers import Servers
from tests.faults.afterwards import Stopwatch
from tests.faults.fleet import FieldPhone, Fleet, base_picture
from tests.faults.proxy import Proxy, proxy_to
from tests.faults.witness import Witness
from tests.support import factories
from tests.support.people import People
from tests.support.phone import Phones

pytestmark = pytest.mark.long

HANGS = 20.0
"""Seconds. Each time limit of ours is 10 s or less; a request that meets two of them is no hang yet."""


@pytest.fixture
async def to_store(servers: Servers) -> AsyncIterator[Proxy]:
    """The way to the object store."""
    async with proxy_to(servers.store.endpoint) as proxy:
        yield proxy


@pytest.fixture
async def to_database(servers: Servers) -> AsyncIterator[Proxy]:
    """The way to PostgreSQL."""
    async with proxy_to(urlsplit(servers.postgres.dsn()).netloc.rpartition("@")[2]) as proxy:
        yield proxy


@pytest.fixture
def settings(settings: Settings, to_store: Proxy, to_database: Proxy) -> Settings:
    """The application's two ways, through the proxies."""
    whole = urlsplit(settings.database_url)
    who = whole.netloc.rpartition("@")[0]
    dsn = whole._replace(netloc=f"{who}@{to_database.address}").geturl()
    return msgspec.structs.replace(settings, s3_endpoint=to_store.address, database_url=dsn)


@pytest.fixture
async def phones_at_work(app: Litestar, people: People, phones: Phones, seed: int) -> Fleet:
    """Three officers of one inspection, each with a phone of his own."""
    work = await factories.announced(people)
    witness = Witness()
    made = []
    for number, person in enumerate((people.an, people.binh, people.chi)):
        phone = await phones.of(person)
        phone.client.event_hooks = witness.hooks
        chance = random.Random(f"{seed} {number}")
        made.append(FieldPhone(phone, str(work.id), chance, witness))
    return Fleet(made, witness, base_picture(seed))


async def everything_is_well(fleet: Fleet, watch: Stopwatch) -> None:
    """Each photograph has both receipts, phones heard nothing but success and "later", nothing hung,
    and every connection is back in the pool."""
    watch.say(f"{len(fleet.taken)} photographs; {fleet.witness}; {dict(fleet.witness.unavailable)}")
    assert fleet.receipted == len(fleet.taken) == len(fleet.receipts())
    assert not fleet.witness.wrong, "\n".join(fleet.witness.wrong[:20])
    assert fleet.witness.slowest < HANGS
    pool = backend_database.ENGINE.pool
    assert pool is not None
    async with asyncio.timeout(20):
        while pool.get_idle_size() < pool.get_size():  # noqa: ASYNC110 - background work ends
            await asyncio.sleep(0.05)


async def test_late_answers_cost_time_alone(
    phones_at_work: Fleet, to_store: Proxy, to_database: Proxy, watch: Stopwatch
) -> None:
    to_store.latency = to_database.latency = 0.1
    async with phones_at_work.at_work(6):
        pass
    assert not phones_at_work.witness.unavailable
    to_store.latency = to_database.latency = 0
    await everything_is_well(phones_at_work, watch)


async def test_connections_cut_again_and_again(
    phones_at_work: Fleet, to_store: Proxy, to_database: Proxy, watch: Stopwatch, seed: int
) -> None:
    chance, cut = random.Random(seed), 0
    async with phones_at_work.at_work(20):
        for _ in range(20):
            await asyncio.sleep(0.1 + 0.3 * chance.random())
            cut += chance.choice((to_store, to_database)).reset_all()
    watch.say(f"{cut} connections cut")
    assert cut >= 20
    await everything_is_well(phones_at_work, watch)


@pytest.mark.parametrize("part", ["to_database", "to_store"])
async def test_half_open_connections_hang_nothing(
    part: str, phones_at_work: Fleet, watch: Stopwatch, request: pytest.FixtureRequest
) -> None:
    way: Proxy = request.getfixturevalue(part)
    async with phones_at_work.at_work(9):
        await phones_at_work.hold_more(3)
        way.silent = True
        await asyncio.sleep(14)  # longer than each of our time limits
        watch.say(f"silent for 14 s: {phones_at_work.witness}")
        way.silent = False
        watch.say(f"3 more in {await phones_at_work.hold_more(3):.1f} s")
    await everything_is_well(phones_at_work, watch)


async def test_a_store_at_one_byte_a_second_holds_nobody_up(
    phones_at_work: Fleet, phones: Phones, people: People, to_store: Proxy, watch: Stopwatch
) -> None:
    colleague = await phones.of(people.an)  # with nothing to send but acts
    inspection_id = phones_at_work.phones[0].inspection_id
    async with phones_at_work.at_work(9):
        await phones_at_work.hold_more(3)
        to_store.bytes_per_second = 1
        for _ in range(4):
            await asyncio.sleep(2)
            colleague.write(inspection_id, "place.fixed", contents.place(210285110, 1058542300))
            async with asyncio.timeout(5):
                [answer] = await colleague.send()
            assert answer["status"] == "accepted", "acts have nothing to do with the store"
        to_store.bytes_per_second = 0
        watch.say(f"3 more in {await phones_at_work.hold_more(3):.1f} s")
    await everything_is_well(phones_at_work, watch)
