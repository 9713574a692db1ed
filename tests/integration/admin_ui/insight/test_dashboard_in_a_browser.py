"""The dashboard in a real browser: for everybody, in both languages, light and dark, on a desk, a phone and paper."""

import io

import pytest
from pypdf import PdfReader

from schemas.casework.words import CaseAct
from tests.integration.admin_ui.insight.test_dashboard import counted
from tests.integration.admin_ui.shell.test_in_a_browser import look
from tests.support import cases_made, factories
from tests.support.case_papers import exhibit
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]


async def test_a_dashboard_is_read_by_everybody_and_its_numbers_open_by_keyboard_and_on_paper(
    people: People, chrome: Chrome
) -> None:
    case = await cases_made.sanctioned(people)
    await case.take(CaseAct.EXHIBITS_SEIZED, await cases_made.seized(case, exhibit()), people.an)
    await factories.announced(people)
    await counted()
    for who, scheme in ((people.khanh, "light"), (people.giang, "dark"), (people.chi, "light")):
        page = await chrome.sign_in(who, color_scheme=scheme)
        await look(page, "/desk/dashboard?period=calendar_year")
        charts = page.get_by_role("img")
        for number in range(await charts.count()):
            named_by = await charts.nth(number).get_attribute("aria-labelledby")
            assert await page.locator(f"#{named_by}").count() == 1, named_by
        await page.context.close()
    page = await chrome.sign_in(people.giang)
    await page.goto("/desk/dashboard?period=calendar_year")
    numbers = page.locator("details.numbers summary").first
    await numbers.focus()
    await page.keyboard.press("Enter")
    assert await page.locator("details.numbers[open] table").count() == 1
    await numbers.press("Enter")
    # On paper no table is closed, and what only a screen can do is gone.
    await page.emulate_media(media="print")
    tables = page.locator("details.numbers table")
    for number in range(await tables.count()):
        box = await tables.nth(number).bounding_box()
        assert box is not None
        assert box["height"] > 20
    assert await page.locator("form.filter").is_hidden()
    # A dashboard takes three or four sheets: each chart is whole, beside its numbers, a question above its answer.
    charts = page.locator(".question figure.figure")
    for number in range(await charts.count()):
        drawn = await charts.nth(number).locator("svg").bounding_box()
        table = await charts.nth(number).locator("table").bounding_box()
        assert drawn is not None
        assert table is not None
        assert drawn["x"] + drawn["width"] <= table["x"]
        kept = await charts.nth(number).evaluate("one => getComputedStyle(one).breakInside")
        assert kept == "avoid"
    paper = PdfReader(io.BytesIO(await page.pdf(prefer_css_page_size=True)))
    sheets = [" ".join(one.extract_text().split()) for one in paper.pages]
    assert 2 <= len(sheets) <= 4
    asked = page.locator(".question")
    for number in range(await asked.count()):
        heading = await asked.nth(number).locator("h2").inner_text()
        answer = (await asked.nth(number).locator(".answer").inner_text())[:30]
        assert any(heading in one and answer in one for one in sheets), heading
    await page.context.close()
    assert chrome.complaints == []
