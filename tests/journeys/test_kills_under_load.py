"""Phones at work while part after part is killed: whatever was acknowledged is there afterwards.

The phones do what a phone does: they send the same again until there is an answer. The servers run
as in production (fsync on), and nothing of them ends in order.
"""

import asyncio
import hashlib
import random
import time
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from uuid import uuid4

import httpx
import pytest

from deploy.demo import accounts, contents, desk
from deploy.demo.browser import Browser
from deploy.demo.codes import Codes
from deploy.demo.demo_data import OFFICERS, VISIT
from deploy.demo.phone import Phone, Refused
from deploy.demo.uploads import UploadRefused
from tests.integration.deploy.running import Running, command, kill, up
from tests.support.pictures import jpeg

pytestmark = [pytest.mark.slow, pytest.mark.long]

SEED = 20261124
WEB, WORKER, DATABASE, STORE = b"\0serve\0", b"\0worker\0", b"bin/postgres", b"\0server\0"
VICTIMS = (WEB, DATABASE, WEB, STORE, WORKER, WEB, DATABASE, WEB)
LOST_CONTACT = (httpx.HTTPError, Refused, UploadRefused, TimeoutError)


async def stubbornly(attempt: Callable[[], Awaitable[None]], patience: float = 120.0) -> None:
    """Try until it works, as an outbox does; a refusal that is final is a failure of the test."""
    deadline = time.monotonic() + patience
    while True:
        try:
            return await attempt()
        except LOST_CONTACT as error:
            final = isinstance(error, Refused) and error.status < 500 and error.status != 404
            if final or time.monotonic() > deadline:
                raise
            await asyncio.sleep(0.3)


async def decision(url: str, known: dict[str, accounts.Account]) -> str:
    """A decision issued at the desk before the trouble begins."""
    names = {officer.username: officer.name for officer in OFFICERS}
    async with httpx.AsyncClient(base_url=url, timeout=30) as client:
        browser = Browser(client, Codes())
        await browser.sign_in(known[VISIT.issuer])
        return await desk.issue_decision(
            browser,
            desk.Paper(
                business=VISIT.business,
                leader=names[VISIT.leader],
                members=tuple(names[member] for member in VISIT.members),
                legal_bases=VISIT.legal_bases,
                contents=VISIT.contents,
            ),
        )


async def work(phone: Phone, inspection_id: str, over: asyncio.Event) -> dict[str, bytes]:
    """Take picture after picture until the trouble is over; each until there is a receipt for its
    act and one for its bytes. Returns what was acknowledged."""
    chance, taken = random.Random(phone.device_id), dict[str, bytes]()

    async def send() -> None:
        await phone.send()
        assert not phone.outbox.refused
        if phone.outbox.waiting:
            raise TimeoutError  # told as retryable: it goes on waiting, and is sent again

    while not over.is_set():
        photo_id, data = str(uuid4()), jpeg(size=(200 + chance.randrange(900), 400))
        content = contents.photo(photo_id, data, "image/jpeg", None, None)
        phone.write(inspection_id, "photo.taken", content)

        async def bring(photo_id: str = photo_id, data: bytes = data) -> None:
            await phone.upload(photo_id, data, "image/jpeg", inspection_id)
            await phone.wait_for_bytes(photo_id, data, seconds=15)

        await asyncio.gather(stubbornly(send), stubbornly(bring))
        taken[photo_id] = data
    return taken


async def kill_part_after_part(running: Running, over: asyncio.Event) -> None:
    """kill -9 at odd moments; then the trouble is over."""
    chance, killed = random.Random(SEED), 0
    for victim in VICTIMS:
        await asyncio.sleep(0.5 + 2.5 * chance.random())
        if pid := running.find(victim):  # else it is not back from the last time yet
            kill({pid})
            killed += 1
    assert killed >= len(VICTIMS) - 2
    over.set()


async def test_nothing_acknowledged_is_lost_whatever_is_killed(tmp_path: Path) -> None:
    folder = tmp_path / "trong cơn bão"
    with up(folder) as running:
        url = f"http://127.0.0.1:{running.port}"
        known = {account.username: account for account in accounts.load(folder)}
        inspection_id = await decision(url, known)
        async with AsyncExitStack() as open_lines:
            phones, over = [], asyncio.Event()
            for name in (VISIT.leader, *VISIT.members):
                client = httpx.AsyncClient(base_url=url, timeout=10)
                phone = Phone(await open_lines.enter_async_context(client), Codes(), name=name)
                await phone.sign_in(known[name])
                await phone.sync()
                phones.append(phone)
            killer = asyncio.create_task(kill_part_after_part(running, over))
            taken = await asyncio.gather(*(work(phone, inspection_id, over) for phone in phones))
            await killer
        kill(running.tree)  # and at last all of it at once
        running.process.wait(10)

    acknowledged = {photo_id: data for of_one in taken for photo_id, data in of_one.items()}
    numbers = [receipt["number"] for phone in phones for receipt in phone.receipts.values()]
    assert len(set(numbers)) == len(numbers) == len(acknowledged)
    assert all(taken)  # each phone brought something through; how much is a matter of the machine
    with up(folder, port=running.port):
        verified = command("verify", "--data-dir", folder)
        assert verified.returncode == 0, verified.stdout + verified.stderr
        async with httpx.AsyncClient(base_url=url, timeout=30) as client:
            reader = phones[0]
            client.headers["Authorization"] = reader.client.headers["Authorization"]
            reader.client = client
            whole = await reader.inspection(inspection_id)
            listed = {photo["photo_id"]: photo for photo in whole["photos"]}
            for photo_id, data in acknowledged.items():
                assert listed[photo_id]["stored"]
                assert listed[photo_id]["sha256"] == hashlib.sha256(data).hexdigest()
                assert (await reader.photograph(photo_id, "original")).content == data
