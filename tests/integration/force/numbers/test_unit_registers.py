"""Registers of a unit: opened behind the numbers given on paper, and numbers set aside for an outage.

Circular 22/2021/TT-BCT Art 6: numbers run on within a year; each is used, or void with a reason.
"""

import asyncio
from uuid import UUID

import pytest

from backend.core import clock, database
from backend.core.database import transaction
from backend.core.errors import NotAllowed, NotFound
from backend.core.local_time import year_of
from backend.force.numbers import service as numbering
from backend.force.numbers.service import Issuer
from backend.force.registers import service as registers
from backend.law import form_facts
from backend.ledger.service import Accepted, Outcome, Refused
from schemas.core.ids import new_id
from tests.support import factories
from tests.support.people import People, Person

pytestmark = pytest.mark.usefixtures("app")
FORM = "MQĐ02"


async def opened(by: Person, unit: UUID, last: int, form: str = FORM) -> Outcome:
    async with transaction():
        return await registers.open_register(by.actor("desk"), unit, form, last, "Sổ giấy trang 12")


async def aside(by: Person, unit: UUID, size: int, form: str = FORM) -> Outcome:
    async with transaction():
        return await registers.set_numbers_aside(by.actor("desk"), unit, form, size, "Mất điện")


async def back(by: Person, unit: UUID, range_id: UUID, *numbers: int) -> Outcome:
    async with transaction():
        return await registers.give_numbers_back(
            by.actor("desk"), unit, range_id, list(numbers), "Không dùng"
        )


async def take(unit: UUID, form: str = FORM) -> int:
    async with transaction():
        issuer = Issuer(kind="unit", id=unit)
        return (await numbering.take(issuer, form, year_of(clock.now()), new_id())).number


def code_of(outcome: Outcome) -> str:
    assert isinstance(outcome, Refused)
    assert outcome.text.vi
    assert outcome.text.en
    return outcome.code


async def missing(unit: UUID) -> list[int]:
    year = year_of(clock.now())
    return await numbering.missing_numbers(Issuer(kind="unit", id=unit), FORM, year)


async def test_a_register_goes_on_behind_what_was_given_on_paper(people: People) -> None:
    unit = people.giang.actor().unit.unit_id
    assert isinstance(await opened(people.my, unit, 120), Accepted)
    assert await take(unit) == 121
    assert await missing(unit) == []
    seen = await registers.seen(people.nga.actor("desk"), unit)
    [row] = [row for row in seen.rows if row.form == FORM]
    assert (row.last_number, row.opened_at_number, row.next_text) == (
        121,
        120,
        f"01000122/{form_facts.unit_registers()[FORM]}",
    )
    entry = await database.fetchval(
        "SELECT act::jsonb -> 'content' ->> 'reason' FROM ledger_entries WHERE act_type = 'numbers.opened'"
    )
    assert entry == "Sổ giấy trang 12"


async def test_it_is_entered_once_and_never_lowers_a_register(people: People) -> None:
    unit = people.giang.actor().unit.unit_id
    assert [await take(unit) for _ in range(3)] == [1, 2, 3]
    for last in (1, 3):
        assert code_of(await opened(people.my, unit, last)) == "numbers_not_lower"
    assert isinstance(await opened(people.my, unit, 10), Accepted)
    assert await take(unit) == 11
    assert code_of(await opened(people.my, unit, 500)) == "numbers_opened"
    assert code_of(await opened(people.my, unit, 5, "MBB01")) == "numbers_form"
    assert code_of(await opened(people.my, unit, 5, "?")) == "numbers_form"


async def test_two_administrators_at_once_open_it_once(people: People) -> None:
    unit = people.giang.actor().unit.unit_id
    outcomes = await asyncio.gather(
        *(opened(one, unit, last) for one, last in ((people.my, 40), (people.lan, 50)))
    )
    assert [isinstance(one, Accepted) for one in outcomes].count(True) == 1
    assert await take(unit) in (41, 51)


async def test_only_an_administrator_of_the_unit_opens_its_registers(people: People) -> None:
    unit, other = (one.actor().unit.unit_id for one in (people.giang, people.ho))
    for person in (people.giang, people.nga, people.an, people.khanh):
        with pytest.raises(NotAllowed):
            await opened(person, unit, 10)
    with pytest.raises(NotFound):
        await opened(people.my, other, 10)
    assert isinstance(await opened(people.lan, other, 10), Accepted)
    with pytest.raises(NotAllowed):
        await registers.seen(people.an.actor("desk"), unit)
    with pytest.raises(NotFound):
        await registers.seen(people.nga.actor("desk"), other)


async def test_numbers_set_aside_are_given_to_no_paper_here(people: People) -> None:
    unit = people.giang.actor().unit.unit_id
    assert await take(unit) == 1
    assert isinstance(await aside(people.nga, unit, 3), Accepted)
    assert await take(unit) == 5
    assert await missing(unit) == []
    seen = await registers.seen(people.giang.actor("desk"), unit)
    [one] = seen.ranges
    assert (one.first, one.last, one.open, one.by) == (2, 4, 3, people.nga.full_name)
    assert not seen.may_set_aside
    for person in (people.giang, people.an):
        with pytest.raises(NotAllowed):
            await aside(person, unit, 3)
    for size in (0, 201):
        assert code_of(await aside(people.nga, unit, size)) == "numbers_moved_on"
    assert code_of(await aside(people.nga, unit, 3, "VV")) == "numbers_form"


async def test_a_number_set_aside_and_not_used_is_void_with_a_reason(people: People) -> None:
    unit = people.giang.actor().unit.unit_id
    await aside(people.nga, unit, 3)
    [one] = (await registers.seen(people.nga.actor("desk"), unit)).ranges
    assert isinstance(await back(people.nga, unit, one.id, 2, 3), Accepted)
    assert code_of(await back(people.nga, unit, one.id, 3)) == "numbers_not_aside"
    assert code_of(await back(people.nga, unit, one.id, 9)) == "numbers_not_aside"
    assert code_of(await back(people.nga, unit, new_id(), 1)) == "numbers_not_aside"
    _, one, lines = await registers.range_seen(people.nga.actor("desk"), unit, one.id)
    assert [(line.number, line.state, line.reason) for line in lines] == [
        (1, "reserved", None),
        (2, "void", "Không dùng"),
        (3, "void", "Không dùng"),
    ]
    assert (one.open, one.void) == (1, 2)


async def test_an_officer_s_minutes_go_on_behind_what_he_numbered_by_hand(people: People) -> None:
    """Circular 22/2021 Art 6.2: minutes bear N/SYMBOL-OFFICER_NO on paper too."""
    unit, an = people.giang.actor().unit.unit_id, people.an
    year = year_of(clock.now())

    async def enter(by: Person, last: int, officer: UUID | None, form: str = "MBB01") -> Outcome:
        async with transaction():
            return await registers.open_register(
                by.actor("desk"), unit, form, last, "Sổ giấy trang 3", officer
            )

    assert await registers.officer_of(people.my.actor("desk"), unit, an.officer_number) == an.id
    assert code_of(await enter(people.my, 12, people.ho.id)) == "numbers_officer"
    assert code_of(await enter(people.my, 12, an.id, FORM)) == "numbers_form"
    # A phone goes on giving the numbers that it holds, which would be those of the papers by hand.
    await factories.pen(an)
    phone = await database.fetchval("SELECT id FROM devices WHERE enrolled_by = $1", an.id)
    async with transaction():
        lent = await numbering.reserve_block(an.id, phone, "MBB01", year)
    assert code_of(await enter(people.my, lent.last + 12, an.id)) == "numbers_lent"
    async with transaction():
        await numbering.close_block(lent.id, "Thu hồi", new_id(), clock.now())
    first = lent.last + 12
    assert isinstance(await enter(people.my, first, an.id), Accepted)
    assert code_of(await enter(people.my, first + 9, an.id)) == "numbers_opened"
    async with transaction():
        taken = await numbering.take(Issuer(kind="officer", id=an.id), "MBB01", year, new_id())
    assert taken.number == first + 1
    assert await numbering.missing_numbers(Issuer(kind="officer", id=an.id), "MBB01", year) == []
    [row] = (await registers.seen(people.nga.actor("desk"), unit)).officers
    assert (row.full_name, row.form, row.last_number, row.latest) == (
        an.full_name,
        "MBB01",
        first,
        first + 1,
    )
