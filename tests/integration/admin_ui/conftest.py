"""The desk's tests have readers, browsers, and an inspection with photographs of every kind."""

import pytest

from backend.core.settings import Settings
from tests.support import factories, pictures
from tests.support.factories import Work
from tests.support.people import People
from tests.support.readers import readers
from tests.support.uploads import Tus, all_stored
from tests.support.workers import worker_of

__all__ = ["album", "readers"]


@pytest.fixture
async def album(tus: Tus, people: People, settings: Settings) -> Work:
    """Submitted: a picture, a cut picture, no picture at all, one whose bytes are on the phone."""
    work = await factories.announced(people)
    whole = pictures.jpeg(6, (800, 600), taken_at="2026:11:24 09:30:00", position=(21.0, 105.8))
    for data, caption in (
        (whole, "Kệ hàng"),
        (whole[: len(whole) // 2], "Bị cắt"),
        (b"not a picture " * 20, "Không phải ảnh"),
    ):
        picture = await factories.take_photo(work, data, caption)
        await tus.whole(data, picture.photo_id)
    await all_stored()
    worker = worker_of(settings)
    await worker.drain()
    await worker.close()
    await factories.take_photo(work, caption="Chưa gửi")
    await factories.write_minutes(work)
    await factories.submit(work)
    return work
