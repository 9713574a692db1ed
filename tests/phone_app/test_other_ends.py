"""Visits that end otherwise: nobody opens."""

import pytest

from tests.phone_app.support.agreement import agree
from tests.phone_app.support.office import Office
from tests.phone_app.support.phone import Phone

pytestmark = [pytest.mark.browser, pytest.mark.long]


async def test_closed_premises_end_with_minutes_of_non_execution(
    phone: Phone, office: Office
) -> None:
    inspection = await office.issue()
    await phone.open_inspection(inspection)
    await phone.press("Bắt đầu kiểm tra")
    await phone.wait_for_act(inspection, "inspection.opened")
    await phone.take_position(inspection)
    await phone.take_photos(inspection, 1)
    await phone.go_to_minutes(inspection, "BB-KKT")
    await phone.is_led_to("Lý do không thực hiện được việc kiểm tra")
    await phone.write_minutes_of_non_execution(inspection)
    await phone.sign(inspection, "leader")
    await phone.sign(inspection, "authority")
    await phone.submit(inspection)
    await phone.wait_until_stored()
    print(await agree(phone, office, inspection))
    await office.approve(inspection)
    await phone.sync()
    assert await phone.state_of(inspection) == "approved"
