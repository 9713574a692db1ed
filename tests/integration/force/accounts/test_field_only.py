"""A reset that nobody confirms within four hours opens work on site alone, until somebody does (PRACTICE B5)."""

import re

import asyncpg
import httpx
import pyotp
from litestar import Litestar

from backend.core import database
from tests.integration.force.accounts.test_take_over import MET, NEW, WHY, asked, told
from tests.support.doors import API, Desk, bearer, device
from tests.support.people import People, Person

_LINK = re.compile(r"<code>\S+/desk/enrol/(\S+?)</code>")


async def later(people: People, hours: float) -> None:
    """Let every ask be older by so much."""
    connection = await asyncpg.connect(people._owner_dsn)
    try:
        await connection.execute(
            "UPDATE people_asks SET asked_at = asked_at - make_interval(secs => $1)", hours * 3600
        )
    finally:
        await connection.close()


async def enrolled(app: Litestar, token: str) -> str:
    """Use the address without any code of a second person; returns the new seed."""
    desk = Desk(app)
    shown = await desk.http.get(f"/desk/enrol/{token}")
    found = re.search(r"<code>([A-Z2-7 ]+)</code>", shown.text)
    assert found, shown.text
    secret = found[1].replace(" ", "")
    form = {"password": NEW, "password_again": NEW, "code": pyotp.TOTP(secret).now()}
    done = await desk.http.post(f"/desk/enrol/{token}", data=form)
    assert done.status_code == 303, done.text
    return secret


async def doors(
    app: Litestar, client: httpx.AsyncClient, people: People, who: Person, secret: str
) -> tuple[int, httpx.Response]:
    """How desk and phone answer this person with his new credentials."""
    await people.forget_codes(who)
    code = pyotp.TOTP(secret).now()
    form = {"username": who.username, "password": NEW, "code": code}
    at_desk = await Desk(app).http.post("/desk/sign-in", data=form)
    await people.forget_codes(who)
    order = {"username": who.username, "password": NEW, "otp": code, "device": device()}
    return at_desk.status_code, await client.post(f"{API}/sessions", json=order)


async def test_until_somebody_confirms_only_the_phone_opens_and_only_for_work_on_site(
    app: Litestar, client: httpx.AsyncClient, people: People
) -> None:
    my = await Desk.of(app, people.my, people)
    page = f"/desk/people/{people.chi.id}/enrol"
    ask = await asked(await my.post(page, purpose="both", reason=WHY))
    await later(people, 3.9)
    assert (await my.post(f"{ask}/link")).status_code == 409, "four hours are not over"
    await later(people, 0.2)
    link = _LINK.search((await my.post(f"{ask}/link")).text)
    assert link
    assert (await my.post(f"{ask}/link")).status_code == 409, "one link"
    assert "chỉ mở cho việc hiện trường" in await told(app, people.giang, people)
    secret = await enrolled(app, link[1])
    desk, phone = await doors(app, client, people, people.chi, secret)
    assert desk == 403
    assert phone.status_code == 201
    assert sorted(phone.json()["officer"]["roles"]) == ["inspector", "team_leader"]
    synced = await client.get(f"{API}/sync", headers=bearer(phone.json()))
    assert synced.status_code == 200
    giang = await Desk.of(app, people.giang, people)
    confirmed = await giang.post(f"{ask}/confirm", **MET)
    found = re.search(r"<code>(\d{4} \d{4})</code>", confirmed.text)
    assert found, "a code, though the link was used"
    desk, phone = await doors(app, client, people, people.chi, secret)
    assert (desk, phone.status_code) == (403, 201)
    assert await with_code(app, people, people.chi, secret, "0000 0000") == 422
    assert await with_code(app, people, people.chi, secret, found[1]) == 303
    desk, phone = await doors(app, client, people, people.chi, secret)
    assert (desk, phone.status_code) == (303, 201)
    assert await database.fetchval("SELECT done_at FROM people_asks") is not None


async def with_code(app: Litestar, people: People, who: Person, secret: str, handed: str) -> int:
    """How the desk answers him when he types the confirmer's code as well."""
    await people.forget_codes(who)
    form = {"username": who.username, "password": NEW, "code": pyotp.TOTP(secret).now()}
    return (await Desk(app).http.post("/desk/sign-in", data=form | {"handed": handed})).status_code


async def test_a_confirmation_in_good_faith_gives_who_used_the_link_himself_nothing(
    app: Litestar, client: httpx.AsyncClient, people: People
) -> None:
    """The officer's own password is dead, so she asks for the reset herself: who confirms it is told the truth."""
    my = await Desk.of(app, people.my, people)
    page = f"/desk/people/{people.giang.id}/enrol"
    ask = await asked(await my.post(page, purpose="both", reason=WHY))
    await later(people, 4.1)
    link = _LINK.search((await my.post(f"{ask}/link")).text)
    assert link
    lan = await Desk.of(app, people.lan, people)
    unused = (await lan.http.get(ask)).text
    assert "đã được dùng" not in unused
    stolen = await enrolled(app, link[1])
    shown = (await lan.http.get(ask)).text
    assert "đã được dùng trước khi có ai xác nhận" in shown
    assert "đã được dùng khi chưa ai xác nhận, lúc" in shown
    confirmed = await lan.post(f"{ask}/confirm", **MET)
    code = re.search(r"<code>(\d{4} \d{4})</code>", confirmed.text)
    assert code
    desk, phone = await doors(app, client, people, people.giang, stolen)
    assert desk == 403
    assert phone.json()["officer"]["roles"] == []
    form = {"username": people.giang.username, "password": NEW}
    await people.forget_codes(people.giang)
    asks_code = await Desk(app).http.post(
        "/desk/sign-in", data=form | {"code": pyotp.TOTP(stolen).now()}
    )
    assert 'name="handed"' in asks_code.text
    for guess in range(10):
        answer = await with_code(app, people, people.giang, stolen, f"{guess:08d}")
        assert answer in (422, 303)
        assert answer == 422 or code[1].replace(" ", "") == f"{guess:08d}"
    assert await with_code(app, people, people.giang, stolen, code[1]) == 429, "guesses are counted"


async def test_the_roles_of_a_head_stay_shut(
    app: Litestar, client: httpx.AsyncClient, people: People
) -> None:
    my = await Desk.of(app, people.my, people)
    page = f"/desk/people/{people.giang.id}/enrol"
    ask = await asked(await my.post(page, purpose="both", reason=WHY))
    await later(people, 4.1)
    link = _LINK.search((await my.post(f"{ask}/link")).text)
    assert link
    desk, phone = await doors(app, client, people, people.giang, await enrolled(app, link[1]))
    assert desk == 403
    assert phone.json()["officer"]["roles"] == []


async def test_what_is_declined_afterwards_opens_nothing_any_more(
    app: Litestar, client: httpx.AsyncClient, people: People
) -> None:
    my = await Desk.of(app, people.my, people)
    page = f"/desk/people/{people.chi.id}/enrol"
    ask = await asked(await my.post(page, purpose="both", reason=WHY))
    await later(people, 4.1)
    link = _LINK.search((await my.post(f"{ask}/link")).text)
    assert link
    secret = await enrolled(app, link[1])
    _, phone = await doors(app, client, people, people.chi, secret)
    session = bearer(phone.json())
    giang = await Desk.of(app, people.giang, people)
    assert (await giang.post(f"{ask}/decline", reason="không phải chị Chi")).status_code == 303
    assert (await client.get(f"{API}/sync", headers=session)).status_code == 401
    desk, phone = await doors(app, client, people, people.chi, secret)
    assert (desk, phone.status_code) == (401, 401)


async def test_confirmed_before_the_link_is_used_it_takes_the_code_after_all(
    app: Litestar, people: People
) -> None:
    my = await Desk.of(app, people.my, people)
    page = f"/desk/people/{people.chi.id}/enrol"
    ask = await asked(await my.post(page, purpose="both", reason=WHY))
    await later(people, 4.1)
    bare = _LINK.search((await my.post(f"{ask}/link")).text)
    assert bare
    giang = await Desk.of(app, people.giang, people)
    confirmed = await giang.post(f"{ask}/confirm", **MET)
    assert re.search(r"<code>\d{4} \d{4}</code>", confirmed.text)
    assert (await Desk(app).http.get(f"/desk/enrol/{bare[1]}")).status_code == 404
    whole = _LINK.search((await my.post(f"{ask}/link")).text)
    assert whole
    shown = await Desk(app).http.get(f"/desk/enrol/{whole[1]}")
    assert 'name="handed"' in shown.text
