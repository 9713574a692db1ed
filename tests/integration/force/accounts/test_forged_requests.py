"""Requests that another site made a browser send change nothing: all are 403 (S9)."""

from collections.abc import AsyncIterator

import pytest
from litestar import Litestar

from backend.core import database
from tests.support.doors import Desk
from tests.support.people import People

PATH = "/desk/account/language"


@pytest.fixture
async def desk(app: Litestar, people: People) -> AsyncIterator[Desk]:
    made = await Desk.of(app, people.giang, people)
    yield made
    await made.close()


async def language(people: People) -> str:
    found: str = await database.fetchval(
        "SELECT language FROM officers WHERE id = $1", people.giang.id
    )
    return found


async def test_a_form_of_ours_is_taken(desk: Desk, people: People) -> None:
    assert (await desk.post(PATH, language="en")).status_code == 303
    assert await language(people) == "en"


async def test_without_the_token_it_is_refused(desk: Desk, people: People) -> None:
    for form in ({}, {"csrf_token": ""}, {"csrf_token": "x" * 43}, {"csrf_token": "đ"}):
        answer = await desk.http.post(PATH, data={"language": "en"} | form)
        assert answer.status_code == 403
    answer = await desk.http.post(PATH, json={"language": "en"})
    assert answer.status_code == 403
    assert await language(people) == "vi"


async def test_another_persons_token_is_refused(desk: Desk, app: Litestar, people: People) -> None:
    other = await Desk.of(app, people.hai, people)
    form = {"language": "en", "csrf_token": await other.form_token()}
    assert (await desk.http.post(PATH, data=form)).status_code == 403


async def test_an_earlier_sessions_token_is_refused(desk: Desk, people: People) -> None:
    old = await desk.form_token()
    await people.forget_codes(people.giang)
    await desk.sign_in(people.giang)
    answer = await desk.http.post(PATH, data={"language": "en", "csrf_token": old})
    assert answer.status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.test"},
        {"Origin": "null"},
        {"Origin": "https://["},
        {"Origin": "https://desk.test.evil.test"},
        {"Origin": "https://desk.test:444"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "https://desk.test"},
    ],
)
async def test_another_site_is_refused_whatever_token_it_has(
    desk: Desk, people: People, headers: dict[str, str]
) -> None:
    form = {"language": "en", "csrf_token": await desk.form_token()}
    answer = await desk.http.post(PATH, data=form, headers=headers)
    assert answer.status_code == 403
    assert await language(people) == "vi"


async def test_another_site_cannot_even_sign_somebody_in_or_out(
    desk: Desk, app: Litestar, people: People
) -> None:
    await people.forget_codes(people.an)
    foreign = {"Origin": "https://evil.test"}
    form = {"username": "an", "password": people.an.password, "code": people.an.code()}
    answer = await Desk(app).http.post("/desk/sign-in", data=form, headers=foreign)
    assert answer.status_code == 403
    assert (await desk.http.post("/desk/sign-out", headers=foreign)).status_code == 403
    assert (await desk.http.post("/desk/sign-out")).status_code == 403
    assert (await desk.http.get("/desk/account")).status_code == 200


async def test_our_own_browser_says_so_and_is_taken(desk: Desk) -> None:
    headers = {"Origin": "https://desk.test", "Sec-Fetch-Site": "same-origin"}
    form = {"language": "en", "csrf_token": await desk.form_token()}
    assert (await desk.http.post(PATH, data=form, headers=headers)).status_code == 303


async def test_a_broken_form_is_a_refusal_and_never_a_failure(desk: Desk) -> None:
    for kind in ("multipart/form-data", "multipart/form-data; boundary=x"):
        answer = await desk.http.post(
            PATH, content=b"--x\r\nnonsense\x00\r\n--y", headers={"Content-Type": kind}
        )
        assert 400 <= answer.status_code < 500
