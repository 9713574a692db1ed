"""Each way in which one administrator alone became another officer, and what it answers now (PRACTICE B5)."""

import re
from typing import Any
from uuid import UUID

import httpx
import pyotp
import pytest
from litestar import Litestar

from backend.core import clock, database
from backend.core.database import transaction
from backend.core.settings import Settings
from backend.force.accounts import service as accounts
from schemas.core.vocabulary import Role
from schemas.force.acts import RoleGiven
from tests.support import scans as scans_made
from tests.support.doors import Desk
from tests.support.people import People, Person

NEW = "con trâu đi trước cái cày theo sau"
WHY = "mất điện thoại, đã gặp trực tiếp"
MET = {"note": WHY, "met": "yes"}
_LINK = re.compile(r"<code>(\S+/desk/enrol/(\S+?))</code>")


async def told(app: Litestar, person: Person, people: People) -> str:
    """What this person reads under notices."""
    desk = await Desk.of(app, person, people)
    return (await desk.http.get("/desk/notices")).text


async def register(desk: Desk, people: People, username: str = "gia.mao") -> str:
    """Somebody new in Hà Nội, without roles; returns his page."""
    form = {
        "full_name": "Trần Giả Mạo",
        "username": username,
        "unit_id": str(people.units["01"].unit_id),
        "language": "vi",
        "officer_number": "",
    }
    made = await desk.post("/desk/people/new", **form)
    assert made.status_code == 303, made.text
    return made.headers["location"].split("?")[0]


async def asked(answer: httpx.Response) -> str:
    """The page of the ask that was made instead of doing it."""
    assert answer.status_code == 303, answer.text
    where = answer.headers["location"].split("?")[0]
    assert where.startswith("/desk/asks/"), where
    return where


async def give_position(desk: Desk, page: str, people: People, **changed: Any) -> httpx.Response:
    """Fill in the form of a head's position, scan and all."""
    form = {
        "unit_id": str(people.units["01"].unit_id),
        "title_vi": "Chi cục trưởng",
        "title_en": "Head of department",
        "valid_from": clock.today().isoformat(),
        "number": "12/QĐ-QLTT",
        "decided_on": clock.today().isoformat(),
        "csrf_token": await desk.form_token(),
    }
    scan = changed.pop("scan", scans_made.pdf())
    files = {"scan": ("qd.pdf", scan, "application/pdf")} if scan else None
    return await desk.http.post(f"{page}/give-position", data=form | changed, files=files)


async def enrol(app: Litestar, token: str, handed: str = "") -> httpx.Response:
    """Use a one-time address, as whoever holds it."""
    desk = Desk(app)
    shown = await desk.http.get(f"/desk/enrol/{token}")
    if shown.status_code != 200:
        return shown
    found = re.search(r"<code>([A-Z2-7 ]+)</code>", shown.text)
    assert found
    code = pyotp.TOTP(found[1].replace(" ", "")).now()
    form = {"password": NEW, "password_again": NEW, "code": code, "handed": handed}
    return await desk.http.post(f"/desk/enrol/{token}", data=form)


async def test_an_administrator_alone_gets_no_link_to_somebody_who_is_enrolled(
    app: Litestar, people: People
) -> None:
    my = await Desk.of(app, people.my, people)
    page = f"/desk/people/{people.an.id}/enrol"
    first = await my.post(page, purpose="first")
    assert first.status_code == 422
    for purpose in ("password", "one_time_code", "both"):
        bare = await my.post(page, purpose=purpose)
        assert bare.status_code == 422, "a second person must be able to read why"
        assert "/desk/enrol/" not in bare.text
    ask = await asked(await my.post(page, purpose="both", reason=WHY))
    own = await my.post(f"{ask}/confirm", **MET)
    assert own.status_code == 409
    assert "không tự xác nhận" in own.text
    early = await my.post(f"{ask}/link")
    assert early.status_code == 409
    assert "/desk/enrol/" not in early.text
    assert await database.fetchval("SELECT count(*) FROM enrolments") == 0
    for person in (people.an, people.giang, people.hai):
        page_of = await told(app, person, people)
        assert people.my.full_name in page_of
        assert "cấp lại cả mật khẩu và mã xác thực (OTP)" in page_of
    entered = await Desk.of(app, people.an, people)
    assert (await entered.http.get("/desk/account")).status_code == 200


async def test_a_reset_takes_two_persons_and_each_holds_half_of_it(
    app: Litestar, people: People
) -> None:
    my = await Desk.of(app, people.my, people)
    giang = await Desk.of(app, people.giang, people)
    page = f"/desk/people/{people.an.id}/enrol"
    ask = await asked(await my.post(page, purpose="both", reason=WHY))
    unmet = await giang.post(f"{ask}/confirm", note=WHY)
    assert unmet.status_code == 422, "he must say that he asked the officer"
    confirmed = await giang.post(f"{ask}/confirm", **MET)
    assert confirmed.status_code == 200
    found = re.search(r"<code>(\d{4} \d{4})</code>", confirmed.text)
    assert found
    assert (await giang.post(f"{ask}/link")).status_code == 404, "the link is for who asked"
    issued = await my.post(f"{ask}/link")
    link = _LINK.search(issued.text)
    assert link, issued.text
    again = await my.post(f"{ask}/link")
    assert again.status_code == 409, "one link"
    alone = await enrol(app, link[2], "0000 0000")
    assert alone.status_code == 422
    assert "Mã xác nhận không đúng" in alone.text
    assert (await enrol(app, link[2], found[1])).status_code == 303
    await people.forget_codes(people.an)
    assert (await enrol(app, link[2], found[1])).status_code == 404, "once"
    assert found[1].replace(" ", "") not in await database.fetchval(
        "SELECT string_agg(a::text, ' ') FROM people_asks a"
    )


async def test_a_head_cannot_be_invented_by_one_person(app: Litestar, people: People) -> None:
    my = await Desk.of(app, people.my, people)
    page = await register(my, people)
    role = await my.post(f"{page}/give-role", role="supervisor")
    assert role.status_code == 422, "why is missing"
    await asked(await my.post(f"{page}/give-role", role="supervisor", reason=WHY))
    for wrong in ({"scan": b""}, {"number": ""}, {"decided_on": ""}, {"scan": b"GIF89a"}):
        refused = await give_position(my, page, people, **wrong)
        assert refused.status_code == 422, (wrong, refused.text)
    await asked(await give_position(my, page, people))
    officer_id = UUID(page.rsplit("/", 1)[-1])
    held = await database.fetchval(
        "SELECT count(*) FROM officer_roles WHERE officer_id = $1", officer_id
    )
    posts = await database.fetchval(
        "SELECT count(*) FROM officer_positions WHERE officer_id = $1", officer_id
    )
    assert (held, posts) == (0, 0)
    twice = await my.post(f"{page}/give-role", role="supervisor", reason=WHY)
    assert twice.status_code == 409
    assert "đang chờ xác nhận" in twice.text


@pytest.mark.parametrize("title", ["Chi cục trưởng", "Q. Đội trưởng", "Phó Chi cục trưởng"])
async def test_every_title_that_may_sign_for_a_unit_is_asked_for(
    app: Litestar, people: People, title: str
) -> None:
    my = await Desk.of(app, people.my, people)
    page = f"/desk/people/{people.an.id}"
    await asked(await give_position(my, page, people, title_vi=title))


async def test_an_inspector_s_role_and_a_controller_s_post_need_one_person(
    app: Litestar, people: People
) -> None:
    my = await Desk.of(app, people.my, people)
    page = await register(my, people)
    assert (await my.post(f"{page}/give-role", role="inspector")).headers["location"] == (
        f"{page}?done=give-role"
    )
    controller = await give_position(
        my, page, people, title_vi="Kiểm soát viên thị trường", scan=b"", number="", decided_on=""
    )
    assert controller.headers["location"] == f"{page}?done=give-position"
    issued = await my.post(f"{page}/enrol", purpose="first")
    link = _LINK.search(issued.text)
    assert link
    assert (await enrol(app, link[2])).status_code == 303
    assert "kích hoạt tài khoản" in await told(app, people.giang, people)


async def test_who_holds_power_and_never_enrolled_is_enrolled_by_two(
    app: Litestar, people: People
) -> None:
    my = await Desk.of(app, people.my, people)
    person = await register(my, people)
    operator = people.lan.actor("cli")
    async with transaction():
        role = RoleGiven(role=Role.TEAM_LEADER)
        await accounts.change(operator, UUID(person.rsplit("/", 1)[-1]), role)
    page = f"{person}/enrol"
    bare = await my.post(page, purpose="first")
    assert bare.status_code == 422
    ask = await asked(await my.post(page, purpose="first", reason=WHY))
    giang = await Desk.of(app, people.giang, people)
    confirmed = await giang.post(f"{ask}/confirm", **MET)
    found = re.search(r"<code>(\d{4} \d{4})</code>", confirmed.text)
    issued = await my.post(f"{ask}/link")
    link = _LINK.search(issued.text)
    assert found
    assert link
    assert (await enrol(app, link[2])).status_code == 422
    assert (await enrol(app, link[2], found[1])).status_code == 303


async def test_a_link_made_before_the_power_came_is_dead_afterwards(
    app: Litestar, people: People
) -> None:
    my = await Desk.of(app, people.my, people)
    page = await register(my, people)
    issued = await my.post(f"{page}/enrol", purpose="first")
    link = _LINK.search(issued.text)
    assert link
    ask = await asked(await my.post(f"{page}/give-role", role="supervisor", reason=WHY))
    giang = await Desk.of(app, people.giang, people)
    assert (await giang.post(f"{ask}/confirm", **MET)).status_code == 303
    assert (await enrol(app, link[2])).status_code == 404
    again = await my.post(f"{page}/enrol", purpose="first")
    assert again.status_code == 422, "by two from now on"


async def test_nobody_is_moved_upwards_by_one_person(app: Litestar, people: People) -> None:
    my = await Desk.of(app, people.my, people)
    up, side = str(people.units["01"].unit_id), str(people.units["0102"].unit_id)
    page = f"/desk/people/{people.an.id}"
    aside = await my.post(f"{page}/move", unit_id=side, reason=WHY)
    assert aside.headers["location"] == f"{page}?done=move"
    ask = await asked(await my.post(f"{page}/move", unit_id=up, reason=WHY))
    before = await database.fetchval("SELECT unit_id FROM officers WHERE id = $1", people.an.id)
    assert str(before) == side
    lan = await Desk.of(app, people.lan, people)
    assert (await lan.post(f"{ask}/confirm", **MET)).status_code == 303
    after = await database.fetchval("SELECT unit_id FROM officers WHERE id = $1", people.an.id)
    assert str(after) == up


async def test_the_link_is_built_from_the_installation_s_own_address(
    app: Litestar, people: People, settings: Settings
) -> None:
    my = await Desk.of(app, people.my, people)
    page = await register(my, people)
    form = {"purpose": "first", "csrf_token": await my.form_token()}
    headers = {"Host": "evil.test", "Origin": "https://evil.test", "X-Forwarded-Host": "evil.test"}
    forged = await my.http.post(f"{page}/enrol", data=form, headers=headers)
    assert "evil.test" not in forged.text
    headers = {"X-Forwarded-Host": "evil.test"}
    issued = await my.http.post(f"{page}/enrol", data=form, headers=headers)
    link = _LINK.search(issued.text)
    assert link
    assert link[1].startswith(f"{settings.public_url}/desk/enrol/")
