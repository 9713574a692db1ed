"""Desk sessions: no fixation, a cookie that only we can set, and an end that is an end (S7)."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from litestar import Litestar

from backend.core import clock, database
from backend.core.database import transaction
from backend.force.accounts import service as accounts
from schemas.core.vocabulary import Role
from schemas.force import acts as people_acts
from tests.support.doors import COOKIE, Desk
from tests.support.people import People


@pytest.fixture
async def desk(app: Litestar, people: People) -> AsyncIterator[Desk]:
    made = await Desk.of(app, people.my, people)
    yield made
    await made.close()


async def test_the_cookie_is_bound_to_this_host_and_no_script_reads_it(
    app: Litestar, people: People
) -> None:
    answer = await Desk(app).sign_in(people.my)
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith(f"{COOKIE}=")
    for part in ("Path=/", "Secure", "HttpOnly", "SameSite=strict"):
        assert part.lower() in cookie.lower()
    assert "domain" not in cookie.lower()
    token = cookie.split("=", 1)[1].split(";")[0]
    assert len(token) == 43, "256 bits"
    kept = await database.fetchval("SELECT string_agg(s::text, '') FROM desk_sessions s")
    assert token not in kept


async def test_a_planted_cookie_never_becomes_a_session(app: Litestar, people: People) -> None:
    desk = Desk(app)
    planted = "A" * 43
    desk.http.cookies.set(COOKIE, planted)
    answer = await desk.sign_in(people.my)
    assert answer.status_code == 303
    assert planted not in answer.headers["set-cookie"]
    thief = Desk(app)
    thief.http.cookies.set(COOKIE, planted)
    assert (await thief.http.get("/desk/account")).status_code == 303


async def test_signing_in_again_ends_the_session_before(desk: Desk, people: People) -> None:
    before = desk.token
    await people.forget_codes(people.my)
    assert (await desk.sign_in(people.my)).status_code == 303
    assert desk.token != before
    assert before
    assert await accounts.find_desk_session(before) is None


async def test_signing_out_kills_the_token(desk: Desk, app: Litestar) -> None:
    token = desk.token
    assert (await desk.post("/desk/sign-out")).status_code == 303
    other = Desk(app)
    other.http.cookies.set(COOKIE, token or "")
    answer = await other.http.get("/desk/account")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/desk/sign-in?next=/desk/account"


@pytest.mark.parametrize(
    "content",
    [
        people_acts.OfficerDisabled(reason="chuyển công tác"),
        people_acts.RoleGiven(role=Role.TEAM_LEADER),
        people_acts.RoleTaken(role=Role.INSPECTOR, reason="thôi việc"),
    ],
)
async def test_disabling_and_every_change_of_roles_end_it_at_once(
    app: Litestar, people: People, content: people_acts.Wire
) -> None:
    desk = await Desk.of(app, people.an, people)
    assert (await desk.http.get("/desk/account")).status_code == 200
    async with transaction():
        face: Any = "cli" if isinstance(content, people_acts.RoleGiven) else "desk"
        await accounts.change(people.my.actor(face), people.an.id, content)
    assert (await desk.http.get("/desk/account")).status_code == 303


async def test_idle_for_half_an_hour_it_is_dead_and_use_keeps_it_alive(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = clock.now
    for minutes in (29, 58):
        monkeypatch.setattr(clock, "now", lambda by=minutes: real() + timedelta(minutes=by))
        assert (await desk.http.get("/desk/account")).status_code == 200
    monkeypatch.setattr(clock, "now", lambda: real() + timedelta(minutes=89))
    assert (await desk.http.get("/desk/account")).status_code == 303


async def test_after_twelve_hours_it_is_dead_however_busy(desk: Desk) -> None:
    await database.execute("UPDATE desk_sessions SET expires_at = now()")
    assert (await desk.http.get("/desk/account")).status_code == 303


async def test_wrong_factors_are_told_on_the_page_and_set_no_cookie(
    app: Litestar, people: People
) -> None:
    desk = Desk(app)
    answer = await desk.sign_in(people.my, password="sai mật khẩu rồi nhé")
    assert answer.status_code == 401
    assert "set-cookie" not in answer.headers
    assert "không đúng" in answer.text
    assert "sai mật khẩu rồi nhé" not in answer.text


@pytest.mark.parametrize(
    "target", ["https://evil.test/desk/", "//evil.test/desk/", "/desk/../x\\y", "/api/x", "//[", ""]
)
async def test_nobody_is_sent_away_after_signing_in(
    app: Litestar, people: People, target: str
) -> None:
    answer = await Desk(app).sign_in(people.my, next=target)
    assert answer.headers["location"] == "/desk/"


async def test_a_phones_token_opens_no_page_and_a_cookie_no_interface(
    desk: Desk, app: Litestar
) -> None:
    answer = await desk.http.get("/api/mobile/v1/sync")
    assert answer.status_code == 401
