"""After signing out nobody's data comes back by the browser's own Back, though it keeps whole pages to go back fast."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Playwright, expect

from tests.support import cases_made
from tests.support.cases_made import Case
from tests.support.chromium import FLAGS, Chrome, started, where_a_light_chromium_is
from tests.support.people import People
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]
_KEEPS_NO_PAGE = "--disable-back-forward-cache"
"""Playwright's own setting, which officers' browsers do not have."""


@pytest.fixture
async def as_officers_have_it(
    playwright: Playwright, site: str, people: People
) -> AsyncIterator[Chrome]:
    """A browser that keeps the pages one leaves, to show them again at once."""
    browser = await started(
        playwright.chromium.launch,
        executable_path=where_a_light_chromium_is(),
        args=list(FLAGS),
        ignore_default_args=[_KEEPS_NO_PAGE],
    )
    yield Chrome(browser, site, people)
    await browser.close()


async def party_of(case: Case) -> str:
    """The name of a case's party."""
    party = (await case.facts()).party
    assert party is not None
    return party.name


@pytest.mark.parametrize("scripts", [True, False])
async def test_back_after_signing_out_shows_nobody_s_data(
    people: People, as_officers_have_it: Chrome, scripts: bool
) -> None:
    case = await cases_made.inspected(people)
    page = await as_officers_have_it.sign_in(people.giang, java_script_enabled=scripts)
    await page.goto("/desk/cases")
    await page.goto(f"/desk/cases/{case.id}")
    number = await page.locator("h1").first.inner_text()
    party = await party_of(case)
    await expect(page.locator("main")).to_contain_text(party)
    await page.locator("summary.account").click()
    await page.get_by_role("button", name="Đăng xuất").click()
    await page.wait_for_url("**/sign-in?out=true")
    for _ in range(2):
        await page.go_back()
        await expect(page.locator("[name=password]")).to_be_visible()
        said = await page.content()
        assert party not in said
        assert number not in said
        assert people.giang.full_name not in said


async def test_back_after_somebody_signed_out_in_another_tab_shows_nobody_s_data(
    people: People, as_officers_have_it: Chrome
) -> None:
    case = await cases_made.inspected(people)
    page = await as_officers_have_it.sign_in(people.giang)
    party = await party_of(case)
    await page.goto(f"/desk/cases/{case.id}")
    await page.goto("/desk/due")
    other = await page.context.new_page()
    await other.goto("/desk/")
    await other.locator("summary.account").click()
    await other.get_by_role("button", name="Đăng xuất").click()
    await other.wait_for_url("**/sign-in?out=true")
    await page.go_back()
    await expect(page.locator("[name=password]")).to_be_visible()
    assert party not in await page.content()
