"""What one process holds open for evidence: its object store, its spool, the threads of the spool."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol, TypeVar
from uuid import UUID

from backend.settings import Settings
from media.spool import Spool
from media.store import ObjectStore

T = TypeVar("T")

_SPOOL_THREADS = 8  # disks do not get faster with more


class StoringLoop(Protocol):
    """What others ask of the loop that brings spooled uploads into the store (storing.py)."""

    def notify(self, upload_id: UUID) -> None:
        """An upload is whole."""

    async def stop(self) -> None:
        """End at once."""


class Parts:
    """What one process holds open."""

    def __init__(self, settings: Settings, store: ObjectStore) -> None:
        self.settings = settings
        self.store = store
        self.spool = Spool(settings.spool_dir)
        self.storer: StoringLoop | None = None
        """Of web processes alone."""
        self._disk = ThreadPoolExecutor(_SPOOL_THREADS, thread_name_prefix="spool")

    async def on_disk(self, call: Callable[..., T], *args: Any) -> T:
        """Run a blocking call of the spool in one of its own threads."""
        return await asyncio.get_running_loop().run_in_executor(self._disk, call, *args)

    async def close(self) -> None:
        """Give threads and connections back."""
        await self.store.close()
        self._disk.shutdown(wait=False)
