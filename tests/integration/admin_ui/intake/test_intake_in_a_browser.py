"""Intake in a real browser: every page at both widths and in both languages, and the board by the keyboard."""

from datetime import timedelta

import pytest
from playwright.async_api import Dialog

from backend.core import clock
from schemas.casework.words import InformationSource
from schemas.intake import acts
from schemas.intake.acts import Order, Verifier
from schemas.intake.words import Nature, Result
from tests.integration.admin_ui.shell.test_in_a_browser import check, look
from tests.support import informations as made
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]


async def test_every_page_of_intake_is_accessible_and_fits(people: People, chrome: Chrome) -> None:
    day = clock.today()
    binh = Verifier(officer_id=people.binh.id, full_name=people.binh.full_name)
    assigned = acts.Assigned(
        officers=[binh], due_on=day + timedelta(days=5), instructions="", document_id=None
    )
    tip = await made.registered(people.nga)
    ordered = Order(issued_by="Chi cục", number="12/CĐ", issued_on=day)
    await made.registered(people.an, source=InformationSource.ORDER, order=ordered)
    verifying = await made.registered(people.an)
    await made.did(people.giang, verifying.id, assigned)
    found = acts.Verified(result=Result.VIOLATION, report="Đúng như tin báo.", document_id=None)
    await made.did(people.binh, verifying.id, found)
    closed = await made.registered(people.an)
    await made.did(people.giang, closed.id, acts.Closed(reason="Trùng việc đã xử lý."))
    about = acts.About(against="Quyết định 12/QĐ-XPHC")
    complaint = await made.registered(people.an, nature=Nature.COMPLAINT, about=about)
    base, one = "/desk/informations", f"/desk/informations/{tip.id}"
    page = await chrome.sign_in(people.giang, 1280)
    await look(
        page,
        *(base, f"{base}/list", f"{base}/new", f"{base}/complaints", f"{base}/denunciations"),
        *(f"{base}/figures", one, f"{base}/{verifying.id}", f"{base}/{complaint.id}"),
        *(f"{base}/{closed.id}", f"{base}/{verifying.id}/propose", f"{one}/open/account"),
        *(f"{one}/acts/intake.{act}" for act in ("assigned", "amended", "forwarded", "classified")),
        *(f"{one}/merge?into={verifying.id}", f"{one}/split", f"{one}/link", f"{one}/more"),
    )
    await page.goto(f"{base}/new")
    await page.get_by_role("button", name="Ghi thông tin", exact=True).click()
    await look(page)
    assert chrome.complaints == []


async def test_a_clerk_types_a_call_by_the_keyboard_and_the_head_finds_it_on_the_board(
    people: People, chrome: Chrome
) -> None:
    page = await chrome.sign_in(people.nga)
    await page.goto("/desk/informations/new")
    await page.keyboard.type("e")  # the source has the focus
    assert await page.locator("[name=source]").input_value() == "tip"
    assert await page.get_by_text("phải thẩm tra, xác minh. Không có vi phạm").is_visible()
    assert not await page.locator("[name='order.number']").is_visible()
    for name, typed in (("account", made.ACCOUNT), ("summary", "Bán rượu không nhãn.")):
        await page.locator(f"[name={name}]").focus()
        await page.keyboard.type(typed)
    await page.locator("[name=about_officer]").focus()
    await page.keyboard.type("K")
    await check(page, 1280)
    await page.get_by_role("button", name="Ghi thông tin", exact=True).focus()
    await page.keyboard.press("Enter")
    await page.get_by_role("heading", name="Thông tin số").wait_for()
    assert made.ACCOUNT not in await page.content()
    await page.context.close()

    head = await chrome.sign_in(people.giang)
    await head.goto("/desk/informations")
    await head.keyboard.press("j")
    await head.keyboard.press("Enter")
    await head.get_by_role("link", name="Mở nội dung").click()
    await head.get_by_role("button", name="Mở nội dung, tôi biết việc này được ghi").click()
    await head.get_by_text(made.ACCOUNT).wait_for()
    await check(head, 1280)
    assert chrome.complaints == []


async def test_the_browser_asks_before_a_text_is_left_unsent_and_not_once_it_is_sent(
    people: People, chrome: Chrome
) -> None:
    page = await chrome.sign_in(people.nga)
    asked: list[str] = []

    async def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        await dialog.dismiss()

    page.on("dialog", stay)
    await page.goto("/desk/informations/new")
    await page.locator("[name=account]").focus()
    await page.keyboard.type(made.ACCOUNT)
    await page.locator("summary.account").click()
    for name in ("English", "Đăng xuất"):
        await page.get_by_role("button", name=name).click()
    await page.get_by_role("link", name="Việc của tôi").click()
    assert asked == ["beforeunload"] * 3
    assert await page.locator("[name=account]").input_value() == made.ACCOUNT
    await page.locator("[name=source]").select_option("tip")
    await page.locator("[name=summary]").fill("Bán rượu không nhãn.")
    await page.locator("[name=about_officer]").select_option("yes")
    await page.get_by_role("button", name="Ghi thông tin", exact=True).click()
    await page.get_by_role("alert").wait_for()
    await page.get_by_role("link", name="Việc của tôi").click()
    assert len(asked) == 4, "what a refused form shows again is not recorded either"
    await page.locator("[name=about_officer]").select_option("no")
    await page.get_by_role("button", name="Ghi thông tin", exact=True).click()
    await page.get_by_role("heading", name="Thông tin số").wait_for()
    await page.get_by_role("link", name="Việc của tôi").click()
    await page.get_by_role("heading", name="Việc của tôi").wait_for()
    assert len(asked) == 4
