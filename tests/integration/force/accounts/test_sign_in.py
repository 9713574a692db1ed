"""Signing in on a phone: both factors, once each code, within the limits on guessing (S5, S6)."""

import asyncio
from datetime import timedelta

import httpx
import pyotp
import pytest

from backend.core import clock, database
from backend.force.accounts import passwords
from backend.force.rules import accounts as rules
from tests.support.doors import API, bearer, device, knock
from tests.support.people import PASSWORD, People


async def test_both_factors_open_a_session_with_all_that_a_phone_needs(
    client: httpx.AsyncClient, people: People
) -> None:
    answer = await knock(client, people.an)
    assert answer.status_code == 201, answer.text
    session = answer.json()
    assert session.keys() == {
        "access_token", "refresh_token", "expires_at", "officer", "anchor", "epoch",
        "server_keys", "last_seq", "last_hash", "public_url",
    }  # fmt: skip
    assert session["officer"]["username"] == "an"
    assert session["officer"]["roles"] == ["inspector"]
    assert (session["last_seq"], session["last_hash"]) == (0, None)
    sync = await client.get(f"{API}/sync", headers=bearer(session))
    assert sync.status_code == 200, sync.text


async def test_what_is_wrong_is_never_told(client: httpx.AsyncClient, people: People) -> None:
    wrong = [
        await knock(client, people.an, password="sai mật khẩu rồi nhé"),
        await knock(client, people.an, otp="000000"),
        await knock(client, people.an, username="khong-co-ai"),
        await knock(client, people.an, username="'; DROP TABLE officers; --"),
    ]
    problems = [(answer.status_code, answer.json()["code"]) for answer in wrong]
    assert problems == [(401, "credentials_wrong")] * 4
    assert len({answer.text for answer in wrong}) == 1
    assert wrong[0].headers["content-type"].startswith("application/problem+json")


async def test_a_user_name_is_found_however_it_was_typed(
    client: httpx.AsyncClient, people: People
) -> None:
    assert (await knock(client, people.an, username="  AN ")).status_code == 201


async def test_twenty_at_once_with_one_code_let_one_in(
    client: httpx.AsyncClient, people: People
) -> None:
    code = people.an.code()
    answers = await asyncio.gather(*(knock(client, people.an, otp=code) for _ in range(20)))
    statuses = sorted(answer.status_code for answer in answers)
    assert statuses.count(201) == 1
    assert set(statuses) <= {201, 401, 429}


async def test_a_used_code_is_told_to_who_knew_the_password(
    client: httpx.AsyncClient, people: People
) -> None:
    code = people.an.code()
    await knock(client, people.an, otp=code)
    assert (await knock(client, people.an, otp=code)).json()["code"] == "code_used"
    other = await knock(client, people.an, otp=code, password="không phải mật khẩu")
    assert other.json()["code"] == "credentials_wrong"


async def test_an_older_code_is_never_taken_after_a_newer_one(
    client: httpx.AsyncClient, people: People
) -> None:
    before = pyotp.TOTP(people.an.totp_secret).at(clock.now() - timedelta(seconds=30))
    assert (await knock(client, people.an)).status_code == 201
    assert (await knock(client, people.an, otp=before)).json()["code"] == "code_used"


async def test_after_ten_wrong_tries_nobody_may_try_and_live_sessions_go_on(
    client: httpx.AsyncClient, people: People
) -> None:
    session = (await knock(client, people.an)).json()
    await people.forget_codes(people.an)
    guesses = await asyncio.gather(
        *(knock(client, people.an, password=f"đoán mò lần {n}") for n in range(30))
    )
    statuses = [answer.status_code for answer in guesses]
    assert statuses.count(401) == rules.MAX_FAILURES_PER_ACCOUNT
    assert statuses.count(429) == 20
    locked = await knock(client, people.an)
    assert locked.status_code == 429, "not even the right password"
    problem = locked.json()
    assert problem["code"] == "too_many_tries"
    assert problem["retryable"] is True
    assert 1 <= problem["detail"]["minutes"] <= 15
    assert int(locked.headers["retry-after"]) >= 60
    assert (await client.get(f"{API}/sync", headers=bearer(session))).status_code == 200
    refresh = {"refresh_token": session["refresh_token"]}
    assert (await client.post(f"{API}/sessions/refresh", json=refresh)).status_code == 200
    assert (await knock(client, people.binh)).status_code == 201, "others are not touched"


async def test_the_wait_ends_by_itself(
    client: httpx.AsyncClient, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(10):
        await knock(client, people.an, password=f"đoán mò lần {number}")
    assert (await knock(client, people.an)).status_code == 429
    real = clock.now
    monkeypatch.setattr(clock, "now", lambda: real() + timedelta(minutes=15, seconds=1))
    code = pyotp.TOTP(people.an.totp_secret).at(clock.now())
    assert (await knock(client, people.an, otp=code)).status_code == 201


async def test_right_tries_are_no_failures(client: httpx.AsyncClient, people: People) -> None:
    for _ in range(12):
        await people.forget_codes(people.an)
        assert (await knock(client, people.an)).status_code == 201
    assert await database.fetchval("SELECT count(*) FROM sign_in_failures") == 0


async def test_one_address_may_not_try_every_account(
    client: httpx.AsyncClient, people: People
) -> None:
    await database.execute(
        "INSERT INTO sign_in_failures (account, address) "
        "SELECT 'nguoi-' || n, '127.0.0.1' FROM generate_series(1, $1) n",
        rules.MAX_FAILURES_PER_ADDRESS,
    )
    assert (await knock(client, people.an)).status_code == 429


async def test_a_disabled_officer_learns_it_only_with_both_factors(
    client: httpx.AsyncClient, people: People
) -> None:
    await database.execute("UPDATE officers SET state = 'disabled' WHERE id = $1", people.an.id)
    told = await knock(client, people.an)
    assert (told.status_code, told.json()["code"]) == (403, "officer_disabled")
    guess = await knock(client, people.an, password="một câu nào đó khác")
    assert guess.json()["code"] == "credentials_wrong"


async def test_no_secret_stands_in_the_database(client: httpx.AsyncClient, people: People) -> None:
    session = (await knock(client, people.an)).json()
    for table in ("access_tokens", "refresh_tokens", "mobile_sessions", "ledger_entries"):
        text = await database.fetchval(
            f"SELECT coalesce(string_agg(t::text, ' '), '') FROM {table} t"
        )
        for secret in (session["access_token"], session["refresh_token"], people.an.password):
            assert secret not in text


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"[" * 200_000,
        b'{"username": 7}',
        b'{"username": "an", "password": "x", "otp": "1", "device": {}, "more": 1}',
        b"\xff\xfe",
    ],
)
async def test_nonsense_is_a_problem_and_never_a_failure(
    client: httpx.AsyncClient, people: People, body: bytes
) -> None:
    headers = {"Content-Type": "application/json"}
    answer = await client.post(f"{API}/sessions", content=body, headers=headers)
    assert 400 <= answer.status_code < 500, answer.text
    problem = answer.json()
    assert problem["text"]["vi"]
    assert problem["text"]["en"]
    assert problem.keys() == {
        "type", "title", "status", "code", "text", "retryable", "detail",
    }  # fmt: skip


async def test_another_body_type_is_refused(client: httpx.AsyncClient, people: People) -> None:
    for content_type in ("multipart/form-data", "multipart/form-data; boundary=x", "text/plain"):
        answer = await client.post(
            f"{API}/sessions", content=b"--x\r\n\r\n", headers={"Content-Type": content_type}
        )
        assert 400 <= answer.status_code < 500, answer.text


async def test_a_device_is_enrolled_once_and_bound_to_its_key(
    client: httpx.AsyncClient, people: People
) -> None:
    phone = device()
    assert (await knock(client, people.an, phone)).status_code == 201
    kinds = await database.fetch(
        "SELECT act_type, officer_id FROM ledger_entries WHERE record_kind = 'device'"
    )
    assert [tuple(row) for row in kinds] == [("device.enrolled", people.an.id)]
    assert (await knock(client, people.binh, phone)).status_code == 201, "a shared phone"
    await people.forget_codes(people.an)
    other = await knock(client, people.an, phone | {"public_key": device()["public_key"]})
    assert (other.status_code, other.json()["code"]) == (409, "device_key_mismatch")


async def test_a_device_without_a_proper_key_is_not_enrolled(
    client: httpx.AsyncClient, people: People
) -> None:
    answer = await knock(client, people.an, device(public_key={"kty": "EC", "crv": "P-256"}))
    assert (answer.status_code, answer.json()["code"]) == (422, "device_key_invalid")


async def test_two_first_sign_ins_at_once_enrol_one_device(
    client: httpx.AsyncClient, people: People
) -> None:
    phone = device()
    answers = await asyncio.gather(
        knock(client, people.an, phone), knock(client, people.binh, phone)
    )
    assert [answer.status_code for answer in answers] == [201, 201]
    assert await database.fetchval("SELECT count(*) FROM devices") == 1


async def test_whatever_is_wrong_costs_the_same_work(
    client: httpx.AsyncClient, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An answer's time must not tell who exists. Counted rather than timed: one slow hash each."""
    real, hashed = passwords._verify, []

    def counted(stored: str, password: str) -> bool:
        hashed.append(stored.split("$")[3])
        return real(stored, password)

    monkeypatch.setattr(passwords, "_verify", counted)
    await database.execute(
        "UPDATE credentials SET password_hash = $1 WHERE officer_id = $2",
        await passwords.make_hash(PASSWORD),  # at its real cost; the cast's is cheap
        people.an.id,
    )
    await knock(client, people.an, username="khong-co-ai")
    await knock(client, people.an, password="sai mật khẩu rồi nhé")
    await knock(client, people.an, otp="000000")
    await database.execute(
        "INSERT INTO officers (id, username, full_name, unit_id, unit_1) "
        "SELECT gen_random_uuid(), 'chua-thiet-lap', 'Chưa Thiết Lập', id, id FROM units "
        "WHERE level = 1"
    )
    await knock(client, people.an, username="chua-thiet-lap")
    assert hashed == ["m=19456,t=2,p=1"] * 4
