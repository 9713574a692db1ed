"""Who issues an inspection decision holds an office of the unit that issues it; each test goes a way that led past."""

from typing import Any

import pytest
from litestar import Litestar

from backend.core import database
from tests.integration.admin_ui.fieldwork.test_issue_decision import fill, issue, save
from tests.integration.casework.issued_documents.test_delegations import NUMBER, given
from tests.integration.force.accounts.test_take_over import WHY, give_position
from tests.support import cases_made
from tests.support.doors import Desk
from tests.support.people import People, Person
from tests.support.readers import Reader, Readers, readers

__all__ = ["readers"]
pytestmark = pytest.mark.asyncio


async def holds(person: Person, title: str, unit_id: Any) -> None:
    """Write a newer title beside those that he holds."""
    await database.execute(
        "INSERT INTO officer_positions (id, officer_id, unit_id, title_vi, title_en, valid_from)"
        " VALUES (gen_random_uuid(), $1, $2, $3, $3, $4)",
        person.id,
        unit_id,
        title,
        cases_made.in_days(-10),
    )


async def moves(app: Litestar, people: People, person: Person, unit: str) -> None:
    """An administrator of the whole force moves him; his positions stay where they are."""
    lan = await Desk.of(app, people.lan, people)
    moved = await lan.post(
        f"/desk/people/{person.id}/move", unit_id=str(people.units[unit].unit_id), reason=WHY
    )
    assert moved.status_code == 303, moved.text
    if moved.headers["location"].startswith("/desk/asks/"):  # a second person has to agree
        await database.execute(
            "UPDATE officers SET (unit_id, unit_1, unit_2, unit_3, unit_4) ="
            " (SELECT id, unit_1, unit_2, unit_3, unit_4 FROM units WHERE id = $2) WHERE id = $1",
            person.id,
            people.units[unit].unit_id,
        )


async def refused(desk: Reader) -> str:
    """See a draft that may not be signed, or not even be saved; what the page says."""
    assert await save(desk) in (200, 422)
    assert not [one for one in desk.page.forms if one.action.endswith("/sign")]
    assert await database.fetchval("SELECT count(*) FROM inspections") == 0
    return str(desk.page.text)


async def fill_for_da_nang(desk: Reader, people: People) -> None:
    """A decision of Đà Nẵng, with a team of its own."""
    await fill(desk, people, leader_id=str(people.duyen.id))
    form = desk.form("/decisions/new")
    form.fill("member_ids", str(people.dung.id))


async def test_a_deputy_whose_newest_title_is_a_controller_s_still_needs_a_delegation(
    app: Litestar, people: People, readers: Readers
) -> None:
    my = await Desk.of(app, people.my, people)
    alone = await give_position(
        my,
        f"/desk/people/{people.hai.id}",
        people,
        title_vi="Kiểm soát viên thị trường",
        valid_from=cases_made.in_days(-10).isoformat(),
        scan=b"",
        number="",
        decided_on="",
    )
    assert alone.status_code == 303
    hai = await readers.of(people.hai)
    await fill(hai, people)
    said = await refused(hai)
    assert "quyết định giao quyền còn hiệu lực" in said

    await given(app, people, kinds=["inspection"])
    await fill(hai, people)
    assert await save(hai) == 200
    await issue(hai)
    issued = await database.fetchrow(
        "SELECT decision->>'issuer_title' title, decision->>'legal_bases' bases FROM inspections"
    )
    assert issued["title"] == "Phó Chi cục trưởng"
    assert NUMBER in issued["bases"]


@pytest.mark.parametrize(
    ("title", "says"),
    [
        ("Chi cục phó", "quyết định giao quyền còn hiệu lực"),
        ("Đội phó", "quyết định giao quyền còn hiệu lực"),
        ("Cục phó", "quyết định giao quyền còn hiệu lực"),
        ("Kiểm soát viên thị trường", "Có thẩm quyền: Đội trưởng; Chi cục trưởng"),
        ("Trưởng đoàn", "Có thẩm quyền: Đội trưởng; Chi cục trưởng"),
        ("KT. Chi cục trưởng", "Có thẩm quyền: Đội trưởng; Chi cục trưởng"),
    ],
)
async def test_a_title_that_is_no_head_s_issues_nothing_however_it_is_written(
    people: People, readers: Readers, title: str, says: str
) -> None:
    await database.execute(
        "UPDATE officer_positions SET title_vi = $2 WHERE officer_id = $1", people.hai.id, title
    )
    hai = await readers.of(people.hai)
    await fill(hai, people)
    assert says in await refused(hai)


async def test_a_head_s_other_newer_title_takes_nothing_from_his_office(
    people: People, readers: Readers
) -> None:
    await holds(people.giang, "Kiểm soát viên thị trường", people.units["01"].unit_id)
    giang = await readers.of(people.giang)
    await fill(giang, people)
    assert await save(giang) == 200
    await issue(giang)
    title = await database.fetchval("SELECT decision->>'issuer_title' FROM inspections")
    assert title == "Chi cục trưởng"


async def test_a_head_of_one_department_who_was_moved_issues_nothing_in_another(
    app: Litestar, people: People, readers: Readers
) -> None:
    await moves(app, people, people.ho, "01")
    ho = await readers.of(people.ho)
    await fill(ho, people)
    assert "Có thẩm quyền: Đội trưởng; Chi cục trưởng" in await refused(ho)


async def test_a_deputy_who_was_moved_does_not_carry_his_delegation_along(
    app: Litestar, people: People, readers: Readers
) -> None:
    await given(app, people, kinds=["inspection"])
    await moves(app, people, people.hai, "48")
    hai = await readers.of(people.hai)
    await fill_for_da_nang(hai, people)
    assert "Có thẩm quyền" in await refused(hai)

    await holds(people.hai, "Phó Chi cục trưởng", people.units["48"].unit_id)
    await fill_for_da_nang(hai, people)
    said = await refused(hai)
    assert "quyết định giao quyền còn hiệu lực" in said, "deputy in both, delegated in one alone"


async def test_an_office_of_the_unit_above_reaches_down(people: People, readers: Readers) -> None:
    await database.execute(
        "UPDATE officer_positions SET title_vi = 'Cục trưởng', unit_id = $2 WHERE officer_id = $1",
        people.giang.id,
        people.units["00"].unit_id,
    )
    giang = await readers.of(people.giang)
    await fill(giang, people)
    assert await save(giang) == 200
    assert "Chưa ký được" not in giang.page.text
