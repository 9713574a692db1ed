"""An officer confirms at the desk by a passkey; nobody else's, and no answer twice."""

import asyncio
import html
import re
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from litestar import Litestar

from backend.core import database
from backend.core.relying_party import RelyingParty
from backend.force.accounts import service as accounts
from backend.force.passkeys import service as passkeys
from tests.integration.force.accounts.test_enrolments import code_of, reset, use
from tests.support.authenticators import Authenticator
from tests.support.doors import Desk
from tests.support.people import People, Person

PLACE = "/desk/account/passkeys"
_WITHOUT_SCRIPT = re.compile(r'<form[^>]*action="/desk/confirm/passkey"[^>]* hidden>')
_OPTIONS = re.compile(r'data-options="([^"]+)"')


@pytest.fixture(autouse=True)
def at_this_desk(app: Litestar) -> None:
    """Passkeys are made for the tests' desk. `app` has set its own before."""
    passkeys.start(RelyingParty(id="desk.test", origins=("https://desk.test",)))


@pytest.fixture
async def giang(app: Litestar, people: People) -> AsyncIterator[Desk]:
    """The desk of a supervisor."""
    desk = await Desk.of(app, people.giang, people)
    yield desk
    await desk.close()


async def offered(desk: Desk, person: Person, people: People, name: str = "Máy bàn") -> str:
    """What the browser is asked to make, after a fresh code."""
    await people.forget_codes(person)
    page = await desk.post(PLACE, name=name, code=person.code())
    found = _OPTIONS.search(page.text)
    assert found, page.text
    return html.unescape(found[1])


async def added(
    desk: Desk, person: Person, people: People, key: Authenticator, name: str = "Máy bàn"
) -> None:
    """Add this passkey."""
    answer = key.make(await offered(desk, person, people, name))
    sent = await desk.post(f"{PLACE}/made", name=name, answer=answer)
    assert sent.headers.get("location") == f"{PLACE}?done=added", sent.text


async def asked(desk: Desk) -> str:
    """What the browser is asked to use."""
    headers = {"X-CSRF-Token": await desk.form_token()}
    answer = await desk.http.post("/desk/confirm/passkey/challenge", headers=headers)
    assert answer.status_code == 200, answer.text
    return answer.text


async def is_open(desk: Desk) -> bool:
    """Whether this session may bind the force now."""
    return (await desk.http.get("/desk/certificates/outside")).status_code == 200


async def later() -> None:
    """A quarter of an hour later: what was confirmed is over."""
    await database.execute("UPDATE desk_sessions SET confirmed_until = now() - interval '1 second'")


async def told(person: Person) -> list[str]:
    """The keys of the notices about passkeys that this person got."""
    rows = await database.fetch(
        "SELECT text_key FROM notices WHERE officer_id = $1 AND text_key LIKE 'passkey.%' ORDER BY at",
        person.id,
    )
    return [row["text_key"] for row in rows]


async def test_a_passkey_opens_signing_for_a_quarter_of_an_hour_on_this_session_alone(
    app: Litestar, people: People, giang: Desk
) -> None:
    key = Authenticator()
    await added(giang, people.giang, people, key)
    elsewhere = await Desk.of(app, people.giang, people)
    await later()
    page = await giang.http.get("/desk/confirm")
    assert _WITHOUT_SCRIPT.search(page.text)  # only the code is shown
    assert page.text.index('action="/desk/confirm/passkey"') < page.text.index('name="code"')

    answer = key.use(await asked(giang), owner=people.giang.id.bytes)
    given = await giang.post("/desk/confirm/passkey", answer=answer, next="/desk/due")
    assert (given.status_code, given.headers["location"]) == (303, "/desk/due")
    assert await is_open(giang)
    assert not await is_open(elsewhere)
    # A form that was sent when the quarter of an hour had ended is carried through this page too.
    answer, to = key.use(await asked(giang)), "/desk/exceptions/check"
    carried = await giang.post(
        "/desk/confirm/passkey", answer=answer, kept_to=to, kept="reason=Số+liệu+khớp"
    )
    assert f'action="{to}"' in carried.text
    assert "Số liệu khớp" in carried.text
    listed = (await giang.http.get(PLACE)).text
    assert "Máy bàn" in listed
    assert "Chưa dùng" not in listed
    assert await told(people.giang) == ["passkey.added"]
    await elsewhere.close()


async def test_an_answer_is_taken_once_within_five_minutes_in_the_session_that_was_asked(
    app: Litestar, people: People, giang: Desk
) -> None:
    key = Authenticator()
    await added(giang, people.giang, people, key)
    elsewhere = await Desk.of(app, people.giang, people)
    await later()
    answer = key.use(await asked(giang))

    # Another session of the same officer has no challenge, or another one.
    assert (await elsewhere.post("/desk/confirm/passkey", answer=answer)).status_code == 422
    await asked(elsewhere)
    assert (await elsewhere.post("/desk/confirm/passkey", answer=answer)).status_code == 422
    assert not await is_open(elsewhere)

    both = (giang.post("/desk/confirm/passkey", answer=answer) for _ in range(2))
    assert sorted(one.status_code for one in await asyncio.gather(*both)) == [303, 422]
    await later()
    again = await giang.post("/desk/confirm/passkey", answer=answer)
    assert again.status_code == 422
    assert "năm phút" in again.text
    assert not await is_open(giang)

    answer = key.use(await asked(giang))
    await database.execute("UPDATE passkey_challenges SET expires_at = now()")
    assert (await giang.post("/desk/confirm/passkey", answer=answer)).status_code == 422
    # A wrong answer uses the challenge up as well.
    good = await asked(giang)
    wrong = key.use(good, verified=False)
    assert (await giang.post("/desk/confirm/passkey", answer=wrong)).status_code == 422
    assert (await giang.post("/desk/confirm/passkey", answer=key.use(good))).status_code == 422
    assert not await is_open(giang)
    await elsewhere.close()


async def test_no_other_site_no_other_key_and_nobody_unverified_confirms(
    app: Litestar, people: People, giang: Desk
) -> None:
    key, hers = Authenticator(), Authenticator()
    await added(giang, people.giang, people, key)
    hai = await Desk.of(app, people.hai, people)
    await added(hai, people.hai, people, hers)
    await later()
    sound: tuple[dict[str, Any], ...] = (
        {"origin": "https://desk.test.evil.test"},
        {"domain": "evil.test"},
        {"challenge": "AAAA"},
        {"verified": False},
        {"owner": people.hai.id.bytes},
    )
    wrong: list[Callable[[str], str]] = [partial(key.use, **one) for one in sound]
    wrong += [hers.use, Authenticator().use]
    wrong += [lambda _, text=text: text for text in ("{}", "[" * 9000, "x" * 20_000)]
    for answer in wrong:
        sent = await giang.post("/desk/confirm/passkey", answer=answer(await asked(giang)))
        assert sent.status_code == 422
        assert "khóa truy cập" in sent.text
    assert not await is_open(giang)
    # They are counted with wrong codes: ten, then nobody tries here, not even with the right one.
    right = key.use(await asked(giang))
    assert (await giang.post("/desk/confirm/passkey", answer=right)).status_code == 429
    assert (await giang.post("/desk/confirm", code=people.giang.code())).status_code == 429
    listed = await database.fetch("SELECT code FROM refused_requests WHERE code = 'passkey_wrong'")
    assert len(listed) == 10
    await hai.close()


async def test_a_count_that_goes_back_alarms_and_does_not_stop(
    app: Litestar, people: People, giang: Desk
) -> None:
    key = Authenticator(count=41)
    await added(giang, people.giang, people, key)
    for count in (0, 41, 7, 99):
        await later()
        key.count = count
        answer = key.use(await asked(giang))
        assert (await giang.post("/desk/confirm/passkey", answer=answer)).status_code == 303
        assert await is_open(giang)
    assert await told(people.giang) == ["passkey.added", "passkey.went_back"]  # once a day
    heads = "SELECT count(*) FROM notices WHERE kind = 'person' AND text_key = 'passkey.went_back'"
    assert await database.fetchval(heads) > 0  # the officer's own session may be a stranger's
    kept = await database.fetchrow("SELECT sign_count, went_back_at FROM passkeys")
    assert kept["sign_count"] == 100
    assert kept["went_back_at"] is not None
    assert "Bộ đếm đi lùi" in (await giang.http.get(PLACE)).text


async def test_a_synchronised_passkey_has_no_count_and_alarms_nobody(
    people: People, giang: Desk
) -> None:
    key = Authenticator(count=0, synced=True)
    await added(giang, people.giang, people, key)
    for _ in range(2):
        answer = key.use(await asked(giang))
        assert (await giang.post("/desk/confirm/passkey", answer=answer)).status_code == 303
    assert await told(people.giang) == ["passkey.added"]
    assert "Đồng bộ giữa các máy" in (await giang.http.get(PLACE)).text


async def test_adding_and_removing_take_a_fresh_code_even_at_a_desk_that_was_just_confirmed(
    app: Litestar, people: People, giang: Desk
) -> None:
    assert await is_open(giang)
    refused = await giang.post(PLACE, name="Của người lạ", code="000000")
    assert refused.status_code == 422
    assert "data-options" not in refused.text
    assert 'value="Của người lạ"' in refused.text
    # Without the code there is no challenge to answer.
    made = Authenticator().make('{"rp": {"id": "desk.test"}, "challenge": "AAAA"}')
    assert (await giang.post(f"{PLACE}/made", name="x", answer=made)).status_code == 422
    assert (await giang.post(PLACE, name="", code=people.giang.code())).status_code == 422

    key = Authenticator()
    await added(giang, people.giang, people, key, "Điện thoại")
    row = await database.fetchrow("SELECT id FROM passkeys")
    place = f"{PLACE}/{row['id']}/remove"
    shown = await giang.http.get(place)
    assert "không tự xóa được" in shown.text
    assert (await giang.post(place, code="000000")).status_code == 422
    await people.forget_codes(people.giang)
    assert (await giang.post(place, code=people.giang.code())).status_code == 303
    assert (await giang.http.get(place)).status_code == 404
    assert "<b>Điện thoại</b>" not in (await giang.http.get(PLACE)).text
    assert 'action="/desk/confirm/passkey"' not in (await giang.http.get("/desk/confirm")).text
    assert await told(people.giang) == ["passkey.added", "passkey.removed"]
    kept = await database.fetch(
        "SELECT act_type FROM ledger_entries WHERE record_id = $1 ORDER BY number", people.giang.id
    )
    my = await Desk.of(app, people.my, people)
    history = (await my.http.get(f"/desk/people/{people.giang.id}")).text
    assert "Thêm khóa truy cập" in history
    assert history.count("Điện thoại") == 2
    await my.close()
    assert [one["act_type"] for one in kept] == ["passkey.added", "passkey.removed"]


async def test_only_a_verified_passkey_of_this_desk_is_kept_once_and_ten_at_most(
    app: Litestar, people: People, giang: Desk
) -> None:
    for answer in (
        Authenticator().make(await offered(giang, people.giang, people), verified=False),
        Authenticator().make(
            await offered(giang, people.giang, people), origin="https://evil.test"
        ),
        "{}",
    ):
        sent = await giang.post(f"{PLACE}/made", name="Máy bàn", answer=answer)
        assert sent.status_code == 422
    key = Authenticator()
    await added(giang, people.giang, people, key)
    hai = await Desk.of(app, people.hai, people)
    answer = key.make(await offered(hai, people.hai, people))
    assert (await hai.post(f"{PLACE}/made", name="x", answer=answer)).status_code == 409
    await hai.close()

    options = await offered(giang, people.giang, people)
    assert len(options.split('"excludeCredentials"')[1].split('"id"')) == 2
    await database.execute(
        "INSERT INTO passkeys (id, officer_id, credential_id, public_key, name, synced, sign_count, added_at)"
        " SELECT gen_random_uuid(), officer_id, convert_to(n::text, 'UTF8'), public_key, name, synced, 0, added_at"
        " FROM passkeys, generate_series(1, 9) n"
    )
    full = await giang.post(f"{PLACE}/made", name="x", answer=Authenticator().make(options))
    assert full.status_code == 409
    assert "nhiều nhất" in full.text


async def test_new_credentials_end_the_passkeys_of_whoever_held_the_account_before(
    app: Litestar, people: People
) -> None:
    an = await Desk.of(app, people.an, people)
    key = Authenticator()
    await added(an, people.an, people, key, "Của người trước")
    await an.close()
    token = await reset(people, "one_time_code")
    secret = (await accounts.get_enrolment(token)).secret
    await use(token, code_of(secret), people.an.password)
    assert await told(people.an) == ["passkey.added", "passkey.ended"]
    words = "SELECT numbers::text FROM notices WHERE text_key = 'passkey.ended'"
    assert "Của người trước" in await database.fetchval(words)

    renewed = replace(people.an, totp_secret=secret or "")
    an = await Desk.of(app, renewed, people)
    assert "<b>Của người trước</b>" not in (await an.http.get(PLACE)).text
    refused = await an.post("/desk/confirm/passkey/challenge")
    assert refused.status_code == 409
    assert f'href="{PLACE}"' in (await an.http.get("/desk/confirm")).text
    await an.close()


async def test_who_is_disabled_confirms_nothing_more(people: People, giang: Desk) -> None:
    key = Authenticator()
    await added(giang, people.giang, people, key)
    await later()
    answer = key.use(await asked(giang))
    token = await giang.form_token()
    await database.execute("UPDATE officers SET state = 'disabled' WHERE id = $1", people.giang.id)
    form = {"answer": answer, "csrf_token": token}
    assert (await giang.http.post("/desk/confirm/passkey", data=form)).status_code == 401
    found = await database.fetchval("SELECT confirmed_until > now() FROM desk_sessions")
    assert not found


async def test_at_an_address_without_passkeys_the_code_is_asked_for_as_ever(
    people: People, giang: Desk
) -> None:
    await added(giang, people.giang, people, Authenticator())
    for party, said in (
        (None, "Hãy hỏi người vận hành"),
        (
            RelyingParty(id="other.test", origins=("https://other.test",)),
            'href="https://other.test/desk/account/passkeys"',
        ),
    ):
        passkeys.start(party)
        assert 'action="/desk/confirm/passkey"' not in (await giang.http.get("/desk/confirm")).text
        assert said in (await giang.http.get(PLACE)).text
    await people.forget_codes(people.giang)
    assert (await giang.post("/desk/confirm", code=people.giang.code())).status_code == 303
