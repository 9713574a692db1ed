"""A post ends on its true day: not behind what was signed under it, whenever it is entered, and earlier if need be."""

from datetime import date

import httpx
import pytest
from litestar import Litestar

from backend.core import database
from tests.integration.force.accounts.test_take_over import MET, WHY, asked
from tests.support import factories
from tests.support import scans as scans_made
from tests.support.cases_made import in_days, today
from tests.support.doors import Desk
from tests.support.people import People, Person

pytestmark = pytest.mark.usefixtures("pool")
_HELD = "SELECT id, valid_to FROM officer_positions WHERE officer_id = $1 AND title_vi = $2"


async def held(person: Person, title: str) -> tuple[str, date | None]:
    row = await database.fetchrow(_HELD, person.id, title)
    return str(row["id"]), row["valid_to"]


async def ends(
    desk: Desk, person: Person, title: str, day: date, position_id: str = ""
) -> httpx.Response:
    form = {
        "position_id": position_id or (await held(person, title))[0],
        "valid_to": day.isoformat(),
        "number": "13/QĐ-QLTT",
        "decided_on": today().isoformat(),
        "csrf_token": await desk.form_token(),
    }
    files = {"scan": ("qd.pdf", scans_made.pdf(), "application/pdf")}
    return await desk.http.post(f"/desk/people/{person.id}/end-position", data=form, files=files)


async def test_who_signed_under_a_newer_title_leaves_the_older_one_on_its_day(
    app: Litestar, people: People
) -> None:
    """A clerk's belated entry: she was promoted long ago, and has signed as the head ever since."""
    old, head = "Kiểm soát viên chính thị trường", "Chi cục trưởng"
    await database.execute(
        "INSERT INTO officer_positions (id, officer_id, unit_id, title_vi, title_en, valid_from)"
        " VALUES (gen_random_uuid(), $1, $2, $3, 'Controller', $4)",
        people.giang.id,
        people.units["01"].unit_id,
        old,
        in_days(-400),
    )
    await factories.opened(people)  # by a decision that giang issues today as the head
    my = await Desk.of(app, people.my, people)
    assert (await ends(my, people.giang, old, in_days(-300))).status_code == 303
    assert (await held(people.giang, old))[1] == in_days(-300)
    behind = await ends(my, people.giang, head, in_days(-200))
    assert behind.status_code == 409
    assert "với chức vụ đó vào ngày ấy hoặc sau đó" in behind.text


async def test_an_end_that_lies_ahead_is_brought_forward_and_never_put_off(
    app: Litestar, people: People
) -> None:
    my, nga = await Desk.of(app, people.my, people), await Desk.of(app, people.nga, people)
    head = "Chi cục trưởng"
    far = await asked(await ends(my, people.giang, head, in_days(300)))
    assert (await nga.post(f"{far}/confirm", **MET)).status_code == 303
    form = await my.http.get(f"/desk/people/{people.giang.id}/end-position")
    assert f"Đến trước ngày {in_days(300):%d/%m/%Y}" in form.text
    for day in (in_days(300), in_days(310)):
        later = await ends(my, people.giang, head, day)
        assert later.status_code == 409
        assert "chỉ ghi được ngày sớm hơn" in later.text
    sooner = await asked(await ends(my, people.giang, head, in_days(1)))
    assert (await nga.post(f"{sooner}/confirm", **MET)).status_code == 303
    assert (await held(people.giang, head))[1] == in_days(1)


async def test_who_was_shut_out_first_leaves_his_post_all_the_same(
    app: Litestar, people: People
) -> None:
    my, nga = await Desk.of(app, people.my, people), await Desk.of(app, people.nga, people)
    page = f"/desk/people/{people.giang.id}"
    assert (await my.post(f"{page}/disable", reason=WHY)).status_code == 303
    assert f'href="{page}/end-position"' in (await my.http.get(page)).text
    ask = await asked(await ends(my, people.giang, "Chi cục trưởng", in_days(1)))
    assert (await nga.post(f"{ask}/confirm", **MET)).status_code == 303


async def test_who_holds_the_same_title_in_his_new_unit_leaves_the_old_one_on_its_day(
    app: Litestar, people: People
) -> None:
    """Moved from one department to the next, and has signed there as its head ever since."""
    head, old = "Chi cục trưởng", people.units["48"].unit_id
    await database.execute(
        "INSERT INTO officer_positions (id, officer_id, unit_id, title_vi, title_en, valid_from)"
        " VALUES (gen_random_uuid(), $1, $2, $3, 'Head of department', $4)",
        people.giang.id,
        old,
        head,
        in_days(-400),
    )
    await factories.opened(people)  # by a decision of Hà Nội
    lan, nga = await Desk.of(app, people.lan, people), await Desk.of(app, people.nga, people)
    posts = await database.fetch(
        "SELECT id, unit_id FROM officer_positions WHERE officer_id = $1", people.giang.id
    )
    ids = {row["unit_id"] == old: str(row["id"]) for row in posts}
    gone = await asked(await ends(lan, people.giang, head, in_days(-300), position_id=ids[True]))
    assert (await nga.post(f"{gone}/confirm", **MET)).status_code == 303
    behind = await ends(lan, people.giang, head, in_days(-200), position_id=ids[False])
    assert behind.status_code == 409, "what was signed in this unit rests on this post"
    assert "với chức vụ đó vào ngày ấy hoặc sau đó" in behind.text
