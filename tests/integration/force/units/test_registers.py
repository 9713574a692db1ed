"""The successor of a unit counts its own series on; the register of the one that ended stays, and is read on."""

from dataclasses import replace
from uuid import UUID

import pytest
from litestar import Litestar

from backend.core import database
from backend.ledger.service import Accepted
from schemas.core.ids import new_id
from tests.support import cases_made, factories, restructured
from tests.support.people import People, Person
from tests.support.readers import Readers

pytestmark = pytest.mark.usefixtures("pool")


async def last_of(unit_id: UUID) -> dict[str, int]:
    found = await database.fetch(
        "SELECT form, last_number FROM document_sequences WHERE unit_id = $1", unit_id
    )
    return {row["form"]: row["last_number"] for row in found}


async def appointed(who: Person, unit_id: UUID) -> None:
    """A new decision appoints who headed the team that ended: minutes name a title."""
    await database.execute(
        "INSERT INTO officer_positions (id, officer_id, unit_id, title_vi, title_en, valid_from)"
        " VALUES ($1, $2, $3, 'Kiểm soát viên thị trường', 'Market inspector', $4)",
        new_id(),
        who.id,
        unit_id,
        cases_made.today(),
    )


def now(people: People) -> People:
    """The cast after the merger: who was in team 1 is in team 2."""
    old, new = people.units["0101"], people.units["0102"]
    cast = {one.username: replace(one, unit=new if one.unit == old else one.unit) for one in people}
    return People(cast, people.units, people._owner_dsn)


async def test_new_numbers_go_on_in_the_successors_register_and_old_ones_stay(
    app: Litestar, people: People
) -> None:
    """Team 1 numbered a case; team 2 too. Once team 1 is merged, the next case takes team 2's next number."""
    old, new = people.units["0101"].unit_id, people.units["0102"].unit_id
    first = await cases_made.recorded(people)
    number = await database.fetchval("SELECT number FROM cases WHERE id = $1", first.id)
    before = await last_of(old)
    assert before["VV"] == 1
    assert "VV" not in await last_of(new)
    await restructured.merged("0101", new, people)
    assert await last_of(old) == before
    assert await database.fetchval("SELECT number FROM cases WHERE id = $1", first.id) == number
    await appointed(people.chi, new)
    cast = now(people)
    work = await factories.announced(cast, subject=cases_made.inspected_party())
    await factories.write_minutes(work, unit="Đội số 2 thử")
    assert isinstance(await factories.submit(work), Accepted)
    second = await cases_made.opened_from(cast, work)
    assert (await last_of(new))["VV"] == 1
    assert await last_of(old) == before
    mine = await database.fetchval("SELECT number FROM cases WHERE id = $1", second.id)
    assert mine.startswith("0102"), "numbered by team 2"
    taken = await database.fetch(
        "SELECT issuer_id, form, number FROM document_numbers WHERE issuer_kind = 'unit' AND issuer_id = $1",
        old,
    )
    assert {(row["form"], row["number"]) for row in taken} >= {("VV", 1)}


async def test_a_clerk_of_the_successor_reads_the_register_that_ended(
    app: Litestar, people: People, readers: Readers
) -> None:
    await cases_made.recorded(people)
    old = people.units["0101"].unit_id
    await restructured.merged("0101", people.units["0102"].unit_id, people)
    nga = await readers.of(people.nga)
    await nga.open(f"/desk/registers?unit={old}")
    assert "Đơn vị đã kết thúc ngày" in nga.html
    assert f"/desk/registers/{old}/set-aside" not in nga.html
    assert await nga.look(f"/desk/registers/{old}/set-aside") == 404
    await nga.open(f"/desk/outgoing?unit={old}")
    assert "– đã kết thúc" in nga.html
    ho = await readers.of(people.ho)
    assert await ho.look(f"/desk/registers?unit={old}") == 404
