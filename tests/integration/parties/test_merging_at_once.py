"""Merges, words of two officers and the worker that compares, on connections of their own at one moment."""

import asyncio
from typing import Any

from backend.core import database
from backend.core.database import transaction
from backend.ledger import service as ledger
from backend.ledger.service import Outcome
from backend.parties import comparing, merging
from tests.integration.parties.test_merging import SHOP, TYPED, asked, listed, seen, two
from tests.integration.parties.test_register_of_parties import registered, row
from tests.support.people import People


async def test_whom_a_merge_takes_out_is_proposed_to_nobody_by_a_worker_at_that_moment(
    pool: Any, people: People
) -> None:
    one, other = await two(people)
    ledger.unwrap(await asked(one, other, people.an))
    latest = (await seen(one, other, people.binh)).latest
    assert latest is not None
    await comparing.compare_waiting()
    third = await registered(people.an, TYPED)
    confirmed, compared = asyncio.Event(), asyncio.Event()

    async def merge() -> Outcome:
        async with transaction():
            outcome = await merging.confirm(latest, people.binh.actor())
            confirmed.set()
            await compared.wait()
        return outcome

    merges = asyncio.create_task(merge())
    await confirmed.wait()
    await comparing.compare_waiting()
    compared.set()
    ledger.unwrap(await merges)
    await comparing.compare_waiting()
    assert await listed(people.an) == [(min(one, third), max(one, third))]
    assert (await row(third))["compared_at"] is not None


async def test_of_a_merge_and_two_told_apart_at_once_one_counts(pool: Any, people: People) -> None:
    one, other = await two(people)
    both = await seen(one, other, people.an)

    async def apart() -> Outcome:
        async with transaction():
            return await merging.tell_apart(other, one, "Hai quầy", people.em.actor())

    async def ask() -> Outcome:
        async with transaction():
            return await merging.ask(both.one, both.other, SHOP, "Cùng chủ", people.an.actor())

    outcomes = await asyncio.gather(apart(), ask(), apart(), ask())
    refused = {each.code for each in outcomes if isinstance(each, ledger.Refused)}
    asks = await database.fetchval("SELECT count(*) FROM party_merges WHERE state = 'asked'")
    told = await database.fetchval("SELECT count(*) FROM party_pairs WHERE state = 'apart'")
    assert (asks, told) in ((1, 0), (0, 1)), outcomes
    assert refused <= {
        "party_merge_waits",
        "party_merge_told_apart",
        "party_merge_asked_already",
    }
