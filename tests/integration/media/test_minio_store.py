"""The real store keeps the contract; and what it says when the server does not."""

import asyncio
import hashlib
import socket
import time
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import uuid4

import pytest

from deploy.servers import Servers
from media.minio_store import MinioStore
from media.store import StoreError, StoreRefused, StoreUnavailable
from tests.support.object_store_contract import ObjectStoreContract, staging


@pytest.fixture
async def store(servers: Servers, template: str) -> AsyncIterator[MinioStore]:
    one = MinioStore(
        servers.store.endpoint,
        "hientruong-app",
        servers.secrets["s3_secret"],
        threads=4,
        keeper=("hientruong-keeper", servers.secrets["s3_keeper_secret"]),
    )
    yield one
    await one.close()


class TestMinioStore(ObjectStoreContract):
    """Against the embedded SeaweedFS."""


async def test_many_calls_at_once_leave_the_event_loop_free(
    store: MinioStore, tmp_path: Path
) -> None:
    path = tmp_path / "photo"
    path.write_bytes(b"x" * 1_000_000)
    digest = hashlib.sha256(b"x" * 1_000_000).hexdigest()
    worst, stop = 0.0, asyncio.Event()

    async def watch() -> None:
        nonlocal worst
        while not stop.is_set():
            before = time.perf_counter()
            await asyncio.sleep(0.005)
            worst = max(worst, time.perf_counter() - before)

    watching = asyncio.create_task(watch())
    await asyncio.gather(
        *(
            store.put_file(staging(), path, sha256=digest, size=1_000_000, media_type="image/jpeg")
            for _ in range(40)
        )
    )
    stop.set()
    await watching
    assert worst < 0.5


async def test_a_server_that_is_not_there_is_unavailable_within_two_seconds() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound but not listening: nobody else gets the port
        store = MinioStore(f"127.0.0.1:{taken.getsockname()[1]}", "a", "b")
        before = time.perf_counter()
        with pytest.raises(StoreUnavailable):
            await store.ready()
        with pytest.raises(StoreUnavailable):
            await store.put_bytes(staging(), b"x", media_type="image/jpeg")
        assert time.perf_counter() - before < 2
        await store.close()


async def test_wrong_credentials_are_refused_for_good(servers: Servers, template: str) -> None:
    store = MinioStore(servers.store.endpoint, "hientruong-app", "wrong")
    with pytest.raises(StoreRefused):
        await store.put_bytes(staging(), b"x", media_type="image/jpeg")
    await store.close()


async def test_a_bucket_that_is_not_there_is_not_ready(servers: Servers, template: str) -> None:
    store = MinioStore(
        servers.store.endpoint,
        "hientruong-app",
        servers.secrets["s3_secret"],
        staging_bucket=f"none-{uuid4().hex}",
    )
    with pytest.raises(StoreError):  # missing or refused: the application may see its two alone
        await store.ready()
    await store.close()
