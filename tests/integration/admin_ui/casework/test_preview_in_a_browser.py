"""The preview beside a paper's editor follows what is typed, by itself, one at a time."""

import asyncio
from urllib.parse import parse_qs

import pytest
from playwright.async_api import Route, expect

from tests.support import cases_made
from tests.support.chromium import Chrome
from tests.support.papers_submitted import drafted
from tests.support.people import People
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]
WAIT_MS = 60_000


class Typesetter:
    """Answers in the place of the server: slowly, and notes what was asked and how many at once."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.most = 0
        self.status = 200
        self.goes_on = asyncio.Event()
        self._under_way = 0

    async def answer(self, route: Route) -> None:
        self._under_way += 1
        self.most = max(self.most, self._under_way)
        sent = parse_qs(route.request.post_data or "")
        self.asked.append(sent.get("/purpose", [""])[0])
        await self.goes_on.wait()
        self._under_way -= 1
        kind = "application/pdf" if self.status == 200 else "text/html"
        await route.fulfill(status=self.status, content_type=kind, body=b"%PDF-1.4")

    async def until(self, count: int) -> None:
        async with asyncio.timeout(60):
            while len(self.asked) < count:  # noqa: ASYNC110 - a browser that is elsewhere
                await asyncio.sleep(0.05)


async def test_it_follows_the_typing_one_at_a_time_and_the_newest_is_what_stays(
    people: People, chrome: Chrome
) -> None:
    case = await cases_made.recorded(people)
    paper = await drafted(case, "MBB02", people.an, purpose="")
    page, typesetter = await chrome.sign_in(people.an), Typesetter()
    await page.route("**/preview", typesetter.answer)
    await page.goto(f"/desk/documents/{paper}")
    await page.evaluate(
        "document.querySelectorAll('details.part').forEach((part) => part.open = true)"
    )
    field, frame = page.locator("[id='f-/purpose']"), page.locator("iframe[name=typed-preview]")
    await field.fill("một")
    await typesetter.until(1)
    for typed in ("một hai", "một hai ba"):
        await field.fill(typed)
    await page.wait_for_timeout(2500)
    assert typesetter.asked == ["một"], "nothing is asked while one is under way"
    typesetter.goes_on.set()
    await typesetter.until(2)
    assert typesetter.asked[1] == "một hai ba", "what was typed meanwhile is asked for once"
    assert typesetter.most == 1
    await expect(page.locator("[data-preview-told]")).to_have_text("", timeout=WAIT_MS)
    assert str(await frame.get_attribute("src")).startswith("blob:")

    typesetter.status = 429
    shown = await frame.get_attribute("src")
    await field.fill("bốn")
    await expect(page.locator("[data-preview-told]")).to_contain_text(
        "tự cập nhật", timeout=WAIT_MS
    )
    assert await frame.get_attribute("src") == shown, "the last one stays"
    typesetter.status = 200
    await typesetter.until(4)
    assert typesetter.asked[-1] == "bốn", "it is asked for again by itself"
    assert await field.input_value() == "bốn"


async def test_without_scripts_the_button_refreshes_it(people: People, chrome: Chrome) -> None:
    case = await cases_made.recorded(people)
    paper = await drafted(case, "MBB02", people.an)
    page = await chrome.sign_in(people.an, java_script_enabled=False)
    await page.goto(f"/desk/documents/{paper}")
    async with page.expect_request(lambda one: one.url.endswith("/preview")) as asked:
        await page.locator("[data-preview]").click()
    assert (await asked.value).method == "POST"
