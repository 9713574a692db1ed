"""The phone's clock is two days wrong."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.phone_app.conftest import MakePhone
from tests.phone_app.support.agreement import agree
from tests.phone_app.support.office import Office

pytestmark = [pytest.mark.browser, pytest.mark.long]


@pytest.mark.parametrize("days", [-2, 2], ids=["two days late", "two days early"])
async def test_with_a_clock_two_days_wrong_a_visit_is_whole_and_the_difference_is_shown(
    phones: MakePhone, office: Office, days: int
) -> None:
    phone = await phones(clock_days=days)
    inspection = await office.issue()
    await phone.whole_visit(inspection, photos=1)
    await phone.wait_until_stored()
    assert await phone.says_the_clock_is_wrong()
    stated = [one["act"]["made_at"] for one in (await phone.kept()).acts_of(inspection)]
    wrong = datetime.now(UTC) + timedelta(days=days)
    for text in stated:
        assert abs(datetime.fromisoformat(text) - wrong) < timedelta(hours=1), text
    print(await agree(phone, office, inspection))
    await office.approve(inspection)
    await phone.sync()
    assert await phone.state_of(inspection) == "approved"
