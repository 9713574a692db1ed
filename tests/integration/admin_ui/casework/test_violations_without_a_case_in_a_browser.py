"""The list of violations that no case follows, in a real browser: at both widths, for who acts and for who checks."""

import pytest

from backend.core.database import transaction
from backend.fieldwork.inspections import service as inspections
from tests.integration.admin_ui.shell.test_in_a_browser import check
from tests.support import cases_made, factories
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, MAY_RUN_ONCE_MORE]


@pytest.mark.sampled(one_in=2)
@pytest.mark.parametrize("width", [390, 1280])
async def test_the_list_leads_to_the_case(people: People, chrome: Chrome, width: int) -> None:
    work = await factories.submitted(people, subject=cases_made.inspected_party())
    async with transaction():
        await inspections.approve(work.id, work.revision, people.giang.actor("desk"))
    auditor = await chrome.sign_in(people.khanh, width)
    await auditor.goto("/desk/exceptions")
    await check(auditor, width)
    await auditor.get_by_role("link", name="chưa lập hồ sơ vụ việc", exact=False).click()
    await auditor.get_by_role("heading", level=1, name="chưa lập hồ sơ vụ việc").wait_for()
    await check(auditor, width)
    page = await chrome.sign_in(people.giang, width)
    await page.goto("/desk/")
    await check(page, width)
    await page.locator(f"#work-unopened-{work.id} a").click()
    await page.wait_for_url("**/desk/cases/new/inspection?**")
    assert work.number in await page.inner_text("main")
    assert chrome.complaints == []
