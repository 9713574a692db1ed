"""A phone is lost: who reports it, what ends at once, who is told, and what a stranger cannot do."""

import html
import re
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import httpx
import msgspec
import pytest
from litestar import Litestar

from backend.core import clock, database
from backend.core.relying_party import RelyingParty
from backend.force.accounts import recovery_sets
from backend.force.lost_phones import service as lost
from backend.force.passkeys import service as passkeys
from tests.integration.force.passkeys.test_passkeys import added
from tests.support.authenticators import Authenticator
from tests.support.doors import API, COOKIE, Desk, bearer, device, knock
from tests.support.people import PASSWORD, People, Person

OWN, OTHERS, PUBLIC = "/desk/account/lost-phone", "/desk/lost-phones", "/desk/lost-phone"
_TICKET = re.compile(r'name="ticket" value="([^"]+)"')


@pytest.fixture(autouse=True)
def at_this_desk(app: Litestar) -> None:
    passkeys.start(RelyingParty(id="desk.test", origins=("https://desk.test",)))


@pytest.fixture
async def stranger(app: Litestar) -> AsyncIterator[Desk]:
    """A browser in which nobody signed in."""
    desk = Desk(app)
    yield desk
    await desk.close()


async def phone_of(
    client: httpx.AsyncClient, people: People, person: Person, phone: dict[str, Any] | None = None
) -> dict[str, Any]:
    """A signed-in phone; `device` is what it said of itself."""
    said = phone or device()
    await people.forget_codes(person)
    answer = await knock(client, person, said)
    assert answer.status_code == 201, answer.text
    return answer.json() | {"device": said}


async def is_alive(client: httpx.AsyncClient, phone: dict[str, Any]) -> bool:
    return (await client.get(f"{API}/sync", headers=bearer(phone))).status_code == 200


async def codes_of(people: People, person: Person) -> list[str]:
    """Recovery codes, made before the phone was lost."""
    session = await database.fetchval(
        "SELECT id FROM desk_sessions WHERE officer_id = $1", person.id
    )
    await people.forget_codes(person)
    assert session
    actor = msgspec.structs.replace(person.actor(), session_id=session)
    return await recovery_sets.make(actor, person.code(), "127.0.0.1")


async def told(person: Person) -> list[str]:
    rows = await database.fetch(
        "SELECT text_key FROM notices WHERE officer_id = $1 AND text_key LIKE 'device.lost%'",
        person.id,
    )
    return [row["text_key"] for row in rows]


async def way_of(phone: dict[str, Any]) -> list[str]:
    rows = await database.fetch(
        "SELECT act::jsonb->'content'->>'way' AS way FROM ledger_entries WHERE record_id = $1"
        " AND act_type = 'device.reported_lost'",
        phone["device"]["id"],
    )
    return [row["way"] for row in rows]


async def test_an_officer_reports_the_own_phone_and_it_is_dead_at_once(
    app: Litestar, client: httpx.AsyncClient, people: People
) -> None:
    phone = await phone_of(client, people, people.an)
    await client.get(f"{API}/sync?unsent=7", headers=bearer(phone))
    desk = await Desk.of(app, people.an, people)
    page = await desk.http.get(OWN)
    assert "Máy thử" in page.text
    assert re.search(r"Việc chưa gửi của Nguyễn Hoài An:\s*7", page.text)
    assert (await desk.post(OWN)).status_code == 422, "nothing was chosen"
    assert await is_alive(client, phone)
    answer = await desk.post(OWN, device=phone["device"]["id"])
    assert answer.status_code == 303, answer.text
    assert not await is_alive(client, phone)
    after = (await desk.http.get(f"{OWN}?done=yes")).text
    assert "xuất tệp chưa gửi" in after
    assert re.search(r"Việc chưa gửi của Nguyễn Hoài An:\s*7", after)
    for person in (people.an, people.giang, people.my):
        assert len(await told(person)) == 1, person.username
    assert await told(people.ho) == []
    assert await way_of(phone) == ["himself"]
    await desk.close()


async def test_the_lost_phone_learns_what_to_do_and_never_comes_back(
    app: Litestar, client: httpx.AsyncClient, people: People
) -> None:
    phone = await phone_of(client, people, people.an)
    desk = await Desk.of(app, people.an, people)
    await desk.post(OWN, device=phone["device"]["id"])
    asked = {"refresh_token": phone["refresh_token"]}
    refreshed = await client.post(f"{API}/sessions/refresh", json=asked)
    assert refreshed.status_code == 401
    assert refreshed.json()["code"] == "session_device_revoked"
    assert "xuất tệp chưa gửi" in refreshed.json()["text"]["vi"]
    await people.forget_codes(people.an)
    again = await knock(client, people.an, phone["device"])
    assert (again.status_code, again.json()["code"]) == (403, "device_revoked")
    await people.forget_codes(people.an)
    assert (await knock(client, people.an)).status_code == 201, "another phone is enrolled"
    await desk.close()


async def test_who_shares_the_phone_is_signed_out_of_it_and_told(
    app: Litestar, client: httpx.AsyncClient, people: People
) -> None:
    phone = await phone_of(client, people, people.an)
    shared = await phone_of(client, people, people.binh, phone["device"])
    desk = await Desk.of(app, people.an, people)
    await desk.post(OWN, device=phone["device"]["id"])
    assert not await is_alive(client, shared)
    assert await told(people.binh) == ["device.lost"]
    await desk.close()


@pytest.mark.parametrize("by", ["giang", "my", "lan"])
async def test_a_head_or_an_administrator_reports_it_for_the_officer_with_a_reason(
    app: Litestar, client: httpx.AsyncClient, people: People, by: str
) -> None:
    phone = await phone_of(client, people, people.an)
    desk = await Desk.of(app, getattr(people, by), people)
    assert "Máy thử" in (await desk.http.get(f"{OTHERS}?officer=an")).text
    bare = await desk.post(OTHERS, officer="an", device=phone["device"]["id"])
    assert bare.status_code == 422, "no reason"
    assert await is_alive(client, phone)
    why = "Rơi trên xe khách, anh An gọi báo."
    answer = await desk.post(OTHERS, officer="an", device=phone["device"]["id"], reason=why)
    assert answer.status_code == 303, answer.text
    assert not await is_alive(client, phone)
    assert await told(people.an) == ["device.lost"]
    assert await way_of(phone) == ["for_him"]
    await desk.close()


async def test_nobody_reports_the_phone_of_whom_they_do_not_see(
    app: Litestar, client: httpx.AsyncClient, people: People
) -> None:
    phone = await phone_of(client, people, people.an)
    mine = phone["device"]["id"]
    form = {"officer": "an", "device": mine, "reason": "lý do thử"}
    for person, status in ((people.ho, 404), (people.binh, 403), (people.khanh, 403)):
        desk = await Desk.of(app, person, people)
        assert (await desk.post(OTHERS, **form)).status_code == status, person.username
        assert (await desk.post(OWN, device=mine)).status_code == 422, person.username
        await desk.close()
    assert await is_alive(client, phone)


async def test_without_any_phone_password_and_recovery_code_suffice_and_open_no_session(
    app: Litestar, client: httpx.AsyncClient, people: People, stranger: Desk
) -> None:
    await (await Desk.of(app, people.an, people)).close()
    codes = await codes_of(people, people.an)
    phone = await phone_of(client, people, people.an)
    assert (await stranger.http.get("/desk/sign-in")).text.count(f'href="{PUBLIC}"') == 1
    form = {"username": "an", "password": PASSWORD, "code": codes[0]}
    page = await stranger.http.post(PUBLIC, data=form)
    assert page.status_code == 200, page.text
    assert COOKIE not in stranger.http.cookies
    assert "Máy thử" in page.text
    assert await is_alive(client, phone), "nothing yet"
    ticket = _TICKET.search(page.text)
    assert ticket
    chosen = {"ticket": ticket[1], "device": phone["device"]["id"]}
    done = await stranger.http.post(f"{PUBLIC}/report", data=chosen)
    assert done.status_code == 200
    assert "Máy đã bị thu hồi" in done.text
    assert not await is_alive(client, phone)
    assert COOKIE not in stranger.http.cookies
    assert await way_of(phone) == ["without_sign_in"]
    again = await stranger.http.post(PUBLIC, data=form)
    assert again.status_code == 401, "used up"
    assert "mã khôi phục đã dùng thì lấy mã khác" in again.text
    assert "bật giờ tự động" not in again.text, "nothing of the codes of the phone that is lost"
    assert (await stranger.http.get("/desk/account")).status_code == 303, "nobody is signed in"


async def test_a_passkey_takes_the_place_of_the_recovery_code(
    app: Litestar, client: httpx.AsyncClient, people: People, stranger: Desk
) -> None:
    desk, key = await Desk.of(app, people.an, people), Authenticator()
    await added(desk, people.an, people, key)
    phone = await phone_of(client, people, people.an)
    page = (await stranger.http.get(PUBLIC)).text
    options = re.search(r'data-options="([^"]+)"', page)
    challenge = re.search(r'name="challenge" value="([^"]+)"', page)
    assert options
    assert challenge
    assert '"allowCredentials": []' in html.unescape(options[1]), "nobody is named"
    form = {"username": "an", "password": PASSWORD, "challenge": challenge[1]}
    answer = key.use(html.unescape(options[1]))
    wrong = form | {"answer": answer, "password": "sai mật khẩu rồi"}
    assert (await stranger.http.post(PUBLIC, data=wrong)).status_code == 401
    others = form | {"answer": answer, "username": "binh"}
    assert (await stranger.http.post(PUBLIC, data=others)).status_code == 401
    forged = form | {"answer": answer, "challenge": "A" * 32}
    assert (await stranger.http.post(PUBLIC, data=forged)).status_code == 401
    proven = await stranger.http.post(PUBLIC, data=form | {"answer": answer})
    assert proven.status_code == 200, proven.text
    assert phone["device"]["id"] in proven.text
    await desk.close()


async def test_a_challenge_ends_after_five_minutes(
    app: Litestar, people: People, stranger: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, key = await Desk.of(app, people.an, people), Authenticator()
    await added(desk, people.an, people, key)
    begun = passkeys.begin_unsigned()
    assert begun
    options, challenge = begun
    answer, later = key.use(options), clock.now() + timedelta(minutes=6)
    monkeypatch.setattr(clock, "now", lambda: later)
    form = {"username": "an", "password": PASSWORD, "challenge": challenge, "answer": answer}
    assert (await stranger.http.post(PUBLIC, data=form)).status_code == 401
    await desk.close()


async def test_a_stranger_locks_nobody_out(
    app: Litestar, client: httpx.AsyncClient, people: People, stranger: Desk
) -> None:
    phone = await phone_of(client, people, people.an)
    bad = {"username": "an", "password": PASSWORD, "code": "aaaa-bbbb-cccc-dddd"}
    statuses = [(await stranger.http.post(PUBLIC, data=bad)).status_code for _ in range(12)]
    assert statuses == [401] * 10 + [429] * 2
    assert await is_alive(client, phone)
    await people.forget_codes(people.an)
    assert (await Desk(app).sign_in(people.an)).status_code == 303, "signing in is counted apart"


def elsewhere(app: Litestar, number: int) -> Desk:
    """A browser in another network."""
    return Desk(app, f"198.51.100.{number}")


async def test_who_guesses_elsewhere_does_not_stop_the_owner_s_report(
    app: Litestar, client: httpx.AsyncClient, people: People, stranger: Desk
) -> None:
    await (await Desk.of(app, people.an, people)).close()
    codes = await codes_of(people, people.an)
    await phone_of(client, people, people.an)
    bad = {"username": "an", "password": PASSWORD, "code": "aaaa-bbbb-cccc-dddd"}
    for _ in range(11):
        last = await stranger.http.post(PUBLIC, data=bad)
    assert last.status_code == 429
    owner = elsewhere(app, 1)
    page = await owner.http.post(PUBLIC, data=bad | {"code": codes[0]})
    assert page.status_code == 200, page.text
    assert "Máy thử" in page.text
    await owner.close()


async def test_guesses_from_everywhere_are_stopped_and_the_owner_passes(
    app: Litestar, client: httpx.AsyncClient, people: People
) -> None:
    await (await Desk.of(app, people.an, people)).close()
    codes = await codes_of(people, people.an)
    bad = {"username": "an", "password": PASSWORD, "code": "aaaa-bbbb-cccc-dddd"}
    for number in range(3):
        desk = elsewhere(app, number)
        statuses = [(await desk.http.post(PUBLIC, data=bad)).status_code for _ in range(10)]
        assert statuses == [401] * 10
        await desk.close()
    other = elsewhere(app, 9)
    for password in (PASSWORD, "sai mật khẩu rồi"):
        stopped = await other.http.post(PUBLIC, data=bad | {"password": password})
        assert stopped.status_code == 429, "a right password tells itself apart from no other"
    unknown = await other.http.post(PUBLIC, data=bad | {"username": "khong-co-ai"})
    assert unknown.status_code == 401, "other names are not stopped"
    wrong = bad | {"code": codes[0], "password": "sai mật khẩu rồi"}
    assert (await other.http.post(PUBLIC, data=wrong)).status_code == 401
    assert (await other.http.post(PUBLIC, data=bad | {"code": codes[0]})).status_code == 200
    await other.close()


async def test_who_has_the_code_alone_guesses_the_password_ten_times(
    app: Litestar, people: People
) -> None:
    await (await Desk.of(app, people.an, people)).close()
    codes = await codes_of(people, people.an)
    bad = {"username": "an", "password": "sai mật khẩu rồi", "code": "aaaa-bbbb-cccc-dddd"}
    for number in range(3):
        desk = elsewhere(app, number)
        for _ in range(10):
            await desk.http.post(PUBLIC, data=bad)
        await desk.close()
    found = []
    for number in range(11):
        desk = elsewhere(app, 100 + number)
        found.append((await desk.http.post(PUBLIC, data=bad | {"code": codes[0]})).status_code)
        await desk.close()
    assert found == [401] * 10 + [429]


async def test_where_no_passkeys_are_used_an_answer_of_one_says_nothing_of_the_password(
    app: Litestar, people: People, stranger: Desk
) -> None:
    passkeys.start(None)
    said = set()
    for password in (PASSWORD, "sai mật khẩu rồi"):
        form = {"username": "an", "password": password, "challenge": "A" * 32, "answer": "{}"}
        answer = await stranger.http.post(PUBLIC, data=form)
        found = re.search(r'role="alert"[^>]*><p>([^<]+)', answer.text)
        assert found
        said.add((answer.status_code, found[1]))
    assert len(said) == 1
    assert next(iter(said))[0] == 401


async def test_a_one_time_code_or_no_account_gets_the_same_answer(
    app: Litestar, people: People, stranger: Desk
) -> None:
    await people.forget_codes(people.an)
    tries = [
        {"username": "an", "password": PASSWORD, "code": people.an.code()},
        {"username": "khong-co-ai", "password": PASSWORD, "code": "aaaa-bbbb-cccc-dddd"},
        {"username": "an", "password": "sai mật khẩu rồi", "code": "aaaa-bbbb-cccc-dddd"},
    ]
    found = [await stranger.http.post(PUBLIC, data=form) for form in tries]
    assert {answer.status_code for answer in found} == {401}
    said = {re.search(r'role="alert"[^>]*><p>([^<]+)', answer.text)[1] for answer in found}  # type: ignore[index]
    assert len(said) == 1


async def test_a_ticket_is_forged_by_nobody_ends_and_is_its_owner_s_alone(
    client: httpx.AsyncClient, people: People, stranger: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = await phone_of(client, people, people.binh)
    mine = await phone_of(client, people, people.an)
    ticket, place = lost.ticket(people.an.id), f"{PUBLIC}/report"
    other = {"ticket": ticket, "device": theirs["device"]["id"]}
    assert (await stranger.http.post(place, data=other)).status_code == 422
    for forged in ("", "x", ticket[:-2] + "AA"):
        sent = {"ticket": forged, "device": mine["device"]["id"]}
        assert (await stranger.http.post(place, data=sent)).status_code == 403
    later = clock.now() + timedelta(minutes=11)
    monkeypatch.setattr(clock, "now", lambda: later)
    late = {"ticket": ticket, "device": mine["device"]["id"]}
    assert (await stranger.http.post(place, data=late)).status_code == 403
    monkeypatch.undo()
    assert await is_alive(client, mine)
    assert await is_alive(client, theirs)


async def test_another_site_reports_no_phone(
    app: Litestar, client: httpx.AsyncClient, people: People, stranger: Desk
) -> None:
    phone = await phone_of(client, people, people.an)
    desk = await Desk.of(app, people.an, people)
    bare = await desk.http.post(OWN, data={"device": phone["device"]["id"]})
    assert bare.status_code == 403
    sent = {"ticket": lost.ticket(people.an.id), "device": phone["device"]["id"]}
    foreign = {"origin": "https://xau.example", "sec-fetch-site": "cross-site"}
    crossed = await stranger.http.post(f"{PUBLIC}/report", data=sent, headers=foreign)
    assert crossed.status_code == 403
    assert await is_alive(client, phone)
    await desk.close()
