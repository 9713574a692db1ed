"""Uploads photographs by tus 1.0.0: in chunks with a checksum each, resumed after a cut.

Some are cut on purpose.
"""

import asyncio
import base64
import hashlib
import socket
import ssl
from typing import Protocol
from urllib.parse import urljoin, urlsplit

import httpx

from deploy.demo.seals import Json

CHUNK_BYTES = 512 * 1024
"""Small enough that a cut on a bad network costs seconds, large enough for few requests."""
PATH = "/api/mobile/v1/uploads"
_PATIENCE, _FIRST_PAUSE_SECONDS, _PAUSE_SECONDS = 60, 0.05, 0.5
"""The server notices a cut within a few hundredths of a second, but a silent connection only after
half a minute."""


class UploadRefused(Exception):
    """The server refused the bytes; `problem` is its reason."""

    def __init__(self, status: int, problem: Json) -> None:
        super().__init__(f"{status} {problem.get('code')}: {problem.get('text', {}).get('en')}")
        self.status = status
        self.problem = problem


class Cut(Protocol):
    """Sends a PATCH and breaks the connection in the middle of its body."""

    async def __call__(
        self, url: str, headers: dict[str, str], body: bytes, stop_after: int
    ) -> None:
        """Announce the whole body, send `stop_after` bytes of it, and disconnect."""


async def cut_socket(url: str, headers: dict[str, str], body: bytes, stop_after: int) -> None:
    """Break a real TCP connection with a reset, like a phone that loses its network."""
    parts = urlsplit(url)
    tls = ssl.create_default_context() if parts.scheme == "https" else None
    port = parts.port or (443 if tls else 80)
    _, writer = await asyncio.open_connection(parts.hostname, port, ssl=tls)
    lines = [f"PATCH {parts.path} HTTP/1.1", f"Host: {parts.netloc}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    lines += [f"Content-Length: {len(body)}", "", ""]
    writer.write("\r\n".join(lines).encode() + body[:stop_after])
    await writer.drain()
    await asyncio.sleep(0.3)
    linger_zero = b"\x01\x00\x00\x00\x00\x00\x00\x00"
    writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger_zero)
    writer.transport.abort()


class Tus:
    """A tus client over an httpx client that already has the access token."""

    def __init__(self, client: httpx.AsyncClient, cut: Cut = cut_socket) -> None:
        self._client = client
        self._cut = cut

    async def create(self, data: bytes, metadata: dict[str, str]) -> str:
        """Announce an upload and return its address. Raises UploadRefused."""
        pairs = (
            f"{name} {base64.b64encode(text.encode()).decode()}" for name, text in metadata.items()
        )
        answer = await self._client.post(
            PATH,
            headers={
                "Tus-Resumable": "1.0.0",
                "Upload-Length": str(len(data)),
                "Upload-Metadata": ",".join(pairs),
            },
        )
        _expect(answer, 201)
        return urljoin(str(self._client.base_url), answer.headers["Location"])

    async def offset(self, url: str) -> int:
        """Return how many bytes the server has: where to resume after a cut."""
        answer = await self._client.head(url, headers={"Tus-Resumable": "1.0.0"})
        _expect(answer, 200, 204)
        return int(answer.headers["Upload-Offset"])

    async def send(self, url: str, data: bytes, start: int = 0, chunk: int = CHUNK_BYTES) -> int:
        """Send the rest from `start`, each chunk with its SHA-256. Raises UploadRefused.

        Returns the byte from which the server accepted it. While the server still holds the upload
        for a connection that was cut (423), or has more of it than we know (409), it is asked again
        where to resume.
        """
        patience, pause, taken_up = _PATIENCE, _FIRST_PAUSE_SECONDS, None
        while start < len(data):
            piece = data[start : start + chunk]
            checksum = base64.b64encode(hashlib.sha256(piece).digest()).decode()
            answer = await self._client.patch(
                url,
                content=piece,
                headers=_patch_headers(start) | {"Upload-Checksum": f"sha256 {checksum}"},
            )
            if answer.status_code in (409, 423) and patience:
                patience -= 1
                await asyncio.sleep(pause)
                pause = min(2 * pause, _PAUSE_SECONDS)
                start = await self.offset(url)
                continue
            _expect(answer, 204)
            taken_up = start if taken_up is None else taken_up
            start = int(answer.headers["Upload-Offset"])
        return start if taken_up is None else taken_up

    async def cut(self, url: str, data: bytes, start: int, stop_after: int) -> None:
        """Begin to send the rest and break the connection after `stop_after` bytes."""
        bearer = {"Authorization": self._client.headers["Authorization"]}
        await self._cut(url, _patch_headers(start) | bearer, data[start:], stop_after)


def _patch_headers(offset: int) -> dict[str, str]:
    return {
        "Tus-Resumable": "1.0.0",
        "Upload-Offset": str(offset),
        "Content-Type": "application/offset+octet-stream",
    }


def _expect(answer: httpx.Response, *statuses: int) -> None:
    if answer.status_code in statuses:
        return
    try:
        problem = answer.json()
    except ValueError:
        problem = {"code": "not_json", "text": {"en": answer.text[:200]}}
    raise UploadRefused(answer.status_code, problem)
