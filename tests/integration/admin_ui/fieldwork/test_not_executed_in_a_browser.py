"""In a real browser: what a team gave up or could not carry out, and a phone's small picture of it."""

import hashlib

import pytest

from backend.core.settings import Settings
from tests.integration.admin_ui.shell.test_in_a_browser import check
from tests.support import factories, pictures
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.timeouts import MAY_RUN_ONCE_MORE
from tests.support.uploads import Tus
from tests.support.workers import worker_of

pytestmark = [pytest.mark.browser, MAY_RUN_ONCE_MORE]


@pytest.mark.long
@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "light"), (1280, "dark")])
async def test_what_a_team_could_not_do_is_readable_and_fits(
    people: People, chrome: Chrome, tus: Tus, settings: Settings, width: int, scheme: str
) -> None:
    work = await factories.opened(people)
    photo = await factories.take_photo(work, caption="Cửa cuốn khóa")
    small = pictures.as_jpeg(pictures.scene(3, (320, 240)))
    await tus.client.put(
        f"/api/mobile/v1/photos/{photo.photo_id}/thumbnail",
        content=small,
        headers={"Content-Type": "image/jpeg", "X-Sha256": hashlib.sha256(small).hexdigest()},
    )
    worker = worker_of(settings)
    await worker.drain()
    await worker.close()
    await factories.write_nonexecution(work)
    await factories.submit(work)
    given_up = await factories.announced(people)
    await given_up.act("inspection.discarded", {"reason": "Đoàn được điều đi vụ việc khẩn cấp"})
    home = f"/desk/inspections/{work.id}"
    page = await chrome.sign_in(people.giang, width, color_scheme=scheme)
    for address in (
        home,
        f"{home}/gallery",
        f"/desk/photos/{photo.photo_id}",
        f"{home}/print",
        f"/desk/inspections/{given_up.id}",
        "/desk/search?state=discarded",
    ):
        await page.goto(address)
        await check(page, width)
    assert chrome.complaints == []
