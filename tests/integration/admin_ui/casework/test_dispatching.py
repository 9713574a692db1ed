"""The clerk dispatches what was signed, and keeps the registers of what went out and what came in.

Decree 30/2020 Arts 15 to 22.
"""

from datetime import timedelta

import pytest
from litestar import Litestar

from backend.core import database
from backend.core.settings import Settings
from tests.integration.casework.issued_documents.test_issue import issue, ready
from tests.support import cases_made, exports, filing, scans
from tests.support.by_hand import Hand
from tests.support.case_papers import today
from tests.support.doors import Desk
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("app")


async def test_nothing_goes_out_before_it_is_in_force(app: Litestar, people: People) -> None:
    case = await cases_made.inspected(people)
    document, hashed = await ready(case, "MQĐ24", people.giang)
    clerk = await Desk.of(app, people.nga, people)
    place = f"/desk/cases/{case.id}/acts/document.dispatched"
    said = {
        "document_id": str(document),
        "sent_on": today().isoformat(),
        "manner": "post",
        "recipients": "Ông Trần Văn Mẫu\nUBND phường Thử",
        "copies": "2",
        "dispatch_note": "Bưu gửi RA123",
    }
    assert (await clerk.post(place, **said)).status_code in (409, 422)  # not signed yet
    assert str(document) not in (await clerk.http.get("/desk/outgoing")).text
    await issue(document, hashed, people.giang)
    # Printed, to be signed by hand: it is not in force, so it does not go out.
    assert (await clerk.post(place, **said)).status_code in (409, 422)
    assert str(document) not in (await clerk.http.get("/desk/outgoing")).text
    await clerk.close()


async def test_only_the_clerk_or_the_head_dispatches_and_no_day_before_the_paper(
    app: Litestar,
    people: People,
    signed_decision: tuple[cases_made.Case, str],
    settings: Settings,
) -> None:
    case, document = signed_decision
    place = f"/desk/cases/{case.id}/acts/document.dispatched"
    said = {
        "document_id": document,
        "sent_on": today().isoformat(),
        "manner": "direct",
        "recipients": "Ông Trần Văn Mẫu",
        "copies": "1",
        "dispatch_note": "",
    }
    inspector = await Desk.of(app, people.an, people)
    assert (await inspector.post(place, **said)).status_code in (403, 404, 409)
    clerk = await Desk.of(app, people.nga, people)
    for wrong in (
        {"sent_on": (today() - timedelta(days=1)).isoformat()},
        {"sent_on": (today() + timedelta(days=1)).isoformat()},
        {"recipients": ""},
        {"copies": "0"},
    ):
        assert (await clerk.post(place, **(said | wrong))).status_code in (409, 422), wrong
    waiting = (await clerk.http.get("/desk/outgoing?which=waiting")).text
    assert document in waiting
    assert "/acts/document.dispatched" in waiting, "its row leads to what is left to do"
    assert (await clerk.post(place, **said)).status_code == 303
    assert (await clerk.post(place, **(said | {"recipients": "Kho bạc"}))).status_code == 303
    listed = (await clerk.http.get("/desk/outgoing?which=sent")).text
    assert "Kho bạc" in listed
    assert "lần thứ 2" in listed
    assert document not in (await clerk.http.get("/desk/outgoing?which=waiting")).text
    assert document in (await clerk.http.get("/desk/outgoing?q=kho+bạc")).text
    assert document not in (await clerk.http.get("/desk/outgoing?q=nobody")).text
    assert document not in (await clerk.http.get("/desk/outgoing?year=2019")).text
    table = await exports.taken_at(clerk, settings, list="outgoing")
    assert table.headings[:2] == ["Số, ký hiệu văn bản", "Ngày tháng văn bản"]
    [line] = table.rows
    assert "Kho bạc" in line
    assert f"{today():%d/%m/%Y}" in line
    book = await exports.taken_at(clerk, settings, "xlsx", list="outgoing")
    assert book.column("Nơi nhận văn bản") == ["Kho bạc"]
    before = (today() - timedelta(days=1)).isoformat()
    earlier = {"list": "outgoing", "since": "2026-01-01", "until": before}
    assert (await exports.taken_at(clerk, settings, **earlier)).rows == []
    for wrong in ("since=x", f"since={today().isoformat()}&until={before}"):
        answer = await clerk.http.get(f"/desk/exports/new?list=outgoing&{wrong}")
        assert answer.status_code == 422
        assert "Khoảng ngày không đúng" in answer.text
    logged = "SELECT count(*) FROM access_log WHERE action = 'list.exported'"
    assert await database.fetchval(logged) == 3
    story = (await clerk.http.get(f"/desk/cases/{case.id}")).text
    assert "gửi trực tiếp" in story
    stranger = await Desk.of(app, people.ho, people)
    unit = people.giang.actor().unit.unit_id
    assert (await stranger.http.get(f"/desk/outgoing?unit={unit}")).status_code == 404
    for desk in (inspector, clerk, stranger):
        await desk.close()


@pytest.fixture
async def signed_decision(app: Litestar, people: People) -> tuple[cases_made.Case, str]:
    """A decision of the unit that is in force, signed by hand and compared."""
    hand = Hand(app, people)
    case = await cases_made.due(people)
    document = await hand.print(case, "MQĐ02", people.giang, drafter=people.chi)
    assert (await hand.scan(document, people.an, scans.pdf())).status_code == 303
    assert (await hand.compare(document, people.nga)).status_code == 303
    await hand.close()
    return case, str(document)


async def test_what_came_in_gets_the_next_number_of_the_unit_s_year(
    app: Litestar, people: People, settings: Settings
) -> None:
    unit = people.giang.actor().unit.unit_id
    clerk = await Desk.of(app, people.nga, people)
    place = f"/desk/incoming/{unit}"
    said = {
        "received_on": today().isoformat(),
        "sender": "Công an phường Thử",
        "symbol": "12/CV-CA",
        "dated": today().isoformat(),
        "subject": "Công văn về việc phối hợp",
        "receiver": "Đội số 1",
        "note": "",
    }
    for wrong in (
        {"sender": ""},
        {"subject": "x"},
        {"received_on": ""},
        {"dated": "hôm qua"},
        {"symbol": "x" * 101},
    ):
        answer = await clerk.post(place, **(said | wrong))
        assert answer.status_code == 422, wrong
        assert "Công an" in answer.text or "sender" in wrong, "what was typed stays"
    future = {"received_on": (today() + timedelta(days=2)).isoformat()}
    assert (await clerk.post(place, **(said | future))).status_code == 409
    assert (await clerk.post(place, **said)).status_code == 303
    assert (await clerk.post(place, **(said | {"sender": "Kho bạc Thử"}))).status_code == 303
    rows = await database.fetch("SELECT number, sender FROM incoming_papers ORDER BY number")
    assert [(row["number"], row["sender"]) for row in rows] == [
        (1, "Công an phường Thử"),
        (2, "Kho bạc Thử"),
    ]
    assert "Kho bạc Thử" in (await clerk.http.get("/desk/incoming?q=kho")).text
    table = await exports.taken_at(clerk, settings, list="incoming")
    assert table.headings[:2] == ["Ngày đến", "Số đến"]
    assert [row[1:3] for row in table.rows] == [
        ["1", "Công an phường Thử"],
        ["2", "Kho bạc Thử"],
    ]
    head = await Desk.of(app, people.giang, people)
    assert "Vào sổ, lấy số đến" not in (await head.http.get("/desk/incoming")).text
    assert (await head.post(place, **said)).status_code == 403
    administrator = await Desk.of(app, people.my, people)
    assert (await administrator.http.get("/desk/incoming")).status_code == 403
    for desk in (clerk, head, administrator):
        await desk.close()


async def test_a_filed_document_leads_to_its_line_in_the_register_and_the_line_to_it(
    app: Litestar, people: People
) -> None:
    case = await cases_made.inspected(people)
    head = await Desk.of(app, people.giang, people)
    file = await filing.keep(head, case.id, "cong-van.pdf", filing.pdf())
    clerk = await Desk.of(app, people.nga, people)
    unit = people.nga.unit.unit_id
    shown = (await clerk.http.get(f"/desk/filed/{file}")).text
    assert f"/desk/incoming?unit={unit}&amp;file={file}" in shown
    assert "Vào sổ văn bản đến" not in (await head.http.get(f"/desk/filed/{file}")).text
    form = (await clerk.http.get(f"/desk/incoming?unit={unit}&file={file}&sender=UBND+x")).text
    assert f'name="file" value="{file}"' in form
    assert 'value="UBND x"' in form
    said = {
        "received_on": today().isoformat(),
        "sender": "UBND phường Thử",
        "symbol": "",
        "dated": "",
        "subject": "Công văn trả lời",
        "receiver": "Đội số 1",
        "note": "",
    }
    place = f"/desk/incoming/{unit}"
    assert (await clerk.post(place, **said, file=str(case.id))).status_code == 409
    assert (await clerk.post(place, **said, file=str(file))).status_code == 303
    again = await clerk.post(place, **said, file=str(file))
    assert (again.status_code, "đã vào sổ" in again.text) == (409, True)
    assert f"/desk/filed/{file}" in (await clerk.http.get("/desk/incoming")).text
    shown = (await clerk.http.get(f"/desk/filed/{file}")).text
    assert f"số đến 1/{today().year}" in shown
    for desk in (head, clerk):
        await desk.close()
