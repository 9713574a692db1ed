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
    add = page.get_by_role("button", name="Thêm: Người chứng kiến")
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
