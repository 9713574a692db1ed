"""How often an officer presses something until the work is done, counted by the browser."""

import pytest

from backend.core import database
from schemas.casework.words import CaseState
from tests.integration.admin_ui.casework.test_due_and_notices import some_cases
from tests.integration.admin_ui.casework.test_papers import certified
from tests.integration.admin_ui.casework.test_papers import issuer as issuer
from tests.integration.insight.test_search import followed
from tests.support import cases_made, clicks, decision_papers
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.signing import PASSPHRASE, Authority
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]

MOST_FOR_A_SANCTION = 6
MOST_FOR_A_DECISION = 6
MOST_TO_FIND = 2


async def test_a_sanction_is_in_force_six_presses_after_its_reckoning(
    people: People, chrome: Chrome, issuer: Authority
) -> None:
    case = await cases_made.due(people)
    await certified(people.giang, issuer)
    page = await chrome.sign_in(people.giang)
    await page.goto(f"/desk/cases/{case.id}")
    presses = await clicks.counted(page)

    await page.get_by_role("link", name="Ra quyết định xử phạt").first.click()
    await page.wait_for_url("**/sanction")
    assert "5.000.000 đồng" in await page.inner_text("main"), "reckoned without a press"
    await page.locator("button[name=draft][value='MQĐ02']").first.click()
    await page.wait_for_url("**done=begun*")
    await page.get_by_role("button", name="Trình ký").click()
    await page.wait_for_url("**done=ready*")
    await page.get_by_role("link", name="Ký số và ban hành").click()
    await page.wait_for_url("**/sign")
    await page.fill("[name=alone]", "Chi cục chỉ còn một người trực")
    await page.fill("[name=passphrase]", PASSPHRASE)
    await page.locator("form[action$='/sign'] button.primary").click()
    await page.wait_for_url("**done=signed*")

    assert (await case.facts()).state == CaseState.SANCTIONED
    assert presses.so_far() <= MOST_FOR_A_SANCTION, "the case's own page is counted too"
    assert chrome.complaints == []


async def test_a_decision_is_issued_in_six_presses_and_typing(
    people: People, chrome: Chrome, issuer: Authority
) -> None:
    await decision_papers.certified(people.giang, issuer)
    page = await chrome.sign_in(people.giang)
    await page.goto("/desk/")
    presses = await clicks.counted(page)

    await page.locator(".desk-menu summary.primary").click()
    await page.locator("a[href='/desk/decisions/new']").first.click()
    await page.wait_for_url("**/decisions/new")
    for name, typed in {
        "subject_name": "Hộ kinh doanh Bằng Lăng",
        "subject_address": "Số 3 phố Bằng Lăng",
        "proposal": "Kế hoạch số 01/KH-QLTT ngày 20/12/2025",
        "contents": "Nguồn gốc hàng hóa",
        "duration_days": "2",
    }.items():
        await page.fill(f"[name={name}]", typed)
    await page.focus("[name=ground]")
    await page.keyboard.type("Theo")
    await page.focus("[name=leader_id]")
    await page.keyboard.type(people.chi.full_name)
    for box in (f"[name=member_ids][value='{people.an.id}']", "[name=no_conflict_declared]"):
        await page.focus(box)
        await page.keyboard.press("Space")
    await page.locator("button[name=step][value=save]").last.click()
    await page.wait_for_url("**done=saved*")
    await page.fill("[name=passphrase]", PASSPHRASE)
    await page.locator("form[action$='/sign'] button.primary").first.click()
    await page.wait_for_url("**done=signed*")

    assert (
        await database.fetchval("SELECT subject_name FROM inspections") == "Hộ kinh doanh Bằng Lăng"
    )
    assert presses.so_far() <= MOST_FOR_A_DECISION
    assert chrome.complaints == []


async def test_last_years_case_is_found_by_its_partys_name_in_two_presses(
    people: People, chrome: Chrome
) -> None:
    case = await cases_made.sanctioned(people)
    await database.execute("UPDATE cases SET opened_at = opened_at - interval '1 year'")
    await followed()
    page = await chrome.sign_in(people.giang)
    await page.goto("/desk/")
    presses = await clicks.counted(page)

    await page.get_by_role("combobox", name="Tìm hồ sơ").click()
    await page.keyboard.type("tran van mau", delay=20)
    await page.locator(f"#find-list [href='/desk/cases/{case.id}']").first.click()
    await page.wait_for_url(f"**/desk/cases/{case.id}")

    assert presses.so_far() <= MOST_TO_FIND
    assert chrome.complaints == []


async def test_what_is_late_in_my_unit_is_one_press_away(people: People, chrome: Chrome) -> None:
    late = await some_cases(people)
    page = await chrome.sign_in(people.giang)
    await page.goto("/desk/cases")
    presses = await clicks.counted(page)

    await page.locator(".rail-nav a[href='/desk/due']").click()
    await page.wait_for_url("**/desk/due")
    first = page.locator("main table tbody tr").first
    assert "Quá Hạn" in await first.inner_text()
    assert await page.locator(f"main a[href^='/desk/cases/{late}']").first.is_visible()

    assert presses.so_far() == 1
    assert chrome.complaints == []
