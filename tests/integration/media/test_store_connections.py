"""A store, or a disk, that stops half-way: told as such, and never taken for other bytes."""

import asyncio
import hashlib
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from media.minio_store import MinioStore
from media.store import StoreUnavailable
from tests.support.object_store_contract import staging

_HEAD = b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\nETag: x\r\n\r\n"


@pytest.fixture
def half_an_answer() -> Iterator[int]:
    """The port of a server that answers each request with half of what it announces, then hangs up."""
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                line, _ = listening.accept()
            except OSError:
                return
            with line:
                line.recv(65536)
                line.sendall(_HEAD + b"x" * 50000)

    thread = threading.Thread(target=serve)
    thread.start()
    yield int(listening.getsockname()[1])
    listening.shutdown(socket.SHUT_RDWR)
    listening.close()
    thread.join(5)


async def test_a_read_back_that_ends_early_is_an_outage_and_no_difference(
    half_an_answer: int,
) -> None:
    store = MinioStore(f"127.0.0.1:{half_an_answer}", "key", "secret", threads=1)
    with pytest.raises(StoreUnavailable):
        await store.read_back(staging())
    await store.close()


async def test_a_file_shorter_than_was_said_is_not_waited_for(tmp_path: Path) -> None:
    listening = socket.create_server(("127.0.0.1", 0))  # takes everything, answers nothing
    store = MinioStore(f"127.0.0.1:{listening.getsockname()[1]}", "key", "secret", threads=1)
    path = tmp_path / "photo"
    path.write_bytes(b"x" * 1000)
    digest = hashlib.sha256(b"x" * 2000).hexdigest()
    with pytest.raises(StoreUnavailable):
        async with asyncio.timeout(5):
            await store.put_file(staging(), path, sha256=digest, size=2000, media_type="image/jpeg")
    await store.close()
    listening.close()
