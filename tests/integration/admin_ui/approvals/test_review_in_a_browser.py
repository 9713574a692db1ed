"""The workspace in a browser: clicks counted, keys, without scripts, accessible at both widths."""

import re

import pytest
from playwright.async_api import Page, expect

from backend.core import database
from tests.integration.admin_ui.shell.test_in_a_browser import look
from tests.support import decision_papers, factories, submitted
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]

WAIT_MS = 60_000
FORTY = 40
"""As a head finds them after a campaign of similar inspections."""
_COUNTS = """
addEventListener("click", (event) => {
  if (event.isTrusted && event.detail > 0) counted();
}, { capture: true });
"""


class Clicks:
    """Counts what a hand presses: trusted clicks of a pointer, as the browser itself saw them."""

    def __init__(self) -> None:
        self.count = 0

    async def watch(self, page: Page) -> None:
        """Count from the next page on."""
        await page.context.expose_function("counted", self._one)
        await page.context.add_init_script(_COUNTS)

    def _one(self) -> None:
        self.count += 1


async def rulings() -> int:
    seen: int = await database.fetchval("SELECT count(*) FROM rulings")
    return seen


async def waiting(people: People, count: int) -> list[str]:
    """Addresses of so many files that wait for the head, in their order."""
    made = []
    for _ in range(count):
        work = await factories.submitted(people, minutes_flow=2, author=people.chi)
        [file] = await submitted.of_record(work.id)
        made.append(f"/desk/review/{file.id}")
    return made


@pytest.mark.parametrize("width", [1280, 390])
async def test_one_takes_two_clicks_and_the_next_opens(
    people: People, chrome: Chrome, width: int
) -> None:
    first, second = await waiting(people, 2)
    page, clicks = await chrome.sign_in(people.giang, width), Clicks()
    await clicks.watch(page)
    await page.goto(first)
    await page.get_by_role("button", name="Đồng ý hướng xử lý", exact=True).click()
    await expect(page.get_by_role("heading", name="Sẽ ghi: Đồng ý hướng xử lý")).to_be_visible(
        timeout=WAIT_MS
    )
    assert await rulings() == 0, "the first press shows what will be recorded"
    await page.get_by_role("button", name="Ghi nhận: Đồng ý hướng xử lý").click()
    await expect(page).to_have_url(re.compile(second), timeout=WAIT_MS)
    await expect(page.locator(".toast")).to_contain_text("Đã đồng ý hướng xử lý", timeout=WAIT_MS)
    await expect(page.locator(".review-bar")).to_be_in_viewport(ratio=1)
    assert clicks.count == 2
    assert await rulings() == 1
    assert chrome.complaints == []


async def test_forty_take_eighty_clicks(people: People, chrome: Chrome) -> None:
    addresses = await waiting(people, FORTY)
    page, clicks = await chrome.sign_in(people.giang), Clicks()
    await clicks.watch(page)
    await page.goto(addresses[0])
    for number, address in enumerate(addresses):
        await expect(page).to_have_url(re.compile(address), timeout=WAIT_MS)
        assert await rulings() == number
        await page.get_by_role("button", name="Đồng ý hướng xử lý", exact=True).click()
        await page.get_by_role("button", name="Ghi nhận: Đồng ý hướng xử lý").click()
    await expect(page.get_by_role("heading", level=1)).to_contain_text(
        "Không còn việc nào", timeout=WAIT_MS
    )
    assert clicks.count <= 2 * FORTY
    assert await rulings() == FORTY
    opened = await database.fetchval(
        "SELECT count(DISTINCT record_id) FROM access_log WHERE action = 'inspection.review' AND officer_id = $1",
        people.giang.id,
    )
    assert opened == FORTY, "each was before him"
    print(f"{clicks.count} clicks for {FORTY}")


async def test_keys_walk_rule_and_ask_and_never_while_somebody_types(
    people: People, chrome: Chrome
) -> None:
    first, second, third = await waiting(people, 3)
    page = await chrome.sign_in(people.giang)
    await page.goto(first)
    await page.keyboard.press("j")
    await expect(page).to_have_url(re.compile(second), timeout=WAIT_MS)
    await page.keyboard.press("k")
    await expect(page).to_have_url(re.compile(first), timeout=WAIT_MS)
    await page.keyboard.press("r")
    typed = page.locator("#do-supplement textarea")
    await expect(typed).to_be_focused(timeout=WAIT_MS)
    await typed.press_sequentially("ja")
    await expect(typed).to_have_value("ja")
    await expect(page).to_have_url(re.compile(first), timeout=WAIT_MS)
    await expect(page.locator("[data-remarks]")).to_have_text("(1)")
    await page.keyboard.press("Escape")
    await typed.evaluate("(one) => { one.value = ''; }")
    await page.keyboard.press("a")
    assert await rulings() == 0, "it asks first"
    record = page.get_by_role("button", name="Ghi nhận: Đồng ý hướng xử lý")
    await expect(record).to_be_focused(timeout=WAIT_MS)
    await page.keyboard.press("Enter")
    await expect(page).to_have_url(re.compile(second), timeout=WAIT_MS)
    await page.keyboard.press("?")
    window = page.get_by_role("dialog")
    await expect(window).to_contain_text("hỏi lại một lần", timeout=WAIT_MS)
    await window.get_by_role("checkbox").uncheck()
    await window.get_by_role("button", name="Đóng").click()
    await page.keyboard.press("j")
    await page.keyboard.press("a")
    await expect(record).to_be_hidden()
    await expect(page).to_have_url(re.compile(second), timeout=WAIT_MS)
    await page.goto(third)
    await page.keyboard.press("k")
    await expect(page).to_have_url(re.compile(third), timeout=WAIT_MS)
    assert await rulings() == 1


async def test_enter_opens_the_record_from_the_page_and_the_thing_from_the_list(
    people: People, chrome: Chrome
) -> None:
    [first] = await waiting(people, 1)
    page = await chrome.sign_in(people.giang)
    await page.goto("/desk/")
    await page.keyboard.press("j")
    await page.keyboard.press("Enter")
    await expect(page).to_have_url(re.compile(first), timeout=WAIT_MS)
    await page.wait_for_load_state()  # its keys are read from then on
    await page.keyboard.press("Enter")
    await expect(page).to_have_url(re.compile("/desk/inspections/"), timeout=WAIT_MS)


async def test_all_of_it_works_without_scripts(people: People, chrome: Chrome) -> None:
    work = await factories.submitted(people, photos=1, minutes_flow=2, author=people.chi)
    [file] = await submitted.of_record(work.id)
    [second] = await waiting(people, 1)
    page = await chrome.sign_in(people.giang, java_script_enabled=False)
    await page.goto(f"/desk/review/{file.id}")
    await page.get_by_role("button", name="Góp ý: Ảnh 1").click()
    await page.get_by_role("textbox", name="Góp ý: Ảnh 1").fill("Chụp lại cho rõ nhãn")
    await page.locator(".say-form:popover-open").get_by_role("button", name="Ghi góp ý").click()
    button = page.get_by_role("button", name="Yêu cầu bổ sung (1)", exact=True)
    await button.click()
    await expect(page.locator("#do-supplement")).to_contain_text(
        "Chụp lại cho rõ nhãn", timeout=WAIT_MS
    )
    await page.get_by_role("button", name="Gửi: Yêu cầu bổ sung").click()
    await expect(page).to_have_url(re.compile(second), timeout=WAIT_MS)
    await expect(page.locator(".toast")).to_contain_text("Đã yêu cầu bổ sung", timeout=WAIT_MS)
    await page.get_by_role("button", name="Đồng ý hướng xử lý", exact=True).click()
    await page.get_by_role("button", name="Ghi nhận: Đồng ý hướng xử lý").click()
    await expect(page.get_by_role("heading", level=1)).to_contain_text(
        "Không còn việc nào", timeout=WAIT_MS
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_every_kind_of_it_is_accessible_and_fits(
    people: People, chrome: Chrome, scheme: str
) -> None:
    work = await factories.submitted(people, photos=2, minutes_flow=2, author=people.chi)
    [file] = await submitted.of_record(work.id)
    draft = await submitted.drafted(people)
    [minutes] = await submitted.of_record(draft.id)
    await decision_papers.drafted(people)
    page = await chrome.sign_in(people.giang, color_scheme=scheme)
    for one in (file, minutes):
        await look(page, f"/desk/review/{one.id}")
    rows = await database.fetch(
        "SELECT id FROM approval_submissions WHERE kind = 'inspection_decision'"
    )
    for row in rows:
        await look(page, f"/desk/review/{row['id']}")
    # What is opened over the page is looked at too.
    await page.goto(f"/desk/review/{file.id}")
    for opener in ("do-agree", "do-supplement", "review-more"):
        await page.locator(f"[popovertarget={opener}]").first.click()
        await look(page)
        await page.keyboard.press("Escape")
    await page.goto("/desk/review?show=overdue")
    await look(page)
    assert chrome.complaints == []
