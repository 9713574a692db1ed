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


async def test_a_clock_set_back_in_the_middle_of_a_visit_without_a_signal_stops_nothing(
    phones: MakePhone, office: Office
) -> None:
    phone = await phones()
    inspection = await office.issue()
    await phone.take_up(inspection)
    await phone.wait_until_stored()
    await phone.go_offline()
    await phone.window.close()
    phone.window.clock_days = -700  # the battery was dead: it begins where its maker left it
    await phone.start_again()
    assert await phone.says_the_clock_is_wrong()
    await phone.take_photos(inspection, 1)
    await phone.go_to_minutes(inspection)
    true_end = datetime.now(UTC) + timedelta(hours=8)
    await phone.write_minutes(inspection, ended=true_end.strftime("%Y-%m-%dT%H:%M"))
    await phone.sign(inspection, "leader")
    await phone.sign(inspection, "subject")
    await phone.submit(inspection)
    await phone.come_online()
    await phone.send_now()
    await phone.wait_until_stored()
    print(await agree(phone, office, inspection))
    await office.approve(inspection)
    await phone.sync()
    assert await phone.state_of(inspection) == "approved"
