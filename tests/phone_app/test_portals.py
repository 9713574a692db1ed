"""A hotel's net that says 200 to everything: nothing that it says is believed."""

import pytest
from playwright.async_api import expect

from tests.phone_app.support.agreement import agree
from tests.phone_app.support.line import Line
from tests.phone_app.support.office import Office
from tests.phone_app.support.phone import Phone

pytestmark = pytest.mark.browser


@pytest.mark.long
async def test_a_captive_portal_is_never_taken_for_the_server(
    phone: Phone, office: Office, line: Line
) -> None:
    inspection = await office.issue()
    await phone.take_up(inspection)
    await phone.wait_until_stored()

    line.become("portal")
    await phone.take_photos(inspection, 2)
    await phone.send_now()
    await phone.restart()  # the app itself must not come from the portal either
    assert line.portal_answers > 0
    kept = await phone.kept()
    kept.is_sound()
    assert [one["state"] for one in kept.photos_of(inspection)] == ["waiting", "waiting"]
    assert all(one["problem"] is None for one in [*kept.acts, *kept.photos])
    assert not await phone.says_all_is_stored()
    await expect(phone.page.get_by_role("heading").first).to_be_visible()

    line.become("whole")
    await phone.send_now()
    await phone.wait_until_stored()
    print(await agree(phone, office, inspection))
