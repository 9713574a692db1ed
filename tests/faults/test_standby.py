"""A synchronous standby hangs, is cut off, takes over; the old primary comes back: nothing acknowledged is lost.

Acts, photographs, number blocks, sync and papers of the desk go on all the while.
"""

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import asyncpg
import httpx
import pytest

from backend.core import database
from backend.operations.health import replication
from deploy import surroundings
from deploy.demo import accounts
from deploy.demo.browser import Browser
from deploy.demo.codes import Codes
from deploy.demo.demo_data import VISIT
from deploy.embedded.postgres import Postgres
from deploy.servers import DATABASE
from tests.faults.afterwards import Stopwatch, receipts_stand
from tests.faults.fleet import Fleet, fleet
from tests.faults.lent import FORMS, Lent
from tests.faults.standby import Pair

pytestmark = pytest.mark.long

PHONES = 12
HANGS, CUT_OFF, BESIDE = 14.0, 50.0, 15.0
"""Seconds. A web process gives up waiting after eight."""


@asynccontextmanager
async def numbers_asked_for(pair: Pair, phones: Fleet, lent: Lent) -> AsyncIterator[list[str]]:
    """Phones order blocks of the forms in the list that is yielded, and sync; the desk issues decisions."""
    over, forms = asyncio.Event(), [FORMS[0]]

    async def orders() -> None:
        while not over.is_set():
            await asyncio.gather(
                *(lent.ask(phone, form) for phone in phones.phones for form in forms)
            )
            await asyncio.sleep(0.5)

    async def issues(browser: Browser) -> None:
        while not over.is_set():
            await lent.issue(browser)

    async with httpx.AsyncClient(base_url=pair.url, timeout=30) as client:
        browser = Browser(client, Codes())
        await browser.sign_in(
            {one.username: one for one in accounts.load(pair.folder)}[VISIT.issuer]
        )
        tasks = [asyncio.create_task(orders()), asyncio.create_task(issues(browser))]
        try:
            yield forms
        finally:
            over.set()
            await asyncio.gather(*tasks)


async def test_a_standby_hangs_is_cut_off_and_takes_over_and_nothing_acknowledged_is_lost(
    tmp_path: Path, seed: int, watch: Stopwatch
) -> None:
    lent = Lent()
    async with Pair(tmp_path / "hai máy chủ") as pair, fleet(pair, seed, PHONES) as phones:  # type: ignore[arg-type]
        async with phones.at_work(60), numbers_asked_for(pair, phones, lent) as forms:
            await phones.hold_more(20)
            watch.say(f"{phones.receipted} photographs; the standby hangs")
            pair.hang(pair.b)
            await asyncio.sleep(HANGS)
            watch.say(f"{phones.witness}; it goes on")
            pair.let_go_on(pair.b)
            watch.say(f"20 photographs more after {await phones.hold_more(20):.1f} s")

            forms.append(FORMS[1])
            pair.line.silent = True
            watch.say("nothing passes to the standby any more")
            await asyncio.sleep(CUT_OFF)
            watch.say(f"{phones.witness}; parts: {(await pair.parts()).get('replication')}")
            await pair.lose_the_primary()
            watch.say("the primary is gone, the standby promoted")
            forms.append(FORMS[2])
            watch.say(f"ready again after {await pair.until_ready():.1f} s")
            watch.say(f"20 photographs more after {await phones.hold_more(20):.1f} s")

            pair.bring_the_old_one_back()
            before = await entries(pair, "a")
            watch.say(f"the old primary is back, as a primary, with {before} entries")
            await asyncio.sleep(BESIDE)
            await phones.hold_more(20)
            assert await entries(pair, "a") == before, "nobody writes to the old primary"
        connection = await asyncpg.connect(pair.b.dsn(DATABASE))
        try:
            watch.say(await lent.stand(connection))
        finally:
            await connection.close()
        await nothing_acknowledged_is_lost(pair, phones, watch)
        await verified(pair)


async def test_a_primary_that_hung_and_goes_on_when_another_has_its_place_is_left_alone(
    tmp_path: Path, seed: int, watch: Stopwatch
) -> None:
    async with Pair(tmp_path / "máy chủ treo") as pair, fleet(pair, seed, 6) as phones:  # type: ignore[arg-type]
        assert await of_a_process_on(pair.b) == "in_recovery"
        async with phones.at_work(20):
            await phones.hold_more(5)
            pair.hang(pair.a)
            await asyncio.sleep(3)
            watch.say("the primary hangs; the standby is promoted")
            await pair.promote()
            watch.say(f"5 photographs more after {await phones.hold_more(5):.1f} s")
            pair.let_go_on(pair.a)
            before = await entries(pair, "a")
            watch.say(f"the old primary goes on, with {before} entries")
            await asyncio.sleep(BESIDE)
            await phones.hold_more(5)
            assert await entries(pair, "a") == before, "nobody writes to the old primary"
        await nothing_acknowledged_is_lost(pair, phones, watch)
        pair.hang(pair.b)
        watch.say("the new primary hangs; a worker starts")
        done = await command(pair, "worker")
        assert done.returncode == 1, done.stderr
        assert "only an old PostgreSQL primary answers" in done.stderr
        assert await entries(pair, "a") == before, "nobody writes to the old primary"


async def nothing_acknowledged_is_lost(pair: Pair, phones: Fleet, watch: Stopwatch) -> None:
    """On the server that took over; and no answer was wrong."""
    watch.say(f"{phones.witness}; 503 by code: {dict(phones.witness.unavailable)}")
    watch.say(await receipts_stand(pair.b.dsn(DATABASE), pair.servers, phones))
    assert not phones.witness.wrong, "\n".join(phones.witness.wrong[:20])


async def of_a_process_on(server: Postgres) -> str:
    """What readiness says of replication in a process that reaches this server alone."""
    await database.start(server.dsn(DATABASE), size=1)
    try:
        return await replication.state()
    finally:
        await database.stop()


async def entries(pair: Pair, name: str) -> int:
    """How many entries one of the two has."""
    server = {"a": pair.a, "b": pair.b}[name]
    found = await pair.value(server, "SELECT count(*) FROM ledger_entries", database=DATABASE)
    assert isinstance(found, int)
    return found


async def verified(pair: Pair) -> None:
    """`verify` by the settings of the parts: whole, on whichever server is the primary."""
    done = await command(pair, "verify")
    assert done.returncode == 0, done.stdout + done.stderr


async def command(pair: Pair, name: str) -> "subprocess.CompletedProcess[str]":
    """One of ours that ends by itself, by the settings of the parts."""
    return await asyncio.to_thread(
        subprocess.run,
        [sys.executable, str(surroundings.ROOT / "cli.py"), name],
        env=surroundings.for_child(pair.variables),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
