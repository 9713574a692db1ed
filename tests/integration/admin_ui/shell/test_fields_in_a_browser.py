"""The fields of forms in a real browser: the calendar, sums, search boxes, rows pasted from a spreadsheet, drafts."""

from pathlib import Path

import pytest
from litestar import Litestar
from playwright.async_api import Page, expect

from tests.integration.admin_ui.shell.test_in_a_browser import check
from tests.integration.admin_ui.shell.test_search_boxes import MORE, many_teams
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]
STYLE = "/desk/style"
SHEET = 'Tên hàng\tSố lượng\tGiá trị\nRượu vang\t12,5\t3.600.000\n"Bia\nchai"\t48\t1200000\nThuốc lá\t1.250\t9.000.000'


async def pasted(page: Page, selector: str, text: str) -> None:
    """Paste a text into a field, as a copy in a spreadsheet gives it."""
    await page.eval_on_selector(
        selector,
        """(field, text) => {
            const data = new DataTransfer();
            data.setData("text/plain", text);
            field.focus();
            field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }""",
        text,
    )


@pytest.mark.parametrize("locale", ["vi-VN", "en-US"])
async def test_a_day_is_picked_by_keyboard_and_written_as_here_whatever_the_browser_speaks(
    people: People, chrome: Chrome, locale: str
) -> None:
    page = await chrome.sign_in(people.an, 1280, locale=locale)
    await page.goto(STYLE)
    day = page.locator("#f-s-filled-day")
    await expect(day).to_have_value("24/11/2026")
    await page.get_by_role("button", name="Chọn ngày: Ngày lập").nth(1).click()
    dialog = page.get_by_role("dialog", name="Chọn ngày")
    await expect(dialog).to_contain_text("Tháng 11")
    first = dialog.get_by_role("columnheader").first
    await expect(first).to_have_text("T2")
    await expect(page.locator("[data-day='2026-11-24']")).to_be_focused()
    await check_open(page)
    for key in ("ArrowRight", "ArrowDown", "PageDown", "Home"):
        await page.keyboard.press(key)
    # 24 → 25 → 2/12 → 2/1/2027 → Monday of its week
    await expect(page.locator("[data-day='2026-12-28']")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(dialog).to_be_hidden()
    await expect(day).to_have_value("28/12/2026")
    await page.keyboard.press("Enter")
    await expect(dialog).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(day).to_have_value("28/12/2026")
    assert chrome.complaints == []


async def check_open(page: Page) -> None:
    """The open calendar has no accessibility violation."""
    width = (page.viewport_size or {"width": 0})["width"]
    await check(page, width)


async def test_a_month_with_fewer_days_and_a_leap_year_are_kept(
    people: People, chrome: Chrome
) -> None:
    page = await chrome.sign_in(people.an, 390)
    await page.goto(STYLE)
    day = page.locator("#f-s-day")
    await day.fill("31.01.2028")
    await day.press("Tab")
    await expect(day).to_have_value("31/01/2028")
    await page.get_by_role("button", name="Chọn ngày: Ngày lập").first.click()
    await page.keyboard.press("PageDown")
    await expect(page.locator("[data-day='2028-02-29'][tabindex='0']")).to_be_focused()
    await page.keyboard.press("Shift+PageDown")
    await expect(page.locator("[data-day='2029-02-28'][tabindex='0']")).to_be_focused()
    await page.locator("[data-day='2029-02-14']").click()
    await expect(day).to_have_value("14/02/2029")
    assert chrome.complaints == []


async def test_a_time_stays_beside_the_day_that_is_picked(people: People, chrome: Chrome) -> None:
    page = await chrome.sign_in(people.an)
    await page.goto(STYLE)
    moment = page.locator("#f-s-moment")
    await page.get_by_role("button", name="Chọn ngày: Lập lúc").click()
    await page.locator("[data-day='2026-11-03']").click()
    await expect(moment).to_have_value("03/11/2026 14:05")


async def test_dots_are_set_while_a_sum_is_typed_and_never_moved_if_typed_otherwise(
    people: People, chrome: Chrome
) -> None:
    page = await chrome.sign_in(people.an)
    await page.goto(STYLE)
    money = page.locator("#f-s-money")
    await money.press_sequentially("1250000")
    await expect(money).to_have_value("1.250.000")
    await money.press("Backspace")
    await expect(money).to_have_value("125.000")
    await money.press("Home")
    await money.press_sequentially("9")
    await expect(money).to_have_value("9.125.000")
    await money.press_sequentially("8")
    await expect(money).to_have_value("98.125.000")
    for typed in ("1.5", "1,250", "1.250.000", "15 000", "2 triệu"):
        await money.fill("")
        await money.press_sequentially(typed)
        await expect(money).to_have_value(typed)
    worded = page.locator("#f-s-filled-money")
    await worded.fill("")
    await worded.press_sequentially("1005000")
    words = page.locator("#f-s-filled-money-words")
    await expect(words).to_have_text("Một triệu không trăm linh năm nghìn đồng")
    assert chrome.complaints == []


@pytest.mark.parametrize("width", [390, 1280])
async def test_a_unit_is_found_as_one_types(
    app: Litestar, people: People, chrome: Chrome, width: int
) -> None:
    await many_teams(people)
    page = await chrome.sign_in(people.my, width)
    await page.goto("/desk/people/new")
    box = page.get_by_role("combobox", name="Đơn vị")
    await box.press_sequentially("co dong")
    options = page.locator(".options [role=option]")
    await expect(options).to_have_count(MORE)
    await check(page, width)
    await box.press("ArrowDown")
    await box.press("ArrowDown")
    active = await box.get_attribute("aria-activedescendant")
    await expect(page.locator(f"[id='{active}']")).to_contain_text("Đội cơ động số 21")
    await box.press("Enter")
    await expect(box).to_have_value("0121 Đội cơ động số 21")
    await expect(options.first).to_be_hidden()
    await page.fill("[name=username]", "tran.thi.moi")
    await page.fill("[name=full_name]", "Trần Thị Mới")
    await page.fill("[name=reason]", "Tuyển mới")
    await page.click("main form button.primary")
    await expect(page.locator("main")).to_contain_text("Đội cơ động số 21")
    assert chrome.complaints == []


async def test_rows_are_pasted_from_a_spreadsheet_and_removed_by_keyboard(
    people: People, chrome: Chrome
) -> None:
    page = await chrome.sign_in(people.an)
    await page.goto(STYLE)
    await pasted(page, "[name='s-rows.1.name']", SHEET)
    values = [
        await page.input_value(f"[name='s-rows.{row}.{name}']")
        for row in range(4)
        for name in ("name", "quantity", "value")
    ]
    assert values == [
        *("Rượu vang", "12,5", "3.600.000"),
        *("Rượu vang", "12,5", "3.600.000"),
        *("Bia chai", "48", "1200000"),
        *("Thuốc lá", "1.250", "9.000.000"),
    ], "the headings are no row, a line break inside a cell is none either"
    assert await page.input_value("[name='s-rows']") == "4"
    await page.focus("[name='s-rows.1.name']")
    await page.keyboard.press("Control+Delete")
    assert await page.input_value("[name='s-rows.1.name']") == "Bia chai"
    await page.keyboard.press("Control+Enter")
    await expect(page.locator("[name='s-rows.2.name']")).to_be_focused()
    assert await page.input_value("[name='s-rows.3.name']") == "Thuốc lá"
    await pasted(page, "[name='s-rows.0.name']", "\n".join(f"Hàng {n}\t1" for n in range(10_000)))
    await expect(page.get_by_text("9900 dòng chưa dán")).to_be_visible()
    assert await page.input_value("[name='s-rows']") == "100"
    assert await page.input_value("[name='s-rows.99.name']") == "Hàng 99"
    assert chrome.complaints == []


@pytest.mark.parametrize("width", [390, 1280])
async def test_photographs_are_chosen_from_their_pictures(
    people: People, chrome: Chrome, width: int
) -> None:
    page = await chrome.sign_in(people.an, width)
    await page.goto(STYLE)
    field = page.locator("#f-s-photos")
    button = page.get_by_role("button", name="Chọn ảnh (2)")
    await button.click()
    dialog = page.get_by_role("dialog", name="Chọn ảnh")
    await expect(dialog.get_by_role("checkbox", checked=True)).to_have_count(2)
    await check(page, width)
    await dialog.get_by_role("checkbox").nth(0).press("Space")
    await dialog.get_by_role("checkbox").nth(4).press("Space")
    await page.keyboard.press("Escape")
    await expect(field).to_have_value("3, 5")
    await button.click()
    await dialog.get_by_role("checkbox").nth(0).press("Space")
    await dialog.get_by_role("checkbox").nth(4).press("Space")
    await dialog.get_by_role("button", name="Xong").click()
    await expect(field).to_have_value("1, 3")
    await expect(button).to_be_focused()
    assert chrome.complaints == []


@pytest.mark.parametrize("width", [390, 1280])
async def test_a_long_list_of_the_page_itself_is_searched_without_diacritics(
    people: People, chrome: Chrome, width: int
) -> None:
    page = await chrome.sign_in(people.an, width)
    await page.goto(STYLE)
    box = page.get_by_role("combobox", name="Đơn vị")
    await expect(box).to_have_value("0112 Đội Quản lý thị trường số 12")
    await box.fill("doi 27")
    options = page.locator(".options [role=option]")
    await expect(options).to_have_text(["0127 Đội Quản lý thị trường số 27"])
    await check(page, width)
    await box.press("ArrowDown")
    await box.press("Enter")
    await expect(page.locator("select[name='s-unit']")).to_have_value("27")
    await box.fill("không có đội nào như vậy")
    await box.press("Tab")
    await expect(box).to_have_value("0127 Đội Quản lý thị trường số 27")
    await box.fill("")
    await box.press("Tab")
    await expect(page.locator("select[name='s-unit']")).to_have_value("")
    assert chrome.complaints == []


async def test_several_people_are_collected_as_chips_and_taken_out_again(
    people: People, chrome: Chrome
) -> None:
    page = await chrome.sign_in(people.an, 1280)
    await page.goto(STYLE)
    group = page.locator("#f-s-people")
    field, chips = group.get_by_role("combobox"), group.get_by_role("button")
    await expect(chips).to_have_count(2)
    await field.fill("dang lan")
    await expect(group.get_by_role("option")).to_have_count(1)
    await field.press("Enter")
    await expect(chips).to_have_count(3)
    await expect(field).to_have_value("")
    await group.get_by_role("button", name="Bỏ Trần Thị Bình").click()
    await expect(chips).to_have_count(2)
    await field.press("Backspace")
    await expect(chips).to_have_count(1)
    ticked = await group.locator("input[type=checkbox]:checked").evaluate_all(
        "boxes => boxes.map((one) => one.value)"
    )
    assert ticked == ["Vũ Minh Khôi"]
    assert chrome.complaints == []


@pytest.mark.parametrize("width", [390, 1280])
async def test_the_fields_in_all_their_states_are_accessible_and_fit(
    people: People, chrome: Chrome, width: int
) -> None:
    for scheme in ("light", "dark"):
        page = await chrome.sign_in(people.an, width, color_scheme=scheme)
        await page.goto(STYLE)
        await check(page, width)
    assert chrome.complaints == []


async def test_what_was_typed_is_offered_again_to_the_same_officer_alone(
    people: People, chrome: Chrome
) -> None:
    page = await chrome.sign_in(people.giang)
    await page.goto("/desk/decisions/new")
    await page.fill("[name=contents]", "Kiểm tra hóa đơn, chứng từ của hàng hóa bày bán")
    bar = page.locator("[data-draft-bar]")
    await expect(bar).to_contain_text("Đã lưu nháp lúc")
    kept = await page.evaluate("JSON.stringify({...localStorage})")
    assert "chứng từ" not in kept, "sealed"
    await page.goto("/desk/decisions/new")
    await expect(bar).to_contain_text("Có bản nháp bạn gõ lúc")
    await expect(page.locator("[name=contents]")).to_have_value("")
    await page.get_by_role("button", name="Dùng bản nháp").click()
    await expect(page.locator("[name=contents]")).to_have_value(
        "Kiểm tra hóa đơn, chứng từ của hàng hóa bày bán"
    )
    state = await page.context.storage_state()
    other = await chrome.sign_in(people.an, storage_state={**state, "cookies": []})
    await other.goto("/desk/decisions/new")
    assert await other.evaluate("Object.keys(localStorage).length") == 1
    await expect(other.locator("[data-draft-bar]")).to_be_hidden()
    await page.get_by_role("button", name="Bỏ bản nháp").click()
    assert await page.evaluate("Object.keys(localStorage).length") == 0
    assert chrome.complaints == []


async def send(page: Page) -> None:
    """Send the form as it is; what is missing is left to the server to tell."""
    await page.locator("form[data-draft]").evaluate(
        "form => { form.noValidate = true; setTimeout(() => form.requestSubmit()); }"
    )


async def test_a_draft_outlives_a_lost_connection_and_the_next_officer_of_the_desk(
    people: People, chrome: Chrome
) -> None:
    typed = "Kiểm tra hóa đơn, chứng từ của hàng hóa bày bán"
    page = await chrome.sign_in(people.giang)
    await page.goto("/desk/decisions/new")
    await page.fill("[name=contents]", typed)
    bar = page.locator("[data-draft-bar]")
    await expect(bar).to_contain_text("Đã lưu nháp lúc")
    await page.context.set_offline(True)
    async with page.expect_event("requestfailed"):
        await send(page)
    await page.context.set_offline(False)
    await page.goto("/desk/")
    await page.goto("/desk/decisions/new")
    await expect(bar).to_contain_text("Có bản nháp bạn gõ lúc")
    # The next officer at the same desk types into the same form.
    state = await page.context.storage_state()
    other = await chrome.sign_in(people.hai, storage_state={**state, "cookies": []})
    await other.goto("/desk/decisions/new")
    await other.fill("[name=contents]", "Kiểm tra nhãn hàng hóa")
    await expect(other.locator("[data-draft-bar]")).to_contain_text("Đã lưu nháp lúc")
    assert await other.evaluate("Object.keys(localStorage).length") == 2
    # A refused form is shown again, and is not accepted; nor is one that met a problem.
    await page.get_by_role("button", name="Dùng bản nháp").click()
    await send(page)
    await expect(page.locator("main [role=alert]").first).to_be_visible()
    await page.goto("/desk/decisions/new")
    await expect(bar).to_contain_text("Có bản nháp bạn gõ lúc")


@pytest.mark.parametrize("scripts", [True, False])
async def test_an_organisation_is_not_asked_for_a_birthday(
    people: People, chrome: Chrome, scripts: bool
) -> None:
    page = await chrome.sign_in(people.giang, java_script_enabled=scripts)
    await page.goto("/desk/cases/new/file")
    born = page.locator("[name='party.birth_date']")
    await page.locator("summary", has_text="Thông tin thêm về đối tượng").click()
    await page.select_option("[name='party.kind']", "household")
    await born.fill("1/2/1980")
    await page.select_option("[name='party.kind']", "organisation")
    if not scripts:
        await expect(born).to_have_value("1/2/1980")
        return
    await expect(born).to_be_hidden()
    await page.select_option("[name='party.kind']", "individual")
    await expect(born).to_have_value("01/02/1980")


async def test_without_scripts_days_sums_and_units_are_typed(
    app: Litestar, people: People, chrome: Chrome
) -> None:
    await many_teams(people)
    page = await chrome.sign_in(people.my, java_script_enabled=False)
    await page.goto("/desk/people/new")
    await page.fill("[name=username]", "tran.thi.moi")
    await page.fill("[name=full_name]", "Trần Thị Mới")
    await page.fill("[name='unit_id.typed']", "cơ động")
    await page.click("main form button.primary")
    await page.get_by_role("radio", name="Đội cơ động số 22").check()
    await page.click("main form button.primary")
    await expect(page.locator("main")).to_contain_text("Đội cơ động số 22")


async def test_a_field_for_files_speaks_the_language_of_the_page(
    people: People, chrome: Chrome, tmp_path: Path
) -> None:
    page = await chrome.sign_in(people.giang)
    await page.goto("/desk/certificates")
    face = page.locator(".file-face").first
    await expect(face).to_contain_text("Chọn tệp")
    await expect(face).to_contain_text("Chưa chọn tệp")
    (tmp_path / "chữ ký.p12").write_bytes(b"x")
    await page.get_by_label("Tệp chứng thư").first.set_input_files(tmp_path / "chữ ký.p12")
    await expect(face).to_contain_text("chữ ký.p12")
    await check(page, 1280)
