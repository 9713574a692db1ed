"""Information is taken in: the head hears of it at once, and what tells who informed is sealed (Circular 27/2020)."""

import pytest

from backend.core import database
from backend.core.database import transaction
from backend.intake.informations import service as informations
from tests.support import informations as made
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")


async def test_a_tip_is_registered_listed_and_opened_by_its_head(people: People) -> None:
    done = await made.registered(people.nga)
    assert done.number.endswith("/TT-2026") or "/TT" in done.number
    async with transaction():
        rows, _ = await informations.page(people.giang.actor("desk"), informations.Filters())
    assert [one.id for one in rows] == [done.id]
    view = await made.seen(people.giang, done.id)
    assert view.matter.summary.startswith("Phản ánh")
    told = await made.informant(people.giang, done.id)
    assert told == made.WHO
    assert await made.account(people.giang, done.id) == [made.ACCOUNT]
    notices = await database.fetch(
        "SELECT officer_id, text_key FROM notices WHERE record_id = $1", done.id
    )
    assert (people.giang.id, "information.registered") in {(one[0], one[1]) for one in notices}
