"""Papers in a real browser: the editor with its preview, by keyboard, at both widths; the sanction; differences."""

import pytest

from backend.casework.cases import service as cases
from backend.core.database import transaction
from tests.integration.admin_ui.shell.test_in_a_browser import check
from tests.support import cases_made
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]


async def drafted(case: cases_made.Case, form: str, **changed: object) -> str:
    async with transaction():
        fields = cases_made.example(form) | changed
        document, _ = await cases.draft(case.id, form, 1, fields, case.worker.actor("desk"))
    return str(document)


@pytest.mark.parametrize("width", [390, 1280])
async def test_a_paper_is_written_by_keyboard_beside_its_preview(
    people: People, chrome: Chrome, width: int
) -> None:
    case = await cases_made.due(people)
    paper = await drafted(case, "MBB02", purpose="")
    page = await chrome.sign_in(people.giang, width)
    for address in (
        f"/desk/cases/{case.id}/documents/new",
        f"/desk/cases/{case.id}/documents/new?form=MQĐ02",
        f"/desk/cases/{case.id}/sanction",
        f"/desk/cases/{case.id}/dossier",
        f"/desk/documents/{paper}",
    ):
        await page.goto(address)
        await check(page, width)
    assert await page.locator("iframe").is_visible() is (width > 1000)
    add = page.locator("button[value='add:/witnesses']")
    part = page.locator("details.part", has=add)
    if await part.get_attribute("open") is None:
        await part.locator("summary").first.focus()
        await page.keyboard.press("Enter")
    await add.focus()
    await page.keyboard.press("Enter")
    await page.wait_for_url("**#at-/witnesses")
    await page.locator("[id='f-/purpose']").fill("xác minh nguồn gốc")
    await page.get_by_role("button", name="Lưu dự thảo").focus()
    await page.keyboard.press("Enter")
    await page.wait_for_url("**done=saved*")
    (made,) = [one for one in (await case.facts()).papers.values() if one.form == "MBB02"]
    assert made.fields["purpose"] == "xác minh nguồn gốc"
    await page.goto(f"/desk/documents/{paper}/differences")
    await check(page, width)
    assert chrome.complaints == []


@pytest.mark.parametrize("width", [390, 1024, 1280])
async def test_the_outline_leads_to_what_is_missing_and_the_preview_keeps_what_is_typed(
    people: People, chrome: Chrome, width: int
) -> None:
    case = await cases_made.due(people)
    paper = await drafted(case, "MBB02", purpose="")
    page = await chrome.sign_in(people.giang, width)
    await page.goto(f"/desk/documents/{paper}")
    outline = page.locator(".outline")
    if width == 390:
        await outline.locator("summary").click()
    missing = outline.get_by_role("link", name="Để làm gì").or_(
        outline.locator("a[href='#f-/purpose']")
    )
    await missing.first.click()
    field = page.locator("[id='f-/purpose']")
    await field.fill("xác minh nguồn gốc hàng hóa")
    folded = page.locator("details.part.done:not([open])").first
    name = await folded.get_attribute("id")
    await folded.locator("summary").first.click()

    frame = page.locator("iframe[name=typed-preview]")
    if width < 1280:
        await page.locator(".editor-tabs a[href='#preview']").click()
        await frame.wait_for()
        assert not await field.is_visible(), "the preview is a tab of its own"
    async with page.expect_response(lambda one: one.url.endswith("/preview")) as answer:
        await page.locator("[data-preview]").click()
    assert (await answer.value).status == 200
    if width < 1280:
        await page.locator(".editor-tabs a[href='#edit']").click()
    assert await field.input_value() == "xác minh nguồn gốc hàng hóa", "nothing typed is lost"
    (made,) = [one for one in (await case.facts()).papers.values() if one.form == "MBB02"]
    assert made.fields["purpose"] == "", "and nothing is saved by looking"

    await page.locator("[id='f-/copies']").fill("không")
    await page.get_by_role("button", name="Lưu dự thảo").click()
    await page.wait_for_url("**done=saved*")
    wrong = page.locator("[id='f-/copies']")
    assert await wrong.get_attribute("aria-invalid") == "true", "the error is at its field"
    assert await wrong.is_visible(), "in a part that is open"
    kept = page.locator(f"[id='{name}']")
    assert await kept.get_attribute("open") is not None, "parts stay as the officer left them"
    bar = await page.locator(".acts.sticky").bounding_box()
    assert bar is not None
    assert bar["y"] + bar["height"] <= 901, "saving is in sight, however long the form is"
    await check(page, width)
    assert chrome.complaints == []
