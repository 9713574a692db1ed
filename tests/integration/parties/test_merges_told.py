"""Who may confirm a merge is told that one waits, and the asker what became of it."""

from typing import Any

import msgspec

from backend.core.database import transaction
from backend.ledger import service as ledger
from backend.parties import merging
from tests.integration.parties.test_merging import (
    SHOP,
    TYPED,
    asked,
    code_of,
    confirmed,
    seen,
    two,
)
from tests.integration.parties.test_register_of_parties import corrected
from tests.support.people import People, Person
from tests.support.told import waiting


async def told(person: Person) -> list[str]:
    return [one for one in await waiting(person) if one.startswith("party_merge.")]


async def test_a_head_is_told_of_a_merge_that_waits_until_it_is_confirmed_and_then_the_asker(
    pool: Any, people: People
) -> None:
    one, other = await two(people)
    ledger.unwrap(await asked(one, other, people.an))
    for head in (people.giang, people.hai):
        assert await told(head) == ["party_merge.asked"]
    for nobody in (people.an, people.binh, people.dung):
        assert await told(nobody) == []
    ledger.unwrap(await confirmed(one, other, people.binh))
    for head in (people.giang, people.hai):
        assert await told(head) == [], "nothing waits any more"
    assert await told(people.an) == ["party_merge.merged"]


async def test_the_asker_is_told_why_it_was_declined_and_not_of_what_was_taken_back(
    pool: Any, people: People
) -> None:
    one, other = await two(people)
    for person, expected in ((people.an, []), (people.giang, ["party_merge.declined"])):
        ledger.unwrap(await asked(one, other, people.an))
        assert await told(people.giang) == ["party_merge.asked"]
        latest = (await seen(one, other, person)).latest
        assert latest is not None
        async with transaction():
            outcome = await merging.decline(latest, "Hai chị em, hai quầy", person.actor())
        ledger.unwrap(outcome)
        assert await told(people.giang) == []
        assert await told(people.an) == expected


async def test_a_correction_of_either_lets_a_merge_lapse_and_the_asker_is_told(
    pool: Any, people: People
) -> None:
    one, other = await two(people)
    for party, before in ((other, TYPED), (one, SHOP)):
        ledger.unwrap(await asked(one, other, people.an))
        assert await told(people.giang) == ["party_merge.asked"]
        changed = msgspec.structs.replace(before, note="Đổi chủ")
        await corrected(people.em, party, changed, before)
        assert await told(people.giang) == []
    assert await told(people.an) == ["party_merge.lapsed", "party_merge.lapsed"]
    assert (await seen(one, other, people.an)).latest is None


async def test_a_correction_that_says_what_stands_lets_nothing_lapse(
    pool: Any, people: People
) -> None:
    one, other = await two(people)
    ledger.unwrap(await asked(one, other, people.an))
    await corrected(people.em, other, TYPED, TYPED)
    ledger.unwrap(await confirmed(one, other, people.binh))


async def test_both_who_merged_are_told_when_somebody_else_parts_them(
    pool: Any, people: People
) -> None:
    one, other = await two(people)
    ledger.unwrap(await asked(one, other, people.an))
    ledger.unwrap(await confirmed(one, other, people.binh))
    async with transaction():
        both = await merging.compared(one, other, people.giang.actor())
        outcome = await merging.undo(both, "Hai chủ khác nhau", [], people.giang.actor())
    ledger.unwrap(outcome)
    assert (await told(people.an))[-1] == "party_merge.undone"
    assert (await told(people.binh))[-1] == "party_merge.undone"
    assert await told(people.giang) == []


async def test_two_are_not_told_apart_while_a_merge_of_them_waits_or_holds(
    pool: Any, people: People
) -> None:
    one, other = await two(people)
    ledger.unwrap(await asked(one, other, people.an))
    for first, second in ((one, other), (other, one)):
        async with transaction():
            waits = await merging.tell_apart(first, second, "Hai quầy", people.binh.actor())
        assert code_of(waits) == "party_merge_waits"
    ledger.unwrap(await confirmed(one, other, people.binh))
    for first, second in ((one, other), (other, one)):
        async with transaction():
            holds = await merging.tell_apart(first, second, "Hai quầy", people.binh.actor())
        assert code_of(holds) == "party_merge_in_force"


async def test_two_that_were_told_apart_are_not_merged_before_that_is_taken_back(
    pool: Any, people: People
) -> None:
    one, other = await two(people)
    async with transaction():
        ledger.unwrap(await merging.tell_apart(one, other, "Hai quầy", people.an.actor()))
    assert code_of(await asked(one, other, people.em)) == "party_merge_told_apart"
    async with transaction():
        ledger.unwrap(await merging.undo_apart(one, other, "Xem lại", people.an.actor()))
    ledger.unwrap(await asked(one, other, people.em))
