"""The pages of cases in a real browser: nothing in anyone's way, at both widths, by keyboard alone."""

import pytest
from playwright.async_api import expect

from schemas.casework.acts.execution import DecisionDelivered
from schemas.casework.words import CaseAct, DeliveryMode
from tests.integration.admin_ui.shell.test_fields_in_a_browser import pasted
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
    await page.get_by_role("button", name="Ghi tang vật, phương tiện tạm giữ").click()
    await page.get_by_text("Quá trình bảo quản").first.wait_for()
    await check(page, width)
    await page.goto("/desk/cases/new/proposal")
    await page.get_by_role("button", name="Lập hồ sơ vụ việc").click()
    await check(page, width)
    assert chrome.complaints == []


async def test_what_is_pasted_into_the_folded_part_of_a_row_is_seen_and_a_row_goes_by_its_words(
    people: People, chrome: Chrome
) -> None:
    case = await cases_made.recorded(people)
    page = await chrome.sign_in(people.an, 390)
    await page.goto(f"/desk/cases/{case.id}/acts/exhibits.seized")
    brand = page.locator("[name='exhibits.0.brand']")
    await expect(brand).to_be_hidden()
    row = "Bánh quy\t\t36\thộp\t15000000\tcòn nguyên\t\tCosy"
    await pasted(page, "[name='exhibits.0.name']", row)
    await expect(brand).to_have_value("Cosy")
    await expect(brand).to_be_visible()
    await page.get_by_role("button", name="Thêm dòng").click()
    await expect(page.locator("[name='exhibits.1.brand']")).to_be_hidden()
    await page.get_by_role("button", name="Xóa dòng 1").click()
    await expect(page.locator("[name='exhibits.0.name']")).to_have_value("")
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
    await page.get_by_role("button", name="Ghi nhận nộp tiền").focus()
    await page.keyboard.press("Enter")
    await page.locator(".notice.good").first.wait_for()
    assert (await case.facts()).paid == 1_000_000
    assert chrome.complaints == []


@pytest.mark.parametrize("width", [1280, 1024, 390])
async def test_the_side_of_a_case_stays_and_on_a_phone_stands_below_the_next_step(
    people: People, chrome: Chrome, width: int
) -> None:
    case = await cases_made.sanctioned(people)
    page = await chrome.sign_in(people.giang, width)
    await page.goto(f"/desk/cases/{case.id}")
    await check(page, width)
    place = "(e) => { const b = e.getBoundingClientRect(); return [b.left, b.top, b.right]; }"
    side, next_, main = [
        await page.locator(name).evaluate(place)
        for name in (".case-side", ".case-next", ".case-main")
    ]
    if width == 1280:
        assert side[0] >= next_[2], "beside it"
        await page.evaluate("scrollTo(0, 300)")
        assert (await page.locator(".case-side").evaluate(place))[1] >= 0, "it stays in sight"
    elif width == 390:
        assert next_[1] < side[1] < main[1]
    for summary in (page.get_by_text("Việc khác có thể làm"), page.locator(".technical > summary")):
        await summary.focus()
        await page.keyboard.press("Enter")
    await page.get_by_text("Thời hạn: quy tắc, cách tính").wait_for()
    await check(page, width)
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
