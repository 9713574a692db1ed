"""The officer's main job with the phone, and what comes back from the desk."""

import pytest

from tests.phone_app.support.agreement import agree
from tests.phone_app.support.office import Office
from tests.phone_app.support.phone import Phone

pytestmark = pytest.mark.browser


async def test_a_visit_from_sign_in_to_approval(phone: Phone, office: Office) -> None:
    inspection = await office.issue()
    await phone.whole_visit(inspection, photos=2)
    await phone.wait_until_stored()
    print(await agree(phone, office, inspection))

    revision = await office.approve(inspection)
    await phone.sync()
    assert await phone.state_of(inspection) == "approved"
    assert await phone.submitted_revision(inspection) == revision
    print(await agree(phone, office, inspection))
