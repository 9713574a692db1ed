"""A behaviour is recorded as the minutes write it, and no code stands on them that their own words contradict."""

import re
from typing import Any

import pytest

from schemas.casework.words import CaseAct
from tests.integration.admin_ui.casework.test_papers import begun, button, form_to, text_of
from tests.integration.admin_ui.casework.test_recorded_as_signed import sent
from tests.support import cases_made
from tests.support.cases_made import Case, today
from tests.support.desk import Desks
from tests.support.people import People
from tests.support.readers import Readers

pytestmark = pytest.mark.usefixtures("app")

FREE = "Kinh doanh hàng hóa nhập lậu, trị giá 15 triệu"
PLACE = "điểm d khoản 1 Điều 15 NĐ 98/2020/NĐ-CP"


def row(**changed: Any) -> dict[str, Any]:
    given = {
        "wording": FREE,
        "provision": PLACE,
        "description": "Bày bán tại quầy.",
        "ended_on": today().isoformat(),
        "goods_value": 15_000_000,
    } | changed
    return {name: value for name, value in given.items() if value is not None}


async def with_minutes(people: People, **changed: Any) -> Case:
    case = await cases_made.inspected(people)
    await cases_made.minuted(case, minutes={"violations": [row(**changed)]})
    return case


async def test_minutes_without_a_code_take_none_that_their_provision_contradicts(
    readers: Readers, people: People
) -> None:
    case = await with_minutes(people)
    act = f"/desk/cases/{case.id}/acts/violation.recorded"
    desk = await readers.of(people.an)
    assert await sent(desk, act, **{"violations.0.code": "ND98-15-1-a"}) == 409
    assert "văn bản ghi «điểm d khoản 1 Điều 15" in desk.page.text
    assert (await case.facts()).recorded is None

    assert await sent(desk, act, **{"violations.0.code": "ND98-15-1-d"}) == 200
    recorded = (await case.facts()).recorded
    assert recorded is not None
    assert (recorded.violations[0].name, recorded.violations[0].legal_basis) == (FREE, PLACE)


async def test_no_other_wording_or_provision_than_that_of_the_minutes_is_recorded(
    people: People,
) -> None:
    case = await cases_made.inspected(people)
    content = await cases_made.minuted(case, minutes={"violations": [row()]})
    for changed in (
        {"name": "Khác hẳn", "legal_basis": PLACE},
        {"name": FREE, "legal_basis": "điểm z khoản 9 Điều 99"},
    ):
        other = cases_made.violation("ND98-15-1-d", **changed)
        said = {name: getattr(content, name) for name in content.__struct_fields__}
        wrong = type(content)(**said | {"violations": [other]})
        found = await case.refused(CaseAct.VIOLATION_RECORDED, wrong, people.an)
        assert found == "case_differs_from_paper"


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"catalogue_version": None}, "văn bản chưa ghi phiên bản"),
        ({"catalogue_version": 7}, "không có phiên bản 7"),
        ({"wording": "Kinh doanh hàng hóa nhập lậu trên 100 triệu đồng"}, "tên hành vi khác"),
        ({"provision": "điểm z khoản 9 Điều 15"}, "điều khoản khác danh mục"),
        ({"goods_value": 150_000_000}, "không thuộc khung"),
    ],
)
async def test_minutes_whose_code_can_never_be_recorded_are_not_made_ready(
    people: People, changed: dict[str, Any], why: str
) -> None:
    known = {
        "code": cases_made.BEHAVIOUR,
        "catalogue_version": 0,
        "wording": cases_made.violation().name,
    }
    case = await cases_made.inspected(people)
    with pytest.raises(AssertionError) as told:
        await cases_made.minuted(case, minutes={"violations": [row(**known | changed)]})
    assert "case_paper_contradicts" in str(told.value)
    assert re.search(why, str(told.value))
    await cases_made.minuted(case, minutes={"violations": [row(**known)]})


async def test_a_code_alone_names_the_behaviour_and_a_reader_sees_who_is_to_sign(
    desks: Desks, people: People
) -> None:
    case = await cases_made.inspected(people)
    an, giang = await desks.of(people.an), await desks.of(people.giang)
    address = await begun(an, case, "MBB01")
    editor = form_to(an.page, address.rsplit("/", 1)[1])
    if editor.find("/violations/0/code") is None:
        await an.submit(editor, button(editor, "add:/violations"))
        editor = form_to(an.page, address.rsplit("/", 1)[1])
    for name in ("wording", "provision", "catalogue_version"):
        editor.fill(f"/violations/0/{name}", "")
    editor.fill("/violations/0/code", "ND98-15-1-d")
    editor.fill("/violations/0/ended_on", today().isoformat())
    await an.submit(editor, button(editor, "save"))
    editor = form_to(an.page, address.rsplit("/", 1)[1])
    assert editor.find("/violations/0/catalogue_version").value == "0"
    assert "nhập lậu" in editor.find("/violations/0/wording").value
    assert "khoản 1 Điều 15" in editor.find("/violations/0/provision").value

    editor.fill("/violations/0/code", "ND98-0-0-z")
    editor.fill("/violations/0/catalogue_version", "")
    await an.submit(editor, button(editor, "save"))
    editor = form_to(an.page, address.rsplit("/", 1)[1])
    assert editor.find("/violations/0/catalogue_version").value == ""

    read = text_of((await giang.fetch(f"{address}/preview.pdf")).content)
    assert people.an.full_name in read
    assert people.giang.full_name not in read
