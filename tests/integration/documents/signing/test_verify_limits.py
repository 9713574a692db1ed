"""How often a stranger may look papers up, counted over all web processes."""

import asyncio

import httpx
import pytest

from backend.casework.issued_documents import public_lookups
from backend.casework.queries import public_lookups as queries
from backend.core import database
from backend.core.buckets import Buckets
from tests.integration.documents.signing.test_verify import API, issue
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("app")


async def test_one_address_asks_so_often_and_no_more(
    client: httpx.AsyncClient, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = (await issue(people)).code
    monkeypatch.setattr(public_lookups, "_buckets", Buckets(burst=3, per_minute=1))
    statuses = [(await client.get(f"/verify/{code}")).status_code for _ in range(5)]
    assert statuses == [200, 200, 200, 429, 429]
    for address in (f"/verify/{code}", f"{API}/{code}", "/verify/x"):
        answer = await client.get(address)
        assert (answer.status_code, answer.headers["retry-after"]) == (429, "60")


async def test_two_web_processes_together_admit_no_more_than_one(
    client: httpx.AsyncClient, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each remembers its own askers; what both admit is counted where both see it."""
    code = (await issue(people)).code
    monkeypatch.setattr(public_lookups, "BURST", 4)
    monkeypatch.setattr(public_lookups, "PER_MINUTE", 1)
    first, second = Buckets(30, 30), Buckets(30, 30)
    statuses = []
    for process in (first, second, first, second, first, second):
        monkeypatch.setattr(public_lookups, "_buckets", process)
        statuses.append((await client.get(f"/verify/{code}")).status_code)
    assert statuses == [200, 200, 200, 200, 429, 429]
    stored = await database.fetchval("SELECT string_agg(p::text, '') FROM public_lookups p")
    assert "127.0.0.1" not in stored
    await public_lookups.forget_lookups()
    assert await database.fetchval("SELECT count(*) FROM public_lookups") == 1


async def test_many_at_once_share_the_turns_of_their_place(app: object, people: People) -> None:
    """Turns are given by one statement each: nobody slips past between a look and a write."""
    place = b"x" * 16
    taken = await asyncio.gather(*(queries.take_lookup(place, 5, 0.0) for _ in range(12)))
    assert sum(taken) == 5
