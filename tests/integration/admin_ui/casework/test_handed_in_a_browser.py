"""The pages of files from elsewhere and of submissions fit at both widths and are accessible, in a real browser."""

import pytest

from schemas.casework.acts import handed as case_handed_acts
from schemas.casework.words import CaseAct
from tests.integration.admin_ui.shell.test_in_a_browser import check
from tests.support import cases_made
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]


@pytest.mark.parametrize("width", [390, 1280])
async def test_the_pages_of_what_comes_from_and_goes_to_others_are_accessible_and_fit(
    people: People, chrome: Chrome, width: int
) -> None:
    case = await cases_made.due(people)
    up = case_handed_acts.CaseSentUp(
        to="chair",
        receiver="Chủ tịch Ủy ban nhân dân xã Đồng Mẫu",
        unit_id=None,
        sent_on=cases_made.today(),
        why="above_competence",
        reason="Mức phạt vượt thẩm quyền",
        sheet=await cases_made.written_by_party(case, people.an),
    )
    page = await chrome.sign_in(people.giang, width)
    sending = f"/desk/cases/{case.id}/acts/case.sent_up"
    for address in ("/desk/cases/new", "/desk/cases/new/file", sending):
        await page.goto(address)
        await check(page, width)
    await case.take(CaseAct.CASE_SENT_UP, up)
    for address in (f"/desk/cases/{case.id}", f"/desk/cases/{case.id}/acts/chair.decided"):
        await page.goto(address)
        await check(page, width)
    assert chrome.complaints == []
