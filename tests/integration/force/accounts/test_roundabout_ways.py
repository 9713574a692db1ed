"""Roundabout ways in which one administrator alone still became somebody else (PRACTICE B5)."""

import re

import httpx
import pyotp
import pytest
from litestar import Litestar

from backend.core import database
from tests.integration.force.accounts.test_step_up import a_quarter_of_an_hour_later
from tests.integration.force.accounts.test_take_over import (
    _LINK,
    MET,
    NEW,
    WHY,
    asked,
    enrol,
    give_position,
    register,
    told,
)
from tests.support import cases_made, factories
from tests.support import scans as scans_made
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


async def enrolled_alone(app: Litestar, desk: Desk, people: People) -> tuple[str, str, Desk]:
    """An administrator makes somebody new, opens the link himself and sets what he likes: page, seed, his desk."""
    page = await register(desk, people, "head.new")
    link = _LINK.search((await desk.post(f"{page}/enrol", purpose="first")).text)
    assert link
    shown = await Desk(app).http.get(f"/desk/enrol/{link[2]}")
    seed = re.search(r"<code>([A-Z2-7 ]+)</code>", shown.text)
    assert seed
    assert (await enrol(app, link[2])).status_code == 303
    return page, seed[1].replace(" ", ""), Desk(app)


async def enters(desk: Desk, seed: str) -> int:
    """Signing in with what was set in this way; the status of the page behind it."""
    await database.execute("UPDATE credentials SET totp_step = 0")
    code = pyotp.TOTP(seed).now()
    form = {"username": "head.new", "password": NEW, "code": code}
    await desk.http.post("/desk/sign-in", data=form)
    return (await desk.http.get("/desk/account")).status_code


@pytest.mark.parametrize("power", ["role", "position"])
async def test_what_one_person_set_before_a_power_came_opens_nothing_afterwards(
    app: Litestar, people: People, power: str
) -> None:
    my = await Desk.of(app, people.my, people)
    page, seed, his = await enrolled_alone(app, my, people)
    assert await enters(his, seed) == 200
    if power == "role":
        ask = await asked(await my.post(f"{page}/give-role", role="supervisor", reason=WHY))
        second = await Desk.of(app, people.giang, people)
    else:
        ask = await asked(await give_position(my, page, people))
        second = await Desk.of(app, people.nga, people)
    assert "do một mình người quản trị cấp" in (await second.http.get(ask)).text
    assert (await second.post(f"{ask}/confirm", **MET)).status_code == 303
    assert (await his.http.get("/desk/account")).status_code == 303, "the session ended"
    assert await enters(Desk(app), seed) == 303, "and so did the credentials"
    assert "đề nghị kích hoạt tài khoản" in await told(app, people.my, people)
    # From here on it is a first enrolment by two, and then a second power asks for nothing more.
    assert (await my.post(f"{page}/enrol", purpose="first")).status_code == 422
    first = await asked(await my.post(f"{page}/enrol", purpose="first", reason=WHY))
    lan = await Desk.of(app, people.lan, people)  # who heads a department is confirmed from above
    code = re.search(
        r"<code>(\d{4} \d{4})</code>", (await lan.post(f"{first}/confirm", **MET)).text
    )
    link = _LINK.search((await my.post(f"{first}/link")).text)
    assert code
    assert link
    assert (await enrol(app, link[2], code[1])).status_code == 303
    more = await asked(await my.post(f"{page}/give-role", role="team_leader", reason=WHY))
    assert "do một mình" not in (await lan.http.get(more)).text
    assert (await lan.post(f"{more}/confirm", **MET)).status_code == 303
    officer = await database.fetchval("SELECT id FROM officers WHERE username = 'head.new'")
    kept = await database.fetchval("SELECT alone FROM credentials WHERE officer_id = $1", officer)
    assert kept is False


async def test_who_holds_power_is_let_in_again_by_two(app: Litestar, people: People) -> None:
    my, giang = await Desk.of(app, people.my, people), await Desk.of(app, people.giang, people)
    page = f"/desk/people/{people.hai.id}"
    assert (await my.post(f"{page}/disable", reason=WHY)).status_code == 303
    assert "khóa tài khoản" in await told(app, people.giang, people)
    ask = await asked(await my.post(f"{page}/reinstate", reason=WHY))
    state = "SELECT state FROM officers WHERE id = $1"
    assert await database.fetchval(state, people.hai.id) == "disabled"
    assert (await my.post(f"{ask}/confirm", **MET)).status_code == 409
    assert "mở lại tài khoản" in await told(app, people.giang, people)
    assert (await giang.post(f"{ask}/confirm", **MET)).status_code == 303
    assert await database.fetchval(state, people.hai.id) == "active"
    assert "mở lại tài khoản" in await told(app, people.hai, people)


async def test_who_can_do_little_is_let_in_again_by_one(app: Litestar, people: People) -> None:
    my = await Desk.of(app, people.my, people)
    page = f"/desk/people/{people.an.id}"
    assert (await my.post(f"{page}/disable", reason=WHY)).status_code == 303
    again = await my.post(f"{page}/reinstate", reason=WHY)
    assert again.headers["location"] == f"{page}?done=reinstate"
    assert "mở lại tài khoản" in await told(app, people.giang, people)


async def test_nobody_is_let_in_again_to_a_unit_that_was_closed_meanwhile(
    app: Litestar, people: People
) -> None:
    """A unit is closed when nobody active is in it. Who was disabled then would come back to no unit at all."""
    my = await Desk.of(app, people.my, people)
    state = "SELECT state FROM officers WHERE id = $1"
    pages = {one.id: f"/desk/people/{one.id}" for one in (people.em, people.hai)}
    await database.execute(
        "UPDATE officers SET unit_id = $2, unit_3 = $2 WHERE id = $1",
        people.hai.id,
        people.em.unit.unit_id,
    )
    for page in pages.values():
        assert (await my.post(f"{page}/disable", reason=WHY)).status_code == 303
    closed = "UPDATE units SET valid_to = current_date WHERE id = $1"
    await database.execute(closed, people.em.unit.unit_id)
    for officer_id, page in pages.items():  # hai holds a power: that one would be asked for
        refused = await my.post(f"{page}/reinstate", reason=WHY)
        assert refused.status_code == 409
        assert "Đơn vị của công chức đã giải thể" in refused.text
        assert await database.fetchval(state, officer_id) == "disabled"
    page, there = pages[people.em.id], str(people.an.unit.unit_id)
    assert (await my.post(f"{page}/move", unit_id=there, reason=WHY)).status_code == 303
    assert (await my.post(f"{page}/reinstate", reason=WHY)).status_code == 303


async def test_an_open_desk_hands_out_no_link_and_asks_for_nothing_until_a_code_is_given(
    app: Litestar, people: People
) -> None:
    my, giang = await Desk.of(app, people.my, people), await Desk.of(app, people.giang, people)
    page = f"/desk/people/{people.an.id}"
    ask = await asked(await my.post(f"{page}/enrol", purpose="both", reason=WHY))
    assert (await giang.post(f"{ask}/confirm", **MET)).status_code == 200
    new = await register(my, people)
    await a_quarter_of_an_hour_later()
    for path, form in (
        (f"{ask}/link", {}),
        (f"{new}/enrol", {"purpose": "first"}),
        (f"{new}/give-role", {"role": "supervisor", "reason": WHY}),
        (f"/desk/people/{people.hai.id}/disable", {"reason": WHY}),
        (f"/desk/people/{people.hai.id}/correct", {"full_name": "Đặng Thanh Hà"}),
    ):
        answer = await my.post(path, **form)
        assert answer.status_code == 403, path
        assert 'action="/desk/confirm"' in answer.text
        assert "/desk/enrol/" not in answer.text
    assert (await my.http.get(f"{new}/enrol")).headers["location"].startswith("/desk/confirm?next=")
    assert await database.fetchval("SELECT count(*) FROM enrolments") == 0


_LIKE_A_HEAD = (
    "Q.Chi cục trưởng",
    "KT. Chi cục trưởng",
    "Ông Chi cục trưởng",
    "Chi\u200bcục trưởng",
    "\u0421hi cục trưởng",
    "Chi cục trưởng, Đội trưởng",
    "Chi cục phó",
    "Đội phó",
    "Trưởng đoàn",
    "Kiểm soát viên kiêm Chi cục trưởng",
    "CCT",
)


async def test_a_title_that_only_reads_like_a_head_s_is_asked_for_too(
    app: Litestar, people: People
) -> None:
    my = await Desk.of(app, people.my, people)
    page = f"/desk/people/{people.an.id}"
    held = "SELECT count(*) FROM officer_positions WHERE officer_id = $1"
    before = await database.fetchval(held, people.an.id)
    for title in _LIKE_A_HEAD:
        bare = await give_position(my, page, people, title_vi=title, scan=b"", number="")
        assert bare.status_code == 422, title
    await asked(await give_position(my, page, people, title_vi="Chi cục phó"))
    assert await database.fetchval(held, people.an.id) == before


async def test_a_head_s_position_ends_by_two_and_not_behind_what_he_signed(
    app: Litestar, people: People
) -> None:
    my, nga = await Desk.of(app, people.my, people), await Desk.of(app, people.nga, people)
    page = f"/desk/people/{people.giang.id}"
    row = "SELECT id, valid_to FROM officer_positions WHERE officer_id = $1"
    position = str((await database.fetchrow(row, people.giang.id))["id"])
    await factories.opened(people)
    bare = await my.post(
        f"{page}/end-position",
        position_id=position,
        valid_to=cases_made.in_days(-200).isoformat(),
    )
    assert bare.status_code == 422, "a decision and its scan are asked for"

    async def end(day: str) -> httpx.Response:
        form = {
            "position_id": position,
            "valid_to": day,
            "number": "13/QĐ-QLTT",
            "decided_on": cases_made.today().isoformat(),
            "csrf_token": await my.form_token(),
        }
        files = {"scan": ("qd.pdf", scans_made.pdf(), "application/pdf")}
        return await my.http.post(f"{page}/end-position", data=form, files=files)

    behind = await end(cases_made.in_days(-200).isoformat())
    assert behind.status_code == 409
    assert "sau ngày ký gần nhất" in behind.text
    ask = await asked(await end(cases_made.in_days(1).isoformat()))
    assert (await database.fetchrow(row, people.giang.id))["valid_to"] is None
    assert "thôi chức vụ" in await told(app, people.giang, people)
    assert (await my.post(f"{ask}/confirm", **MET)).status_code == 409
    assert (await nga.post(f"{ask}/confirm", **MET)).status_code == 303
    ended = (await database.fetchrow(row, people.giang.id))["valid_to"]
    assert ended == cases_made.in_days(1)
