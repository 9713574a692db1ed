"""Our own PUT into the store loses its sender: no wrong object is ever seen, and none takes a good one's place.

There are builds of SeaweedFS that publish an empty object where a connection ends between headers
and body; in a bucket with versions the empty one would become the newest. What is looked at here is
what our PUT (with its checksum) leaves in the store that is pinned.
"""

import asyncio
from collections.abc import AsyncIterator

import msgspec
import pytest

from backend.core import database, stores
from backend.core.settings import Settings
from deploy.demo.phone import Phone
from deploy.servers import Servers
from media import keys
from media.keys import ObjectName
from media.minio_store import MinioStore
from media.store import Measured, ObjectMissing
from tests.faults.proxy import Proxy, proxy_to
from tests.support import factories
from tests.support.people import People
from tests.support.phone import Phones
from tests.support.pictures import jpeg

pytestmark = pytest.mark.long


@pytest.fixture
async def network(servers: Servers) -> AsyncIterator[Proxy]:
    """The way from the application to its store."""
    async with proxy_to(servers.store.endpoint) as proxy:
        yield proxy


@pytest.fixture
def settings(settings: Settings, network: Proxy) -> Settings:
    """The application reaches the store through `network`."""
    return msgspec.structs.replace(settings, s3_endpoint=network.address)


@pytest.fixture
async def store(servers: Servers) -> AsyncIterator[MinioStore]:
    """The store itself, on a way of its own."""
    one = MinioStore(servers.store.endpoint, "hientruong-app", servers.secrets["s3_secret"])
    yield one
    await one.close()


async def place_of(photo_id: str) -> ObjectName:
    """Where a photograph's bytes belong."""
    row = await database.fetchrow(
        "SELECT id, unit_id, sha256 FROM photos WHERE id = $1::text::uuid", photo_id
    )
    return keys.original(row["unit_id"], row["id"], row["sha256"])


async def spoilt(network: Proxy) -> int:
    """Wait until a PUT lost its sender; how many bytes of its body had gone through."""
    async with asyncio.timeout(20):
        while not network.puts:  # noqa: ASYNC110 - the storing loop is waited for
            await asyncio.sleep(0.02)
    return network.puts[-1]


async def receipted(phone: Phone, photo: factories.Picture) -> None:
    """Let the storing loop look again until there is a receipt."""
    storer = stores.current().storer
    assert storer is not None
    async with asyncio.timeout(20):
        while await phone.byte_receipt(photo.photo_id, photo.data) is None:
            await storer.sweep()
            await asyncio.sleep(0.1)


@pytest.mark.parametrize("where", ["after the headers", "1", "1000", "half", "all but one"])
async def test_a_put_that_loses_its_sender_shows_no_object(
    where: str, network: Proxy, store: MinioStore, people: People, phones: Phones
) -> None:
    phone = await phones.of(people.an, sync=False)
    work = await factories.announced(people)
    data = jpeg(size=(1200, 900))
    sizes = {"after the headers": 0, "half": len(data) // 2, "all but one": len(data) - 1}
    cut = sizes.get(where, 0) if where in sizes else int(where)
    photo = await factories.take_photo(work, data)
    network.cut_put_after = cut
    await phone.upload(photo.photo_id, data, "image/jpeg", str(work.id))
    assert await spoilt(network) == cut
    await asyncio.sleep(0.3)  # time enough for a store that would publish what it has
    try:
        seen = await store.read_back(await place_of(photo.photo_id))
    except ObjectMissing:
        pass
    else:
        assert seen == Measured(photo.sha256, len(data)), "the loop may have sent it again by now"
    await receipted(phone, photo)
    assert await store.read_back(await place_of(photo.photo_id)) == (photo.sha256, len(data))


async def test_a_put_whose_sender_is_found_gone_late_does_not_hide_the_good_object(
    network: Proxy, store: MinioStore, people: People, phones: Phones
) -> None:
    phone = await phones.of(people.an, sync=False)
    work = await factories.announced(people)
    photo = await factories.take_photo(work, jpeg(size=(1200, 900)))
    network.hold_put = True
    await phone.upload(photo.photo_id, photo.data, "image/jpeg", str(work.id))
    assert await spoilt(network) == 0
    await receipted(phone, photo)  # by a second PUT, while the first one's headers still wait
    assert network.let_go() == 1
    await asyncio.sleep(0.5)  # time enough for a store that would publish what it has
    assert await store.read_back(await place_of(photo.photo_id)) == (
        photo.sha256,
        len(photo.data),
    )
    answer = await phone.photograph(photo.photo_id, "original")
    assert answer.content == photo.data
