"""HAProxy's recipe as it is shipped, before two nodes, PgBouncer before the database: a node dies under load."""

from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import httpx
import pytest

from deploy.data_folder import DataFolder
from deploy.demo import accounts, contents
from deploy.demo.browser import Browser
from deploy.demo.codes import Codes
from deploy.servers import Servers
from tests.faults.afterwards import Stopwatch, nothing_is_lost
from tests.faults.fleet import base_picture, fleet, photograph
from tests.faults.parted import Parted, parted
from tests.support import haproxy, pgbouncer
from tests.support.factories import Picture
from tests.support.rescue import Pack, put, recipient_of, seal

pytestmark = [pytest.mark.long, haproxy.needed, pgbouncer.needed]

PHOTOGRAPHS = 120
RESCUE_FILES = 6


@pytest.fixture
async def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Parted]:
    """Two nodes behind the proxy."""
    async with parted(tmp_path / "nhiều máy", monkeypatch) as started:
        yield started


async def test_a_node_killed_under_load_loses_nothing_acknowledged(
    system: Parted, seed: int, watch: Stopwatch
) -> None:
    async with fleet(system, seed) as phones:
        async with phones.at_work(PHOTOGRAPHS):
            await phones.hold_more(20)
            system.nodes[0].kill()
            watch.say("node-1 is dead")
            await phones.hold_more(20)
            system.start_again(0)
            await system.nodes[0].wait_ready()
            watch.say("node-1 is back")
            system.nodes[1].stop()  # in good order: no phone hears of it
            await phones.hold_more(10)
            system.start_again(1)
            await system.nodes[1].wait_ready()
        watch.say(str(phones.witness))
        watch.say(await nothing_is_lost(system.folder, phones))


async def test_every_rescue_file_finds_its_node_and_the_proxy_says_who_brings_it(
    system: Parted, seed: int
) -> None:
    known = {one.username: one for one in accounts.load(system.folder)}
    async with (
        fleet(system, seed, 1) as phones,
        httpx.AsyncClient(
            base_url=system.url,
            timeout=60,
            headers={"X-Forwarded-For": "203.0.113.9"},
            transport=httpx.AsyncHTTPTransport(local_address="127.0.0.2"),
        ) as client,
    ):
        [phone] = phones.phones
        desk = Browser(client, Codes())
        await desk.sign_in(known["hn.giang"])
        nodes = {desk.cookies["__Host-node"]}
        recipient = recipient_of(phone.phone.session["server_keys"])
        for _ in range(RESCUE_FILES):
            photo = photograph(phone.chance, base_picture(seed))
            content = contents.photo(photo.id, photo.data, "image/jpeg", None, None)
            phone.phone.write(phone.inspection_id, "photo.taken", content)
            acts = list(phone.phone.outbox.waiting)
            pack = Pack.of(acts, [Picture(photo.id, photo.data, photo.sha256)], phone.inspection_id)
            answer = await put(desk, seal(pack.plain(), recipient))
            assert answer.status_code == 303, answer.text[:2000]
            address = str(answer.headers["location"])
            await desk.open(address)
            await desk.submit(desk.form(address))
            assert "Đã nhập" in desk.page.text
            nodes.add(desk.cookies["__Host-node"])
        assert len(nodes) == 1
    connection = await asyncpg.connect(Servers(DataFolder(system.folder)).owner_dsn())
    told = "SELECT DISTINCT host(address) FROM access_log WHERE action = 'rescue.imported'"
    addresses = [row[0] for row in await connection.fetch(told)]
    await connection.close()
    assert addresses == ["127.0.0.2"]  # as the proxy saw it, whatever the browser claims
