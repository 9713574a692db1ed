"""What officers do to their own access: password, recovery codes, sessions elsewhere (S5, S6, S7, S9)."""

import asyncio
import html
import re
from collections.abc import AsyncIterator
from datetime import timedelta

import httpx
import pytest
from litestar import Litestar

from backend.core import clock, database
from backend.force.accounts import passkey_ends
from backend.force.accounts import service as accounts
from tests.support.doors import COOKIE, Desk, bearer, knock
from tests.support.people import PASSWORD, People, Person

NEW = "con trâu đi trước cái cày theo sau"
PLACE = "/desk/account"
_CODE = re.compile(r"<code>([a-z2-7]{4}(?:-[a-z2-7]{4}){3})</code>")


@pytest.fixture
async def desk(app: Litestar, people: People) -> AsyncIterator[Desk]:
    made = await Desk.of(app, people.giang, people)
    yield made
    await made.close()


def change(**changed: str) -> dict[str, str]:
    """What is typed to change the password."""
    return {"password_now": PASSWORD, "password": NEW, "password_again": NEW} | changed


async def codes_of(desk: Desk, people: People, person: Person) -> list[str]:
    """Make recovery codes, as the page shows them once."""
    await people.forget_codes(person)
    answer = await desk.post(f"{PLACE}/recovery", code=person.code())
    assert answer.status_code == 200, answer.text
    return _CODE.findall(answer.text)


async def told(person: Person) -> list[str]:
    rows = await database.fetch(
        "SELECT text_key FROM notices WHERE officer_id = $1 ORDER BY at", person.id
    )
    return [row["text_key"] for row in rows]


async def acts_of(person: Person) -> list[str]:
    rows = await database.fetch(
        "SELECT act_type FROM ledger_entries WHERE record_id = $1 ORDER BY number", person.id
    )
    return [row["act_type"] for row in rows]


async def test_a_password_is_changed_by_who_knows_the_present_one(
    app: Litestar, people: People, desk: Desk
) -> None:
    other = await Desk.of(app, people.giang, people)
    before, elsewhere = desk.token, other.token
    answer = await desk.post(f"{PLACE}/password", **change())
    assert answer.status_code == 303, answer.text
    assert desk.token != before, "the session goes on under a new token"
    assert before
    assert elsewhere
    assert await accounts.find_desk_session(before) is None
    assert await accounts.find_desk_session(elsewhere) is None
    assert (await desk.http.get(PLACE)).status_code == 200
    await people.forget_codes(people.giang)
    assert (await Desk(app).sign_in(people.giang)).status_code == 401
    assert (await Desk(app).sign_in(people.giang, password=NEW)).status_code == 303
    assert await told(people.giang) == ["password.changed"]
    assert await acts_of(people.giang) == ["password.changed"]
    await other.close()


@pytest.mark.parametrize(
    ("changed", "at", "says"),
    [
        ({"password_now": ""}, "password_now", "Hãy điền «Mật khẩu hiện tại»"),
        ({"password_now": "sai mật khẩu rồi nhé"}, "password_now", "Mật khẩu hiện tại không đúng"),
        ({"password_again": NEW + "!"}, "password_again", "Hai lần nhập mật khẩu không giống nhau"),
        ({"password": "ngắn", "password_again": "ngắn"}, "password", "từ 12 đến 128 ký tự"),
        (
            {"password": "Matkhau@2026!!", "password_again": "Matkhau@2026!!"},
            "password",
            "“matkhau”",
        ),
        (
            {"password": "BuiHuongGiang80", "password_again": "BuiHuongGiang80"},
            "password",
            "“giang”",
        ),
        (
            {"password": PASSWORD, "password_again": PASSWORD},
            "password",
            "giống mật khẩu hiện tại",
        ),
    ],
)
async def test_what_is_wrong_with_a_change_is_said_at_its_field_and_changes_nothing(
    people: People, desk: Desk, changed: dict[str, str], at: str, says: str
) -> None:
    answer = await desk.post(f"{PLACE}/password", **change(**changed))
    assert answer.status_code == 422
    said = re.search(rf'id="f-{at}-error">([^<]+)<', answer.text)
    assert said
    assert says in html.unescape(said[1])
    assert f'<a href="#f-{at}">' in answer.text
    assert PASSWORD not in answer.text
    assert await acts_of(people.giang) == []


async def test_ten_wrong_present_passwords_end_the_tries_of_this_session(
    people: People, desk: Desk
) -> None:
    statuses = [
        (
            await desk.post(f"{PLACE}/password", **change(password_now=f"sai lần {n} rồi nhé"))
        ).status_code
        for n in range(11)
    ]
    assert statuses == [422] * 10 + [429]
    assert (await desk.post(f"{PLACE}/password", **change())).status_code == 429
    assert (await desk.http.get(PLACE)).status_code == 200


async def test_an_open_desk_that_nobody_confirmed_changes_no_password(
    people: People, desk: Desk
) -> None:
    await database.execute("UPDATE desk_sessions SET confirmed_until = now()")
    page = await desk.http.get(f"{PLACE}/password")
    assert page.status_code == 303
    assert page.headers["location"].startswith("/desk/confirm")
    assert (await desk.post(f"{PLACE}/password", **change())).status_code == 403
    assert await acts_of(people.giang) == []


async def test_phones_go_on_unless_their_officer_signs_them_out_too(
    client: httpx.AsyncClient, people: People, desk: Desk
) -> None:
    await people.forget_codes(people.giang)
    phone = (await knock(client, people.giang)).json()
    assert (await desk.post(f"{PLACE}/password", **change())).status_code == 303
    assert (await client.get("/api/mobile/v1/sync", headers=bearer(phone))).status_code == 200
    again = change(password_now=NEW, password=PASSWORD, password_again=PASSWORD, phones="yes")
    assert (await desk.post(f"{PLACE}/password", **again)).status_code == 303
    assert (await client.get("/api/mobile/v1/sync", headers=bearer(phone))).status_code == 401


async def test_a_recovery_code_stands_for_a_one_time_code_once_and_opens_no_signing(
    app: Litestar, people: People, desk: Desk
) -> None:
    codes = await codes_of(desk, people, people.giang)
    assert len(set(codes)) == 10
    kept = await database.fetchval("SELECT string_agg(c::text, '') FROM recovery_codes c")
    assert not any(code.replace("-", "") in kept for code in codes)
    page = await desk.http.get(f"{PLACE}/recovery")
    assert "10 mã" in page.text
    assert codes[0] not in page.text, "shown once"
    found = Desk(app)
    typed = codes[0].upper().replace("-", " ")
    assert (await found.sign_in(people.giang, code=typed)).status_code == 303
    assert "9 mã" in (await found.http.get(f"{PLACE}/recovery")).text
    assert (
        (await found.http.get(f"{PLACE}/password")).headers["location"].startswith("/desk/confirm")
    )
    assert (await Desk(app).sign_in(people.giang, code=codes[0])).status_code == 401
    assert await told(people.giang) == ["recovery.made", "recovery.used"]
    assert await acts_of(people.giang) == ["recovery_codes.made", "recovery_code.used"]
    how = await database.fetchval(
        "SELECT action FROM access_log WHERE officer_id = $1 ORDER BY at DESC, id DESC LIMIT 1",
        people.giang.id,
    )
    assert how == "sign_in.recovered"
    await found.close()


async def test_twenty_at_once_with_one_recovery_code_let_one_in(
    app: Litestar, people: People, desk: Desk
) -> None:
    code = (await codes_of(desk, people, people.giang))[3]
    doors = [Desk(app) for _ in range(20)]
    answers = await asyncio.gather(*(one.sign_in(people.giang, code=code) for one in doors))
    statuses = [answer.status_code for answer in answers]
    assert statuses.count(303) == 1
    assert set(statuses) <= {303, 401, 429}
    assert (await acts_of(people.giang)).count("recovery_code.used") == 1
    for door in doors:
        await door.close()


async def test_a_new_set_voids_the_one_before_and_a_code_is_its_owner_s_alone(
    app: Litestar, people: People, desk: Desk
) -> None:
    before = await codes_of(desk, people, people.giang)
    after = await codes_of(desk, people, people.giang)
    assert not set(before) & set(after)
    assert (await Desk(app).sign_in(people.giang, code=before[0])).status_code == 401
    assert (await Desk(app).sign_in(people.ho, code=after[0])).status_code == 401
    assert (
        await Desk(app).sign_in(people.giang, code=after[0], password="sai rồi nhé bạn")
    ).status_code == 401
    assert (await Desk(app).sign_in(people.giang, code=after[0])).status_code == 303


async def test_recovery_codes_are_guessed_no_more_often_than_one_time_codes(
    app: Litestar, people: People, desk: Desk
) -> None:
    codes = await codes_of(desk, people, people.giang)
    stranger = Desk(app)
    guesses = [f"aaaa-bbbb-cccc-ddd{letter}" for letter in "abcdefghijk"]
    statuses = [(await stranger.sign_in(people.giang, code=one)).status_code for one in guesses]
    assert statuses.count(401) == 10
    assert statuses[-1] == 429
    assert (await stranger.sign_in(people.giang, code=codes[0])).status_code == 429
    assert (await desk.http.get(PLACE)).status_code == 200, "a live session goes on"
    await stranger.close()


async def test_a_phone_takes_no_recovery_code(
    client: httpx.AsyncClient, people: People, desk: Desk
) -> None:
    code = (await codes_of(desk, people, people.giang))[0]
    answer = await knock(client, people.giang, otp=code)
    assert answer.status_code in (401, 422)
    assert (await acts_of(people.giang)).count("recovery_code.used") == 0


async def test_codes_are_made_by_a_fresh_code_alone(people: People, desk: Desk) -> None:
    await people.forget_codes(people.giang)
    assert (await desk.post(f"{PLACE}/recovery", code="000000")).status_code == 422
    assert await acts_of(people.giang) == []


async def test_a_reset_of_the_credentials_ends_the_codes(
    app: Litestar, people: People, desk: Desk
) -> None:
    code = (await codes_of(desk, people, people.giang))[0]
    now = clock.now()
    async with database.transaction():
        await passkey_ends.end_all(people.giang.id, now)
    assert (await Desk(app).sign_in(people.giang, code=code)).status_code == 401
    assert "recovery.ended" in await told(people.giang)


async def test_every_place_is_shown_and_can_be_signed_out_at_once(
    app: Litestar, client: httpx.AsyncClient, people: People, desk: Desk
) -> None:
    agent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36"
    other = Desk(app)
    other.http.headers["user-agent"] = agent
    await people.forget_codes(people.giang)
    assert (await other.sign_in(people.giang)).status_code == 303
    await people.forget_codes(people.giang)
    phone = (await knock(client, people.giang)).json()
    page = (await desk.http.get(f"{PLACE}/sessions")).text
    for said in ("Phiên này", "Chrome, Windows", "Máy thử", "127.0.0.1"):
        assert said in page
    mine = await database.fetch(
        "SELECT id FROM desk_sessions WHERE officer_id = $1 AND ended_at IS NULL AND browser <> ''",
        people.giang.id,
    )
    one = f"{PLACE}/sessions/{mine[0]['id']}/end"
    assert "Chrome, Windows" in (await desk.http.get(one)).text
    assert (await desk.post(one)).status_code == 303
    assert (await other.http.get(PLACE)).status_code == 303, "signed out"
    assert (await client.get("/api/mobile/v1/sync", headers=bearer(phone))).status_code == 200
    assert (await desk.post(f"{PLACE}/sessions/others")).status_code == 303
    assert (await client.get("/api/mobile/v1/sync", headers=bearer(phone))).status_code == 401
    assert (await desk.http.get(PLACE)).status_code == 200
    await other.close()


async def test_nobody_ends_a_session_of_somebody_else_nor_the_own_one_there(
    app: Litestar, people: People, desk: Desk
) -> None:
    stranger = await Desk.of(app, people.ho, people)
    rows = await database.fetch("SELECT id, officer_id FROM desk_sessions WHERE ended_at IS NULL")
    ids = {row["officer_id"]: row["id"] for row in rows}
    theirs = f"{PLACE}/sessions/{ids[people.ho.id]}/end"
    assert (await desk.http.get(theirs)).status_code == 404
    assert (await desk.post(theirs)).status_code == 404
    assert (await stranger.http.get(PLACE)).status_code == 200
    assert (await desk.http.get(f"{PLACE}/sessions/{ids[people.giang.id]}/end")).status_code == 404
    await stranger.close()


@pytest.mark.parametrize("path", ["password", "recovery", "sessions/others"])
async def test_another_site_changes_nothing(people: People, desk: Desk, path: str) -> None:
    form = change(code=people.giang.code())
    without = await desk.http.post(f"{PLACE}/{path}", data=form)
    assert without.status_code == 403
    token = await desk.form_token()
    foreign = {"origin": "https://xau.example", "sec-fetch-site": "cross-site"}
    crossed = await desk.http.post(
        f"{PLACE}/{path}", data=form | {"csrf_token": token}, headers=foreign
    )
    assert crossed.status_code == 403
    assert desk.http.cookies.get(COOKIE)
    assert await acts_of(people.giang) == []


async def test_a_session_that_was_idle_too_long_is_no_place(people: People, desk: Desk) -> None:
    await database.execute(
        "UPDATE desk_sessions SET last_seen_at = last_seen_at - $1::interval", timedelta(hours=1)
    )
    actor = people.giang.actor()
    assert await accounts.list_places(actor) == []
