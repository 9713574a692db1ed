"""How often an officer presses something until the work is done, counted by the browser."""

import pytest

from schemas.casework.words import CaseState
from tests.integration.admin_ui.casework.test_papers import certified
from tests.integration.admin_ui.casework.test_papers import issuer as issuer
from tests.support import cases_made, clicks
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.signing import PASSPHRASE, Authority
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]

MOST_FOR_A_SANCTION = 6


async def test_a_sanction_is_in_force_six_presses_after_its_reckoning(
    people: People, chrome: Chrome, issuer: Authority
) -> None:
    case = await cases_made.due(people)
    await certified(people.giang, issuer)
    page = await chrome.sign_in(people.giang)
    await page.goto(f"/desk/cases/{case.id}")
    presses = await clicks.counted(page)

    await page.get_by_role("link", name="Ra quyết định xử phạt").first.click()
    await page.wait_for_url("**/sanction")
    assert "5.000.000 đồng" in await page.inner_text("main"), "reckoned without a press"
    await page.locator("button[name=draft][value='MQĐ02']").first.click()
    await page.wait_for_url("**done=begun*")
    await page.get_by_role("button", name="Trình ký").click()
    await page.wait_for_url("**done=ready*")
    await page.get_by_role("link", name="Ký số và ban hành").click()
    await page.wait_for_url("**/sign")
    await page.fill("[name=alone]", "Chi cục chỉ còn một người trực")
    await page.fill("[name=passphrase]", PASSPHRASE)
    await page.locator("form[action$='/sign'] button.primary").click()
    await page.wait_for_url("**done=signed*")

    assert (await case.facts()).state == CaseState.SANCTIONED
    assert presses.so_far() <= MOST_FOR_A_SANCTION, "the case's own page is counted too"
    assert chrome.complaints == []
