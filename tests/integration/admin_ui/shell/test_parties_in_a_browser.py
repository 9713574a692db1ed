"""The search for a business in the register: by words without diacritics, by the keyboard, and without scripts."""

import msgspec
import pytest
from playwright.async_api import Page, expect

from backend.core.database import transaction
from backend.parties import service as parties
from tests.integration.admin_ui.shell.test_in_a_browser import check
from tests.support import factories
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]
SHOP, OTHER = "Hộ kinh doanh Đặng Thị Bằng Lăng", "Hộ kinh doanh Đặng Văn Bưởi"
FORM = "/desk/decisions/new"
_CHOSEN = "select => select.selectedOptions[0].text"


async def two_shops(people: People) -> None:
    """Two businesses of the register whose names begin alike."""
    subject = factories.order(people.chi, []).subject
    for at, name in enumerate((SHOP, OTHER)):
        async with transaction():
            named = msgspec.structs.replace(subject, name=name, tax_code=f"010123456{at}")
            await parties.add(people.giang.actor(), named)


async def chosen(page: Page) -> str:
    """What the list of parties holds."""
    return str(await page.locator("select[name=subject]").evaluate(_CHOSEN))


@pytest.mark.parametrize("width", [390, 640, 1280])
async def test_a_business_is_found_without_diacritics_and_taken_by_the_keyboard(
    people: People, chrome: Chrome, width: int
) -> None:
    await two_shops(people)
    page = await chrome.sign_in(people.giang, width)
    await page.goto(FORM)
    box = page.get_by_role("combobox", name="Tìm trong danh bạ")
    options = page.locator(".options [role=option]")
    await box.focus()
    await page.keyboard.type("dang thi")
    await expect(options).to_have_count(1)
    await box.fill("")
    await page.keyboard.type("ho kinh doanh dang")
    await expect(options).to_have_count(2)
    await expect(box).to_have_attribute("aria-expanded", "true")
    await check(page, width)
    await page.keyboard.press("ArrowDown")
    if SHOP not in await options.first.inner_text():
        await page.keyboard.press("ArrowDown")
    active = page.locator(f"[id='{await box.get_attribute('aria-activedescendant')}']")
    await expect(active).to_contain_text(SHOP)
    await page.keyboard.press("Enter")
    await expect(options.first).to_be_hidden()
    await expect(box).to_be_focused()
    assert page.url.endswith(FORM), "Enter took the business and sent nothing"
    assert SHOP in await chosen(page)
    await expect(page.locator("[name=subject_name]")).to_be_hidden()
    assert chrome.complaints == []


async def test_escape_leaves_what_was_typed_and_takes_nobody(
    people: People, chrome: Chrome
) -> None:
    await two_shops(people)
    page = await chrome.sign_in(people.giang)
    await page.goto(FORM)
    box = page.get_by_role("combobox", name="Tìm trong danh bạ")
    await box.press_sequentially("bang lang")
    await expect(page.locator(".options [role=option]")).to_have_count(1)
    await box.press("Escape")
    await expect(page.locator(".options [role=option]")).to_be_hidden()
    await expect(box).to_have_value("bang lang")
    assert SHOP not in await chosen(page)
    assert chrome.complaints == []


async def test_without_scripts_the_form_itself_finds_the_business(
    people: People, chrome: Chrome
) -> None:
    await two_shops(people)
    page = await chrome.sign_in(people.giang, java_script_enabled=False)
    await page.goto(FORM)
    await page.fill("[name=contents]", "Kiểm tra hóa đơn")
    await page.fill("[name=find]", "bang lang")
    await page.locator("button[name=step][value=find]").click()
    offered = await page.locator("select[name=subject] option").all_inner_texts()
    assert any(SHOP in one for one in offered)
    assert not any(OTHER in one for one in offered)
    await expect(page.locator("[name=contents]")).to_have_value("Kiểm tra hóa đơn")
    await expect(page.locator("main [role=alert]")).to_have_count(0)
