"""What each process holds open of the object store and the spool. The loop that brings uploads from the one into the
other is started by the wiring of web processes."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from backend.core.settings import Settings
from media.minio_store import MinioStore
from media.spool import Spool
from media.store import ObjectStore

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

T = TypeVar("T")

_SPOOL_THREADS = 8  # disks do not get faster with more


class StoringLoop(Protocol):
    """What brings spooled uploads into the object store: told of each that is whole, stopped with its process."""

    def notify(self, upload_id: "UUID") -> None:
        """Say that an upload is whole. Returns at once."""

    async def drain(self) -> None:
        """Return when nothing that was told of is under way any more."""

    async def sweep(self) -> int:
        """Look for uploads that are whole and that nobody told of; how many there were."""

    async def stop(self) -> None:
        """End the loop; what is not stored yet is found again at the next start."""


class Parts:
    """What one process holds open."""

    def __init__(self, settings: Settings, store: ObjectStore) -> None:
        self.settings = settings
        self.store = store
        self.spool = Spool(settings.spool_dir)
        self.storer: StoringLoop | None = None
        self._disk = ThreadPoolExecutor(_SPOOL_THREADS, thread_name_prefix="spool")

    async def on_disk(self, call: "Callable[..., T]", *args: Any) -> T:
        """Run a blocking call of the spool in one of its own threads."""
        return await asyncio.get_running_loop().run_in_executor(self._disk, call, *args)

    async def close(self) -> None:
        """Give threads and connections back."""
        await self.store.close()
        self._disk.shutdown(wait=False)


_current: Parts | None = None


def make_store(settings: Settings) -> MinioStore:
    """The object store that the settings name."""
    return MinioStore(
        settings.s3_endpoint,
        settings.s3_access_key,
        settings.s3_secret_key,
        evidence_bucket=settings.s3_bucket,
        staging_bucket=settings.s3_staging_bucket,
        secure=settings.s3_secure,
        keeper=keeper_of(settings),
    )


def keeper_of(settings: Settings) -> tuple[str, str] | None:
    """Access key and secret of who may lock originals, where that is another identity than the application's."""
    if settings.s3_keeper_access_key and settings.s3_keeper_secret_key:
        return settings.s3_keeper_access_key, settings.s3_keeper_secret_key
    return None


async def start(settings: Settings) -> Parts:
    """Open the parts, once a process."""
    global _current
    _current = Parts(settings, make_store(settings))
    return _current


async def stop() -> None:
    """Close the parts; what is not stored yet is found again at the next start."""
    global _current
    parts, _current = _current, None
    if parts is not None:
        if parts.storer is not None:
            await parts.storer.stop()
        await parts.close()


def current() -> Parts:
    """The parts of this process. Raises RuntimeError before start()."""
    if _current is None:
        raise RuntimeError("the object store is not open")
    return _current
