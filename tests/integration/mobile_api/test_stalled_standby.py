"""The standby that must confirm says nothing: phones hear "try again", bounded, and what they then hear is true."""

import asyncio
from typing import Any

import asyncpg
import httpx
import pytest

from backend.core import clock, database, durable
from deploy.demo import contents
from deploy.demo.phone import Refused
from tests.support import factories
from tests.support.databases import Database
from tests.support.people import People
from tests.support.phone import Phone, Phones
from tests.support.stalling import none_waiting, stalled, waiting


@pytest.fixture(autouse=True)
def _hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """The application answers after half a second instead of eight, and sees at once that a standby is named."""
    monkeypatch.setattr(database, "WEB_STATEMENT_SECONDS", 0.5)
    monkeypatch.setattr(durable, "_OFF_SECONDS", 0.0)


async def ask_for_block(phone: Phone) -> httpx.Response:
    """Numbers for minutes that are signed on the spot, as the server answers."""
    order = {"form": "MBB01", "year": clock.today().year}
    return await phone.client.post("/api/mobile/v1/number-blocks", json=order)


async def send_in_vain(phone: Phone) -> None:
    """Every act stays on the phone."""
    waiting_acts = list(phone.outbox.waiting)
    with pytest.raises(Refused) as told:
        await phone.send()
    assert (told.value.status, told.value.problem["retryable"]) == (503, True)
    assert (phone.outbox.waiting, phone.receipts) == (waiting_acts, {})


def assert_try_again(answer: httpx.Response) -> None:
    """503, in the words that every phone knows."""
    assert answer.status_code == 503, answer.text
    assert answer.headers["content-type"].startswith("application/problem+json")
    assert answer.headers["retry-after"]
    assert answer.json()["retryable"] is True


async def test_acts_that_the_standby_has_not_are_told_to_come_again_and_stand_once(
    phones: Phones, people: People, superuser: asyncpg.Connection, database: Database
) -> None:
    work = await factories.announced(people)
    phone = await phones.of(people.an)
    for _ in range(20):
        phone.write(str(work.id), "place.fixed", contents.place(210285110, 1058542300))
    async with stalled(superuser):
        await send_in_vain(phone)
        async with asyncio.timeout(30):  # not twenty waits, one after the other
            await send_in_vain(phone)
    await none_waiting(superuser, database.name)
    results = await phone.send()
    assert {result["status"] for result in results} <= {"accepted", "repeated"}
    assert len(phone.receipts) == 20
    assert len({receipt["number"] for receipt in phone.receipts.values()}) == 20


async def test_a_number_block_is_lent_only_when_the_standby_knows_it(
    phones: Phones, people: People, superuser: asyncpg.Connection, database: Database
) -> None:
    phone = await phones.of(people.an)
    async with stalled(superuser):
        assert_try_again(await ask_for_block(phone))
        await waiting(superuser, database.name)
    await none_waiting(superuser, database.name)
    first = (await ask_for_block(phone)).json()
    second: dict[str, Any] = (await ask_for_block(phone)).json()
    assert first["id"] == second["id"]


async def leave_it_to_the_primary(superuser: asyncpg.Connection, database: Database) -> None:
    """End every wait for the standby: what waited is now seen by everybody, and no standby has it."""
    for pid in await waiting(superuser, database.name):
        await superuser.execute("SELECT pg_terminate_backend($1)", pid)
    await none_waiting(superuser, database.name)


async def test_nothing_that_the_primary_alone_has_is_acknowledged_to_a_phone(
    phones: Phones, people: People, superuser: asyncpg.Connection, database: Database
) -> None:
    work = await factories.announced(people)
    phone = await phones.of(people.an)
    act = phone.write(str(work.id), "place.fixed", contents.place(210285110, 1058542300))
    cursor = phone.cursor
    async with stalled(superuser):
        await send_in_vain(phone)
        assert_try_again(await ask_for_block(phone))
        await leave_it_to_the_primary(superuser, database)
        assert await superuser_sees(database, act["id"])

        await send_in_vain(phone)
        assert_try_again(await ask_for_block(phone))
        assert_try_again(await get(phone, f"/sync?cursor={cursor}"))
        assert_try_again(await get(phone, "/sync"))
        assert_try_again(await get(phone, f"/inspections/{work.id}"))
    await none_waiting(superuser, database.name)
    [result] = await phone.send()
    assert result["status"] == "repeated"
    assert result["receipt"]["act_id"] == act["id"]


async def get(phone: Phone, path: str) -> httpx.Response:
    """What the server answers to this phone."""
    return await phone.client.get(f"/api/mobile/v1{path}")


async def superuser_sees(database: Database, act_id: str) -> bool:
    """Whether an act stands in the ledger for whoever looks."""
    connection = await asyncpg.connect(database.superuser_dsn)
    try:
        return bool(
            await connection.fetchval("SELECT 1 FROM ledger_entries WHERE act_id = $1", act_id)
        )
    finally:
        await connection.close()
