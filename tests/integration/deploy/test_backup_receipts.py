"""Which byte receipts a proof of a backup compares: those of photographs, and those whose act is still to come."""

import hashlib
from datetime import timedelta
from typing import Any

from backend.core import clock, database
from deploy.backup import queries
from tests.support import factories, pictures
from tests.support.people import People
from tests.support.uploads import Tus, all_stored


async def test_bytes_that_came_before_their_act_are_looked_for_in_a_backup(
    tus: Tus, people: People
) -> None:
    asked: Any = database
    work, began = await factories.announced(people), clock.now()
    alone = pictures.jpeg(size=(72, 48))
    await tus.whole(alone)
    await all_stored()
    first = await queries.received(asked, clock.now())
    assert first["number"] == 1
    assert await queries.without_act(asked, clock.now()) == [hashlib.sha256(alone).hexdigest()]
    picture = await factories.take_photo(work)
    await tus.whole(picture.data, picture.photo_id)
    await all_stored()
    second = await queries.received(asked, clock.now())
    assert second["number"] == 3  # a photograph, and the upload that brought it
    assert second["sum"] != first["sum"]
    assert await queries.without_act(asked, clock.now()) == [hashlib.sha256(alone).hexdigest()]
    earlier = began - timedelta(hours=1)
    assert (await queries.received(asked, earlier))["number"] == 0
    assert await queries.without_act(asked, earlier) == []
