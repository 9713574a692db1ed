"""An account that somebody else sits in is given back to its officer, and a link never goes without its code."""

import asyncio
import re

import pyotp
import pytest
from litestar import Litestar

from backend.core import database
from tests.integration.force.accounts.test_take_over import _LINK, MET, NEW, WHY, asked, enrol
from tests.support.doors import Desk
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")


async def test_who_sits_in_an_account_does_not_stop_its_reset_once_it_is_shut(
    app: Litestar, people: People
) -> None:
    """As long as it is open he stops every one, as the officer himself may (PRACTICE B5)."""
    my, giang = await Desk.of(app, people.my, people), await Desk.of(app, people.giang, people)
    thief, page = await Desk.of(app, people.an, people), f"/desk/people/{people.an.id}"
    ask = await asked(await my.post(f"{page}/enrol", purpose="both", reason=WHY))
    assert (await thief.post(f"{ask}/decline", reason="Không phải tôi")).status_code == 303

    assert (await my.post(f"{page}/disable", reason=WHY)).status_code == 303
    assert f'href="{page}/enrol"' in (await my.http.get(page)).text
    ask = await asked(await my.post(f"{page}/enrol", purpose="both", reason=WHY))
    assert (await thief.http.get(ask)).headers["location"].startswith("/desk/sign-in")
    said = (await giang.post(f"{ask}/confirm", **MET)).text
    code = re.search(r"<code>(\d{4} \d{4})</code>", said)
    link = _LINK.search((await my.post(f"{ask}/link")).text)
    assert code
    assert link
    seed = re.search(
        r"<code>([A-Z2-7 ]+)</code>", (await my.http.get(f"/desk/enrol/{link[2]}")).text
    )
    assert seed
    assert (await enrol(app, link[2], code[1])).status_code == 303

    async def enters(**typed: str) -> int:
        await people.forget_codes(people.an)
        desk = Desk(app)
        await desk.sign_in(people.an, **typed)
        return (await desk.http.get("/desk/account")).status_code

    new = {"password": NEW, "code": pyotp.TOTP(seed[1].replace(" ", "")).now()}
    assert await enters(**new) == 303, "it is still shut"
    assert (await my.post(f"{page}/reinstate", reason=WHY)).status_code == 303
    assert await enters() == 303, "what the other one had opens nothing"
    new["code"] = pyotp.TOTP(seed[1].replace(" ", "")).now()
    assert await enters(**new) == 200


async def test_a_link_that_lay_open_ends_when_the_account_is_shut(
    app: Litestar, people: People
) -> None:
    my, giang = await Desk.of(app, people.my, people), await Desk.of(app, people.giang, people)
    page = f"/desk/people/{people.an.id}"
    ask = await asked(await my.post(f"{page}/enrol", purpose="both", reason=WHY))
    assert (await giang.post(f"{ask}/confirm", **MET)).status_code == 200
    link = _LINK.search((await my.post(f"{ask}/link")).text)
    assert link
    assert (await my.post(f"{page}/disable", reason=WHY)).status_code == 303
    assert (await my.post(f"{page}/reinstate", reason=WHY)).status_code == 303
    assert (await my.http.get(f"/desk/enrol/{link[2]}")).status_code in (404, 410)


async def test_a_link_asked_for_in_the_moment_of_the_confirmation_asks_for_its_code(
    app: Litestar, people: People
) -> None:
    my, giang = await Desk.of(app, people.my, people), await Desk.of(app, people.giang, people)
    token, page = await my.form_token(), f"/desk/people/{people.an.id}"
    ask = await asked(await my.post(f"{page}/enrol", purpose="both", reason=WHY))

    async def presses(after: float) -> int:
        await asyncio.sleep(after)
        return (await my.http.post(f"{ask}/link", data={"csrf_token": token})).status_code

    confirmed, *links = await asyncio.gather(
        giang.post(f"{ask}/confirm", **MET), *(presses(0.004 * n) for n in range(14))
    )
    assert confirmed.status_code == 200
    links.append(await presses(0))
    assert set(links) <= {200, 409}
    assert links.count(200) == 1
    assert await database.fetchval("SELECT code_hash IS NOT NULL FROM enrolments") is True
