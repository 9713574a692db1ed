"""Merges, words of two officers and the worker that compares, on connections of their own at one moment."""

import asyncio
from typing import Any

import asyncpg
import msgspec

from backend.core import database
from backend.core.database import transaction
from backend.ledger import service as ledger
from backend.ledger.service import Outcome
from backend.parties import comparing, merging
from tests.integration.parties.test_merging import SHOP, TYPED, asked, listed, seen, two
from tests.integration.parties.test_register_of_parties import registered, row
from tests.support.databases import Database
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


async def somebody_waits(watcher: asyncpg.Connection) -> None:
    for _ in range(1000):
        if await watcher.fetchval("SELECT count(*) FROM pg_locks WHERE NOT granted"):
            return
        await asyncio.sleep(0.02)
    raise AssertionError("nobody waits for the pair")


async def test_pairs_are_taken_in_one_order_by_who_compares_and_by_who_merges(
    pool: Any, people: People, database: Database
) -> None:
    """A worker with many parties and two merges that touch the same pairs would end in a circle otherwise."""
    one, other = await two(people)
    for number in range(3):
        await registered(people.em, msgspec.structs.replace(TYPED, note=f"Quầy {number}"))
    await comparing.compare_waiting()
    ledger.unwrap(await asked(one, other, people.an))
    latest = (await seen(one, other, people.binh)).latest
    assert latest is not None

    async def compares() -> None:
        await comparing.compare_waiting()

    async def merges() -> None:
        async with transaction():
            ledger.unwrap(await merging.confirm(latest, people.binh.actor()))

    owner = await asyncpg.connect(database.owner_dsn)
    watcher = await asyncpg.connect(database.owner_dsn)
    try:
        # As they come to lie on the disk after years: the last ones by their keys are found first.
        await owner.execute(
            "CREATE TEMP TABLE turned AS SELECT * FROM party_pairs;"
            " DELETE FROM party_pairs; INSERT INTO party_pairs SELECT * FROM turned ORDER BY one_id DESC, other_id DESC"
        )
        about = "(one_id = $1 OR other_id = $1) AND state = 'open'"
        for work in (compares, merges):
            await owner.execute("UPDATE subjects SET compared_at = NULL WHERE id = $1", other)
            both = await owner.fetch(
                f"SELECT one_id, other_id FROM party_pairs WHERE {about} ORDER BY 1, 2", other
            )
            assert len(both) > 1
            row_of = "SELECT FROM party_pairs WHERE one_id = $1 AND other_id = $2 FOR UPDATE"
            held = owner.transaction()
            await held.start()
            await owner.execute(row_of, *both[0])
            task = asyncio.create_task(work())
            await somebody_waits(watcher)
            async with watcher.transaction():
                await watcher.execute(f"{row_of} NOWAIT", *both[-1])
            await held.rollback()
            await task
    finally:
        await owner.close()
        await watcher.close()
