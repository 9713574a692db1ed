"""Until a reset is used, the officer, his head, who asked and who confirmed stop it (PRACTICE B5)."""

import re

import httpx
import pytest
from litestar import Litestar

from backend.core import database
from tests.integration.force.accounts.test_field_only import doors, enrolled, later, with_code
from tests.integration.force.accounts.test_take_over import _LINK, MET, WHY, asked, enrol, told
from tests.support.doors import Desk
from tests.support.people import People

NO = {"reason": "tôi không nhờ việc này"}


@pytest.mark.parametrize("who", ["an", "giang", "lan", "my"])
@pytest.mark.parametrize("made", [False, True])
async def test_a_confirmed_reset_is_stopped_and_its_link_and_code_open_nothing(
    app: Litestar, people: People, who: str, made: bool
) -> None:
    my, lan = await Desk.of(app, people.my, people), await Desk.of(app, people.lan, people)
    ask = await asked(
        await my.post(f"/desk/people/{people.an.id}/enrol", purpose="both", reason=WHY)
    )
    code = re.search(r"<code>(\d{4} \d{4})</code>", (await lan.post(f"{ask}/confirm", **MET)).text)
    link = _LINK.search((await my.post(f"{ask}/link")).text) if made else None
    assert code
    notices = await told(app, people.an, people)
    assert f'href="{ask}"' in notices, "the notice leads to the button"
    person = await Desk.of(app, getattr(people, who), people)
    assert f'action="{ask}/decline"' in (await person.http.get(ask)).text
    assert (await person.post(f"{ask}/decline")).status_code == 422, "a reason"
    stopped = await person.post(f"{ask}/decline", **NO)
    assert stopped.headers["location"] == f"{ask}?done=stop"
    assert "Đã dừng" in (await person.http.get(ask)).text
    if link:
        assert (await enrol(app, link[2], code[1])).status_code == 404
    else:
        assert (await my.post(f"{ask}/link")).status_code == 409
    assert "đã dừng việc cho" in await told(app, people.giang, people) or who == "giang"
    held = await database.fetchval("SELECT count(*) FROM enrolments WHERE used_at IS NULL")
    assert held == 0


async def test_the_officer_declines_what_waits_and_nobody_else_stops_it(
    app: Litestar, people: People
) -> None:
    my, an = await Desk.of(app, people.my, people), await Desk.of(app, people.an, people)
    page = f"/desk/people/{people.an.id}"
    ask = await asked(await my.post(f"{page}/enrol", purpose="both", reason=WHY))
    for name, status in (("binh", 404), ("hai", 409), ("khanh", 409), ("nga", 409)):
        other = await Desk.of(app, getattr(people, name), people)
        assert (await other.post(f"{ask}/decline", **NO)).status_code == status, name
    assert (await an.post(f"{ask}/decline", **NO)).status_code == 303
    lan = await Desk.of(app, people.lan, people)
    assert (await lan.post(f"{ask}/confirm", **MET)).status_code == 409
    role = await asked(await my.post(f"{page}/give-role", role="team_leader", reason=WHY))
    assert (await an.post(f"{role}/decline", **NO)).status_code == 409, (
        "a role is not his to decline"
    )


async def test_a_reset_that_was_used_is_not_stopped_any_more(app: Litestar, people: People) -> None:
    my, lan = await Desk.of(app, people.my, people), await Desk.of(app, people.lan, people)
    ask = await asked(
        await my.post(f"/desk/people/{people.an.id}/enrol", purpose="both", reason=WHY)
    )
    code = re.search(r"<code>(\d{4} \d{4})</code>", (await lan.post(f"{ask}/confirm", **MET)).text)
    link = _LINK.search((await my.post(f"{ask}/link")).text)
    assert code
    assert link
    assert (await enrol(app, link[2], code[1])).status_code == 303
    shown = (await lan.http.get(ask)).text
    assert "đã được dùng lúc" in shown
    assert f'action="{ask}/decline"' not in shown
    assert (await lan.post(f"{ask}/decline", **NO)).status_code == 409


async def test_what_was_set_on_site_and_never_confirmed_is_shut_after_the_week_too(
    app: Litestar, client: httpx.AsyncClient, people: People
) -> None:
    my, giang = await Desk.of(app, people.my, people), await Desk.of(app, people.giang, people)
    ask = await asked(
        await my.post(f"/desk/people/{people.chi.id}/enrol", purpose="both", reason=WHY)
    )
    await later(people, 4.1)
    link = _LINK.search((await my.post(f"{ask}/link")).text)
    assert link
    stolen = await enrolled(app, link[2])
    await later(people, 8 * 24)
    _, phone = await doors(app, client, people, people.chi, stolen)
    assert phone.status_code == 201
    assert f'action="{ask}/decline"' in (await giang.http.get(ask)).text
    assert (await giang.post(f"{ask}/decline", **NO)).status_code == 303
    _, phone = await doors(app, client, people, people.chi, stolen)
    assert phone.status_code == 401


async def test_what_was_set_on_site_and_confirmed_is_stopped_until_its_code_is_typed(
    app: Litestar, client: httpx.AsyncClient, people: People
) -> None:
    my, lan = await Desk.of(app, people.my, people), await Desk.of(app, people.lan, people)
    ask = await asked(
        await my.post(f"/desk/people/{people.giang.id}/enrol", purpose="both", reason=WHY)
    )
    await later(people, 4.1)
    link = _LINK.search((await my.post(f"{ask}/link")).text)
    assert link
    stolen = await enrolled(app, link[2])
    code = re.search(r"<code>(\d{4} \d{4})</code>", (await lan.post(f"{ask}/confirm", **MET)).text)
    assert code
    assert (await lan.post(f"{ask}/decline", **NO)).headers["location"].endswith("done=stop")
    assert await with_code(app, people, people.giang, stolen, code[1]) == 401
    desk, phone = await doors(app, client, people, people.giang, stolen)
    assert (desk, phone.status_code) == (401, 401)
