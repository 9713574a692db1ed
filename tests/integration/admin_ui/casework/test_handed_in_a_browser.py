"""The pages of files from elsewhere and of submissions fit at both widths and are accessible, in a real browser."""

from uuid import uuid4

import pytest
from playwright.async_api import Page

from schemas.casework.acts import handed as case_handed_acts
from schemas.casework.words import CaseAct
from tests.integration.admin_ui.shell.test_in_a_browser import check
from tests.support import cases_made
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]


async def _with_chair(people: People) -> cases_made.Case:
    case = await cases_made.due(people)
    await case.take(CaseAct.CASE_SENT_UP, await _up(case, people))
    return case


async def _up(case: cases_made.Case, people: People) -> case_handed_acts.CaseSentUp:
    return case_handed_acts.CaseSentUp(
        to="chair",
        receiver="Chủ tịch Ủy ban nhân dân xã Đồng Mẫu",
        unit_id=None,
        sent_on=cases_made.today(),
        why="above_competence",
        reason="Mức phạt vượt thẩm quyền",
        sheet=await cases_made.written_by_party(case, people.an),
    )


@pytest.mark.parametrize("width", [390, 1280])
async def test_the_pages_of_what_comes_from_and_goes_to_others_are_accessible_and_fit(
    people: People, chrome: Chrome, width: int
) -> None:
    case = await cases_made.due(people)
    up = await _up(case, people)
    page = await chrome.sign_in(people.giang, width)
    sending = f"/desk/cases/{case.id}/acts/case.sent_up"
    for address in ("/desk/cases/new", "/desk/cases/new/file", sending):
        await page.goto(address)
        await check(page, width)
    await case.take(CaseAct.CASE_SENT_UP, up)
    for address in (f"/desk/cases/{case.id}", f"/desk/cases/{case.id}/acts/chair.decided"):
        await page.goto(address)
        await check(page, width)
    assert chrome.complaints == []


async def _asked(page: Page) -> set[str]:
    """The names of the fields that are shown, besides those that only an exception needs."""
    fields = "form[data-draft] :is(input, select, textarea):not(details.rare *)"
    shown = await page.locator(fields).all()
    return {await one.get_attribute("name") or "" for one in shown if await one.is_visible()}


async def test_a_form_asks_only_for_what_belongs_to_the_chosen_outcome(
    people: People, chrome: Chrome
) -> None:
    """By the keyboard alone; what is hidden is not sent, and a form that comes back still has what was typed."""
    case = await _with_chair(people)
    page = await chrome.sign_in(people.an)
    await page.goto(f"/desk/cases/{case.id}/acts/chair.decided")
    of_orders = {"measures", "gain", "comply_days", "effective_on"}
    of_fines = {"total", "licence_suspended", "publish"}
    always = {"outcome", "number", "decided_on", "chair", "place", "sheet"}
    assert await _asked(page) == always, "nothing is chosen yet"
    for outcome, also in (
        ("sanction", of_orders | of_fines),
        ("remedies", of_orders),
        ("none", set()),
        ("referred", {"referred_to"}),
    ):
        await page.select_option("[name=outcome]", outcome)
        assert await _asked(page) == always | also, outcome
    assert await page.locator("[name=referred_to]").get_attribute("required") is not None
    assert await page.locator("[name=total]").is_disabled()

    await page.select_option("[name=outcome]", "sanction")
    await page.fill("[name=total]", "5.000.000")
    await page.focus("[name=outcome]")
    await page.keyboard.press("End")
    while await page.input_value("[name=outcome]") != "returned":
        await page.keyboard.press("ArrowUp")
    assert await _asked(page) == always
    await page.keyboard.press("Tab")
    assert await page.evaluate("document.activeElement.name") == "number"
    await page.fill("[name=number]", "15/UBND")
    await page.fill("[name=chair]", "Ông Lê Văn Chủ, Chủ tịch")
    await page.fill("[name=place]", "Ủy ban nhân dân xã Đồng Mẫu")
    await page.fill("[name=decided_on]", "2026-01-05")
    await page.select_option("[name=sheet]", index=1)
    await page.locator("button.primary").click()
    await page.wait_for_load_state()
    assert await page.input_value("[name=number]") == "15/UBND"
    assert await page.input_value("[name=decided_on]") == "05/01/2026", "before it was sent up"
    assert await _asked(page) == always
    await page.select_option("[name=outcome]", "remedies")
    assert await page.input_value("[name=comply_days]") == "10"
    assert chrome.complaints == []


async def test_without_a_script_every_field_is_shown_and_none_that_may_not_belong_is_demanded(
    people: People, chrome: Chrome
) -> None:
    case = await _with_chair(people)
    page = await chrome.sign_in(people.an, java_script_enabled=False)
    await page.goto(f"/desk/cases/{case.id}/acts/chair.decided")
    assert {"total", "measures", "referred_to", "comply_days"} <= await _asked(page)
    await page.select_option("[name=outcome]", "returned")
    await page.fill("[name=number]", "15/UBND")
    await page.fill("[name=chair]", "Ông Lê Văn Chủ, Chủ tịch")
    await page.fill("[name=place]", "Ủy ban nhân dân xã Đồng Mẫu")
    await page.fill("[name=decided_on]", cases_made.today().isoformat())
    await page.select_option("[name=sheet]", index=1)
    await page.locator("button.primary").click()
    await page.wait_for_load_state()
    assert await page.locator("button[value=sure]").count() == 1


async def test_a_later_decision_of_a_chair_is_asked_about_by_its_kind(
    people: People, chrome: Chrome
) -> None:
    case = await _with_chair(people)
    decided = case_handed_acts.ChairDecided(
        document_id=uuid4(),
        outcome="sanction",
        number="812/QĐ-XPHC",
        decided_on=cases_made.today(),
        chair="Ông Lê Văn Chủ, Chủ tịch",
        place="Ủy ban nhân dân xã Đồng Mẫu",
        total=40_000_000,
        measures=[],
        gain=None,
        confiscated=[],
        licence_suspended=False,
        comply_days=10,
        publish=False,
        sheet=await cases_made.written_by_party(case, people.an),
        alone=None,
    )
    await case.take(CaseAct.CHAIR_DECIDED, decided)
    page = await chrome.sign_in(people.an)
    await page.goto(f"/desk/cases/{case.id}/acts/chair.changed")
    await check(page, 1280)
    assert await page.input_value("[name=chair]") == "Ông Lê Văn Chủ, Chủ tịch"
    always = {"change", "number", "decided_on", "chair", "place", "reason", "sheet"}
    assert await _asked(page) == always, "nothing is chosen yet"
    for change, also in (
        ("postponed", {"until"}),
        ("reduced", {"by"}),
        ("instalments", {"schedule.0.due_on", "schedule.0.amount"}),
        ("crime", set()),
        ("partial", {"why", "on", "proof", "successor"}),
        ("amended", {"total", "goods_changed"}),
        ("corrected", {"total"}),
        ("annulled", {"ground"}),
    ):
        await page.select_option("[name=change]", change)
        assert await _asked(page) == always | also, change
    assert chrome.complaints == []
