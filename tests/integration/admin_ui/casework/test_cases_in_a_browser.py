"""The pages of cases in a real browser: nothing in anyone's way, at both widths, by keyboard alone."""

import pytest

from schemas.casework.acts.execution import DecisionDelivered
from schemas.casework.words import CaseAct, DeliveryMode
from tests.integration.admin_ui.shell.test_in_a_browser import check
from tests.support import cases_made
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]


@pytest.mark.parametrize("width", [390, 1280])
async def test_the_pages_of_a_case_are_accessible_and_fit(
    people: People, chrome: Chrome, width: int
) -> None:
    early = await cases_made.inspected(people)
    await early.paper("MBB15", people.an)
    page = await chrome.sign_in(people.an, width)
    seized = f"/desk/cases/{early.id}/acts/exhibits.seized"
    for address in (
        "/desk/",
        "/desk/cases",
        "/desk/cases?number=none",
        f"/desk/cases/{early.id}",
        f"/desk/cases/{early.id}/acts/note.added",
        seized,
        f"/desk/cases/{early.id}/adopt",
        "/desk/cases/new",
        "/desk/cases/new/proposal",
    ):
        await page.goto(address)
        await check(page, width)
    await page.goto(seized)
    await page.get_by_role("button", name="Ghi vào hồ sơ").click()
    assert "Quá trình bảo quản" in await page.inner_text("main")
    await check(page, width)
    await page.goto("/desk/cases/new/proposal")
    await page.get_by_role("button", name="Lập hồ sơ vụ việc").click()
    await check(page, width)
    assert chrome.complaints == []


async def test_a_payment_is_recorded_by_the_keyboard_alone(people: People, chrome: Chrome) -> None:
    case = await cases_made.sanctioned(people)
    await case.take(CaseAct.DECISION_DELIVERED, await delivery(case))
    page = await chrome.sign_in(people.giang)
    await page.goto(f"/desk/cases/{case.id}")
    await check(page, 1280)
    await page.get_by_role("link", name="Ghi nhận nộp tiền").first.focus()
    await page.keyboard.press("Enter")
    await page.wait_for_url("**/acts/payment.received")
    await page.locator("[name=kind]").focus()
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Tab")
    await page.keyboard.type("1.000.000")
    for name, typed in (("receipt_number", "0012345"), ("place", "Kho bạc")):
        await page.locator(f"[name={name}]").focus()
        await page.keyboard.type(typed)
    await page.keyboard.press("Enter")
    await page.get_by_role("heading", name="Xem lại trước khi ghi").wait_for()
    await check(page, 1280)
    await page.get_by_role("button", name="Ghi vào hồ sơ").focus()
    await page.keyboard.press("Enter")
    await page.locator(".notice.good").first.wait_for()
    assert (await case.facts()).paid == 1_000_000
    assert chrome.complaints == []


async def delivery(case: cases_made.Case) -> DecisionDelivered:
    document = (await case.facts()).decision_id
    assert document is not None
    return DecisionDelivered(
        document_id=document,
        mode=DeliveryMode.DIRECT,
        delivered_on=cases_made.today(),
        deemed=False,
        attempts=1,
        proof="Ký nhận",
        receiver="Trần Văn Mẫu",
        proof_document_id=None,
    )
