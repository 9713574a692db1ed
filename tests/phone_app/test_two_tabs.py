"""The app open twice on one phone: one log, one sender."""

import asyncio

import pytest

from tests.phone_app.support.agreement import agree
from tests.phone_app.support.office import Office
from tests.phone_app.support.phone import Phone

pytestmark = [pytest.mark.browser, pytest.mark.long]


async def test_two_windows_write_one_log_and_send_each_thing_once(
    phone: Phone, office: Office
) -> None:
    inspection = await office.issue()
    await phone.take_up(inspection)
    await phone.wait_until_stored()
    await phone.go_offline()
    await phone.take_photos(inspection, 2)

    await phone.come_online()
    tab = phone.beside(await phone.window.second_tab())
    await tab.unlock()
    await asyncio.gather(phone.send_now(), tab.send_now())
    await asyncio.gather(phone.take_photos(inspection, 3), tab.type_minutes(inspection))
    await phone.wait_until_stored()
    await tab.wait_until_stored()
    kept = await phone.kept()
    assert kept.device == (await tab.kept()).device
    print(await agree(phone, office, inspection))
    await tab.page.close()
