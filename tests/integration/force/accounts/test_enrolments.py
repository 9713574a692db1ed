"""One-time addresses: first credentials and resets, issued by a second person, used once."""

import asyncio
import re
from datetime import timedelta
from typing import Any
from uuid import UUID

import pyotp
import pytest
from litestar import Litestar

from backend.core import clock, database
from backend.core.database import transaction
from backend.core.errors import DomainError
from backend.force.accounts import service as accounts
from backend.force.accounts.service import Choice
from backend.force.errors import AdministratorExists
from backend.ledger.service import Refused
from schemas.core.ids import new_id
from schemas.force import acts as people_acts
from tests.support.doors import Desk
from tests.support.people import People, Person

NEW = "con trâu đi trước cái cày theo sau"
ADDRESS = "192.0.2.7"


_handed: dict[str, str] = {}
"""By address, the code that who confirmed the reset hands over."""


async def issue(by: Person, to: UUID, purpose: Any) -> str:
    async with transaction():
        outcome, issued = await accounts.issue_enrolment(by.actor(), to, purpose)
    assert not isinstance(outcome, Refused), outcome
    assert issued
    return issued.path.rsplit("/", 1)[-1]


async def reset(people: People, purpose: Any) -> str:
    """A new credential for an: my asks, giang confirms, my makes the link."""
    asked = people_acts.ResetAsked(ask_id=new_id(), purpose=purpose, reason="mất điện thoại")
    my = people.my.actor()
    async with transaction():
        outcome = await accounts.ask(my, people.an.id, asked)
        assert not isinstance(outcome, Refused), outcome
        _, code = await accounts.confirm_ask(people.giang.actor(), asked.ask_id, "đã gặp")
    async with transaction():
        _, issued = await accounts.make_link_of_ask(my, asked.ask_id)
    assert issued
    assert code
    token = issued.path.rsplit("/", 1)[-1]
    _handed[token] = code
    return token


async def fails(token: str, code: str, *, password: str = NEW, again: str = NEW) -> str:
    handed = _handed.get(token, "")
    choice = Choice(password=password, password_again=again, code=code, handed=handed)
    with pytest.raises(DomainError) as caught:
        await accounts.use_enrolment(token, choice, ADDRESS)
    return caught.value.problem_code


async def use(token: str, code: str, password: str = NEW) -> None:
    handed = _handed.get(token, "")
    choice = Choice(password=password, password_again=password, code=code, handed=handed)
    await accounts.use_enrolment(token, choice, ADDRESS)


def code_of(secret: str | None) -> str:
    return pyotp.TOTP(secret or "").now()


async def register(people: People, username: str = "moi.vao") -> UUID:
    content = people_acts.OfficerRegistered(
        username=username,
        full_name="Đặng Mới Vào",
        officer_number=None,
        unit_id=people.units["0101"].unit_id,
        language="vi",
    )
    officer_id = new_id()
    async with transaction():
        outcome = await accounts.register(people.my.actor(), content, officer_id)
    assert not isinstance(outcome, Refused), outcome
    return officer_id


async def test_a_new_officer_enrols_over_the_desk_and_signs_in(
    app: Litestar, people: People
) -> None:
    officer_id = await register(people)
    token = await issue(people.my, officer_id, "first")
    desk = Desk(app)
    shown = await desk.http.get(f"/desk/enrol/{token}")
    assert shown.status_code == 200
    assert shown.headers["referrer-policy"] == "strict-origin"
    assert shown.headers["cache-control"] == "no-store"
    picture = await desk.http.get(f"/desk/enrol/{token}/qr.svg")
    assert picture.headers["content-type"].startswith("image/svg+xml")
    assert "style" not in picture.text
    again = (await desk.http.get(f"/desk/enrol/{token}")).text
    assert again == shown.text, "the same seed, however often the page is opened"
    found = re.search(r"<code>([A-Z2-7 ]+)</code>", shown.text)
    assert found
    secret = found[1].replace(" ", "")
    form = {"password": NEW, "password_again": NEW, "code": code_of(secret)}
    done = await desk.http.post(f"/desk/enrol/{token}", data=form)
    assert done.status_code == 303, done.text
    used = await desk.http.get(f"/desk/enrol/{token}")
    assert used.status_code == 404, "once"
    await database.execute("UPDATE credentials SET totp_step = 0 WHERE officer_id = $1", officer_id)
    entered = await desk.http.post(
        "/desk/sign-in",
        data={"username": "moi.vao", "password": NEW, "code": code_of(secret)},
    )
    assert entered.status_code == 303, entered.text


async def test_the_code_that_confirmed_the_seed_is_used_up(app: Litestar, people: People) -> None:
    token = await issue(people.my, await register(people), "first")
    secret = (await accounts.get_enrolment(token)).secret
    await use(token, code_of(secret))
    with pytest.raises(DomainError) as caught:
        await accounts.prove("moi.vao", NEW, code_of(secret), ADDRESS)
    assert caught.value.problem_code == "code_used"


async def test_two_who_use_one_address_at_once_are_one(app: Litestar, people: People) -> None:
    token = await issue(people.my, await register(people), "first")
    secret = (await accounts.get_enrolment(token)).secret
    results = await asyncio.gather(
        *(use(token, code_of(secret)) for _ in range(5)), return_exceptions=True
    )
    assert [result for result in results if result is None] == [None]


async def test_what_is_wrong_with_a_choice_is_told_and_uses_nothing_up(
    app: Litestar, people: People
) -> None:
    token = await issue(people.my, await register(people), "first")
    secret = (await accounts.get_enrolment(token)).secret
    assert await fails(token, code_of(secret), password="ngắn", again="ngắn") == "password_too_weak"
    assert await fails(token, code_of(secret), again=NEW + "!") == "passwords_differ"
    assert await fails(token, "000000") == "code_wrong"
    await use(token, code_of(secret))


async def test_a_reset_of_the_password_needs_the_other_factor(
    app: Litestar, people: People
) -> None:
    token = await reset(people, "password")
    assert (await accounts.get_enrolment(token)).secret is None
    assert await fails(token, "000000") == "credentials_wrong"
    await use(token, people.an.code())
    await people.forget_codes(people.an)
    assert await accounts.prove("an", NEW, people.an.code(), ADDRESS)


async def test_a_reset_of_the_codes_needs_the_other_factor(app: Litestar, people: People) -> None:
    token = await reset(people, "one_time_code")
    secret = (await accounts.get_enrolment(token)).secret
    wrong = await fails(token, code_of(secret), password="không phải câu đó")
    assert wrong == "credentials_wrong"
    await use(token, code_of(secret), people.an.password)
    await people.forget_codes(people.an)
    assert await accounts.prove("an", people.an.password, code_of(secret), ADDRESS)


async def test_a_reset_ends_every_session_of_the_officer(app: Litestar, people: People) -> None:
    desk = await Desk.of(app, people.an, people)
    await people.forget_codes(people.an)
    await use(await reset(people, "password"), people.an.code())
    assert (await desk.http.get("/desk/account")).status_code == 303


async def test_a_newer_address_puts_the_older_out_of_force(app: Litestar, people: People) -> None:
    older = await reset(people, "password")
    await reset(people, "password")
    assert await fails(older, people.an.code()) == "enrolment_dead"


async def test_an_address_lives_for_an_hour(
    app: Litestar, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = await reset(people, "password")
    moment = clock.now() + timedelta(hours=1, seconds=1)
    monkeypatch.setattr(clock, "now", lambda: moment)
    assert await fails(token, "000000") == "enrolment_dead"


async def test_guesses_at_an_address_count_against_the_account(
    app: Litestar, people: People
) -> None:
    token = await reset(people, "password")
    for _ in range(10):
        assert await fails(token, "000000") == "credentials_wrong"
    assert await fails(token, people.an.code()) == "too_many_tries"


async def test_no_address_and_no_secret_stands_in_an_act(app: Litestar, people: People) -> None:
    token = await issue(people.my, await register(people), "first")
    secret = (await accounts.get_enrolment(token)).secret or ""
    await use(token, code_of(secret))
    acts = await database.fetchval("SELECT string_agg(act, ' ') FROM ledger_entries")
    everything = acts + await database.fetchval("SELECT string_agg(e::text, ' ') FROM enrolments e")
    for hidden in (token, secret, NEW):
        assert hidden not in everything
    assert '"credentials.set"' in acts


async def test_the_first_administrator_is_made_once(pool: None) -> None:
    from backend import registry

    registry.open_all()
    async with transaction():
        issued = await accounts.create_first_admin("Quan.Tri", "Phạm Quản Trị")
    token = issued.path.rsplit("/", 1)[-1]
    enrolment = await accounts.get_enrolment(token)
    assert (enrolment.username, enrolment.purpose) == ("quan.tri", "first")
    await use(token, code_of(enrolment.secret))
    with pytest.raises(AdministratorExists):
        async with transaction():
            await accounts.create_first_admin("quan.tri2", "Người Thứ Hai")
    assert await database.fetchval("SELECT count(*) FROM units WHERE level = 1") == 1
