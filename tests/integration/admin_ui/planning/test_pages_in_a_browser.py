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
    await look(page, "/desk/plans", "/desk/plans/new/periodic", place, f"{place}/items/new")
    await look(page, f"{place}/items/{items[0].item_id}", f"{place}/overlaps", bad)
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
    assert chrome.complaints == []
