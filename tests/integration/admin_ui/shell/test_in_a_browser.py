"""The desk in a real browser.

The hash, the keyboard, both widths, nothing blocked, nothing in anyone's way.
"""

import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urljoin

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, Route

from backend.core import database
from tests.integration.admin_ui.shell.test_markup import addresses
from tests.support import factories
from tests.support.chromium import Chrome
from tests.support.factories import Work
from tests.support.people import People
from tests.support.sampling import Sample, is_whole
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = pytest.mark.browser

LEAST_TARGET = 44
"""CSS pixels: WCAG 2.2 success criterion 2.5.5; a thumb in the rain is no mouse."""
_SMALL = """(least) => [...document.querySelectorAll(
    "button, a.button, a.tool, summary, label.tick, header a, nav a, select, textarea," +
    "input:not([type=hidden], [type=checkbox], [type=radio])")]
    .filter((e) => e.offsetParent && e.getBoundingClientRect().height < least - 0.5)
    .map((e) => e.outerHTML.slice(0, 100))"""
_LANGUAGE = "ht_language"
_OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


async def check(page: Page, width: int) -> None:
    """No accessibility violation, nothing wider than the window, targets large enough. A long run
    looks at what the desk has at the same address in English too, in a tab of its own. Public pages
    show both languages at once."""
    await check_as_it_is(page, width)
    if is_whole() and "/desk/" in page.url:
        async with in_english(page) as other:
            await check_as_it_is(other, width)


@asynccontextmanager
async def in_english(page: Page) -> AsyncIterator[Page]:
    """The same address in a tab of the same window, in the other language. The language afterwards
    is as it was."""
    before = [one for one in await page.context.cookies() if one["name"] == _LANGUAGE]
    # For the whole site, as ours is for the whole desk: an address may lead to one above it.
    english = {"name": _LANGUAGE, "value": "en", "url": urljoin(page.url, "/")}
    await page.context.add_cookies([english])  # type: ignore[list-item]
    other = await page.context.new_page()
    try:
        await other.goto(page.url)
        assert await other.get_attribute("html", "lang") == "en", page.url
        yield other
    finally:
        await other.close()
        await page.context.clear_cookies(name=_LANGUAGE)
        await page.context.add_cookies(before)  # type: ignore[arg-type]


async def look(page: Page, *addresses: str) -> None:
    """Check these addresses, or the page as it is, in both languages and at both widths."""
    for address in addresses or (page.url,):
        if addresses:
            await page.goto(address)
        async with in_english(page) as other:
            for one in (page, other):
                for width in (1280, 390):
                    await one.set_viewport_size({"width": width, "height": 900})
                    await check_as_it_is(one, width)


async def check_as_it_is(page: Page, width: int) -> None:
    """Check a page in its language and at a width that its window has."""
    found: dict[str, Any] = (await Axe().run(page)).response
    told = [(item["id"], item["nodes"][0]["html"][:120]) for item in found["violations"]]
    assert told == [], page.url
    assert await page.evaluate(_OVERFLOW) <= 1, page.url
    if width < 500:
        assert await page.evaluate(_SMALL, LEAST_TARGET) == [], page.url


@MAY_RUN_ONCE_MORE
@pytest.mark.sampled(one_in=3)
@pytest.mark.parametrize(
    ("width", "scheme"),
    [
        (390, "light"),
        (390, "dark"),
        (640, "light"),
        (1024, "light"),
        (1280, "light"),
        (1280, "dark"),
    ],
)
async def test_every_page_is_accessible_and_fits(
    album: Work, people: People, chrome: Chrome, width: int, scheme: str, sample: Sample
) -> None:
    """At 640 px a page is what it is at 1280 px under a zoom of 200 % (WCAG 2.2, 1.4.4 and 1.4.10)."""
    page = await chrome.sign_in(people.giang, width, color_scheme=scheme)
    for address in sample.of(addresses(album), one_in=4):
        await page.goto(address)
        await check(page, width)
    assert chrome.complaints == []


@MAY_RUN_ONCE_MORE
@pytest.mark.sampled(one_in=2)
@pytest.mark.parametrize(
    ("width", "scheme"), [(390, "light"), (390, "dark"), (1280, "light"), (1280, "dark")]
)
async def test_an_administrator_s_pages_are_accessible_and_fit(
    people: People, chrome: Chrome, width: int, scheme: str
) -> None:
    page = await chrome.sign_in(people.my, width, color_scheme=scheme)
    officer = f"/desk/people/{people.an.id}"
    for address in (
        "/desk/people",
        officer,
        f"{officer}/correct",
        "/desk/people/new",
        "/desk/units",
        "/desk/devices",
        "/desk/account",
    ):
        await page.goto(address)
        await check(page, width)
    assert chrome.complaints == []


async def compute(page: Page, address: str) -> str:
    await page.goto(address)
    await page.locator("summary", has_text="Kỹ thuật").click()
    await page.get_by_role("button", name="Kiểm tra mã băm").click()
    answer = page.locator("#hash-check .notice.good, #hash-check .notice.wrong")
    await answer.wait_for(timeout=15_000)
    return f"{await answer.get_attribute('class')} {await answer.inner_text()}"


async def test_the_browser_recomputes_the_hash_and_checks_the_receipt(
    album: Work, people: People, chrome: Chrome
) -> None:
    page = await chrome.sign_in(people.khanh)
    for picture in album.pictures[:3]:
        said = await compute(page, f"/desk/photos/{picture.photo_id}")
        assert "notice good" in said
        assert hashlib.sha256(picture.data).hexdigest() in said
        assert "Chữ ký Ed25519 của biên nhận hợp lệ." in said
    assert chrome.complaints == []


async def test_other_bytes_or_another_receipt_are_told_aloud(
    album: Work, people: People, chrome: Chrome
) -> None:
    page = await chrome.sign_in(people.khanh)
    address = f"/desk/photos/{album.pictures[0].photo_id}"

    async def other_bytes(route: Route) -> None:
        await route.fulfill(body=album.pictures[0].data + b"x")

    async def other_receipt(route: Route) -> None:
        answer = await route.fetch()
        receipts = await answer.json()
        receipts["byte_receipt"]["size"] += 1
        await route.fulfill(json=receipts)

    await page.route("**/original", other_bytes)
    assert "KHÔNG KHỚP" in await compute(page, address)
    await page.unroute("**/original")
    await page.route("**/receipts.json", other_receipt)
    said = await compute(page, address)
    assert "notice wrong" in said
    assert "CHỮ KÝ CỦA BIÊN NHẬN KHÔNG HỢP LỆ" in said


async def test_a_supervisor_approves_with_the_keyboard_alone(
    people: People, chrome: Chrome
) -> None:
    work = await factories.submitted(people)
    page = await chrome.sign_in(people.giang)
    await page.goto("/desk/")
    await page.keyboard.press("Tab")
    assert await page.evaluate("document.activeElement.className") == "skip"
    await page.keyboard.press("Enter")
    await tab_to(page, people_link(work))
    await page.keyboard.press("Enter")
    await page.wait_for_url(f"**/inspections/{work.id}")
    await tab_to(page, "/approve?")
    outline = await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    await page.keyboard.press("Enter")
    await page.wait_for_url("**/approve?*")
    await tab_to(page, "button")
    await page.keyboard.press("Enter")
    await page.wait_for_url("**?done=approved")
    state = await database.fetchval("SELECT state FROM inspections WHERE id = $1", work.id)
    assert state == "approved"


def people_link(work: Work) -> str:
    return f"/desk/inspections/{work.id}"


async def tab_to(page: Page, wanted: str) -> None:
    """Press Tab until the focus is on a link to `wanted`, or on the main form's button."""
    for _ in range(60):
        await page.keyboard.press("Tab")
        here = await page.evaluate(
            """document.activeElement.closest("main")
                ? document.activeElement.getAttribute("href") || document.activeElement.localName : "" """
        )
        if wanted in here:
            return
    raise AssertionError(f"the keyboard does not reach {wanted}")


async def test_without_javascript_all_but_the_hash_works(
    album: Work, people: People, chrome: Chrome
) -> None:
    page = await chrome.sign_in(people.giang, 390, java_script_enabled=False)
    await page.goto(f"/desk/photos/{album.pictures[0].photo_id}")
    assert await page.get_by_role("button", name="Kiểm tra mã băm").count() == 0
    await page.get_by_text("Kỹ thuật", exact=True).first.click()
    assert await page.locator("noscript p").is_visible()
    await page.goto(f"/desk/inspections/{album.id}")
    await page.get_by_role("link", name="Trả lại").click()
    await page.select_option("#f-at-1", "field:/team_opinion")
    await page.fill("#f-text-1", "Nêu rõ kiến nghị.")
    await page.get_by_role("button", name="Xem lại trước khi gửi").click()
    await page.locator(".confirm button[value=confirm]").click()
    await page.wait_for_url("**?done=returned")
    assert await page.get_by_text("Nêu rõ kiến nghị.").count() == 2


@MAY_RUN_ONCE_MORE
async def test_the_print_view_is_a4_without_the_desk_around_it(
    people: People, chrome: Chrome
) -> None:
    work = await factories.submitted(people)
    page = await chrome.sign_in(people.giang)
    await page.goto(f"/desk/inspections/{work.id}/print")
    await page.emulate_media(media="print")
    for around in (".desk-bar", ".rail-nav"):
        assert await page.locator(around).count() == 1
        assert not await page.locator(around).is_visible()
    assert await page.get_by_text("Độc lập - Tự do - Hạnh phúc").is_visible()
    pdf = await page.pdf(prefer_css_page_size=True)
    assert pdf.startswith(b"%PDF-")
    assert b"/MediaBox [0 0 594" in pdf or b"/MediaBox [0 0 595" in pdf
