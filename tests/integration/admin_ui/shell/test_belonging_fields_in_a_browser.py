"""Fields that belong to one answer: shown with it, hidden and not sent with another, all shown without scripts."""

import pytest
from playwright.async_api import Page, expect

from schemas.approvals.words import SubmittedKind
from tests.integration.admin_ui.approvals.test_pages_in_a_browser import page_of
from tests.integration.admin_ui.shell.test_in_a_browser import check
from tests.integration.admin_ui.shell.test_parties_in_a_browser import two_shops
from tests.support import cases_made, plans_made, routes_made
from tests.support.chromium import Chrome
from tests.support.papers_submitted import drafted, found, ready
from tests.support.people import People
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]
_SENT = "form => [...new FormData(form).keys()]"
CRITERION = "Cơ sở bán xăng dầu chưa được kiểm tra từ năm 2024"


async def sent(page: Page, form: str) -> list[str]:
    """The names of what a form would send."""
    return list(await page.locator(form).evaluate(_SENT))


async def test_an_item_of_a_plan_asks_for_a_party_or_for_a_criterion(
    people: People, chrome: Chrome
) -> None:
    plan_id = await plans_made.drafted(people.chi)
    page = await chrome.sign_in(people.chi)
    await page.goto(f"/desk/plans/{plan_id}/items/new")
    name, criterion = page.locator("[name=name]"), page.locator("[name=criterion]")
    named = page.get_by_role("radio", name="Đối tượng nêu tên")
    by_criterion = page.get_by_role("radio", name="Tiêu chí lựa chọn")
    form = "form[data-draft]"
    await expect(name).to_be_visible()
    await expect(criterion).to_be_hidden()
    assert "criterion" not in await sent(page, form)
    await name.fill("Hộ kinh doanh Bằng Lăng")
    await named.focus()
    await page.keyboard.press("ArrowDown")
    await expect(by_criterion).to_be_checked()
    await expect(name).to_be_hidden()
    await criterion.fill(CRITERION)
    assert not {"name", "subject", "kind", "tax_code"} & set(await sent(page, form))
    await check(page, 1280)
    await page.keyboard.press("Shift+Tab")
    await page.keyboard.press("ArrowUp")
    await expect(named).to_be_checked()
    await expect(name).to_have_value("Hộ kinh doanh Bằng Lăng")
    await expect(criterion).to_be_hidden()
    await by_criterion.check()
    await page.fill("[name=first_day]", f"02/03/{plans_made.year()}")
    await page.fill("[name=last_day]", f"06/03/{plans_made.year()}")
    await page.fill("[name=contents]", "Niêm yết giá")
    await page.locator(f"{form} button.primary").click()
    await page.wait_for_url(lambda url: "/items/new" not in url)
    await page.goto(f"/desk/plans/{plan_id}")
    await expect(page.locator("main")).to_contain_text(CRITERION)
    await expect(page.locator("main")).not_to_contain_text("Bằng Lăng")
    assert chrome.complaints == []


async def test_without_scripts_an_item_shows_the_fields_of_both_answers(
    people: People, chrome: Chrome
) -> None:
    plan_id = await plans_made.drafted(people.chi)
    page = await chrome.sign_in(people.chi, java_script_enabled=False)
    await page.goto(f"/desk/plans/{plan_id}/items/new")
    await expect(page.locator("[name=name]")).to_be_visible()
    await expect(page.locator("[name=criterion]")).to_be_visible()
    await expect(page.get_by_role("radio", name="Tiêu chí lựa chọn")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False])
async def test_a_legal_check_asks_for_a_note_and_a_reason_only_where_it_says_no(
    people: People, chrome: Chrome, scripts: bool
) -> None:
    case = await cases_made.due(people)
    await routes_made.published(people, SubmittedKind.SANCTION)
    paper = await drafted(case, "MQĐ02", people.giang)
    await ready(case, paper)
    waiting = await found(case, paper, SubmittedKind.SANCTION)
    page = await chrome.sign_in(people.phuc, java_script_enabled=scripts)
    await page.goto(page_of(waiting, "opinion"))
    groups = page.locator("fieldset[id^=f-check_]")
    note = groups.first.locator("input[name^=note_]")
    why = page.locator("[name=why_not]")
    if not scripts:
        await expect(note).to_be_visible()
        await expect(why).to_be_visible()
        assert not await why.evaluate("one => one.required")
        return
    await expect(note).to_be_hidden()
    await expect(why).to_be_hidden()
    await groups.first.get_by_role("radio").nth(0).focus()
    await page.keyboard.press("Space")
    await expect(note).to_be_hidden()
    await page.keyboard.press("ArrowRight")
    await expect(note).to_be_visible()
    await expect(groups.nth(1).locator("input[name^=note_]")).to_be_hidden()
    await note.fill("Thiếu hóa đơn")
    await page.select_option("[name=favour]", "no")
    await expect(why).to_be_visible()
    assert await why.evaluate("one => one.required")
    await check(page, 1280)
    await page.select_option("[name=favour]", "yes")
    await groups.first.get_by_role("radio").nth(0).check()
    names = await sent(page, "#answer")
    assert "why_not" not in names
    assert not [one for one in names if one.startswith("note_")]
    for at in range(await groups.count()):
        await groups.nth(at).get_by_role("radio").nth(0).check()
    await page.locator("#answer button.primary").click()
    await page.wait_for_url(lambda url: "/opinion" not in url)
    assert chrome.complaints == []


async def test_a_party_of_the_register_takes_the_place_of_the_fields_of_a_new_one(
    people: People, chrome: Chrome
) -> None:
    await two_shops(people)
    page = await chrome.sign_in(people.chi)
    await page.goto("/desk/cases/new/proposal")
    box, name = (
        page.get_by_role("combobox", name="Tìm trong danh bạ"),
        page.locator("[name='party.name']"),
    )
    await expect(name).to_be_visible()
    assert await name.evaluate("one => one.required")
    await box.press_sequentially("bang lang")
    await expect(page.locator(".options [role=option]")).to_have_count(1)
    await box.press("ArrowDown")
    await box.press("Enter")
    await expect(name).to_be_hidden()
    assert "party.name" not in await sent(page, "form[data-draft]")
    assert not await name.evaluate("one => one.required")
    await box.press("Backspace")
    await expect(name).to_be_visible()
    assert await name.evaluate("one => one.required")
    assert chrome.complaints == []


async def test_what_a_second_person_reads_is_asked_for_once_the_choice_needs_one(
    people: People, chrome: Chrome
) -> None:
    """A head may be made an inspector at once; a clerk only by two people (practice B5)."""
    page = await chrome.sign_in(people.my)
    await page.goto(f"/desk/people/{people.giang.id}/give-role")
    reason, form = page.locator("[name=reason]"), "main form.card"
    await expect(reason).to_be_hidden()
    await page.select_option("[name=role]", "inspector")
    await expect(reason).to_be_hidden()
    await expect(page.get_by_role("button", name="Trao vai trò")).to_be_visible()
    assert "reason" not in await sent(page, form)
    await page.select_option("[name=role]", "clerk")
    await expect(reason).to_be_visible()
    await expect(page.get_by_role("button", name="Trao vai trò")).to_be_hidden()
    await check(page, 1280)
    await page.get_by_role("button", name="Gửi đề nghị").click()
    assert await reason.evaluate("field => field.matches(':invalid')"), "the browser asks for it"
    await reason.fill("theo đề án vị trí việc làm")
    await page.get_by_role("button", name="Gửi đề nghị").click()
    await page.wait_for_url("**/desk/asks/**")


async def test_a_market_inspector_s_post_asks_for_no_decision(
    people: People, chrome: Chrome
) -> None:
    page = await chrome.sign_in(people.my)
    await page.goto(f"/desk/people/{people.chi.id}/give-position")
    number = page.locator("[name=number]")
    await expect(number).to_be_hidden()
    await page.fill("[name=title_vi]", "Kiểm soát viên thị trường")
    await expect(number).to_be_hidden()
    await page.fill("[name=title_vi]", "Chi cục trưởng")
    await expect(number).to_be_visible()
    await check(page, 1280)
    await page.fill("[name=title_vi]", " kiểm soát viên  chính thị trường ")
    await expect(page.get_by_role("button", name="Ghi chức vụ")).to_be_visible()
    assert not {"number", "decided_on", "scan"} & set(await sent(page, "main form.card"))
    await page.select_option("[name=unit_id]", str(people.units["0101"].unit_id))
    await page.locator("[name=title_vi]").press("Enter")
    await page.wait_for_url("**?done=give-position")
