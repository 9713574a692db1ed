"""What is folded: the "…" of a row of buttons, people as chips, fields of exceptions; by keyboard, and at 200 %."""

import pytest
from playwright.async_api import Page, expect

from backend.core import database
from schemas.casework.words import CaseAct
from schemas.core.ids import new_id
from tests.integration.admin_ui.shell.test_in_a_browser import check
from tests.support import cases_made
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]
ZOOMED = 640
"""A window of 1280 px under a zoom of 200 %."""
_INSIDE = """one => { const box = one.getBoundingClientRect();
    return box.left >= 0 && box.right <= document.documentElement.clientWidth + 1 && box.height > 0; }"""


async def more_inspectors(people: People) -> None:
    """Two more inspectors in Hà Nội: with them there are more than six, and boxes become a search with chips."""
    unit = people.an.unit
    for username, name in (("tam", "Lê Văn Tám"), ("ut", "Trịnh Thị Út")):
        officer = new_id()
        await database.execute(
            "INSERT INTO officers (id, username, full_name, officer_number, unit_id, unit_1, unit_2,"
            " unit_3, unit_4) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            officer,
            username,
            name,
            f"01-QLTT-{username}",
            unit.unit_id,
            *unit.as_tuple(),
        )
        await database.execute(
            "INSERT INTO officer_roles (officer_id, role) VALUES ($1, 'inspector')", officer
        )


async def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is there."""
    for _ in range(80):
        await page.keyboard.press("Tab")
        if await page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    raise AssertionError(f"the keyboard does not reach {selector}")


@pytest.mark.parametrize("width", [390, ZOOMED, 1280])
async def test_rarer_acts_open_behind_dots_by_keyboard_and_close_again(
    people: People, chrome: Chrome, width: int
) -> None:
    page = await chrome.sign_in(people.my, width)
    await page.goto(f"/desk/people/{people.an.id}")
    dots = "main .more-acts > summary"
    body = page.locator("main .more-body")
    await expect(body).to_be_hidden()
    await tab_to(page, dots)
    await page.keyboard.press("Enter")
    await expect(body).to_be_visible()
    assert await body.evaluate(_INSIDE), "whole in the window"
    await check(page, width)
    await page.keyboard.press("Tab")
    assert await page.evaluate("document.activeElement.closest('.more-body') !== null")
    await page.keyboard.press("Escape")
    await expect(body).to_be_hidden()
    assert await page.evaluate("s => document.activeElement.matches(s)", dots)
    await page.keyboard.press("Space")
    await expect(body).to_be_visible()
    links = await body.locator("a").count()
    for _ in range(links + 1):
        await page.keyboard.press("Tab")
    await expect(body).to_be_hidden()
    await page.locator(dots).focus()
    await page.keyboard.press("Enter")
    first = body.locator("a").first
    address = await first.get_attribute("href")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await page.wait_for_url(f"**{address}")
    assert chrome.complaints == []


async def test_without_scripts_the_dots_open_all_the_same(people: People, chrome: Chrome) -> None:
    page = await chrome.sign_in(people.my, java_script_enabled=False)
    await page.goto(f"/desk/people/{people.an.id}")
    await page.locator("main .more-acts > summary").press("Enter")
    await expect(page.locator("main .more-body a").first).to_be_visible()


@pytest.mark.parametrize("width", [390, ZOOMED])
async def test_a_team_is_named_by_keyboard_as_chips_and_what_is_ticked_is_what_is_sent(
    people: People, chrome: Chrome, width: int
) -> None:
    await more_inspectors(people)
    page = await chrome.sign_in(people.giang, width)
    await page.goto("/desk/decisions/new")
    group = page.locator("#f-member_ids")
    box = group.get_by_role("combobox")
    await tab_to(page, "#f-member_ids input[role=combobox]")
    await page.keyboard.type("hoai an")
    await expect(group.get_by_role("option")).to_have_count(1)
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await page.keyboard.type("thanh binh")
    await expect(group.get_by_role("option")).to_have_count(1)
    await page.keyboard.press("Enter")
    chips = group.locator(".picked button")
    await expect(chips).to_have_count(2)
    await expect(box).to_be_focused()
    assert page.url.endswith("/decisions/new"), "Enter takes a person and sends nothing"
    await check(page, width)
    assert await sent_ids(page) == {str(people.an.id), str(people.binh.id)}
    await page.keyboard.press("Escape")
    await page.keyboard.press("Shift+Tab")
    await page.keyboard.press("Enter")
    await expect(chips).to_have_count(1)
    await expect(box).to_be_focused()
    # What was chosen is still chosen when the form comes back with what is wrong.
    await page.locator("form[data-draft]").evaluate(
        "form => { form.noValidate = true; setTimeout(() => form.requestSubmit()); }"
    )
    await expect(page.locator("main [role=alert]").first).to_be_visible()
    await expect(chips).to_have_count(1)
    assert len(await sent_ids(page)) == 1
    assert chrome.complaints == []


async def test_a_name_that_was_typed_and_not_chosen_is_not_lost_in_silence(
    people: People, chrome: Chrome
) -> None:
    await more_inspectors(people)
    page = await chrome.sign_in(people.giang)
    await page.goto("/desk/decisions/new")
    group = page.locator("#f-member_ids")
    box, chips = group.get_by_role("combobox"), group.locator(".picked button")
    await box.press_sequentially("van tam")
    await expect(group.get_by_role("option")).to_have_count(1)
    await page.keyboard.press("Tab")
    await expect(chips).to_have_count(1)
    await expect(box).to_have_value("")
    assert await box.evaluate("one => document.activeElement !== one"), "the focus went on"
    await box.press_sequentially("hoai an")
    await page.locator("form[data-draft]").evaluate(
        "form => { form.noValidate = true; setTimeout(() => form.requestSubmit()); }"
    )
    await expect(page.locator("main [role=alert]").first).to_be_visible()
    await expect(chips).to_have_count(2)
    assert str(people.an.id) in await sent_ids(page)
    await box.press_sequentially("le")  # Lê Linh Chi, and Lê Văn Tám, who is chosen already
    assert await box.evaluate("one => one.checkValidity()")
    for typed in ("t", "không ai"):
        await box.fill(typed)
        assert not await box.evaluate("one => one.checkValidity()"), typed
    await box.fill("")
    assert await box.evaluate("one => one.checkValidity()")
    assert chrome.complaints == []


async def sent_ids(page: Page) -> set[str]:
    """The officers whom the form would send."""
    return set(
        await page.locator("form[data-draft]").evaluate(
            "form => new FormData(form).getAll('member_ids')"
        )
    )


@pytest.mark.parametrize("width", [390, ZOOMED])
async def test_fields_of_an_exception_open_by_keyboard_and_stay_open_with_what_they_hold(
    people: People, chrome: Chrome, width: int
) -> None:
    case = await cases_made.recorded(people)
    page = await chrome.sign_in(people.an, width)
    await page.goto(f"/desk/cases/{case.id}/acts/{CaseAct.EXPLANATION_REQUESTED}")
    alone = page.locator("[name=alone]")
    await expect(alone).to_be_hidden()
    await tab_to(page, "details.rare > summary")
    await page.keyboard.press("Enter")
    await expect(alone).to_be_visible()
    await tab_to(page, "[name=alone]")
    await page.keyboard.type("Người thứ hai nghỉ ốm.")
    await check(page, width)
    await page.locator("main form[data-draft]").evaluate(
        "form => { form.noValidate = true; setTimeout(() => form.requestSubmit()); }"
    )
    await expect(page.locator("main [role=alert]").first).to_be_visible()
    await expect(alone).to_be_visible()
    await expect(alone).to_have_value("Người thứ hai nghỉ ốm.")
    assert chrome.complaints == []


async def test_a_wrong_value_in_a_fold_that_was_closed_is_shown_and_not_refused_in_silence(
    people: People, chrome: Chrome
) -> None:
    page = await chrome.sign_in(people.giang)
    await page.goto("/desk/decisions/new")
    bases = page.locator("[name=legal_bases]")
    fold = page.locator("details", has=bases)
    await fold.locator("summary").first.press("Enter")
    await bases.fill("")
    await fold.locator("summary").first.press("Enter")
    await expect(bases).to_be_hidden()
    await page.locator("form[data-draft]").evaluate(
        """form => { for (const one of form.elements) if (one.name !== "legal_bases") one.required = false;
            setTimeout(() => form.requestSubmit(form.querySelector("[name=step][value=save]"))); }"""
    )
    await expect(bases).to_be_visible()
    await expect(bases).to_be_focused()


async def test_a_draft_that_comes_back_into_a_closed_fold_is_seen_there(
    people: People, chrome: Chrome
) -> None:
    page = await chrome.sign_in(people.giang)
    await page.goto("/desk/decisions/new")
    partners = page.locator("[name=partners]")
    await page.locator("details", has=partners).locator("summary").first.press("Enter")
    await partners.fill("Công an phường Mẫu Đơn")
    bar = page.locator("[data-draft-bar]")
    await expect(bar).to_contain_text("Đã lưu nháp lúc")
    await page.goto("/desk/decisions/new")
    await expect(bar).to_contain_text("Có bản nháp bạn gõ lúc")
    await expect(partners).to_be_hidden()
    await page.get_by_role("button", name="Dùng bản nháp").click()
    await expect(partners).to_be_visible()
    await expect(partners).to_have_value("Công an phường Mẫu Đơn")
    await expect(page.locator("[name=legal_bases]")).to_be_hidden()
    assert chrome.complaints == []
