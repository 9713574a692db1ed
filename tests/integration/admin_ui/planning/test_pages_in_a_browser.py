"""Every page of plans in a browser, in both languages, on a desk and on a phone: accessible, nothing wider than the
window, everything large enough to touch."""

from urllib.parse import urlsplit

import pytest

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
    await look(page, "/desk/plans", "/desk/plans/new", "/desk/plans/new/periodic", place)
    await look(page, f"{place}/edit", f"{place}/items/new", f"{place}/items/{items[0].item_id}")
    await look(page, f"{place}/items/{items[0].item_id}/edit", f"{place}/overlaps", bad)
    await look(page, f"{place}/changes", f"{place}/import", f"{place}/acts/given_up")
    await upload(chi, plan_id, await workbooks.book(HEADINGS, [row(f"{LONG} 2"), row("Quán B")]))
    good = urlsplit(str(chi.page.url)).path
    await look(page, good)
    head = await chrome.sign_in(people.giang)
    await look(head, "/desk/plans/new/foreign", "/desk/cases/new")
    assert chrome.complaints == []


async def test_an_issued_plan_and_its_progress_fit(people: People, chrome: Chrome) -> None:
    team = people.chi.unit.unit_id
    items = [plans_made.item(team, f"{LONG} {at}", at) for at in range(1, 6)]
    plan_id = await plans_made.in_force(people, items)
    place, year = f"/desk/plans/{plan_id}", plans_made.year()
    page = await chrome.sign_in(people.giang)
    await look(page, place, f"{place}/items/new", f"{place}/items/{items[0].item_id}")
    await look(page, *(f"{place}/acts/{one}" for one in ("sent_out", "published", "amended")))
    await look(page, f"{place}/acts/ended", f"/desk/plans/items?year={year}")
    await look(page, *(f"/desk/plans/{one}?year={year}" for one in ("board", "calendar", "units")))
    await look(page, f"{place}/items/{items[0].item_id}/decision")
    assert chrome.complaints == []
