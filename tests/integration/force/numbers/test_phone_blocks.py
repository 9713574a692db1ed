"""Numbers lent to a phone: fetched, synced, used on a paper, void with the device or the year."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from backend.core import clock, database
from backend.core.database import transaction
from backend.core.local_time import year_of
from backend.force.accounts import service as accounts
from backend.force.numbers import service as numbering
from backend.force.numbers.service import Issuer
from backend.force.rules.numbers import BLOCK_SIZE
from deploy.demo.phone import Refused
from tests.support.people import People, Person
from tests.support.phone import Phone, Phones

FORM = "MBB01"


def this_year() -> int:
    return year_of(clock.now())


async def fetch_block(phone: Phone, form: str = FORM, year: int | None = None) -> dict[str, Any]:
    order = {"form": form, "year": year or this_year()}
    answer: dict[str, Any] = await phone.call("POST", "/number-blocks", json=order)
    return answer


async def use(person: Person, phone: Phone, number: int, **more: Any) -> str | None:
    """Enter a number on a new paper; the code of what is wrong with it."""
    more.setdefault("document_id", uuid4())
    async with transaction():
        fault = await numbering.use_reserved(
            person.id, UUID(phone.device_id), FORM, this_year(), number, **more
        )
    return fault.code if fault else None


async def missing(person: Person) -> list[int]:
    return await numbering.missing_numbers(Issuer(kind="officer", id=person.id), FORM, this_year())


async def test_a_phone_fetches_numbers_and_gets_the_same_until_half_are_used(
    phones: Phones, people: People
) -> None:
    phone = await phones.of(people.an)
    block = await fetch_block(phone)
    assert (block["form"], block["year"], block["used"]) == (FORM, this_year(), [])
    assert (block["first"], block["last"]) == (1, BLOCK_SIZE)
    assert await fetch_block(phone) == block

    half = BLOCK_SIZE // 2
    for number in range(1, half + 1):
        assert await use(people.an, phone, number) is None
    assert (await fetch_block(phone))["used"] == list(range(1, half + 1))
    assert await use(people.an, phone, half + 1) is None
    second = await fetch_block(phone)
    assert (second["first"], second["last"]) == (BLOCK_SIZE + 1, 2 * BLOCK_SIZE)

    await phone.sync()
    held = {ref: value for (kind, ref), value in phone.held.items() if kind == "number_block"}
    assert {value["first"] for value in held.values()} == {1, BLOCK_SIZE + 1}
    assert len(held[block["id"]]["used"]) == half + 1


async def test_another_phone_and_another_officer_get_numbers_of_their_own(
    phones: Phones, people: People
) -> None:
    first, second = await phones.of(people.an), await phones.of(people.an)
    stranger = await phones.of(people.binh)
    assert (await fetch_block(first))["first"] == 1
    other = await fetch_block(second)
    assert other["first"] == BLOCK_SIZE + 1
    assert (await fetch_block(stranger))["first"] == 1
    await first.sync()
    assert ("number_block", other["id"]) not in first.held
    assert await use(people.an, first, other["first"]) == "number_not_lent"
    assert await use(people.an, first, 10_000) == "number_not_lent"


async def test_what_cannot_be_lent_is_refused_in_words(phones: Phones, people: People) -> None:
    phone = await phones.of(people.an)
    for form, year, code in (
        ("MQĐ02", this_year(), "number_form_unknown"),
        (FORM, this_year() + 2, "number_year_wrong"),
        (FORM, this_year() - 1, "number_year_wrong"),
    ):
        with pytest.raises(Refused) as refused:
            await fetch_block(phone, form, year)
        assert (refused.value.status, refused.value.code) == (422, code)


async def test_a_number_stands_on_one_paper_and_comes_after_all_signatures(
    phones: Phones, people: People
) -> None:
    phone = await phones.of(people.an)
    await fetch_block(phone)
    paper, signed = uuid4(), clock.now()
    early: dict[str, datetime] = {
        "given_at": signed - timedelta(seconds=1),
        "signed_through": signed,
    }
    assert await use(people.an, phone, 1, document_id=paper, **early) == "number_too_early"
    assert await use(people.an, phone, 1, document_id=paper) is None
    assert await use(people.an, phone, 1, document_id=paper) is None
    assert await use(people.an, phone, 1) == "number_used"
    assert await use(people.an, phone, 2, document_id=paper) == "document_numbered"
    assert await missing(people.an) == []


async def test_a_revoked_phone_s_numbers_are_void_by_an_act_and_a_late_paper_still_counts(
    phones: Phones, people: People
) -> None:
    phone = await phones.of(people.an)
    await fetch_block(phone)
    await use(people.an, phone, 1)
    async with transaction():
        await accounts.revoke_device(people.my.actor(), UUID(phone.device_id), "máy bị mất")
    entry = await database.fetchrow(
        "SELECT act::text FROM ledger_entries WHERE record_id = $1 AND act_type = 'numbers.voided'",
        UUID(phone.device_id),
    )
    assert entry is not None
    assert f'"numbers":[{",".join(map(str, range(2, BLOCK_SIZE + 1)))}]' in entry["act"].replace(
        " ", ""
    )
    rows = await database.fetch(
        "SELECT state, count(*) AS n, bool_and(act_id IS NOT NULL) AS told FROM document_numbers"
        " GROUP BY state"
    )
    found = {row["state"]: (row["n"], row["told"]) for row in rows}
    assert found == {"used": (1, False), "void": (BLOCK_SIZE - 1, True)}
    assert await numbering.open_blocks(UUID(phone.device_id)) == []

    # The shop has minutes with number 2 on them, signed before anybody knew that the phone was gone.
    assert await use(people.an, phone, 2) is None
    assert await missing(people.an) == []


async def test_a_past_year_s_numbers_are_void_after_january(phones: Phones, people: People) -> None:
    phone = await phones.of(people.an)
    block = await fetch_block(phone)
    await phone.sync()
    year = this_year()
    in_january = datetime(year + 1, 1, 20, tzinfo=clock.now().tzinfo)
    assert await accounts.close_past_years(in_january) == 0
    assert await accounts.close_past_years(in_january + timedelta(days=15)) == 1
    assert await accounts.close_past_years(in_january + timedelta(days=15)) == 0
    await phone.sync()
    assert ("number_block", block["id"]) not in phone.held
    assert await missing(people.an) == []
