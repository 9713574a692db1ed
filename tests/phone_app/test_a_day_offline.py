"""A whole day without a signal, and the evening when it returns."""

import pytest

from tests.phone_app.support.agreement import agree
from tests.phone_app.support.office import BUSINESSES, Office
from tests.phone_app.support.phone import Phone

pytestmark = [pytest.mark.browser, pytest.mark.long]

PHOTOS = 20


async def test_three_inspections_and_sixty_photographs_offline_then_the_net_returns(
    phone: Phone, office: Office
) -> None:
    inspections = [await office.issue(business) for business in BUSINESSES]
    await phone.sync()
    for inspection in inspections:
        await phone.open_inspection(inspection)
    await phone.go_offline()
    await phone.restart()  # in the morning, in the car: no signal from here on

    for inspection in inspections:
        await phone.whole_visit(inspection, photos=PHOTOS)
    kept = await phone.kept()
    kept.is_sound()
    assert len(kept.photos) == len(inspections) * PHOTOS
    assert not await phone.says_all_is_stored()
    assert await office.entries(str(kept.device)) == {}

    await phone.come_online()
    seconds = await phone.wait_until_stored()
    print(f"60 photographs and {len(kept.acts)} acts stored {seconds:.0f} s after the net returned")
    print(await agree(phone, office, *inspections))
