"""A phone gets its officer's notices with their kind, and what was read on it is read at the desk too."""

from datetime import timedelta

import pytest

from backend.core import clock
from backend.core.database import transaction
from backend.force.notices import choosing
from backend.force.notices import service as notices
from schemas.core.ids import new_id
from tests.support.people import People
from tests.support.phone import Phones

pytestmark = pytest.mark.usefixtures("app")

SAID = {"number": "0001/HSVV", "officer": "Bùi Hương Giang"}


async def test_a_notice_is_fetched_read_on_the_phone_and_gone_with_the_next_sync(
    people: People, phones: Phones
) -> None:
    phone, other, record = await phones.of(people.an), await phones.of(people.binh), new_id()
    async with transaction():
        await choosing.choose(people.an.actor("desk"), {}, 22 * 60, 6 * 60)
        due = clock.now() + timedelta(hours=20)
        await notices.tell([people.an.id], "case", record, "case.yours", SAID, due_at=due)
    [told] = await notices.seen_of(record)
    assert told.phone_at is None
    await phone.sync()
    value = phone.held["told", str(told.notice_id)]
    assert (value["about"], value["urgent"], value["quiet_from"]) == ("assigned", True, 22 * 60)
    [told] = await notices.seen_of(record)
    assert told.phone_at is not None
    assert told.seen_at is None
    read = {"ids": [str(told.notice_id), str(new_id())]}
    assert await other.call("POST", "/notices/read", json=read) == {"marked": 0}, "not his"
    assert await phone.call("POST", "/notices/read", json=read) == {"marked": 1}
    await phone.sync()
    assert ("told", str(told.notice_id)) not in phone.held
    [told] = await notices.seen_of(record)
    assert told.seen_at is not None
