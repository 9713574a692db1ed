"""Where another body decides too, the case notes it, and nobody here signs until that is over."""

import pytest

from schemas.casework.words import CaseAct, CaseState
from tests.integration.admin_ui.casework.test_papers import button, certified, form_to
from tests.integration.admin_ui.casework.test_sanction_by_the_rows import due, recorded_by
from tests.integration.admin_ui.casework.test_signed_and_entered import issuer as issuer
from tests.integration.admin_ui.casework.test_signed_and_entered import made_ready, numbers, signed
from tests.support.cases_made import Case
from tests.support.people import People, Person
from tests.support.readers import Readers
from tests.support.signing import Authority

pytestmark = pytest.mark.usefixtures("newest_edition")

ROW = "ND98-23-4-b"


async def noted(readers: Readers, who: Person, case: Case, **said: str) -> tuple[int, str]:
    """Note other bodies' powers at the desk; returns the status and what the page says."""
    desk = await readers.of(who)
    act = f"/desk/cases/{case.id}/acts/{CaseAct.COMPETENCE_NOTED}"
    await desk.open(act)
    return await desk.press(act, **said), desk.page.text


@pytest.mark.parametrize(
    ("said", "told", "why"),
    [
        (
            {"several_bodies": "yes", "reason": "Kèm hành vi về môi trường"},
            "hành vi thuộc lĩnh vực của nhiều cơ quan",
            "thẩm quyền của Chủ tịch Ủy ban nhân dân nơi xảy ra vi phạm",
        ),
        (
            {"taken_by": "Công an xã Đồng Mẫu", "reason": "Công văn số 5/CAX"},
            "Công an xã Đồng Mẫu đã thụ lý trước",
            "Cơ quan khác có cùng thẩm quyền đã thụ lý trước",
        ),
    ],
)
async def test_what_is_another_body_s_gets_no_number_here_until_it_no_longer_is(
    readers: Readers,
    people: People,
    issuer: Authority,
    said: dict[str, str],
    told: str,
    why: str,
) -> None:
    case = await due(people, recorded_by(ROW))
    await certified(people.giang, issuer)
    giang = await readers.of(people.giang)
    address = await made_ready(giang, case)
    assert (await noted(readers, people.an, case, **said))[0] == 200
    await giang.open(f"/desk/cases/{case.id}")
    assert told in giang.page.text, "the story says it"

    await giang.open(f"/desk/cases/{case.id}/sanction")
    assert "Chức danh của bạn (Chi cục trưởng) thì không" in giang.page.text
    assert why in giang.page.text
    await giang.open(f"{address}/sign")
    assert why in giang.page.text
    assert not [form for form in giang.page.forms if form.action.endswith("/sign")]
    assert await numbers() == 0

    again = {"several_bodies": "", "taken_by": "", "reason": "Cơ quan đó đã trả hồ sơ"}
    assert (await noted(readers, people.an, case, **again))[0] == 200
    assert await signed(giang, address) == 200
    assert (await case.facts()).state == CaseState.SANCTIONED


async def test_a_note_that_changes_nothing_is_refused(readers: Readers, people: People) -> None:
    case = await due(people, recorded_by(ROW))
    nothing = {"reason": "Không có gì"}
    status, said = await noted(readers, people.an, case, **nothing)
    assert status == 409
    assert "Vụ việc đã ghi đúng như vậy" in said
    taken = {"taken_by": "Công an xã Đồng Mẫu", "reason": "Công văn số 5/CAX"}
    assert (await noted(readers, people.an, case, **taken))[0] == 200
    assert (await noted(readers, people.an, case, **taken))[0] == 409


async def test_an_inspector_does_not_take_back_what_the_head_noted(
    readers: Readers, people: People
) -> None:
    case = await due(people, recorded_by(ROW))
    several = {"several_bodies": "yes", "reason": "Kèm hành vi về môi trường"}
    assert (await noted(readers, people.giang, case, **several))[0] == 200
    again = {"several_bodies": "", "taken_by": "", "reason": "Không còn nữa"}
    status, said = await noted(readers, people.an, case, **again)
    assert status == 409
    assert "do người có thẩm quyền làm" in said
    assert (await noted(readers, people.giang, case, **again))[0] == 200


async def test_measures_alone_are_another_body_s_too(readers: Readers, people: People) -> None:
    case = await due(people, recorded_by(ROW))
    taken = {"taken_by": "Công an xã Đồng Mẫu", "reason": "Công văn số 5/CAX"}
    assert (await noted(readers, people.an, case, **taken))[0] == 200
    giang = await readers.of(people.giang)
    await giang.open(f"/desk/cases/{case.id}/sanction")
    form = form_to(giang.page, "/sanction")
    form.fill("without_fine", "yes")
    await giang.submit(form, button(form, "reckon"))
    assert "Chức danh của bạn (Chi cục trưởng) thì không" in giang.page.text
