"""Who was made and enrolled by one administrator alone is told to the unit's heads, who may object (PRACTICE B5)."""

import re

from litestar import Litestar

from backend.core import database
from tests.integration.force.accounts.test_roundabout_ways import enrolled_alone, enters
from tests.integration.force.accounts.test_take_over import MET, WHY, asked, told
from tests.support.doors import Desk
from tests.support.people import People

NOBODY = {"reason": "đơn vị không có người này"}


async def test_a_head_shuts_the_account_that_an_administrator_made_for_himself(
    app: Litestar, people: People
) -> None:
    """With it he opens cases, reads the register of parties, and is the second person wherever one is asked for."""
    my, giang = await Desk.of(app, people.my, people), await Desk.of(app, people.giang, people)
    page, seed, ghost = await enrolled_alone(app, my, people)
    assert await enters(ghost, seed) == 200
    found = re.search(
        r'href="(/desk/objections/[0-9a-f-]+)"', await told(app, people.giang, people)
    )
    assert found, "the notice leads to the button"
    place = found[1]
    assert "một mình người quản trị" in (await giang.http.get(place)).text
    for name, status in (("an", 403), ("my", 403), ("ho", 404), ("khanh", 403)):
        other = await Desk.of(app, getattr(people, name), people)
        assert (await other.http.get(place)).status_code == status, name
        assert (await other.post(place, **NOBODY)).status_code == status, name
    assert (await giang.post(place)).status_code == 422, "a reason"
    assert (await giang.post(place, **NOBODY)).headers["location"] == f"{place}?done=yes"
    assert (await ghost.http.get("/desk/account")).status_code == 303, "the session ended"
    assert await enters(Desk(app), seed) == 303, "and what he had set opens nothing"
    assert "đơn vị không có người này" in await told(app, people.hai, people)
    assert (await giang.post(place, **NOBODY)).status_code == 409, "once"
    # One administrator alone does not let it in again.
    again = await my.post(f"{page}/reinstate", reason=WHY)
    ask = await asked(again)
    assert (await my.post(f"{ask}/confirm", **MET)).status_code == 409
    assert (await giang.post(f"{ask}/confirm", **MET)).status_code == 303
    row = await database.fetchrow(
        "SELECT state, objected_at FROM officers WHERE username = 'head.new'"
    )
    assert tuple(row.values()) == ("active", None)


async def test_nobody_objects_to_who_was_enrolled_by_two_or_a_month_ago(
    app: Litestar, people: People
) -> None:
    my, giang = await Desk.of(app, people.my, people), await Desk.of(app, people.giang, people)
    place = f"/desk/objections/{people.an.id}"
    assert "Không còn gì để phản đối" in (await giang.http.get(place)).text
    assert (await giang.post(place, **NOBODY)).status_code == 409
    await enrolled_alone(app, my, people)
    officer = await database.fetchval("SELECT id FROM officers WHERE username = 'head.new'")
    await database.execute("UPDATE credentials SET changed_at = now() - interval '31 days'")
    assert (await giang.post(f"/desk/objections/{officer}", **NOBODY)).status_code == 409
