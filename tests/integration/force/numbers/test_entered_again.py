"""Numbers that restores jumped over and that people hold: entered again for what bears them, once."""

from uuid import UUID, uuid4

import asyncpg
import pytest

from backend.core import clock
from backend.core.database import transaction
from backend.core.errors import Conflict
from backend.core.local_time import year_of
from backend.force.numbers import service as numbering
from backend.force.numbers.service import Issuer, Number
from tests.support.databases import Database
from tests.support.people import People
from tests.support.phone import Phones

FORM = "MBB01"
pytestmark = pytest.mark.usefixtures("pool")


async def jumped(database: Database, *sizes: int) -> None:
    """What so many restores, one after the other, passed over; no sequence had begun."""
    owner = await asyncpg.connect(database.owner_dsn)
    try:
        for era, size in enumerate(sizes, start=1):
            for kind in ("officer", "unit"):
                await owner.execute(
                    "INSERT INTO number_floors (era, issuer_kind, year, size) VALUES ($1, $2, $3, $4)",
                    *(era, kind, year_of(clock.now()), size),
                )
    finally:
        await owner.close()


def of(officer: UUID, number: int) -> Number:
    issuer = Issuer(kind="officer", id=officer)
    return Number(issuer=issuer, form=FORM, year=year_of(clock.now()), number=number)


async def fault(number: Number, era: int) -> str | None:
    """What the rule says of it after the restore that began this era."""
    async with transaction():
        found = await numbering.again_fault(number, None, era=era, declared_at=clock.now())
    return found.code if found else None


async def test_no_number_of_a_later_jump_is_entered_with_a_day_of_an_earlier_loss(
    database: Database, people: People
) -> None:
    await jumped(database, 10, 10)
    an = people.an.id
    assert await fault(of(an, 10), era=1) is None
    assert await fault(of(an, 11), era=1) == "number_not_skipped"
    assert await fault(of(an, 11), era=2) is None
    assert await fault(of(an, 21), era=2) == "number_not_skipped"


async def test_of_two_who_enter_one_number_the_second_is_told(
    database: Database, people: People
) -> None:
    await jumped(database, 10)
    number, first = of(people.an.id, 3), uuid4()
    async with transaction():
        await numbering.enter_again(number, first)
    with pytest.raises(Conflict, match="number_used"):
        async with transaction():
            await numbering.enter_again(number, uuid4())
    with pytest.raises(Conflict, match="document_numbered"):
        async with transaction():
            await numbering.enter_again(of(people.an.id, 4), first)
    assert await fault(number, era=1) == "number_used"


async def test_a_phones_paper_keeps_its_number_though_the_desk_gave_a_try_to_enter_it_up(
    database: Database, people: People, phones: Phones
) -> None:
    await jumped(database, 10)
    phone, number, tried = await phones.of(people.an), of(people.an.id, 5), uuid4()
    async with transaction():
        await numbering.enter_again(number, tried)
        await numbering.void_used(tried, "Soạn nhầm", uuid4())
    async with transaction():
        wrong = await numbering.use_reserved(
            people.an.id, UUID(phone.device_id), FORM, number.year, 5, uuid4()
        )
    assert wrong is None
    assert await fault(number, era=1) == "number_used"
