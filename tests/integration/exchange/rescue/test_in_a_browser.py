"""The page of rescue files in a real browser: progress, refusals, results; accessible, and fit for a phone."""

import os
from pathlib import Path

import pytest
from playwright.async_api import Page

from backend.core import database
from schemas.core.ids import new_id
from tests.integration.admin_ui.shell.test_in_a_browser import check
from tests.integration.exchange.rescue.days import Day, a_day
from tests.support import pictures
from tests.support.chromium import Chrome, go_to_area, in_english
from tests.support.people import People
from tests.support.phone import Phones
from tests.support.phone_informations import asked
from tests.support.uploads import all_stored

pytestmark = pytest.mark.browser


async def shown(page: Page, width: int, name: str) -> None:
    """The page as it is must be accessible and fit; SCREENSHOTS names a folder for pictures of it."""
    await check(page, width)
    if folder := os.environ.get("SCREENSHOTS"):  # noqa: TID251 - asked for by who looks at pictures
        await page.screenshot(path=Path(folder) / f"rescue-{name}-{width}.png", full_page=True)


def _written(day: Day, tmp_path: Path) -> Path:
    path = tmp_path / "hientruong-an-20261124-1630.htrescue.age"
    pack = day.pack
    body, files = asked(day.phone, [pictures.jpeg(size=(64, 48))])
    pack.tell(new_id(), body, files, day.phone.key)
    path.write_bytes(day.file(pack))
    return path


@pytest.mark.sampled(one_in=3)
@pytest.mark.parametrize(
    ("width", "scheme"),
    [(390, "light"), (1280, "light"), (1280, "dark")],
)
async def test_a_supervisor_looks_at_a_file_and_brings_it_in(
    phones: Phones, people: People, chrome: Chrome, tmp_path: Path, width: int, scheme: str
) -> None:
    day = await a_day(phones, people)
    await database.execute("UPDATE officers SET state = 'disabled' WHERE id = $1", people.an.id)
    page = await chrome.sign_in(people.giang, width, color_scheme=scheme)
    await go_to_area(page, "Tệp chưa gửi")
    await shown(page, width, f"empty-{scheme}")
    await page.get_by_label("Chọn tệp chưa gửi").set_input_files(_written(day, tmp_path))
    await page.get_by_role("button", name="Tải lên và xem").click()
    await page.wait_for_url("**/desk/rescue/*-*")
    await page.get_by_text("trong đó 0 việc máy chủ đã có").wait_for()
    await shown(page, width, f"preview-{scheme}")
    await page.get_by_role("button", name="Nhập tệp").click()
    await page.get_by_text("Đã nhập xong").wait_for()
    await all_stored()
    await page.reload()
    await page.get_by_text("Chờ xem xét").first.wait_for()
    await page.get_by_text("1/1 ảnh niêm phong đã nhận").wait_for()
    await shown(page, width, f"result-{scheme}")
    await page.get_by_role("link", name="Về danh sách tệp").click()
    await page.get_by_text("hientruong-an-20261124-1630.htrescue.age").wait_for()
    await shown(page, width, f"list-{scheme}")
    await in_english(page)
    await page.get_by_role("heading", name="Files that you uploaded").wait_for()
    await shown(page, width, f"list-en-{scheme}")
    await page.get_by_role("link", name="hientruong-an-20261124-1630.htrescue.age").click()
    await page.get_by_text("The import is finished").wait_for()
    await shown(page, width, f"result-en-{scheme}")
    assert chrome.complaints == []


async def test_a_file_that_is_none_is_told_on_the_page(
    people: People, chrome: Chrome, tmp_path: Path
) -> None:
    path = tmp_path / "anh.age"
    path.write_bytes(b"khong phai goi du phong")
    page = await chrome.sign_in(people.giang, 390)
    await page.goto("/desk/rescue")
    await page.get_by_label("Chọn tệp chưa gửi").set_input_files(path)
    await page.get_by_role("button", name="Tải lên và xem").click()
    await page.get_by_text("Đây không phải tệp chưa gửi").wait_for()
    await page.get_by_text("Kỹ thuật").click()
    await page.get_by_text("rescue_not_age").wait_for()
    await shown(page, 390, "refused")


async def test_without_javascript_a_file_comes_in_all_the_same(
    phones: Phones, people: People, chrome: Chrome, tmp_path: Path
) -> None:
    day = await a_day(phones, people)
    page = await chrome.sign_in(people.giang, 390, java_script_enabled=False)
    await page.goto("/desk/rescue")
    await page.set_input_files("#f-file", _written(day, tmp_path))
    await page.get_by_role("button", name="Tải lên và xem").click()
    await page.wait_for_url("**/desk/rescue/*-*")
    await page.get_by_role("button", name="Nhập tệp").click()
    await page.get_by_text("Đã nhập xong").wait_for()
    state = await database.fetchval("SELECT state FROM inspections WHERE id = $1", day.record)
    assert state == "submitted"
