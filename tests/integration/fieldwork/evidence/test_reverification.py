"""Originals are read again: where the first look never came, after a month, and daily while something is wrong."""

from datetime import timedelta
from uuid import UUID

import msgspec
import pytest

from backend.core import clock, database, stores
from backend.core.job_queue import PROTECT_PHOTO
from backend.core.settings import Settings
from backend.fieldwork.evidence import protecting
from backend.operations.jobs import janitor
from tests.support import factories
from tests.support.factories import Picture, Work
from tests.support.people import People
from tests.support.uploads import Tus, all_stored


@pytest.fixture
async def work(tus: Tus, people: People) -> Work:
    del tus  # its application is running
    return await factories.announced(people)


async def stored(tus: Tus, work: Work) -> Picture:
    picture = await factories.take_photo(work)
    await tus.whole(picture.data, picture.photo_id)
    await all_stored()
    return picture


async def test_the_janitor_asks_for_lost_jobs_and_at_a_slow_pace_for_what_was_read_long_ago(
    tus: Tus, work: Work, settings: Settings
) -> None:
    taken = [await stored(tus, work) for _ in range(3)]
    await database.execute("DELETE FROM pgqueuer")
    await set_times(taken[0], stored_at=timedelta(minutes=11))
    await set_times(taken[1], checked_at=timedelta(days=40))
    await set_times(taken[2], checked_at=timedelta(days=20))
    await janitor.sweep(stores.current())
    assert await asked_for() == {taken[0].photo_id, taken[1].photo_id}
    await database.execute("DELETE FROM pgqueuer")
    slow = msgspec.structs.replace(settings, reverify_per_hour=0)
    await protecting.ask_for_reverification(slow, janitor.EVERY)
    assert await asked_for() == {taken[0].photo_id}


async def test_a_fault_is_looked_at_daily(tus: Tus, work: Work, settings: Settings) -> None:
    taken = [await stored(tus, work) for _ in range(2)]
    await database.execute("DELETE FROM pgqueuer")
    await database.execute("UPDATE photos SET custody_fault = 'missing'")
    await set_times(taken[0], checked_at=timedelta(hours=25))
    await set_times(taken[1], checked_at=timedelta(hours=23))
    await protecting.ask_for_reverification(settings, janitor.EVERY)
    assert await asked_for() == {taken[0].photo_id}


async def asked_for() -> set[str]:
    rows = await database.fetch("SELECT payload FROM pgqueuer WHERE entrypoint = $1", PROTECT_PHOTO)
    return {row["payload"].decode() for row in rows}


async def set_times(picture: Picture, **ago: timedelta) -> None:
    for column, length in ago.items():
        await database.execute(
            f"UPDATE photos SET {column} = $2 WHERE id = $1",
            UUID(picture.photo_id),
            clock.now() - length,
        )
