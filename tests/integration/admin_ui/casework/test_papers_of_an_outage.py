"""A decision signed on paper in an outage, under a number that was set aside, is entered with its scan."""

from datetime import timedelta

import pytest
from litestar import Litestar

from backend.casework.cases import service as cases
from backend.core import database
from backend.law import form_facts
from tests.support import cases_made, decision_papers, scans
from tests.support.by_hand import Hand
from tests.support.by_hand import hand as hand
from tests.support.case_papers import today
from tests.support.doors import Desk
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("app")
SYMBOL = form_facts.unit_registers()["MQĐ02"]


async def test_the_clerk_sets_numbers_aside_and_each_is_accounted_for(
    app: Litestar, people: People, hand: Hand
) -> None:
    case = await cases_made.due(people)
    unit = people.giang.actor().unit.unit_id
    clerk = await Desk.of(app, people.nga, people)
    place = f"/desk/registers/{unit}/set-aside"
    assert (await clerk.http.get(place)).status_code == 200
    assert (await clerk.post(place, form="MQĐ02", number="0", reason="x")).status_code == 422
    given = await clerk.post(place, form="MQĐ02", number="3", reason="Mất điện từ 08 giờ")
    assert given.status_code == 303
    listed = (await clerk.http.get(given.headers["location"])).text
    assert "còn 3 số" in listed
    range_id = await database.fetchval("SELECT id FROM number_ranges")
    range_place = f"/desk/registers/{unit}/ranges/{range_id}"
    assert f"01000003/{SYMBOL}" in (await clerk.http.get(range_place)).text

    document = await hand.ready(case, "MQĐ02", people.giang)
    hashed = (await case.facts()).papers[document].fields_hash
    head = await hand.of(people.giang)
    before = f"/desk/documents/{document}/issued-before"
    assert before in (await head.http.get(f"/desk/documents/{document}/sign")).text
    assert (await head.http.get(before)).status_code == 200
    said = {
        "fields_hash": hashed,
        "number": f"01000002/{SYMBOL}",
        "issued_on": today().isoformat(),
        "code": "",
        "reason": "Ký trên giấy lúc mất điện",
        "alone": "Trực một mình",
    }
    ordered = await decision_papers.drafted(people)
    await decision_papers.signed(ordered, people.giang, None)
    another_s = await database.fetchval("SELECT code FROM decision_papers WHERE id = $1", ordered)
    for wrong in (
        {"code": another_s},  # or else the public page of that decision would show this paper
        {"number": f"01000009/{SYMBOL}"},
        {"issued_on": (today() - timedelta(days=1)).isoformat()},
        {"issued_on": (today() + timedelta(days=1)).isoformat()},
        {"number": f"48000002/{SYMBOL}"},
    ):
        assert (await head.post(before, **(said | wrong))).status_code == 409, wrong
    answer = await head.post(before, **said)
    assert answer.status_code == 303, answer.text[-2500:]
    assert (await head.post(before, **said)).status_code == 409
    assert (await hand.scan(document, people.an, scans.pdf())).status_code == 303
    assert (await hand.compare(document, people.nga)).status_code == 303
    _, _, paper = await cases.paper(document, people.giang.actor("desk"))
    assert (paper.state, paper.number, paper.issued_on) == (
        "signed",
        f"01000002/{SYMBOL}",
        today(),
    )
    story = (await head.http.get(f"/desk/cases/{case.id}")).text
    assert "khi hệ thống gián đoạn" in story

    page = await clerk.http.get(range_place)
    assert f"/desk/documents/{document}" in page.text
    sure = {"sure": "yes"}
    assert (await clerk.post(range_place, number="2", reason="Thử hủy", **sure)).status_code == 409
    assert (await clerk.post(range_place, reason="Không dùng", **sure)).status_code == 422
    unsure = await clerk.post(range_place, number="1", reason="Không dùng")
    assert (unsure.status_code, "Không dùng</textarea>" in unsure.text) == (422, True)
    await database.execute("UPDATE desk_sessions SET confirmed_until = NULL")
    asked = await clerk.post(range_place, number="1", reason="Không dùng", **sure)
    assert 'name="code"' in asked.text, "a code is asked for, and the form is carried along"
    await database.execute(
        "UPDATE desk_sessions SET confirmed_until = now() + interval '5 minutes'"
    )
    for number, why in (("1", "Không dùng"), ("3", "Viết hỏng")):
        answer = await clerk.post(range_place, number=number, reason=why, **sure)
        assert answer.status_code == 303
    assert "Viết hỏng" in (await clerk.http.get(range_place)).text
    assert "2 đã hủy" in (await clerk.http.get("/desk/registers")).text
    await clerk.close()


async def test_a_paper_of_an_outage_that_was_entered_wrongly_can_be_entered_again(
    app: Litestar, people: People, hand: Hand
) -> None:
    case = await cases_made.due(people)
    unit = people.giang.actor().unit.unit_id
    clerk = await Desk.of(app, people.nga, people)
    await clerk.post(
        f"/desk/registers/{unit}/set-aside", form="MQĐ02", number="2", reason="Mất điện"
    )
    head = await hand.of(people.giang)
    for _ in range(2):
        document = await hand.ready(case, "MQĐ02", people.giang)
        hashed = (await case.facts()).papers[document].fields_hash
        answer = await head.post(
            f"/desk/documents/{document}/issued-before",
            fields_hash=hashed,
            number=f"01000001/{SYMBOL}",
            issued_on=today().isoformat(),
            code="",
            reason="Ký trên giấy lúc mất điện",
            alone="Trực một mình",
        )
        assert answer.status_code == 303, answer.text[-2500:]
        given_up = await head.post(f"/desk/documents/{document}/discard", reason="Ghi nhầm")
        assert given_up.status_code == 303
    assert "1 đã hủy" in (await clerk.http.get("/desk/registers")).text
    await clerk.close()


async def test_an_administrator_enters_the_opening_number_once(
    app: Litestar, people: People
) -> None:
    unit = people.giang.actor().unit.unit_id
    desk = await Desk.of(app, people.my, people)
    place = f"/desk/registers/{unit}/open"
    assert "không bao giờ lùi số" in (await desk.http.get(place)).text
    assert (await desk.post(place, form="MQĐ02", number="a", reason="")).status_code == 422
    slip = await desk.post(place, form="MQĐ02", number="9999999", reason="Sổ giấy năm nay")
    assert slip.status_code == 422, "it never goes back: a slip would end the register"
    assert (
        await desk.post(place, form="MQĐ02", number="120", reason="Sổ giấy năm nay")
    ).status_code == 303
    again = await desk.post(place, form="MQĐ02", number="500", reason="Sổ giấy năm nay")
    assert (again.status_code, "chỉ khai một lần" in again.text.lower()) == (409, True)
    assert "01000121/" in (await desk.http.get("/desk/registers")).text
    own = {"form": "MBB01", "number": "12", "reason": "Sổ giấy trang 3"}
    assert (await desk.post(place, **own, officer="G999")).status_code == 422
    assert (await desk.post(place, **own, officer=people.an.officer_number)).status_code == 303
    assert "sau số 12 đã cấp trên giấy" in (await desk.http.get("/desk/registers")).text
    clerk = await Desk.of(app, people.nga, people)
    assert (await clerk.http.get(place)).status_code == 404
    await clerk.close()
    await desk.close()
