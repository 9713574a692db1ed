"""Who asks for what is not his leaves a trace, without what he sent, in sight of who audits; a flood is counted."""

from typing import Any

import httpx
import pytest
from litestar import Litestar

from backend.core import database
from backend.operations.refusals import recording
from backend.operations.rules import refusals as rules
from schemas.core.ids import new_id
from tests.support import cases_made
from tests.support.doors import API, Desk, bearer, knock
from tests.support.people import People, Person
from tests.support.readers import Readers

PAGE = "/desk/refusals"
SECRET = "Nội dung không được lưu"


async def rows_of(person: Person) -> list[Any]:
    """What was written of him, in order."""
    return await database.fetch(
        "SELECT x.*, x::text AS whole FROM refused_requests x WHERE officer_id = $1 ORDER BY id",
        person.id,
    )


async def told(person: Person) -> int:
    """How many notices of refused requests he has."""
    found: int = await database.fetchval(
        "SELECT count(*) FROM notices WHERE officer_id = $1 AND kind = 'refusals'", person.id
    )
    return found


async def test_whoever_asks_for_what_is_not_his_stands_in_the_list_without_what_he_sent(
    app: Litestar, readers: Readers, people: People
) -> None:
    case = await cases_made.inspected(people)
    dung = await readers.of(people.dung)
    for _ in range(50):
        assert await dung.look(f"/desk/cases/{case.id}") == 404
    assert await dung.look(f"/desk/people/{people.an.id}") == 403
    rows = await rows_of(people.dung)
    assert len(rows) == 51
    first, last = rows[0], rows[-1]
    assert (first["status"], first["code"], first["face"], first["method"], first["times"]) == (
        404,
        "not_found",
        "desk",
        "GET",
        1,
    )
    assert first["target"] == case.id
    assert first["route"] == "/desk/cases/{case_id}"
    assert first["unit_2"] == people.dung.unit.unit_2
    assert str(first["address"]) == "127.0.0.1"
    assert first["session_id"] is not None
    assert (last["status"], last["code"]) == (403, "not_allowed")

    quyen = await Desk.of(app, people.khanh, people)
    answer = await quyen.post(f"/desk/cases/{case.id}/acts/note.added", text=SECRET)
    assert answer.status_code == 409
    (refused,) = await rows_of(people.khanh)
    assert (refused["code"], refused["status"]) == ("case_not_yours", 409)
    assert SECRET not in refused["whole"]
    await quyen.close()


async def test_what_is_typed_wrongly_or_is_one_s_own_is_no_refusal(
    app: Litestar, readers: Readers, people: People
) -> None:
    case = await cases_made.inspected(people)
    an = await Desk.of(app, people.an, people)
    assert (await an.post(f"/desk/cases/{case.id}/acts/note.added", text="")).status_code == 422
    reader = await readers.of(people.an)
    assert await reader.look(f"/desk/cases/{case.id}") == 200
    assert await reader.look("/desk/nowhere") == 404
    assert await rows_of(people.an) == []
    await an.close()


async def test_an_act_that_the_door_refuses_to_a_phone_is_listed_though_the_answer_is_200(
    client: httpx.AsyncClient, people: People
) -> None:
    session = bearer((await knock(client, people.an)).json())
    sent = {"acts": [{"text": SECRET}, {"text": SECRET}]}
    answer = await client.post(f"{API}/acts", json=sent, headers=session)
    assert answer.status_code == 200
    (row,) = await rows_of(people.an)
    assert (row["face"], row["code"], row["times"], row["status"]) == (
        "phone",
        "act_malformed",
        2,
        200,
    )
    assert SECRET not in row["whole"]
    for _ in range(3):
        gone = await client.get(f"{API}/inspections/{new_id()}", headers=session)
        assert gone.status_code == 404
    assert len(await rows_of(people.an)) == 4


async def test_a_burst_is_told_once_a_day_to_his_head_and_to_auditors_and_never_to_himself(
    readers: Readers, people: People
) -> None:
    case = await cases_made.inspected(people)
    dung = await readers.of(people.dung)
    for number in range(rules.BURST + 10):
        await dung.look(f"/desk/cases/{case.id}")
        assert await told(people.ho) == (1 if number + 1 >= rules.BURST else 0)
    assert await told(people.khanh) == 1
    assert [await told(one) for one in (people.dung, people.giang, people.phuc)] == [0, 0, 0]
    head = await readers.of(people.ho)
    await head.open("/desk/notices")
    assert people.dung.full_name in head.page.text
    assert head.page.link(PAGE) is None, "he is told, and does not read the list"
    auditor = await readers.of(people.khanh)
    await auditor.open("/desk/notices")
    assert auditor.page.link(f"{PAGE}?officer={people.dung.id}")


async def test_auditors_and_legal_officers_read_the_list_of_their_unit_and_nobody_else(
    readers: Readers, people: People
) -> None:
    case = await cases_made.inspected(people)
    dung = await readers.of(people.dung)
    em = await readers.of(people.em)
    for _ in range(3):
        await dung.look(f"/desk/cases/{case.id}")
    await em.look(f"/desk/cases/{case.id}/sanction")
    khanh = await readers.of(people.khanh)
    await khanh.open(PAGE)
    for words in (people.dung.full_name, people.em.full_name, "Không có hoặc ngoài phạm vi"):
        assert words in khanh.page.text
    assert "/desk/cases/{case_id}/sanction" in khanh.page.text
    assert khanh.html.count('<span class="name">Hồ sơ vụ việc</span>') == 4, "what was asked for"
    await khanh.open(f"{PAGE}?officer={people.dung.id}")
    assert str(case.id) in khanh.page.text
    assert "/desk/cases/{case_id}/sanction" not in khanh.page.text
    phuc = await readers.of(people.phuc)
    await phuc.open(PAGE)
    assert people.em.full_name in phuc.page.text
    assert people.dung.full_name not in phuc.page.text, "of another unit"
    for person in (people.ho, people.giang, people.dung, people.my, people.nga):
        assert await (await readers.of(person)).look(PAGE) == 403
    read = await database.fetchval(
        "SELECT count(*) FROM access_log WHERE officer_id = $1 AND action = 'refusals.page'",
        people.khanh.id,
    )
    assert read == 2


async def test_page_after_page_shows_each_request_once(readers: Readers, people: People) -> None:
    dung = await readers.of(people.dung)
    for _ in range(rules.ROWS - 5):
        await dung.look(f"/desk/cases/{new_id()}")
    khanh = await readers.of(people.khanh)
    await khanh.open(PAGE)
    seen = khanh.html.count("(not_found)")
    following = khanh.page.link("after=")
    assert following is not None
    await khanh.open(following)
    seen += khanh.html.count("(not_found)")
    assert seen == rules.ROWS - 5
    assert await khanh.look(f"{PAGE}?after=x") == 422


async def test_a_flood_is_counted_and_not_written_row_by_row(
    readers: Readers, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rules, "ROWS", 5)
    dung = await readers.of(people.dung)
    for _ in range(25):
        assert await dung.look(f"/desk/cases/{new_id()}") == 404
    assert len(await rows_of(people.dung)) == 5
    await recording.close()
    rows = await rows_of(people.dung)
    assert [(row["code"], row["times"]) for row in rows[5:]] == [(rules.MORE, 20)]
    assert sum(row["times"] for row in rows) == 25
    assert await told(people.ho) == 1
    khanh = await readers.of(people.khanh)
    await khanh.open(PAGE)
    assert "Thêm 20 lần trong một phút, chỉ đếm" in khanh.page.text


async def test_what_cannot_be_recorded_leaves_the_answer_as_it_is(
    readers: Readers, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(*_: object) -> None:
        raise OSError("the database is away")

    monkeypatch.setattr(recording.queries, "insert", fails)
    dung = await readers.of(people.dung)
    assert await dung.look(f"/desk/cases/{new_id()}") == 404
    assert await rows_of(people.dung) == []
