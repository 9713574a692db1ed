"""A photograph's bytes by range, by condition and by HEAD: the same for originals and previews, from
the phone's face and from the desk's, and never around the scope."""

import re
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

import httpx
import pytest

from backend.core import database
from backend.core.settings import Settings
from tests.support import factories, pictures
from tests.support.assertions import is_problem
from tests.support.desk import Desks
from tests.support.factories import Picture
from tests.support.people import People
from tests.support.uploads import Tus, all_stored
from tests.support.workers import worker_of

API = "/api/mobile/v1"
SIZES = ("original", "view", "thumb")

Ask = Callable[..., Awaitable[httpx.Response]]


@pytest.fixture
async def photo(tus: Tus, people: People, settings: Settings) -> Picture:
    """A photograph of An's, stored and with previews."""
    work = await factories.announced(people)
    data = pictures.jpeg(6, (1200, 900))
    taken = await factories.take_photo(work, data)
    await tus.whole(data, taken.photo_id)
    await all_stored()
    worker = worker_of(settings)
    await worker.drain()
    await worker.close()
    return taken


@pytest.fixture(params=["phone", "desk"])
async def ask(
    request: pytest.FixtureRequest, tus: Tus, desks: Desks, photo: Picture, people: People
) -> Ask:
    """Ask for one size of it, as a phone or as a desk."""
    client, beginning = tus.client, f"{API}/photos/{photo.photo_id}?size="
    cookies: dict[str, str] = {}
    if request.param == "desk":
        browser = await desks.of(people.giang)
        [client], beginning = desks.clients, f"/desk/photos/{photo.photo_id}/"
        cookies = {"cookie": "; ".join(f"{name}={kept}" for name, kept in browser.cookies.items())}

    async def asked(size: str, method: str = "GET", **headers: str) -> httpx.Response:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return await client.request(method, beginning + size, headers=cookies | named)

    return asked


async def readings() -> list[str]:
    return [
        row["action"]
        for row in await database.fetch(
            "SELECT action FROM access_log WHERE kind <> 'sign_in' ORDER BY id"
        )
    ]


def is_guarded(answer: httpx.Response) -> None:
    """What keeps a file that is also a page from being one."""
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-security-policy"].startswith("sandbox")
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    assert answer.headers["cache-control"] == "private, no-store"


async def test_each_size_is_given_whole_with_its_length_and_a_strong_tag(
    ask: Ask, photo: Picture
) -> None:
    tags = set()
    for size in SIZES:
        whole = await ask(size)
        assert whole.status_code == 200
        assert whole.headers["content-type"] == "image/jpeg"
        assert int(whole.headers["content-length"]) == len(whole.content) > 0
        assert whole.headers["accept-ranges"] == "bytes"
        assert whole.headers["etag"].startswith(f'"{photo.sha256}')
        is_guarded(whole)
        attached = "attachment" in whole.headers.get("content-disposition", "")
        assert attached == (size == "original")
        tags.add(whole.headers["etag"])
    assert len(tags) == len(SIZES)


async def test_one_range_is_given_as_such(ask: Ask) -> None:
    for size in SIZES:
        whole = await ask(size)
        for asked, wanted in (
            ("bytes=0-9", whole.content[:10]),
            ("bytes=100-", whole.content[100:]),
            ("bytes=-10", whole.content[-10:]),
        ):
            part = await ask(size, range=asked)
            assert (part.status_code, part.content) == (206, wanted)
            first, last, total = re.findall(r"\d+", part.headers["content-range"])
            assert whole.content[int(first) : int(last) + 1] == wanted
            assert int(total) == len(whole.content)
            assert int(part.headers["content-length"]) == len(wanted)
            assert part.headers["etag"] == whole.headers["etag"]
            is_guarded(part)


async def test_several_ranges_and_those_not_understood_give_the_whole(ask: Ask) -> None:
    for size in SIZES:
        for asked in ("bytes=9-1", "lines=1-2", "bytes=0-1,3-4", "bytes=x"):
            answer = await ask(size, range=asked)
            assert answer.status_code == 200
            assert "content-range" not in answer.headers


async def test_a_range_beyond_the_end_is_416_and_tells_the_length(ask: Ask) -> None:
    before = await readings()
    for size in SIZES:
        length = len((await ask(size)).content)
        for asked in (f"bytes={length}-", f"bytes={length}-{length + 1}", "bytes=-0"):
            answer = await ask(size, range=asked)
            assert answer.status_code == 416
            assert answer.headers["content-range"] == f"bytes */{length}"
    assert await readings() == [*before, *(f"photo.{size}" for size in SIZES)]


async def test_who_has_the_bytes_is_told_so_and_it_counts_as_a_reading(ask: Ask) -> None:
    for size in SIZES:
        tag = (await ask(size)).headers["etag"]
        for known in (tag, f'"x", W/{tag}', "*"):
            answer = await ask(size, if_none_match=known)
            assert (answer.status_code, answer.content) == (304, b"")
            assert answer.headers["etag"] == tag
            is_guarded(answer)
        assert (await ask(size, if_none_match='"x"')).status_code == 200
    assert await readings() == [f"photo.{size}" for size in SIZES for _ in range(5)]


async def test_a_part_is_joined_only_to_the_same_bytes(ask: Ask) -> None:
    for size in SIZES:
        tag = (await ask(size)).headers["etag"]
        assert (await ask(size, range="bytes=5-", if_range=tag)).status_code == 206
        for other in (f"W/{tag}", '"other"', "Tue, 24 Nov 2026 09:30:00 GMT"):
            assert (await ask(size, range="bytes=5-", if_range=other)).status_code == 200


async def test_head_says_what_get_would_and_is_no_reading(ask: Ask) -> None:
    for size in SIZES:
        whole = await ask(size)
        before = await readings()
        told = await ask(size, "HEAD", range="bytes=0-9")
        assert (told.status_code, told.content) == (200, b"")
        for name in ("content-type", "content-length", "etag", "accept-ranges"):
            assert told.headers[name] == whole.headers[name]
        assert told.headers.get("content-disposition") == whole.headers.get("content-disposition")
        is_guarded(told)
        tag = whole.headers["etag"]
        assert (await ask(size, "HEAD", if_none_match=tag)).status_code == 304
        assert await readings() == before


async def test_no_address_of_a_photograph_is_public(
    stranger: Tus, client: httpx.AsyncClient, photo: Picture
) -> None:
    """Neither condition, range nor HEAD tells a stranger that it is there; and no answer holds an
    address of the store."""
    headers: tuple[dict[str, str], ...] = (
        {},
        {"if-none-match": f'"{photo.sha256}"'},
        {"range": "bytes=0-1"},
    )
    for size in SIZES:
        url = f"{API}/photos/{photo.photo_id}?size={size}"
        for more in headers:
            for method in ("GET", "HEAD"):
                answer = await stranger.client.request(method, url, headers=more)
                assert answer.status_code == 404
                answer = await client.request(method, url, headers=more)
                assert answer.status_code == 401
                page = f"/desk/photos/{photo.photo_id}/{size}"
                assert (await client.request(method, page, headers=more)).status_code != 200
    assert await readings() == []


async def test_what_has_no_preview_answers_head_as_get(
    tus: Tus, people: People, settings: Settings
) -> None:
    work = await factories.announced(people)
    taken = await factories.take_photo(work, b"<html>no picture</html>")
    url = f"{API}/photos/{taken.photo_id}"
    is_problem(await tus.client.get(f"{url}?size=view"), 409, "bytes_pending")
    assert (await tus.client.head(f"{url}?size=view")).status_code == 409
    await tus.whole(taken.data, taken.photo_id)
    await all_stored()
    assert (await tus.client.head(f"{url}?size=view")).status_code == 409
    worker = worker_of(settings)
    await worker.drain()
    await worker.close()
    assert (await tus.client.head(f"{url}?size=view")).status_code == 422
    told = await tus.client.head(f"{url}?size=original")
    assert told.headers["content-type"] == "application/octet-stream"
    row: Any = await database.fetchrow(
        "SELECT metadata FROM photos WHERE id = $1", UUID(taken.photo_id)
    )
    assert '"present": null' in row["metadata"]
