"""Auditors read in the log who opened a party and who looked a number up, with the purpose."""

import pytest

from backend.core import database
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


async def test_the_log_says_who_read_numbers_in_a_form_or_side_by_side(
    people: People, readers: Readers
) -> None:
    one, other = sorted([await parties_made.registered(people.an) for _ in range(2)])
    desk = await readers.of(people.an)
    await desk.open(f"/desk/parties/register/{one}/edit")
    await desk.open(f"/desk/parties/register/{one}/acts/place")
    await desk.open(f"/desk/parties/alike/{one}/{other}")
    found = await database.fetch(
        "SELECT action, record_id FROM access_log WHERE action LIKE 'party.%' ORDER BY at, id"
    )
    assert [(row["action"], row["record_id"]) for row in found] == [
        ("party.form", one),
        ("party.form", one),
        ("party.compared", one),
        ("party.compared", other),
    ]
    auditor = await readers.of(people.khanh)
    assert await auditor.look("/desk/log") == 200
    assert "đã mở biểu mẫu của" in auditor.html
    assert "đã đối chiếu" in auditor.html
