"""A phone's small picture, sent ahead: shown as what it is, decoded apart, gone once the original can be seen."""

import hashlib
import io
from typing import Any
from uuid import UUID, uuid4

import pytest
from PIL import Image

from backend.core import database, stores
from backend.core.settings import Settings
from deploy.demo.phone import Phone
from media import keys
from media.store import ObjectMissing
from tests.support import factories, hostile, pictures
from tests.support.assertions import is_problem
from tests.support.factories import Picture, Work
from tests.support.people import People
from tests.support.phone import Phones
from tests.support.readers import Readers, readers
from tests.support.uploads import Tus, all_stored
from tests.support.workers import worker_of

__all__ = ["readers"]

API = "/api/mobile/v1"
MARK = "Ảnh nhỏ do điện thoại gửi, chưa đối chiếu"


@pytest.fixture
async def work(tus: Tus, people: People) -> Work:
    del tus
    return await factories.announced(people)


@pytest.fixture
async def photo(work: Work) -> Picture:
    return await factories.take_photo(work)


def small(size: tuple[int, int] = (320, 240), **exif: Any) -> bytes:
    """What a phone makes of a photograph."""
    return pictures.jpeg(size=size, **exif)


async def put(client: Any, photo: Picture, data: bytes, **headers: str) -> Any:
    given = {"Content-Type": "image/jpeg", "X-Sha256": hashlib.sha256(data).hexdigest()}
    return await client.put(
        f"{API}/photos/{photo.photo_id}/thumbnail", content=data, headers=given | headers
    )


async def row_of(photo: Picture) -> Any:
    return await database.fetchrow(
        "SELECT * FROM phone_thumbnails WHERE photo_id = $1", UUID(photo.photo_id)
    )


async def work_off(settings: Settings) -> None:
    worker = worker_of(settings)
    await worker.drain()
    await worker.close()


async def test_it_is_shown_at_the_desk_marked_until_the_original_can_be_seen(
    tus: Tus, work: Work, photo: Picture, people: People, readers: Readers, settings: Settings
) -> None:
    home = f"/desk/inspections/{work.id}"
    small_one, big_one = f"/desk/photos/{photo.photo_id}/phone", f"/desk/photos/{photo.photo_id}"
    assert (await put(tus.client, photo, small())).status_code == 204
    desk = await readers.of(people.giang)
    page = await desk.open(home)
    assert MARK not in page.text, "no worker has looked at it yet"
    assert await desk.look(small_one) == 404

    await work_off(settings)
    for address in (home, f"{home}/gallery", big_one):
        page = await desk.open(address)
        assert MARK in page.text, address
        assert f'src="{small_one}"' in desk.html, address
    assert await desk.look(small_one) == 200

    await tus.whole(photo.data, photo.photo_id)
    await all_stored()
    await work_off(settings)
    for address in (home, f"{home}/gallery", big_one):
        page = await desk.open(address)
        assert MARK not in page.text, address
        assert small_one not in desk.html, address
    assert await desk.look(small_one) == 404
    assert await row_of(photo) is None
    with pytest.raises(ObjectMissing):
        await stores.current().store.size_of(
            keys.preview(UUID(photo.photo_id), photo.sha256, "phone")
        )


async def test_what_is_shown_is_a_picture_of_our_own_making_without_what_was_hidden_in_it(
    tus: Tus, photo: Picture, people: People, readers: Readers, settings: Settings
) -> None:
    sent = small(taken_at="2026:11:24 09:30:00", position=(21.0, 105.8)) + b"<script>alert(1)"
    await put(tus.client, photo, sent)
    assert (await row_of(photo))["bytes"] == sent
    await work_off(settings)
    assert (await row_of(photo))["bytes"] is None, "what came is not kept once it was looked at"
    desk = await readers.of(people.giang)
    answer = await desk._ask("GET", f"/desk/photos/{photo.photo_id}/phone")
    assert answer.headers["content-type"] == "image/jpeg"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in answer.headers["content-security-policy"]
    assert b"script" not in answer.content
    with Image.open(io.BytesIO(answer.content)) as shown:
        assert shown.format == "JPEG"
        assert not shown.getexif()


async def test_that_somebody_looked_at_it_is_recorded(
    tus: Tus, photo: Picture, people: People, readers: Readers, settings: Settings
) -> None:
    await put(tus.client, photo, small())
    await work_off(settings)
    desk = await readers.of(people.giang)
    await desk.look(f"/desk/photos/{photo.photo_id}/phone")
    page = await desk.open(f"/desk/photos/{photo.photo_id}")
    assert "xem ảnh nhỏ do điện thoại gửi" in page.text


async def test_who_may_not_see_the_inspection_does_not_see_it(
    tus: Tus, photo: Picture, people: People, readers: Readers, settings: Settings
) -> None:
    await put(tus.client, photo, small())
    await work_off(settings)
    for person in (people.ho, people.dung, people.my):
        desk = await readers.of(person)
        assert await desk.look(f"/desk/photos/{photo.photo_id}/phone") == 404


async def test_another_officers_photograph_is_not_there(
    tus: Tus, photo: Picture, phones: Phones, people: People
) -> None:
    for person in (people.binh, people.dung):
        phone: Phone = await phones.of(person)
        is_problem(await put(phone.client, photo, small()), 404, "not_found")
    unknown = Picture(str(uuid4()), b"", "")
    is_problem(await put(tus.client, unknown, small()), 404, "not_found")
    assert await row_of(photo) is None


async def test_sent_again_it_changes_nothing_and_the_first_stands(
    tus: Tus, photo: Picture, settings: Settings
) -> None:
    first, other = small(), small((300, 200))
    for data in (first, first, other):
        assert (await put(tus.client, photo, data)).status_code == 204
    assert (await row_of(photo))["bytes"] == first
    await work_off(settings)
    assert (await put(tus.client, photo, other)).status_code == 204
    row = await row_of(photo)
    assert (row["state"], row["sha256"]) == ("ready", hashlib.sha256(first).hexdigest())


async def test_one_that_is_of_no_use_is_told_apart_and_another_may_take_its_place(
    tus: Tus, photo: Picture, settings: Settings
) -> None:
    cut = small((320, 240))
    cut = cut[: len(cut) // 3]
    assert (await put(tus.client, photo, cut)).status_code == 204
    await work_off(settings)
    row = await row_of(photo)
    assert (row["state"], row["reason"], row["bytes"]) == ("unusable", "truncated", None)
    assert (await put(tus.client, photo, cut)).status_code == 204
    assert (await row_of(photo))["state"] == "unusable", "the same again is not looked at again"
    await put(tus.client, photo, small())
    await work_off(settings)
    assert (await row_of(photo))["state"] == "ready"


async def test_after_the_original_can_be_seen_it_is_taken_without_being_kept(
    tus: Tus, photo: Picture, settings: Settings
) -> None:
    await tus.whole(photo.data, photo.photo_id)
    await all_stored()
    await work_off(settings)
    assert (await put(tus.client, photo, small())).status_code == 204
    assert await row_of(photo) is None


@pytest.mark.parametrize(
    ("data", "headers", "status", "code"),
    [
        (b"\xff\xd8\xff" + b"0" * 65_534, {}, 413, "thumbnail_too_large"),
        (small(), {"X-Sha256": "0" * 64}, 422, "hash_mismatch"),
        (small(), {"X-Sha256": "zz"}, 400, "thumbnail_malformed"),
        (small(), {"Content-Type": "image/png"}, 415, "thumbnail_not_jpeg"),
        (small(), {"Content-Type": "text/html"}, 415, "thumbnail_not_jpeg"),
        (pictures.encoded("PNG", (64, 48)), {}, 415, "thumbnail_not_jpeg"),
        (b"<svg onload=alert(1)>", {}, 415, "thumbnail_not_jpeg"),
        (b"", {}, 415, "thumbnail_not_jpeg"),
    ],
    ids=["huge", "other hash", "no hash", "png said", "page said", "png sent", "svg sent", "empty"],
)
async def test_what_is_no_small_jpeg_is_refused_in_words_and_not_kept(
    tus: Tus, photo: Picture, data: bytes, headers: dict[str, str], status: int, code: str
) -> None:
    is_problem(await put(tus.client, photo, data, **headers), status, code)
    assert await row_of(photo) is None


async def test_a_body_beyond_all_measure_is_not_even_read(tus: Tus, photo: Picture) -> None:
    answer = await put(tus.client, photo, b"\xff\xd8\xff" + bytes(1_000_000))
    assert answer.status_code == 413
    assert await row_of(photo) is None


async def test_hostile_files_end_in_a_reason_or_in_a_picture_of_our_own(
    tus: Tus, work: Work, settings: Settings
) -> None:
    sent = []
    for file in hostile.light():
        data = file.make()
        if len(data) > 65_536 or not data.startswith(b"\xff\xd8\xff"):
            continue
        photo = await factories.take_photo(work)
        assert (await put(tus.client, photo, data)).status_code == 204, file.name
        sent.append((file.name, photo, data))
    assert len(sent) >= 5
    await work_off(settings)
    for name, photo, data in sent:
        row = await row_of(photo)
        assert row["state"] in ("ready", "unusable"), name
        assert row["bytes"] is None, name
        if row["state"] == "ready":
            shown = keys.preview(UUID(photo.photo_id), photo.sha256, "phone")
            async with stores.current().store.open(shown) as chunks:
                made = b"".join([chunk async for chunk in chunks])
            assert made != data, name
            with Image.open(io.BytesIO(made)) as picture:
                assert picture.format == "JPEG", name
