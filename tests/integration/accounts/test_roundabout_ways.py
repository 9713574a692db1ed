"""Roundabout ways in which one administrator alone still became somebody else (PRACTICE B5)."""

from litestar import Litestar

from backend import database
from tests.integration.accounts.test_take_over import MET, WHY, asked, told
from tests.support import factories
from tests.support.doors import Desk
from tests.support.people import People


async def test_nobody_takes_his_power_to_another_unit_by_one_person(
    app: Litestar, people: People
) -> None:
    """Sideways as well: a supervisor of Đà Nẵng would read and approve in Hà Nội, and confirm resets as its head."""
    lan = await Desk.of(app, people.lan, people)
    page, there = f"/desk/people/{people.ho.id}/move", str(people.units["01"].unit_id)
    ask = await asked(await lan.post(page, unit_id=there, reason=WHY))
    assert (await lan.post(f"{ask}/confirm", **MET)).status_code == 409
    work = await factories.submitted(people)
    ho = await Desk.of(app, people.ho, people)
    assert (await ho.http.get(f"/desk/inspections/{work.id}")).status_code == 404
    approved = await ho.post(f"/desk/inspections/{work.id}/approve", revision=work.revision)
    assert approved.status_code == 404
    my = await Desk.of(app, people.my, people)
    reset = await asked(
        await my.post(f"/desk/people/{people.an.id}/enrol", purpose="both", reason=WHY)
    )
    assert (await ho.post(f"{reset}/confirm", **MET)).status_code == 404
    assert "chuyển đến" in await told(app, people.ho, people)
    second = await Desk.of(app, people.oanh, people)
    assert (await second.post(f"{ask}/confirm", **MET)).status_code in (403, 409), "a clerk is none"
    held = await database.fetchval("SELECT unit_id FROM officers WHERE id = $1", people.ho.id)
    assert str(held) != there


async def test_a_move_that_a_second_person_confirmed_is_made(app: Litestar, people: People) -> None:
    my, giang = await Desk.of(app, people.my, people), await Desk.of(app, people.giang, people)
    page, there = f"/desk/people/{people.hai.id}/move", str(people.units["0102"].unit_id)
    ask = await asked(await my.post(page, unit_id=there, reason=WHY))
    assert (await giang.post(f"{ask}/confirm", **MET)).status_code == 303
    held = await database.fetchval("SELECT unit_id FROM officers WHERE id = $1", people.hai.id)
    assert str(held) == there
