"""Auditors read in the log who opened a party and who looked a number up, with the purpose."""

import pytest

from tests.support import parties_made
from tests.support.parties_made import SHOP
from tests.support.people import People
from tests.support.readers import Readers

pytestmark = pytest.mark.usefixtures("pool")


async def test_the_log_says_who_opened_a_party_and_why_a_number_was_looked_up(
    people: People, readers: Readers
) -> None:
    party_id = await parties_made.registered(people.an)
    desk = await readers.of(people.an)
    await desk.open(f"/desk/parties/register/{party_id}")
    await desk.open("/desk/parties/lookup")
    await desk.press(
        "/desk/parties/lookup", None, number="0100109106", purpose="Xác minh nhân thân"
    )
    auditor = await readers.of(people.khanh)
    assert await auditor.look("/desk/log") == 200
    assert "tra theo số giấy tờ" in auditor.html
    assert "Xác minh nhân thân" in auditor.html
    assert SHOP.name in auditor.html
    assert f"/desk/parties/register/{party_id}" in auditor.html
