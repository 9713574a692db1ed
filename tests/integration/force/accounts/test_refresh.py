"""Refresh tokens rotate; an honest phone on a bad link is never logged out; a thief is (S8)."""

import asyncio
from datetime import timedelta
from typing import Any

import asyncpg
import httpx
import pytest

from backend.core import clock, database
from tests.support.doors import API, bearer, knock
from tests.support.people import People


async def refresh(client: httpx.AsyncClient, token: str) -> httpx.Response:
    return await client.post(f"{API}/sessions/refresh", json={"refresh_token": token})


async def works(client: httpx.AsyncClient, session: dict[str, Any]) -> bool:
    answer = await client.get(f"{API}/sync", headers=bearer(session))
    return answer.status_code == 200


def later(monkeypatch: pytest.MonkeyPatch, **by: float) -> None:
    moment = clock.now() + timedelta(**by)
    monkeypatch.setattr(clock, "now", lambda: moment)


@pytest.fixture
async def session(client: httpx.AsyncClient, people: People) -> dict[str, Any]:
    answer: dict[str, Any] = (await knock(client, people.an)).json()
    return answer


async def test_a_refresh_gives_a_new_pair(
    client: httpx.AsyncClient, session: dict[str, Any]
) -> None:
    answer = await refresh(client, session["refresh_token"])
    assert answer.status_code == 200
    renewed = answer.json()
    assert renewed.keys() == session.keys()
    assert renewed["access_token"] != session["access_token"]
    assert renewed["refresh_token"] != session["refresh_token"]
    assert await works(client, renewed)


async def test_ten_refreshes_at_once_get_the_same_pair(
    client: httpx.AsyncClient, session: dict[str, Any]
) -> None:
    answers = await asyncio.gather(*(refresh(client, session["refresh_token"]) for _ in range(10)))
    assert [answer.status_code for answer in answers] == [200] * 10
    pairs = {(each.json()["access_token"], each.json()["refresh_token"]) for each in answers}
    assert len(pairs) == 1
    assert await works(client, answers[0].json())


async def test_a_lost_answer_can_be_asked_for_again(
    client: httpx.AsyncClient, session: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    lost = (await refresh(client, session["refresh_token"])).json()
    later(monkeypatch, seconds=29)
    again = await refresh(client, session["refresh_token"])
    assert again.status_code == 200
    for name in ("access_token", "refresh_token", "expires_at"):
        assert again.json()[name] == lost[name]


async def test_use_after_the_grace_ends_the_whole_session(
    client: httpx.AsyncClient, session: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    renewed = (await refresh(client, session["refresh_token"])).json()
    assert await works(client, renewed)
    later(monkeypatch, seconds=31)
    stolen = await refresh(client, session["refresh_token"])
    assert (stolen.status_code, stolen.json()["code"]) == (401, "not_signed_in")
    assert not await works(client, renewed)
    assert (await refresh(client, renewed["refresh_token"])).status_code == 401
    reason = await database.fetchval("SELECT end_reason FROM mobile_sessions")
    assert reason == "refresh_token_reused"


async def test_a_phone_that_drove_out_of_the_signal_before_the_answer_is_not_signed_out(
    client: httpx.AsyncClient, session: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or was killed before it had stored the answer: nobody has used what the answer held."""
    lost = (await refresh(client, session["refresh_token"])).json()
    later(monkeypatch, days=2)
    again = await refresh(client, session["refresh_token"])
    assert again.status_code == 200
    assert again.json()["refresh_token"] == lost["refresh_token"]
    assert not await works(client, again.json()), "the access token of two days ago has ended"
    renewed = (await refresh(client, again.json()["refresh_token"])).json()
    assert await works(client, renewed)


@pytest.mark.parametrize("used", ["access", "refresh"])
async def test_an_answer_that_was_not_lost_but_taken_by_another_ends_the_session(
    client: httpx.AsyncClient,
    session: dict[str, Any],
    monkeypatch: pytest.MonkeyPatch,
    used: str,
) -> None:
    thief = (await refresh(client, session["refresh_token"])).json()
    if used == "access":
        assert await works(client, thief)
    else:
        assert (await refresh(client, thief["refresh_token"])).status_code == 200
    later(monkeypatch, minutes=1)
    assert (await refresh(client, session["refresh_token"])).status_code == 401
    assert (await refresh(client, thief["refresh_token"])).status_code == 401
    reason = await database.fetchval("SELECT end_reason FROM mobile_sessions")
    assert reason == "refresh_token_reused"


async def test_another_session_of_the_officer_survives_a_theft(
    client: httpx.AsyncClient,
    people: People,
    session: dict[str, Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    await people.forget_codes(people.an)
    other = (await knock(client, people.an)).json()
    renewed = (await refresh(client, session["refresh_token"])).json()
    assert await works(client, renewed)
    later(monkeypatch, seconds=31)
    await refresh(client, session["refresh_token"])
    assert await works(client, other)


async def test_access_ends_after_a_quarter_of_an_hour(
    client: httpx.AsyncClient, session: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    later(monkeypatch, minutes=15, seconds=1)
    assert not await works(client, session)
    assert (await refresh(client, session["refresh_token"])).status_code == 200


async def test_a_phone_that_was_silent_for_two_weeks_signs_in_again(
    client: httpx.AsyncClient, session: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    later(monkeypatch, days=14, seconds=1)
    assert (await refresh(client, session["refresh_token"])).status_code == 401


async def test_signing_out_kills_both_tokens(
    client: httpx.AsyncClient, session: dict[str, Any]
) -> None:
    gone = await client.delete(f"{API}/sessions/current", headers=bearer(session))
    assert gone.status_code == 204
    assert not await works(client, session)
    assert (await refresh(client, session["refresh_token"])).status_code == 401


async def test_a_phone_whose_session_a_restore_lost_is_told_so_and_what_signing_in_does(
    client: httpx.AsyncClient,
    session: dict[str, Any],
    people: People,
    request: pytest.FixtureRequest,
) -> None:
    await database.execute("DELETE FROM refresh_tokens")
    before = await refresh(client, session["refresh_token"])
    assert (before.status_code, before.json()["code"]) == (401, "not_signed_in")
    owner = await asyncpg.connect(request.getfixturevalue("database").owner_dsn)
    await owner.execute(
        "INSERT INTO ledger_logs (era, log_id, epoch) VALUES (2, gen_random_uuid(), gen_random_uuid())"
    )
    await owner.close()
    told = (await refresh(client, session["refresh_token"])).json()
    assert told["code"] == "session_of_lost_part"
    assert "tự gửi lại" in told["text"]["vi"]
    assert "Sign in again" in told["text"]["en"]


@pytest.mark.parametrize("ending", ["officer", "device"])
async def test_disabling_and_revoking_kill_at_once(
    client: httpx.AsyncClient, session: dict[str, Any], ending: str
) -> None:
    if ending == "officer":
        await database.execute("UPDATE officers SET state = 'disabled'")
    else:
        await database.execute("UPDATE devices SET revoked_at = now()")
    assert not await works(client, session)
    answer = await refresh(client, session["refresh_token"])
    code = {"officer": "session_officer_disabled", "device": "session_device_revoked"}[ending]
    assert (answer.status_code, answer.json()["code"]) == (401, code)


@pytest.mark.parametrize(
    "header", ["", "Bearer", "Bearer ", "Basic {}", "{}", "Bearer x{}", "bearer  "]
)
async def test_only_a_bearer_token_opens(
    client: httpx.AsyncClient, session: dict[str, Any], header: str
) -> None:
    headers = {"Authorization": header.format(session["access_token"])}
    answer = await client.get(f"{API}/sync", headers=headers)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"
