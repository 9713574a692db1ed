"""Every page of plans in a browser, in both languages, on a desk and on a phone: accessible, nothing wider than the
window, everything large enough to touch."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.async_api import expect

from backend.core import clock
from backend.core.database import transaction
from backend.planning.plans import reading
from backend.planning.plans import service as plans
from schemas.planning.acts import PlanAmended, PlanPublished, SentUp
from tests.integration.admin_ui.planning.test_imports import HEADINGS, foreign, row, upload
from tests.integration.admin_ui.shell.test_in_a_browser import look
from tests.support import plans_made, workbooks
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.readers import Readers
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]
LONG = "Công ty TNHH Thương mại Dịch vụ và Xuất nhập khẩu Hoàng Long Phát"


async def test_a_draft_and_its_import_fit(readers: Readers, people: People, chrome: Chrome) -> None:
    team = people.chi.unit.unit_id
    items = [plans_made.item(team, f"{LONG} {at}", at, leader_id=people.chi.id) for at in (2, 3)]
    await foreign(people, plans_made.item(team, f"{LONG} 2", 4))
    plan_id = await plans_made.drafted(people.chi, items)
    place = f"/desk/plans/{plan_id}"
    chi = await readers.of(people.chi)
    rows = [row(f"{LONG} 3"), row(LONG, first="31/02/2027", unit="Đội số 9", tax="123")]
    await upload(chi, plan_id, await workbooks.book([*HEADINGS, "Người lập"], rows))
    bad = urlsplit(str(chi.page.url)).path
    page = await chrome.sign_in(people.chi)
    await look(page, "/desk/plans", "/desk/plans/new/periodic", place, f"{place}/items/new")
    await look(page, f"{place}/items/{items[0].item_id}", f"{place}/overlaps", bad)
    await look(page, f"{place}/import", f"{place}/edit", f"{place}/acts/sent_up")
    assert chrome.complaints == []


async def test_what_was_taken_over_and_its_changes_fit(people: People, chrome: Chrome) -> None:
    team = people.chi.unit.unit_id
    items = [plans_made.item(team, f"{LONG} {at}", at) for at in (2, 3)]
    proposal = await plans_made.drafted(people.chi, items)
    await plans_made.do(proposal, SentUp(note="Kính trình"), people.chi)
    into = await plans_made.drafted(people.giang)
    async with transaction():
        await plans.merge(into, proposal, people.giang.actor("desk"))
    async with transaction():
        taken = (await reading.items(into, people.giang.actor("desk"))).rows
        one = await reading.item(taken[0].id, people.giang.actor("desk"))
    moved = plans_made.changed(one.item, contents=["Niêm yết giá", LONG])
    await plans_made.set_items(into, [moved], people.giang)
    async with transaction():
        await plans.remove_items(into, [taken[1].id], "Đã kiểm tra", people.giang.actor("desk"))
    page = await chrome.sign_in(people.giang)
    await look(
        page, f"/desk/plans/{into}/changes", f"/desk/plans/{into}", f"/desk/plans/{proposal}"
    )
    assert chrome.complaints == []


async def test_an_issued_plan_and_its_progress_fit(people: People, chrome: Chrome) -> None:
    team = people.chi.unit.unit_id
    items = [plans_made.item(team, f"{LONG} {at}", at) for at in range(1, 6)]
    plan_id = await plans_made.in_force(people, items)
    place, year = f"/desk/plans/{plan_id}", plans_made.year()
    page = await chrome.sign_in(people.giang)
    await look(page, place, f"{place}/acts/sent_out", f"{place}/acts/ended")
    await look(page, f"/desk/plans/board?year={year}", f"/desk/plans/calendar?year={year}")
    await look(page, f"{place}/items/{items[0].item_id}/decision")
    await look(page, f"/desk/plans/units?year={year}", f"/desk/plans/items?year={year}&month=3")
    await look(page, f"{place}/acts/published", f"{place}/acts/amended", f"{place}/items/new")
    await plans_made.do(
        plan_id, PlanPublished(where=LONG, published_on=clock.today()), people.giang
    )
    gone = PlanAmended(reason="Đã giải thể", items=[], removed=[items[4].item_id])
    await plans_made.do(plan_id, gone, people.giang)
    await look(page, place, f"{place}/changes")
    assert chrome.complaints == []


async def test_plans_are_narrowed_and_a_list_comes_in_without_a_mouse(
    people: People, chrome: Chrome, tmp_path: Path
) -> None:
    plan_id = await plans_made.drafted(people.chi)
    book = tmp_path / "ds.xlsx"
    book.write_bytes(await workbooks.book(HEADINGS, [row(LONG), row(f"{LONG} 2")]))
    page = await chrome.sign_in(people.chi, 390)
    await page.goto(f"/desk/plans?year={plans_made.year()}")
    await page.locator(".list-filter > summary").focus()
    assert not await page.get_by_label("Loại", exact=True).is_visible(), "the list comes first"
    await page.keyboard.press("Enter")
    await page.get_by_label("Loại", exact=True).focus()
    await page.keyboard.press("Tab")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Tab")
    await page.keyboard.type("không có")
    await page.keyboard.press("Enter")
    await expect(page.locator(".chip", has_text="không có")).to_be_visible()
    assert await page.locator("table").count() == 0
    await page.goto(f"/desk/plans/{plan_id}/import")
    chosen = page.get_by_label(re.compile("^Tệp .xlsx"))
    await chosen.set_input_files(book)
    await chosen.focus()
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    confirm = page.get_by_role("button", name="Nhập 2 cuộc")
    await expect(confirm).to_be_visible()
    await confirm.focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("Đã nhập 2 cuộc kiểm tra")).to_be_visible()
    await page.goto(f"/desk/plans/{plan_id}/import")
    await page.get_by_label(re.compile("^Tệp .xlsx")).set_input_files(
        {"name": "a.xlsx", "mimeType": "text/plain", "buffer": b"Ten;Dia chi"}
    )
    await page.get_by_role("button", name="Xem trước").focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("không phải bảng tính Excel")).to_be_visible()
    assert [one for one in chrome.complaints if "422" not in one] == []
