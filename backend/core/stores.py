"""The object store and the spool, as each process holds them open.

The loop that moves uploads from the spool into the object store is started by the wiring of web
processes.
"""

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
    """Moves spooled uploads into the object store.

    It is notified of each complete upload, and stops with its process.
    """

    def notify(self, upload_id: "UUID") -> None:
        """Say that an upload is complete. Returns without waiting."""

    async def drain(self) -> None:
        """Return when no upload of which it was notified is being stored any more."""

    async def sweep(self) -> int:
        """Look for complete uploads of which it was not notified. Returns how many there were."""

    async def stop(self) -> None:
        """End the loop. What is not stored yet is found again at the next start."""


class Parts:
    """The settings, object store, spool and threads of one process."""

    def __init__(self, settings: Settings, store: ObjectStore) -> None:
        self.settings = settings
        self.store = store
        self.spool = Spool(settings.spool_dir)
        self.storer: StoringLoop | None = None
        self._disk = ThreadPoolExecutor(_SPOOL_THREADS, thread_name_prefix="spool")

    async def on_disk(self, call: "Callable[..., T]", *args: Any) -> T:
        """Run a blocking call of the spool in one of the spool's threads."""
        return await asyncio.get_running_loop().run_in_executor(self._disk, call, *args)

    async def close(self) -> None:
        """Give threads and connections back."""
        await self.store.close()
        self._disk.shutdown(wait=False)


_current: Parts | None = None


def make_store(settings: Settings) -> MinioStore:
    """Open the object store that the settings name."""
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
    """Return access key and secret of the identity that may lock originals.

    None if the application's own identity does it.
    """
    if settings.s3_keeper_access_key and settings.s3_keeper_secret_key:
        return settings.s3_keeper_access_key, settings.s3_keeper_secret_key
    return None


async def start(settings: Settings) -> Parts:
    """Open the parts. Called once in each process."""
    global _current
    _current = Parts(settings, make_store(settings))
    return _current


async def stop() -> None:
    """Close the parts. What is not stored yet is found again at the next start."""
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
