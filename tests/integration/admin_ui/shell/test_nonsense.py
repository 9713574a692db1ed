"""Nonsense in every address and form of the desk: a page that says so, never a failure."""

import base64
import random
import re
from collections import Counter
from urllib.parse import quote

import pytest
from litestar import Litestar

from tests.integration.mobile_api.test_nonsense import SEED, TEXTS
from tests.support import factories
from tests.support.desk import Desks
from tests.support.doors import Desk
from tests.support.people import People

# They would end the session that the trial runs in.
ENDS_THE_SESSION = {"/desk/sign-out"}
NEVER_ENDS = {"/desk/live"}
"""A stream: tests/integration/admin_ui/insight/test_live.py."""
FIELDS = (
    "q",
    "state",
    "unit",
    "officer",
    "from",
    "to",
    "cursor",
    "revision",
    "reason",
    "username",
    "password",
    "otp",
    "name",
    "role",
    "full_name",
    "next",
)


def filled(route: str, real: list[str], chance: random.Random) -> str:
    """The route's address with nonsense, or something that exists, in each place."""
    address = route
    while "{" in address:
        before, _, rest = address.partition("{")
        inside, _, after = rest.partition("}")
        right = chance.choice(real if inside.endswith("uuid") else ["1", "view", "admit", "first"])
        segment = right if chance.random() < 0.8 else quote(chance.choice(TEXTS), safe="%")
        address = before + segment + after
    return address


@pytest.mark.parametrize("tries", [3, pytest.param(12, marks=pytest.mark.long)])
async def test_no_page_fails_over_nonsense(
    app: Litestar, desks: Desks, people: People, tries: int
) -> None:
    chance = random.Random(f"{SEED} {tries}")
    work = await factories.submitted(people, photos=1)
    real = [str(work.id), work.pictures[0].photo_id, str(people.an.id), str(people.binh.id)]
    failed, statuses = [], Counter[int]()
    for person in (people.giang, people.my):
        browser = await desks.of(person)
        client = desks.clients[-1]
        page = (await browser.fetch("/desk/account")).text
        token = re.search(r'name="csrf_token" value="([^"]+)"', page)
        assert token
        headers = {
            "Origin": str(client.base_url).rstrip("/"),
            "Sec-Fetch-Site": "same-origin",
            "Cookie": "; ".join(f"{name}={value}" for name, value in browser.cookies.items()),
            "X-CSRF-Token": token[1],
        }
        for route in sorted({r.path for r in app.routes if r.path.startswith("/desk")}):
            if route in ENDS_THE_SESSION | NEVER_ENDS:
                continue
            for _ in range(tries):
                given = {field: chance.choice(TEXTS) for field in chance.sample(FIELDS, 6)}
                address = filled(route, real, chance)
                for method, how in (("GET", {"params": given}), ("POST", {"data": given})):
                    answer = await client.request(method, address, headers=headers, **how)  # type: ignore[arg-type]
                    statuses[answer.status_code] += 1
                    if answer.status_code >= 500:
                        failed.append(f"{answer.status_code} {method} {address} {given}"[:300])
    assert not failed, "\n".join(failed[:20])
    # The trial reached the pages behind the door, and was not only turned away at it.
    assert statuses[200] > 50
    assert statuses[403] < sum(statuses.values()) / 2


async def test_a_cursor_before_the_first_year_or_after_the_last_is_none_of_ours(
    app: Litestar, people: People
) -> None:
    """Its offset leads out of the years that the database knows: that is a wrong address, and no failure of ours."""
    desk = await Desk.of(app, people.khanh, people)
    administrator = await Desk.of(app, people.my, people)
    for at in ("9999-12-31T23:59:59-12:00", "0001-01-01T00:00:00+12:00"):
        two = base64.urlsafe_b64encode(f"{at}|{people.an.id}".encode()).decode()
        four = base64.urlsafe_b64encode(f"{at}|{people.an.id}|D12|".encode()).decode()
        for page in (f"exceptions?after={two}", f"notices?after={two}", f"due?after={four}"):
            answer = await desk.http.get(f"/desk/{page}")
            assert answer.status_code in (400, 404, 422), (page, answer.status_code)
        for cursor in (two, f"{at}_{people.an.id}"):
            answer = await administrator.http.get("/desk/devices", params={"after": cursor})
            assert answer.status_code == 422, cursor
