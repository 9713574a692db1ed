"""The panel of a submission in a real browser, at both widths: on the paper's page, its own, and its answers."""

import pytest

from schemas.approvals.words import SubmittedKind
from tests.integration.admin_ui.shell.test_in_a_browser import check
from tests.support import cases_made, routes_made
from tests.support.chromium import Chrome
from tests.support.papers_submitted import drafted, found, ready
from tests.support.people import People
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]


@pytest.mark.parametrize("width", [390, 1280])
async def test_the_panel_of_a_submission_is_legible(
    people: People, chrome: Chrome, width: int
) -> None:
    case = await cases_made.due(people)
    await routes_made.published(people, SubmittedKind.SANCTION)
    draft = await drafted(case, "MQĐ02", people.giang)
    document = await drafted(case, "MQĐ02", people.giang)
    await ready(case, document)
    one = await found(case, document, SubmittedKind.SANCTION)
    page = await chrome.sign_in(people.giang, width)
    for address in (
        f"/desk/documents/{document}",
        f"/desk/submissions/{one.id}",
        f"/desk/submissions/{one.id}/hand_on?shown={one.shown}",
        f"/desk/documents/{draft}",
    ):
        await page.goto(address)
        await check(page, width)
    other = await chrome.sign_in(people.phuc, width)
    for what in ("opinion", "return"):
        await other.goto(f"/desk/submissions/{one.id}/{what}?shown={one.shown}")
        await check(other, width)
    assert chrome.complaints == []
