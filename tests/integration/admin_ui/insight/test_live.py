"""An open page learns that it is out of date, and who else looks at it, over a real port from real PostgreSQL."""

import asyncio
import socket
from collections.abc import Callable
from pathlib import Path

import asyncpg
import httpx
import pytest
import uvicorn
from litestar import Litestar

from admin_ui.shell.guards import COOKIE
from admin_ui.shell.render import LANGUAGE_COOKIE
from backend.core import database
from backend.core.live import service as live
from backend.core.live.hub import MOST_OF_A_SESSION
from deploy.web import StoppingServer
from tests.support import factories, haproxy
from tests.support.desk import Desks
from tests.support.live import connected, cookie_of, stream
from tests.support.people import People
from tests.support.waiting import waiting_for


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hints follow each other without the second between them."""
    monkeypatch.setattr("admin_ui.insight.live.stream.APART_SECONDS", 0.05)


async def until(true: Callable[[], bool], what: str) -> None:
    """Wait for what no event tells."""
    async with waiting_for(what):
        while not true():  # noqa: ASYNC110 - see above
            await asyncio.sleep(0.02)


async def test_a_colleague_s_act_reaches_the_page_of_the_record_and_the_lists_of_its_unit_alone(
    site: str, desks: Desks, people: People
) -> None:
    work = await factories.announced(people)
    head, stranger = await cookie_of(desks, people.giang), await cookie_of(desks, people.ho)
    async with (
        stream(site, head, f"inspection:{work.id}") as record,
        stream(site, head) as lists,
        stream(site, stranger) as elsewhere,
    ):
        assert "text/event-stream" in record.head
        assert "cache-control: no-store" in record.head
        assert "x-accel-buffering: no" in record.head
        began = asyncio.get_running_loop().time()
        await factories.take_photo(work)
        told = await record.next("changed")
        await lists.next("changed")
        assert (
            asyncio.get_running_loop().time() - began < 5
        )  # a second on a quiet machine: bench/live.py
        assert await elsewhere.nothing("changed", 0.3)
    async with stream(site, head, f"inspection:{work.id}", last_event_id=told.id) as again:
        assert await again.nothing("changed", 0.3)
        await factories.take_photo(work)
        seen = await again.next("changed")
    await factories.take_photo(work)
    async with stream(site, head, f"inspection:{work.id}", last_event_id=seen.id) as after_a_cut:
        await after_a_cut.next("changed")
    # Nobody remembers what happened before this process listened: a list asks anew, a record is looked up.
    long_ago = str(live.now_ms() - 3_600_000)
    async with stream(site, stranger, at=long_ago) as old_list:
        await old_list.next("changed")
    async with stream(site, head, f"inspection:{work.id}", at=long_ago) as old_record:
        await old_record.next("changed")


async def test_who_looks_is_shown_to_who_may_see_the_record_but_not_that_an_auditor_does(
    site: str, desks: Desks, people: People
) -> None:
    work = await factories.announced(people)
    of = f"inspection:{work.id}"
    head, member, auditor = [
        await cookie_of(desks, one) for one in (people.giang, people.an, people.khanh)
    ]
    async with stream(site, head, of) as mine:
        async with stream(site, auditor, of), stream(site, member, of) as other:
            assert (await mine.next("faces")).data == f"Đang xem: {people.an.full_name} (vừa mở)"
            assert (
                await other.next("faces")
            ).data == f"Đang xem: {people.giang.full_name} (vừa mở)"
        assert (await mine.next("faces")).data == ""
    refused = await connected(site, await cookie_of(desks, people.ho), of)
    assert refused.status == 404
    await refused.close()
    nobody = await connected(site, "none", of)
    assert nobody.status == 303
    await nobody.close()


async def test_who_looks_keeps_no_page_waiting_for_a_change(
    site: str, desks: Desks, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("admin_ui.insight.live.stream.APART_SECONDS", 60.0)
    work = await factories.announced(people)
    head, member = [await cookie_of(desks, one) for one in (people.giang, people.an)]
    of = f"inspection:{work.id}"
    async with stream(site, member, of), stream(site, head, of) as mine:
        await mine.next("faces")
        await factories.take_photo(work)
        await mine.next("changed")
        await factories.take_photo(work)
        await mine.next("changed")  # the act after a lone one; further ones come apart
        await factories.take_photo(work)
        assert await mine.nothing("changed", 0.2)


async def test_fifty_lines_that_are_cut_leave_nothing_behind(
    site: str, desks: Desks, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backend.core.live.hub.MOST_OF_A_SESSION", 50)
    work = await factories.announced(people)
    cookie = await cookie_of(desks, people.giang)
    before = len(asyncio.all_tasks())
    open_ones = [await connected(site, cookie, f"inspection:{work.id}") for _ in range(50)]
    await until(lambda: live.count() == 50, "fifty desks")
    assert len(asyncio.all_tasks()) > before + 50
    for one in open_ones:
        one.cut()
    await until(lambda: live.count() == 0, "an empty hub")
    # What listens stays for a while: three tasks.
    await until(lambda: len(asyncio.all_tasks()) <= before + 3, "no task of theirs")
    assert not live.all_looking()


async def test_a_window_too_many_or_a_channel_that_says_nothing_leaves_the_page_to_ask_by_itself(
    site: str, desks: Desks, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = await factories.announced(people)
    cookie, of = await cookie_of(desks, people.giang), f"inspection:{work.id}"
    open_ones = [await connected(site, cookie) for _ in range(MOST_OF_A_SESSION)]
    await until(lambda: live.count() == MOST_OF_A_SESSION, "as many as may be")
    refused = await connected(site, cookie)
    assert refused.status == 204
    for one in [*open_ones, refused]:
        await one.close()
    await until(lambda: live.count() == 0, "an empty hub")
    async with httpx.AsyncClient(base_url=site, headers={"cookie": f"{COOKIE}={cookie}"}) as asks:

        async def changed(at: int) -> bool:
            answer = await asks.get("/desk/live/changed", params={"of": of, "at": at})
            return bool(answer.json()["changed"])

        assert not await changed(live.now_ms() + 5000)
        assert await changed(live.now_ms() - 60_000)
        await live.stop()  # as in a process that does not hear
        deaf = await connected(site, cookie, of)
        assert deaf.status == 204
        await deaf.close()


async def test_a_page_that_asks_by_itself_keeps_no_session_alive(
    client: httpx.AsyncClient, desks: Desks, people: People
) -> None:
    cookie = await cookie_of(desks, people.giang)
    late = "UPDATE desk_sessions SET last_seen_at = now() - interval '20 minutes'"
    await database.execute(late)
    headers = {"cookie": f"{COOKIE}={cookie}"}
    idle = "SELECT now() - max(last_seen_at) > interval '19 minutes' FROM desk_sessions"
    await client.get("/desk/live/changed", headers=headers)
    await client.get("/desk/", headers={**headers, "x-live": "1"})
    assert await database.fetchval(idle)
    await client.get("/desk/", headers=headers)
    assert not await database.fetchval(idle)


async def test_an_open_page_keeps_its_language_when_its_reader_has_chosen_the_other_elsewhere(
    client: httpx.AsyncClient, site: str, desks: Desks, people: People
) -> None:
    work = await factories.announced(people)
    of, here = f"inspection:{work.id}", f"/desk/inspections/{work.id}"
    head, member = [await cookie_of(desks, one) for one in (people.giang, people.an)]
    in_english = {"cookie": f"{COOKIE}={head}; {LANGUAGE_COOKIE}=en"}
    assert '<html lang="en"' in (await client.get(here, headers=in_english)).text
    brought = await client.get(here, headers={**in_english, "x-live": "vi"})
    assert '<html lang="vi"' in brought.text
    async with stream(site, head, of, language="en") as english, stream(site, member, of):
        assert (await english.next("faces")).data.startswith("Looking at this now: ")


async def test_after_the_channel_was_lost_every_page_asks_again(
    site: str, desks: Desks, people: People, superuser: asyncpg.Connection
) -> None:
    work = await factories.announced(people)
    cookie = await cookie_of(desks, people.giang)
    async with stream(site, cookie, f"inspection:{work.id}") as record:
        ended = await superuser.fetchval(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
            " WHERE application_name = 'hientruong live' AND datname = $1",
            await database.fetchval("SELECT current_database()"),
        )
        assert ended == 1
        await record.next("changed")


@haproxy.needed
@pytest.mark.long
async def test_through_the_proxy_of_the_recipe_a_page_is_told_as_soon_as_without_it(
    site: str, desks: Desks, people: People, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = await factories.announced(people)
    cookie, node = await cookie_of(desks, people.giang), site.removeprefix("http://")
    async with (
        haproxy.haproxy([node, node], tmp_path, monkeypatch) as proxy,
        stream(proxy, cookie, f"inspection:{work.id}") as events,
    ):
        await factories.take_photo(work)
        async with asyncio.timeout(
            10
        ):  # a proxy that buffers would keep it to the end of the stream
            await events.next("changed")


async def test_a_process_that_stops_does_not_wait_for_open_pages(
    app: Litestar, desks: Desks, people: People
) -> None:
    cookie = await cookie_of(desks, people.giang)
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        site = f"http://127.0.0.1:{listener.getsockname()[1]}"
        server = StoppingServer(uvicorn.Config(app, lifespan="off", ws="none", log_level="warning"))
        serving = asyncio.create_task(server.serve(sockets=[listener]))
        await until(lambda: server.started, "the server")
        async with stream(site, cookie) as events:
            server.should_exit = True
            async with asyncio.timeout(5):  # without it a stream would last up to a minute
                assert await events.read() is None
                await serving
