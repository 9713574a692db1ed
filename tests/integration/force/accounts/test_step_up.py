"""Whoever sits down at an open desk signs, approves and takes out nothing without a second factor."""

from pathlib import Path
from urllib.parse import unquote

import msgspec
import pytest
from litestar import Litestar

from backend.core import clock, database
from backend.core.settings import Settings
from backend.documents.signing import service as signing
from tests.integration.casework.issued_documents.test_issue import certified, ready
from tests.integration.casework.issued_documents.test_reserved_numbers import number_of
from tests.support import cases_made, factories
from tests.support.doors import Desk
from tests.support.people import People
from tests.support.signing import PASSPHRASE, authority

pytestmark = pytest.mark.usefixtures("app")


async def a_quarter_of_an_hour_later() -> None:
    """What was confirmed is over; the sessions go on."""
    await database.execute("UPDATE desk_sessions SET confirmed_until = now() - interval '1 second'")


async def state(work: factories.Work) -> str:
    found: str = await database.fetchval("SELECT state FROM inspections WHERE id = $1", work.id)
    return found


async def test_an_open_desk_approves_nothing_until_a_code_is_given(
    app: Litestar, people: People
) -> None:
    work = await factories.submitted(people)
    giang = await Desk.of(app, people.giang, people)
    elsewhere = await Desk.of(app, people.giang, people)
    place = f"/desk/inspections/{work.id}/approve"
    await a_quarter_of_an_hour_later()

    asked = await giang.http.get(f"{place}?revision={work.revision}")
    assert asked.status_code == 303
    assert asked.headers["location"] == f"/desk/confirm?next={place}%3Frevision%3D{work.revision}"
    refused = await giang.post(place, revision=work.revision)
    assert refused.status_code == 403
    assert "mã xác thực (OTP)" in refused.text
    assert 'action="/desk/confirm"' in refused.text
    assert await state(work) == "submitted"
    # What binds nobody goes on as before.
    assert (await giang.http.get(f"/desk/inspections/{work.id}")).status_code == 200

    page = await giang.http.get(asked.headers["location"])
    assert "Xác nhận bằng mã xác thực (OTP)" in page.text
    onward = f"{place}?revision={work.revision}"
    assert (await giang.post("/desk/confirm", code="000000", next=onward)).status_code == 422
    await people.forget_codes(people.giang)
    code = people.giang.code()
    given = await giang.post("/desk/confirm", code=code, next=onward)
    assert (given.status_code, given.headers["location"]) == (303, onward)
    again = await elsewhere.post("/desk/confirm", code=code, next=onward)
    assert again.status_code == 422  # a code is taken once, and for the session where it was given
    assert (await elsewhere.post(place, revision=work.revision)).status_code == 403
    assert (await giang.post(place, revision=work.revision)).status_code == 303
    assert await state(work) == "approved"
    for desk in (giang, elsewhere):
        await desk.close()


async def test_an_open_desk_decides_nothing_in_a_case_and_gives_no_verdict(
    app: Litestar, people: People
) -> None:
    case = await cases_made.due(people)
    report = await case.paper("BC")
    giang = await Desk.of(app, people.giang, people)
    await a_quarter_of_an_hour_later()
    place = f"/desk/cases/{case.id}/acts/sanction.declined"
    asked = await giang.http.get(place)
    assert (asked.status_code, asked.headers["location"]) == (303, f"/desk/confirm?next={place}")
    wanted = {"step": "sure", "why": "other", "reason": "Không đủ", "document_id": report}
    assert (await giang.post(place, **wanted)).status_code == 403
    assert str((await case.facts()).state) == "decision_due"
    entering = f"/desk/cases/{case.id}/sanction/enter"
    assert (await giang.post(entering, document_id=report)).status_code == 403
    verdict = f"/desk/exceptions/{case.id}/check"
    assert (await giang.post(verdict, verdict="right")).status_code == 403
    # What only arranges the work asks for nothing.
    assert (await giang.http.get(f"/desk/cases/{case.id}/acts/note.added")).status_code == 200
    await giang.close()


async def test_codes_are_not_guessed_and_lead_nowhere_else(app: Litestar, people: People) -> None:
    giang = await Desk.of(app, people.giang, people)
    await a_quarter_of_an_hour_later()
    for nonsense in ("", "12", "chữ số", "1234567"):
        assert (await giang.post("/desk/confirm", code=nonsense)).status_code == 422
    answers = [(await giang.post("/desk/confirm", code=f"{n:06}")).status_code for n in range(12)]
    assert answers == [422] * 10 + [429] * 2
    await database.execute("DELETE FROM sign_in_failures")
    await people.forget_codes(people.giang)
    sent = await giang.post(
        "/desk/confirm", code=people.giang.code(), next="https://evil.test/desk/"
    )
    assert sent.headers["location"] == "/desk/"
    await giang.close()


async def test_exporting_and_ruling_ask_for_it_too(app: Litestar, people: People) -> None:
    work = await factories.submitted(people)
    case = await cases_made.inspected(people)
    giang = await Desk.of(app, people.giang, people)
    await a_quarter_of_an_hour_later()
    record = f"/desk/inspections/{work.id}"
    for path in (
        f"{record}/export",
        f"{record}/refuse?revision={work.revision}",
        f"{record}/return?revision={work.revision}",
        f"/desk/cases/{case.id}/dossier",
        f"/desk/cases/{case.id}/informant",
        f"/desk/scans/{case.id}",  # before it is looked for
    ):
        answer = await giang.http.get(path)
        assert answer.status_code == 303, path
        assert answer.headers["location"].startswith("/desk/confirm?next="), path
    for path in (f"{record}/export", f"/desk/cases/{case.id}/dossier"):
        assert (await giang.post(path)).status_code == 403, path
    await giang.close()


async def test_a_right_passphrase_is_a_second_factor_and_signing_by_hand_is_none(
    app: Litestar, people: People, settings: Settings, tmp_path: Path
) -> None:
    issuer = authority(tmp_path)
    signing.start(msgspec.structs.replace(settings, demo_pki_dir=issuer.folder))
    case = await cases_made.inspected(people)
    await certified(people.giang, issuer)
    document, hashed = await ready(case, "MQĐ24", people.giang)
    giang = await Desk.of(app, people.giang, people)
    await a_quarter_of_an_hour_later()
    place = f"/desk/documents/{document}/sign"
    assert (
        await giang.post(place, fields_hash=hashed, passphrase="sai", alone="Trực một mình")
    ).status_code == 422
    assert (
        await giang.post(place, fields_hash=hashed, by_hand="yes", alone="Trực một mình")
    ).status_code == 403
    assert (await giang.http.get(f"/desk/cases/{case.id}/dossier")).status_code == 303
    signed = await giang.post(
        place, fields_hash=hashed, passphrase=PASSPHRASE, alone="Trực một mình"
    )
    assert signed.status_code == 303
    assert await number_of(document, people.giang) is not None
    assert (await giang.http.get(f"/desk/cases/{case.id}/dossier")).status_code == 200
    await giang.close()


async def test_more_than_a_hundred_lines_of_a_register_ask_for_it_and_a_page_of_it_does_not(
    app: Litestar, people: People
) -> None:
    """PRACTICE B4: export takes a code for more than 100 records."""
    clerk = await Desk.of(app, people.nga, people)
    unit = people.giang.unit.unit_id
    lines = (
        "INSERT INTO incoming_papers (id, unit_id, year, number, received_on, sender, subject, receiver, act_id, "
        "entered_by) SELECT gen_random_uuid(), $1, 2026, n, $4, 'Kho bạc', 'Công văn', 'Đội 1', gen_random_uuid(), $2"
        " FROM generate_series(1 + $3::int, 100 + $3::int) n"
    )
    await a_quarter_of_an_hour_later()
    await database.execute(lines, unit, people.nga.id, 0, clock.today())
    place = f"/desk/exports/new?list=incoming&unit={unit}"
    assert (await clerk.http.get(place)).status_code == 200

    await database.execute(lines, unit, people.nga.id, 100, clock.today())
    asked = await clerk.http.get(place)
    assert asked.status_code == 303
    assert asked.headers["location"].startswith("/desk/confirm?next=/desk/exports/new%3F")
    assert (await clerk.http.get(f"/desk/incoming?unit={unit}")).status_code == 200
    assert await database.fetchval("SELECT count(*) FROM list_exports") == 0
    onward = unquote(asked.headers["location"].split("next=")[1])
    await people.forget_codes(people.nga)
    given = await clerk.post("/desk/confirm", code=people.nga.code(), next=onward)
    assert given.headers["location"] == place
    assert (await clerk.http.get(place)).status_code == 200
    await clerk.close()
