"""Two administrators merge two teams without a mouse, and one changes the language in between."""

import pytest
from playwright.async_api import Page, expect

from backend.core import clock, database
from tests.integration.admin_ui.planning.test_plans_by_keyboard_and_on_paper import tab_to
from tests.integration.admin_ui.shell.test_in_a_browser import check_as_it_is
from tests.integration.force.units.test_two_persons import asked
from tests.support.chromium import Chrome, in_english
from tests.support.people import People
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]
_NOTE = "Đã đối chiếu quyết định 15/QĐ-UBND"


async def press(page: Page, name: str) -> None:
    """Come to a link or a button by the Tab key, and press Enter there."""
    await tab_to(page, name)
    async with page.expect_navigation():
        await page.keyboard.press("Enter")


async def write(page: Page, label: str, text: str) -> None:
    """Come to a field by the Tab key, and type into it."""
    await tab_to(page, label)
    await page.keyboard.type(text)


async def test_an_administrator_merges_two_teams_and_another_confirms_it_by_the_keyboard_alone(
    people: People, chrome: Chrome
) -> None:
    team, into = people.units["0101"], people.units["0102"]
    my = await chrome.sign_in(people.my)
    await my.goto(f"/desk/units/{team.unit_id}")
    await tab_to(my, "Việc khác")
    await my.keyboard.press("Enter")
    await press(my, "Sáp nhập")
    await tab_to(my, "Sáp nhập vào")
    await my.keyboard.press("ArrowDown")
    await my.keyboard.press("ArrowDown")
    await expect(my.locator("main [name=into_id]")).to_have_value(str(into.unit_id))
    await write(my, "Số quyết định", "15/QĐ-UBND")
    await write(my, "Ngày quyết định", clock.today().strftime("%d/%m/%Y"))
    await write(my, "Cơ quan quyết định", "UBND thành phố Hà Nội")
    await press(my, "Xem trước")
    await expect(my.get_by_role("heading", name="Đề nghị sáp nhập")).to_be_visible()
    await check_as_it_is(my, 1280)
    await press(my, "Gửi đề nghị")
    await expect(my.locator("main .notice.good")).to_contain_text("Đã gửi đề nghị")
    lan = await chrome.sign_in(people.lan)
    await press(lan, "Đội số 1 thử")
    await write(lan, "Đã đối chiếu", _NOTE)
    await press(lan, "Xác nhận sáp nhập")
    await expect(lan.locator("main .notice.good")).to_contain_text("Đã thực hiện")
    await expect(lan.locator("main")).to_contain_text(_NOTE)
    found = await database.fetchval("SELECT successor_id FROM units WHERE id = $1", team.unit_id)
    assert found == into.unit_id
    assert chrome.complaints == []


async def test_a_reason_that_was_refused_is_carried_into_the_other_language_as_it_stands_now(
    people: People, chrome: Chrome
) -> None:
    """The address of a refused answer has no page: a reader who changes the language there loses nothing."""
    ask = f"/desk/unit-asks/{await asked(people)}"
    my = await chrome.sign_in(people.my)
    await my.goto(ask)
    reason = my.locator("main textarea[name=reason]")
    await reason.fill("ab")
    async with my.expect_navigation():
        await my.locator("main form[action$='/decline']").evaluate(
            "form => { form.noValidate = true; form.requestSubmit(); }"
        )
    assert my.url.endswith("/decline")
    await reason.fill("Quyết định đã bị bãi bỏ")
    await in_english(my)
    await expect(my.get_by_role("heading", name="What you typed is still here")).to_be_visible()
    await check_as_it_is(my, 1280)
    await my.locator("main details summary").click()
    await expect(my.locator("main .typed")).to_have_text("Quyết định đã bị bãi bỏ")
    await my.get_by_role("button", name="Send again").click()
    await expect(my.locator("main .notice.good")).to_contain_text("will not be done")
    await expect(my.locator("main")).to_contain_text("Quyết định đã bị bãi bỏ")
    await my.goto(f"{ask}/decline")
    assert my.url.endswith(ask)
    assert chrome.complaints == []
