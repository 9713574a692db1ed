"""Nobody learns from an upload what another unit has: the same bytes cost everybody the same way."""

from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from backend.core import database, stores
from backend.core.settings import Settings
from media import keys
from tests.support import factories
from tests.support.assertions import is_problem
from tests.support.factories import Picture, Work
from tests.support.people import People
from tests.support.uploads import Tus, about, all_stored
from tests.support.workers import worker_of

API = "/api/mobile/v1"


@pytest.fixture
async def work(tus: Tus, people: People) -> Work:
    """An's, in Hà Nội."""
    del tus  # its application is running
    return await factories.announced(people)


@pytest.fixture
async def theirs(work: Work, people: People) -> Work:
    """Dũng's, in Đà Nẵng."""
    del work
    return await factories.announced(
        people, issuer=people.ho, leader=people.duyen, members=[people.dung]
    )


def shown(answer: httpx.Response) -> tuple[Any, ...]:
    """All that an answer tells, without what is another for every upload."""
    apart = {"location", "upload-expires", "date", "upload-metadata"}
    headers = {name: value for name, value in answer.headers.items() if name not in apart}
    return answer.status_code, headers, answer.text


async def everything_told(tus: Tus, picture: Picture) -> list[tuple[Any, ...]]:
    """Each step of an upload as its client sees it, before and after the bytes."""
    steps = [await tus.ask("GET", f"{API}/photos/{picture.photo_id}/receipt")]
    length, metadata = len(picture.data), about(picture.data, picture.photo_id)
    created = await tus.ask("POST", Upload_Length=length, Upload_Metadata=metadata)
    url, half = created.headers["location"], len(picture.data) // 2
    steps += [created, await tus.ask("HEAD", url)]
    steps += [await tus.send(url, picture.data[:half]), await tus.ask("HEAD", url)]
    steps += [await tus.ask("GET", f"{url}/receipt")]
    steps += [await tus.send(url, picture.data[half:], half), await tus.ask("HEAD", url)]
    return [shown(step) for step in steps]


async def missing(tus: Tus, work: Work) -> list[tuple[str, int]]:
    view = (await tus.client.get(f"{API}/inspections/{work.id}")).json()
    return [(item["photo_id"], item["bytes_received"]) for item in view["custody"]["missing"]]


async def test_bytes_that_another_unit_has_go_up_as_any_others_do(
    tus: Tus, stranger: Tus, work: Work, theirs: Work
) -> None:
    known = await factories.take_photo(work)
    await tus.whole(known.data, known.photo_id)
    await all_stored()
    same = await factories.take_photo(theirs, known.data)
    fresh = await of_length(theirs, len(known.data))
    assert await everything_told(stranger, same) == await everything_told(stranger, fresh)
    await all_stored()
    for photo in (same, fresh):
        receipt = await stranger.ask("GET", f"{API}/photos/{photo.photo_id}/receipt")
        assert receipt.json()["photo_id"] == photo.photo_id


async def of_length(work: Work, length: int) -> Picture:
    """A photograph of this length that nobody else has."""
    return await factories.take_photo(work, uuid4().bytes * (length // 16) + b"x" * (length % 16))


async def test_naming_the_hash_of_another_units_photograph_brings_nothing(
    tus: Tus, stranger: Tus, work: Work, theirs: Work, settings: Settings
) -> None:
    known = await factories.take_photo(work)
    await tus.whole(known.data, known.photo_id)
    await all_stored()
    same = await factories.take_photo(theirs, known.data)
    await all_stored()
    worker = worker_of(settings)
    await worker.drain()
    await worker.close()
    is_problem(
        await stranger.ask("GET", f"{API}/photos/{same.photo_id}/receipt"), 404, "receipt_pending"
    )
    assert await missing(stranger, theirs) == [(same.photo_id, 0)]
    is_problem(
        await stranger.ask("GET", f"{API}/photos/{known.photo_id}/receipt"), 404, "not_found"
    )


async def test_how_far_another_units_upload_is_shows_nowhere(
    tus: Tus, stranger: Tus, work: Work, theirs: Work
) -> None:
    mine = await factories.take_photo(work)
    same = await factories.take_photo(theirs, mine.data)
    url = await tus.begin(len(mine.data), Upload_Metadata=about(mine.data, mine.photo_id))
    await tus.send(url, mine.data[:1000])
    assert await missing(tus, work) == [(mine.photo_id, 1000)]
    assert await missing(stranger, theirs) == [(same.photo_id, 0)]


async def test_the_same_bytes_of_two_units_are_two_objects(
    tus: Tus, stranger: Tus, work: Work, theirs: Work, people: People
) -> None:
    mine = await factories.take_photo(work)
    same = await factories.take_photo(theirs, mine.data)
    await tus.whole(mine.data, mine.photo_id)
    await stranger.whole(same.data, same.photo_id)
    await all_stored()
    rows = await database.fetch("SELECT id, object_key FROM photos ORDER BY received_at")
    wanted = [(people.chi.unit.unit_id, mine), (people.dung.unit.unit_id, same)]
    for row, (unit, picture) in zip(rows, wanted, strict=True):
        name = keys.original(unit, UUID(picture.photo_id), picture.sha256)
        assert row["object_key"] == str(name)
        assert await stores.current().store.size_of(name) == len(mine.data)


async def test_an_officer_who_sends_his_own_bytes_again_is_spared_the_sending(
    tus: Tus, work: Work
) -> None:
    picture = await factories.take_photo(work)
    url = await tus.whole(picture.data, picture.photo_id)
    await all_stored()
    how = {
        "Upload_Length": len(picture.data),
        "Upload_Metadata": about(picture.data, picture.photo_id),
    }
    again = await tus.ask("POST", **how)
    assert again.headers["location"] == url
    assert await tus.offset(url) == len(picture.data)
    versions = await stores.current().store.versions(
        keys.parse(await database.fetchval("SELECT object_key FROM photos"))
    )
    assert len(versions) == 1
