"""The standby that must confirm says nothing: phones hear "try again", bounded, and what they then hear is true."""

import asyncio
from typing import Any

import asyncpg
import httpx
import pytest

from backend import clock, database
from deploy.demo import contents
from tests.support import factories
from tests.support.people import People
from tests.support.phone import Phone, Phones
from tests.support.servers import Database
from tests.support.stalling import none_waiting, stalled, waiting


@pytest.fixture(autouse=True)
def _hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """The application answers after half a second instead of eight."""
    monkeypatch.setattr(database, "WEB_STATEMENT_SECONDS", 0.5)


async def ask_for_block(phone: Phone) -> httpx.Response:
    """Numbers for minutes that are signed on the spot, as the server answers."""
    order = {"form": "MBB01", "year": clock.now().year}
    return await phone.client.post("/api/mobile/v1/number-blocks", json=order)


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
        results = await phone.send()
        assert len(results) == 20
        assert {result["problem"]["status"] for result in results} == {503}
        assert all(result["problem"]["retryable"] for result in results)
        async with asyncio.timeout(30):
            again = await phone.send()
        assert {result["status"] for result in again} == {"refused"}
        assert phone.receipts == {}
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
