"""Which sanctions are made public: in the fields of Art 72.1, with the reason, and changes of them too; at the desk."""

from typing import Any

import pytest
from litestar import Litestar

from backend.law import books
from backend.law.rules import publication
from backend.law.sanctions import installed
from schemas.casework.words import CaseAct
from schemas.law.catalogue import ViolationField
from tests.integration.admin_ui.casework.test_changed_papers import act
from tests.support import cases_made
from tests.support.cases_made import today
from tests.support.doors import Desk
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool", "newest_edition")


async def test_a_sanction_outside_the_listed_fields_is_never_published(
    app: Litestar, people: People
) -> None:
    case = await cases_made.sanctioned(people)
    sanction = (await case.facts()).sanction
    assert sanction is not None
    assert {one.behaviour.field for one in sanction.order.acts} == {ViolationField.TRADE}
    giang = await Desk.of(app, people.giang, people)
    wanted: dict[str, Any] = {
        "where": "Cổng thông tin điện tử",
        "published_on": today(),
        "document_id": case.papers["MQĐ02"],
    }
    status, said = await act(giang, case, "sanction.published", **wanted)
    assert status == 409
    assert "hậu quả lớn" in said
    status, said = await act(giang, case, "sanction.published", **wanted, why="Dư luận bức xúc")
    assert status == 409
    assert "không thuộc lĩnh vực phải công bố" in said


async def test_a_copy_goes_to_the_licensor_and_the_story_tells_it(
    app: Litestar, people: People
) -> None:
    case = await cases_made.sanctioned(people)
    an = await Desk.of(app, people.an, people)
    sent = {
        "document_id": case.papers["MQĐ02"],
        "to": "licensor",
        "receiver": "Sở Công Thương Hà Nội",
        "sent_on": today(),
        "proof": "Công văn đi số 12",
    }
    status, said = await act(an, case, CaseAct.COPY_SENT, **sent)
    assert status == 303, said
    page = (await an.http.get(f"/desk/cases/{case.id}")).text
    assert "cho Sở Công Thương Hà Nội (cơ quan cấp giấy phép)" in page


def test_every_field_of_the_catalogue_is_judged() -> None:
    laws = installed.laws_of(books.newest())
    rule = publication.rule(laws, today())
    assert rule is not None
    found = {one: publication.judge(rule, {one}, grave=True) for one in ViolationField}
    listed = {one for one, judged in found.items() if judged == ((), None)}
    assert listed == {
        ViolationField.FOOD,
        ViolationField.QUALITY,
        ViolationField.IP,
        ViolationField.COUNTERFEIT,
    }
    assert [one for one, judged in found.items() if judged.warns] == [ViolationField.PETROL]
    assert publication.rule(installed.laws_of(books.FIRST), today()) is None
