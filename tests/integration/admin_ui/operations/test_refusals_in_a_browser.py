"""The list of refused requests in a real browser: open to everybody, on a desk and on a phone."""

import pytest
from axe_playwright_python.async_playwright import Axe

from schemas.core.ids import new_id
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.readers import Readers
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]
_WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("width", [390, 1280])
async def test_refused_requests_are_read_and_narrowed_to_one_officer(
    people: People, readers: Readers, chrome: Chrome, width: int
) -> None:
    page = await chrome.sign_in(people.khanh, width)
    await page.goto("/desk/refusals")
    await page.get_by_text("Chưa có yêu cầu nào bị từ chối.").wait_for()
    dung, em = await readers.of(people.dung), await readers.of(people.em)
    for _ in range(3):
        await dung.look(f"/desk/cases/{new_id()}/acts/violation.recorded")
    await em.look(f"/desk/people/{people.an.id}")
    await page.goto("/desk/refusals")
    for _ in range(2):
        found = (await Axe().run(page)).response
        assert found["violations"] == []
        assert await page.evaluate(_WIDER) <= 1
        await page.get_by_role("link", name=people.dung.full_name).click()
        await page.get_by_role("heading", name="Từng yêu cầu của người này").wait_for()
    await page.context.close()
    assert chrome.complaints == []
