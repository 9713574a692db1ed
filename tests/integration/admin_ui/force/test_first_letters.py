"""Letters for the first sign-in: one PDF for the officers of a unit, which exists once and opens nothing else."""

import io
import logging
import re
from uuid import UUID

import httpx
import pyotp
import pytest
from pypdf import PdfReader

from backend.core import clock, database
from backend.core.database import transaction
from backend.core.errors import DomainError
from backend.force.accounts import first_letters
from backend.force.accounts import service as accounts
from backend.force.accounts.enrolments import Choice
from backend.force.errors import EnrolmentDead
from backend.force.rules.accounts import LETTER_LIFE
from backend.ledger.service import Accepted
from schemas.core.ids import new_id
from schemas.core.vocabulary import Role
from schemas.force import acts
from schemas.force.access_acts import EmergencyAsked
from schemas.force.acts import OfficerRegistered
from tests.support import qr_codes, restructured
from tests.support.people import People
from tests.support.readers import Reader, Readers

HOME = "http://127.0.0.1:8000"


async def newcomer(people: People, username: str, name: str, unit: str = "0101") -> UUID:
    officer_id = new_id()
    content = OfficerRegistered(
        username=username,
        full_name=name,
        officer_number=None,
        unit_id=people.units[unit].unit_id,
        language="vi",
    )
    async with transaction():
        outcome = await accounts.register(people.lan.actor(), content, officer_id)
    assert isinstance(outcome, Accepted), outcome
    return officer_id


def place(people: People, unit: str = "0101") -> str:
    return f"/desk/units/{people.units[unit].unit_id}/letters"


async def letters_file(desk: Reader, where: str) -> bytes:
    """The PDF that the page's button makes."""
    await desk.open(where)
    form = desk.form("/letters")
    answer = await desk._ask("POST", desk.page.url, form.sent())
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["cache-control"] == "no-store"
    return answer.content


def pages(pdf: bytes) -> list[str]:
    """The text of each page."""
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


async def letters(desk: Reader, where: str) -> list[str]:
    """The text of each letter."""
    return pages(await letters_file(desk, where))


def token(letter: str) -> str:
    """The secret of a letter's link, of which lines and gaps between parts are no letters."""
    found = re.search(r"/desk/enrol/([A-Za-z0-9_-]{43})", re.sub(r"\s", "", letter))
    assert found, letter
    return found[1]


async def test_letters_are_made_once_and_new_ones_end_those_before(
    client: httpx.AsyncClient, people: People, readers: Readers
) -> None:
    await newcomer(people, "ha.an", "Hà Văn Ân")
    await newcomer(people, "ha.yen", "Hà Thị Yến")
    await newcomer(people, "ha.xa", "Hà Văn Xa", "4801")
    desk = await readers.of(people.my)
    first = await letters(desk, place(people))
    assert len(first) == 2, "a page for each of this unit alone"
    for said, name, username in zip(
        first, ("Hà Văn Ân", "Hà Thị Yến"), ("ha.an", "ha.yen"), strict=True
    ):
        assert name in said
        assert username in said
        assert (await accounts.get_enrolment(token(said))).username == username
    kept = await database.fetch(
        "SELECT token_hash::text AS kept, expires_at - issued_at AS life FROM enrolments"
    )
    assert {row["life"] for row in kept} == {LETTER_LIFE}
    assert not [one for one in first if token(one) in str(kept)], "only its hash is kept"

    await desk.open(place(people))
    assert "đang có đường dẫn còn dùng được" in desk.page.text
    second = await letters(desk, place(people))
    for said in first:
        with pytest.raises(DomainError):
            await accounts.get_enrolment(token(said))
    assert (await accounts.get_enrolment(token(second[1]))).username == "ha.yen"
    taken = await database.fetch(
        "SELECT officer_id, record_id, kind, detail FROM access_log WHERE action = 'letters.made'"
    )
    assert [(row["officer_id"], row["record_id"], row["kind"]) for row in taken] == [
        (people.my.id, people.units["0101"].unit_id, "copy")
    ] * 2
    acts = "SELECT count(*) FROM ledger_entries WHERE act_type = 'enrolment.issued'"
    assert await database.fetchval(acts) == 4


async def test_who_has_more_power_than_an_inspector_gets_no_letter(
    people: People, readers: Readers
) -> None:
    """Nobody becomes a head by a letter that one administrator made."""
    await newcomer(people, "ha.an", "Hà Văn Ân")
    head = await newcomer(people, "ha.truong", "Hà Văn Trưởng")
    await database.execute(
        """INSERT INTO officer_positions (id, officer_id, unit_id, title_vi, title_en, valid_from)
            VALUES ($1, $2, $3, 'Đội trưởng', 'Team head', $4)""",
        new_id(),
        head,
        people.units["0101"].unit_id,
        clock.today(),
    )
    desk = await readers.of(people.my)
    await desk.open(place(people))
    assert "Cần người thứ hai" in desk.page.text
    (only,) = await letters(desk, place(people))
    assert "ha.an" in only
    with pytest.raises(DomainError) as refused:
        await first_letters.issue(
            people.my.actor(), people.units["0101"].unit_id, "", {head}, address=None
        )
    assert refused.value.problem_code == "no_letters"


async def test_letters_of_a_unit_that_was_merged_open_nothing(
    people: People, readers: Readers
) -> None:
    """They lie with the head of before; the successor's administrator makes new ones."""
    await newcomer(people, "ha.an", "Hà Văn Ân")
    desk = await readers.of(people.my)
    (letter,) = await letters(desk, place(people))
    await restructured.merged("0101", people.units["0102"].unit_id, people)
    with pytest.raises(EnrolmentDead):
        await accounts.get_enrolment(token(letter))


async def test_who_was_registered_after_the_page_was_shown_is_in_no_file(
    people: People, readers: Readers
) -> None:
    await newcomer(people, "ha.an", "Hà Văn Ân")
    desk = await readers.of(people.my)
    await desk.open(place(people))
    form = desk.form("/letters")
    late = await newcomer(people, "ha.sau", "Hà Văn Sau")
    answer = await desk._ask("POST", desk.page.url, form.sent())
    assert len(PdfReader(io.BytesIO(answer.content)).pages) == 1
    assert not await database.fetchval(
        "SELECT count(*) FROM enrolments WHERE officer_id = $1", late
    )


async def test_a_unit_whose_officers_all_signed_in_says_so_and_another_department_is_not_there(
    people: People, readers: Readers
) -> None:
    desk = await readers.of(people.my)
    await desk.open(place(people))
    assert "đều đã đăng nhập" in desk.page.text
    assert await desk.look(place(people, "4801")) == 404
    giang = await readers.of(people.giang)
    assert await giang.look(place(people)) == 403


async def test_a_long_list_is_made_in_portions(
    people: People, readers: Readers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_letters, "PORTION", 2)
    for at in range(3):
        await newcomer(people, f"ha.so{at}", f"Hà Văn Số {['Một', 'Hai', 'Ba'][at]}")
    desk = await readers.of(people.my)
    assert len(await letters(desk, place(people))) == 2
    (last,) = await letters(desk, f"{place(people)}?after=ha.so1")
    assert "ha.so2" in last


@pytest.mark.long
async def test_the_qr_code_of_each_letter_is_its_link(people: People, readers: Readers) -> None:
    """Read from the drawn page by the phone's own reader, so it is no other officer's."""
    await newcomer(people, "ha.an", "Hà Văn Ân")
    await newcomer(people, "ha.yen", "Hà Thị Yến")
    pdf = await letters_file(await readers.of(people.my), place(people))
    for number, said in enumerate(pages(pdf), 1):
        assert await qr_codes.read(pdf, number) == f"{HOME}/desk/enrol/{token(said)}"


async def test_the_secret_of_a_letter_stands_in_no_table_and_in_no_log(
    people: People, readers: Readers, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    await newcomer(people, "ha.an", "Hà Văn Ân")
    desk = await readers.of(people.my)
    (said,) = await letters(desk, place(people))
    secret = token(said)
    assert await readers.stranger().look(f"/desk/enrol/{secret}") == 200
    tables = await database.fetch(
        "SELECT quote_ident(table_name) AS name FROM information_schema.tables"
        " WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
    )
    assert len(tables) > 50
    raw = secret.encode()
    for name in (row["name"] for row in tables):
        found = f"SELECT count(*) FROM {name} t WHERE position($1 in t::text) > 0"
        for written in (secret, raw.hex()):
            assert await database.fetchval(found, written) == 0, name
    assert secret in caplog.text, (
        "the test's own browser logs where it goes, so what is logged is seen"
    )
    ours = [one for one in caplog.records if not one.name.startswith(("httpx", "httpcore"))]
    assert not [one for one in ours if secret in one.getMessage()]


@pytest.mark.parametrize("what", ["disabled", "moved", "role", "emergency"])
async def test_a_letter_opens_nothing_once_its_officer_is_another(
    people: People, readers: Readers, what: str
) -> None:
    """Who left, went to another unit or gained a power: the page that is still in a drawer is paper."""
    officer_id = await newcomer(people, "ha.an", "Hà Văn Ân")
    (said,) = await letters(await readers.of(people.my), place(people))
    secret = token(said)
    assert (await accounts.get_enrolment(secret)).officer_id == officer_id
    my, giang = people.my.actor(), people.giang.actor()
    ask_id, why = new_id(), "theo quyết định của Chi cục"
    asks = {
        "role": acts.RoleAsked(ask_id=ask_id, role=Role.SUPERVISOR, reason=why),
        "emergency": EmergencyAsked(ask_id=ask_id, role="supervisor", hours=2, reason=why),
    }
    changes = {
        "disabled": acts.OfficerDisabled(reason=why),
        "moved": acts.OfficerMoved(unit_id=people.units["0102"].unit_id, reason=why),
    }
    async with transaction():
        if what in asks:
            outcome = await accounts.ask(my, officer_id, asks[what])
            assert isinstance(outcome, Accepted), outcome
            outcome, _ = await accounts.confirm_ask(giang, ask_id, "đã gặp")
        else:
            outcome = await accounts.change(my, officer_id, changes[what])
    assert isinstance(outcome, Accepted), outcome
    with pytest.raises(EnrolmentDead):
        await accounts.get_enrolment(secret)
    assert await readers.stranger().look(f"/desk/enrol/{secret}") != 200


async def test_a_letter_opens_once_and_nothing_after_its_officer_signed_in(
    people: People, readers: Readers
) -> None:
    await newcomer(people, "ha.an", "Hà Văn Ân")
    desk = await readers.of(people.my)
    (said,) = await letters(desk, place(people))
    secret = token(said)
    found = await accounts.get_enrolment(secret)
    typed = "đồi cọ nắng chiều bên sông"
    code = pyotp.TOTP(found.secret or "").now()
    choice = Choice(password=typed, password_again=typed, code=code)
    await accounts.use_enrolment(secret, choice, "127.0.0.1")
    with pytest.raises(EnrolmentDead):
        await accounts.use_enrolment(secret, choice, "127.0.0.1")
    assert await readers.stranger().look(f"/desk/enrol/{secret}") != 200
    await desk.open(place(people))
    assert "đều đã đăng nhập" in desk.page.text
