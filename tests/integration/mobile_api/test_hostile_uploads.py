"""Hostile files through the front door: taken as evidence, marked as what they are, given back byte
for byte and never as more than bytes."""

import io
from uuid import UUID

import pytest

from backend.core import database
from backend.core.settings import Settings
from backend.fieldwork.texts.previews import REASON_CODES
from tests.support import factories, hostile, pictures
from tests.support.people import People
from tests.support.sampling import Sample
from tests.support.uploads import Tus, all_stored
from tests.support.workers import worker_of

API = "/api/mobile/v1"
LARGEST = 500_000
"""Larger ones say no more here and take longer; tests/unit/media looks at them."""


def corpus() -> list[hostile.Hostile]:
    """Some fifty files, none like another."""
    found = hostile.light()
    plain = io.BytesIO()
    pictures.scene(3, (320, 240)).save(plain, "WEBP")
    seeds = [pictures.jpeg(6), pictures.encoded("PNG"), plain.getvalue()]
    for number, data in enumerate(hostile.mutants(seeds, 9, seed=7)):
        found.append(hostile.Hostile(f"mutant {number}", lambda data=data: data, frozenset()))
    return found


@pytest.mark.slow
async def test_every_hostile_file_is_kept_and_marked_and_given_back(
    tus: Tus, people: People, settings: Settings, sample: Sample
) -> None:
    drawn = sample.of(corpus(), one_in=6, each=lambda file: file.said)
    made = {file.name: file.make() for file in drawn}
    files = {name: data for name, data in made.items() if 0 < len(data) <= LARGEST}
    assert len(files) > (40 if sample.whole else 6)
    work = await factories.announced(people)
    taken = {}
    for name, data in files.items():
        taken[name] = await factories.take_photo(work, data)
        await tus.whole(data, taken[name].photo_id)
    await all_stored()
    worker = worker_of(settings)
    await worker.drain()
    await worker.close()
    outcomes = set()
    for name, photo in taken.items():
        row = await database.fetchrow("SELECT * FROM photos WHERE id = $1", UUID(photo.photo_id))
        assert row["stored_at"] is not None, name
        assert row["preview"] in ("ready", "undecodable", "not_an_image"), name
        assert row["preview"] == "ready" or row["preview_reason"] in REASON_CODES, name
        outcomes.add(row["preview"])
        url = f"{API}/photos/{photo.photo_id}"
        original = await tus.client.get(f"{url}?size=original")
        assert (original.status_code, original.content) == (200, photo.data), name
        assert original.headers["content-disposition"].startswith("attachment"), name
        assert original.headers["x-content-type-options"] == "nosniff", name
        assert original.headers["content-security-policy"].startswith("sandbox"), name
        shown = original.headers["content-type"]
        assert shown.startswith("image/") or shown == "application/octet-stream", name
        view = await tus.client.get(f"{url}?size=view")
        assert view.status_code == (200 if row["preview"] == "ready" else 422), name
        if row["preview"] == "ready":
            assert view.headers["content-type"] == "image/jpeg"
            assert b"<script" not in view.content, "a preview holds pixels and nothing else"
    every = {"ready", "undecodable", "not_an_image"}
    assert (
        outcomes == every if sample.whole else outcomes <= every
    )  # a part may draw none of a kind
