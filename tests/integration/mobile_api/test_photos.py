"""Reading photographs: previews, originals, ranges, headers, who may, and that it is recorded."""

import hashlib
from typing import Any
from uuid import UUID, uuid4

import msgspec
import pytest
from PIL import Image

from backend.core import database
from backend.core.errors import NotFound
from backend.core.settings import Settings
from backend.fieldwork.evidence import service as evidence
from tests.support import factories, pictures
from tests.support.assertions import is_problem
from tests.support.factories import Picture, Work
from tests.support.people import People
from tests.support.phone import Phones
from tests.support.uploads import Tus, all_stored
from tests.support.workers import worker_of

API = "/api/mobile/v1"


@pytest.fixture
async def work(tus: Tus, people: People) -> Work:
    del tus
    return await factories.announced(people)


async def stored(tus: Tus, work: Work, data: bytes) -> Picture:
    photo = await factories.take_photo(work, data)
    await tus.whole(data, photo.photo_id)
    await all_stored()
    return photo


async def work_off(settings: Settings) -> None:
    worker = worker_of(settings)
    await worker.drain()
    await worker.close()


async def read(tus: Tus, photo: Picture, size: str, **headers: str) -> Any:
    return await tus.client.get(f"{API}/photos/{photo.photo_id}?size={size}", headers=headers)


async def test_a_photograph_gets_upright_previews(tus: Tus, work: Work, settings: Settings) -> None:
    data = pictures.jpeg(6, (2400, 1800), taken_at="2026:11:24 09:30:00", position=(21.0, 105.8))
    photo = await stored(tus, work, data)
    is_problem(await read(tus, photo, "thumb"), 409, "preview_pending")
    await work_off(settings)
    for size in ("thumb", "view"):
        answer = await read(tus, photo, size)
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "image/jpeg"
        assert pictures.is_upright(answer.content)
    row = await database.fetchrow("SELECT * FROM photos WHERE id = $1", UUID(photo.photo_id))
    assert (row["preview"], row["detected_type"]) == ("ready", "image/jpeg")
    assert (row["width"], row["height"]) == (2400, 1800)
    said = msgspec.json.decode(row["metadata"])
    assert said["reader"] == "hientruong-metadata/2"
    assert said["exif"]["taken_at"] == "2026-11-24T09:30:00"
    assert said["c2pa"] == {"present": False}


async def test_what_a_picture_looks_like_is_kept_for_finding_it_again(
    tus: Tus, work: Work, settings: Settings
) -> None:
    seen = await stored(tus, work, pictures.as_jpeg(pictures.scene(1, (640, 480))))
    black = await stored(tus, work, pictures.as_jpeg(Image.new("RGB", (640, 480))))
    await work_off(settings)
    rows = await database.fetch("SELECT photo_id, algorithm, hash FROM photo_hashes")
    assert [str(row["photo_id"]) for row in rows] == [seen.photo_id]
    assert rows[0]["algorithm"] == "imagehash-phash-64/1"
    assert rows[0]["hash"] != 0
    assert (await read(tus, black, "view")).status_code == 200


async def test_an_original_comes_back_byte_for_byte_as_an_attachment(tus: Tus, work: Work) -> None:
    photo = await stored(tus, work, pictures.jpeg(6))
    answer = await read(tus, photo, "original")
    assert hashlib.sha256(answer.content).hexdigest() == photo.sha256
    assert answer.headers["content-length"] == str(len(photo.data))
    assert answer.headers["etag"] == f'"{photo.sha256}"'
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in answer.headers["content-security-policy"]
    assert "no-store" in answer.headers["cache-control"]


async def test_a_photograph_without_bytes_is_409(tus: Tus, work: Work) -> None:
    photo = await factories.take_photo(work)
    for size in ("thumb", "view", "original"):
        assert is_problem(await read(tus, photo, size), 409, "bytes_pending")["retryable"] is True


async def test_a_cut_file_is_kept_and_reported_as_what_it_is(
    tus: Tus, work: Work, settings: Settings
) -> None:
    whole = pictures.jpeg(size=(1200, 900), taken_at="2026:11:24 09:30:00")
    photo = await stored(tus, work, whole[: len(whole) // 2])
    await work_off(settings)
    problem = is_problem(await read(tus, photo, "thumb"), 422, "undecodable")
    assert problem["detail"]["reason"] == "truncated"
    assert "cụt" in problem["text"]["vi"]
    answer = await read(tus, photo, "original")
    assert answer.content == photo.data
    assert answer.headers["content-type"] == "image/jpeg"
    row = await database.fetchrow("SELECT * FROM photos WHERE id = $1", UUID(photo.photo_id))
    assert "2026-11-24T09:30:00" in row["metadata"]


async def test_what_is_no_picture_is_kept_and_never_shown_as_a_page(
    tus: Tus, work: Work, settings: Settings
) -> None:
    photo = await stored(tus, work, b"<html><script>alert(1)</script>")
    await work_off(settings)
    is_problem(await read(tus, photo, "view"), 422, "not_an_image")
    answer = await read(tus, photo, "original")
    assert answer.content == photo.data
    assert answer.headers["content-type"] == "application/octet-stream"


async def test_every_reading_is_recorded(
    tus: Tus, work: Work, people: People, settings: Settings
) -> None:
    photo = await stored(tus, work, pictures.jpeg())
    await read(tus, photo, "thumb")
    await work_off(settings)
    await read(tus, photo, "thumb")
    await read(tus, photo, "original")
    rows = await database.fetch("SELECT * FROM access_log WHERE photo_id IS NOT NULL ORDER BY id")
    assert [(r["action"], r["officer_id"], str(r["photo_id"])) for r in rows] == [
        ("photo.thumb", people.an.id, photo.photo_id),
        ("photo.original", people.an.id, photo.photo_id),
    ]
    assert {str(r["address"]) for r in rows} == {"127.0.0.1"}
    assert {r["record_id"] for r in rows} == {work.id}


async def test_who_may_not_see_the_inspection_does_not_see_its_photographs(
    tus: Tus, stranger: Tus, work: Work, phones: Phones, people: People
) -> None:
    photo = await stored(tus, work, pictures.jpeg())
    is_problem(await read(stranger, photo, "original"), 404, "not_found")
    receipt = f"{API}/photos/{photo.photo_id}/receipt"
    is_problem(await stranger.client.get(receipt), 404, "not_found")
    other_team = Tus((await phones.of(people.em, sync=False)).client)
    is_problem(await read(other_team, photo, "original"), 404, "not_found")
    for person in (people.binh, people.chi, people.giang, people.khanh):
        same = Tus((await phones.of(person, sync=False)).client)
        assert (await read(same, photo, "original")).status_code == 200
    for person in (people.lan, people.ho):
        other = Tus((await phones.of(person, sync=False)).client)
        is_problem(await read(other, photo, "original"), 404, "not_found")
    assert await database.fetchval("SELECT count(photo_id) FROM access_log") == 4


async def test_a_photograph_that_is_not_there_is_404(tus: Tus) -> None:
    unknown = Picture(str(uuid4()), b"", "")
    is_problem(await read(tus, unknown, "view"), 404, "not_found")
    is_problem(await read(tus, unknown, "huge"), 400)


async def test_the_desks_page_of_a_photograph_tells_all(
    tus: Tus, work: Work, people: People, settings: Settings
) -> None:
    photo = await stored(tus, work, pictures.jpeg())
    await work_off(settings)
    actor = people.khanh.actor("desk")
    await evidence.photo_page(UUID(photo.photo_id), actor, address="127.0.0.1")
    page = await evidence.photo_page(UUID(photo.photo_id), actor)
    assert page.sha256 == photo.sha256
    assert page.size == len(photo.data)
    assert page.receipt is not None
    assert page.preview == "ready"
    assert page.officer_name == people.an.full_name
    assert [reader.action for reader in page.readers] == ["photo.page", "photo.page"]
    with pytest.raises(NotFound):
        await evidence.photo_page(UUID(photo.photo_id), people.ho.actor("desk"))
