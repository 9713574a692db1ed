"""Publishing a behaviour and asking for a party in a real browser: open to everybody, on a desk and on a phone."""

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page

from tests.support.case_rows import TAX, case_of
from tests.support.chromium import Chrome, go_to_area
from tests.support.people import People
from tests.support.publishers import second_publisher
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]
_WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


async def is_open_and_fits(page: Page) -> None:
    """No fault that axe knows, and nothing to scroll sideways for."""
    found = (await Axe().run(page)).response
    assert found["violations"] == []
    assert await page.evaluate(_WIDER) <= 1


@pytest.mark.parametrize("width", [390, 1280])
async def test_a_version_is_published_page_by_page(
    people: People, chrome: Chrome, width: int
) -> None:
    page = await chrome.sign_in(people.lan, width)
    await go_to_area(page, "Pháp luật, danh mục")
    await page.get_by_role("link", name="Mở danh mục").click()
    await page.get_by_label("Hành vi, điều khoản hoặc mã").fill("ND98-7-1")
    await page.get_by_role("button", name="Tìm").click()
    await page.get_by_role("link", name="Kinh doanh dịch vụ thuộc danh mục").click()
    await is_open_and_fits(page)
    await page.get_by_role("link", name="Đề nghị phiên bản mới").click()
    await is_open_and_fits(page)
    await page.get_by_label("Nguồn đã đối chiếu").fill("Công báo số 1")
    await page.get_by_label("Ghi chú").fill("Đã đối chiếu bản gốc")
    await page.get_by_role("button", name="Xem các thay đổi").click()
    await page.get_by_role("heading", name="Khác với bản nháp").wait_for()
    await is_open_and_fits(page)
    await page.get_by_role("button", name="Đề nghị công bố phiên bản 1").click()
    await page.get_by_text("chờ người thứ hai xác nhận").wait_for()
    await is_open_and_fits(page)
    address = page.url.split("?")[0]
    await page.context.close()

    page = await chrome.sign_in(await second_publisher(people), width)
    await page.goto(address)
    await is_open_and_fits(page)
    await page.get_by_label("Tôi đã đối chiếu từng mục với nguồn").check()
    await page.get_by_role("button", name="Xác nhận").click()
    await page.get_by_text("Đã ghi nhận.").wait_for()
    await is_open_and_fits(page)
    await page.context.close()
    assert chrome.complaints == []


@pytest.mark.parametrize("width", [390, 1280])
async def test_a_party_is_asked_for(people: People, chrome: Chrome, width: int) -> None:
    await case_of(people.giang, "VV-1")
    await case_of(people.ho, "VV-2")
    page = await chrome.sign_in(people.giang, width)
    await go_to_area(page, "Đối tượng đã kiểm tra, xử phạt")
    await is_open_and_fits(page)
    await page.get_by_label("Mã số thuế").fill(TAX)
    await page.get_by_role("button", name="Tìm").click()
    await page.get_by_role("heading", name="Vụ việc (2)").wait_for()
    await is_open_and_fits(page)
    await page.context.close()
    assert chrome.complaints == []
