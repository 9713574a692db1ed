"""Raw tus requests as any client could send them, and running the storing loop to its end."""

import base64
import hashlib
from collections.abc import AsyncIterator
from typing import Any
from uuid import uuid4

import httpx
import pytest

from backend.core import stores
from tests.support.people import People
from tests.support.phone import BASE_URL, Phones

UPLOADS = "/api/mobile/v1/uploads"
OCTETS = "application/offset+octet-stream"


def metadata(**values: str) -> str:
    """An Upload-Metadata header."""
    return ",".join(f"{k} {base64.b64encode(v.encode()).decode()}" for k, v in values.items())


def checksum(data: bytes, algorithm: str = "sha256") -> str:
    """An Upload-Checksum header."""
    digest = hashlib.new(algorithm, data).digest()
    return f"{algorithm} {base64.b64encode(digest).decode()}"


def about(data: bytes, photo_id: str | None = None) -> str:
    """The metadata that our phone sends."""
    return metadata(
        photo_id=photo_id or str(uuid4()),
        sha256=hashlib.sha256(data).hexdigest(),
        filetype="image/jpeg",
    )


class Tus:
    """A signed-in phone's tus requests. A header value of None leaves the header out."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self.client = client

    async def ask(
        self, method: str, url: str = UPLOADS, content: Any = None, **headers: Any
    ) -> httpx.Response:
        named = {"Tus-Resumable": "1.0.0"} | {
            name.replace("_", "-"): value for name, value in headers.items()
        }
        return await self.client.request(
            method,
            url,
            content=content,
            headers={name: str(value) for name, value in named.items() if value is not None},
        )

    async def begin(self, length: int | None, **headers: Any) -> str:
        """Create an upload and return its address."""
        how = {"Upload_Defer_Length": 1} if length is None else {"Upload_Length": length}
        answer = await self.ask("POST", **how, **headers)
        assert answer.status_code == 201, answer.text
        return answer.headers["location"]

    async def send(self, url: str, data: Any, offset: int = 0, **headers: Any) -> httpx.Response:
        headers = {"Content_Type": OCTETS, "Upload_Offset": offset} | headers
        return await self.ask("PATCH", url, content=data, **headers)

    async def offset(self, url: str) -> int:
        answer = await self.ask("HEAD", url)
        assert answer.status_code == 200
        return int(answer.headers["upload-offset"])

    async def whole(self, data: bytes, photo_id: str | None = None) -> str:
        """Upload everything, as our phone does."""
        url = await self.begin(len(data), Upload_Metadata=about(data, photo_id))
        answer = await self.send(url, data)
        assert answer.status_code == 204, answer.text
        return url


@pytest.fixture
async def tus(phones: Phones, people: People) -> Tus:
    """An's phone."""
    return Tus((await phones.of(people.an, sync=False)).client)


@pytest.fixture
async def stranger(phones: Phones, people: People) -> Tus:
    """The phone of an officer of another unit."""
    return Tus((await phones.of(people.dung, sync=False)).client)


async def all_stored() -> None:
    """Return when the storing loop of this process has nothing left to do."""
    storer = stores.current().storer
    assert storer is not None
    await storer.drain()
    await storer.sweep()
    await storer.drain()


def in_parts(data: bytes, size: int) -> AsyncIterator[bytes]:
    """A chunked body."""

    async def parts_of() -> AsyncIterator[bytes]:
        for start in range(0, len(data), size):
            yield data[start : start + size]

    return parts_of()


__all__ = ["BASE_URL", "OCTETS", "UPLOADS", "Tus", "stranger", "tus"]
