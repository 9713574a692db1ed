"""Rescue files on the node's disk: encrypted, private, in one folder inside the spool."""

import asyncio
import contextlib
import fcntl
import hashlib
import os
import shutil
import time
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from uuid import UUID

from backend.core import shared_folders
from backend.core.settings import Settings
from backend.exchange.rescue.errors import RescueBusy, RescueGone, RescueTooLarge
from backend.fieldwork.errors import NoSpace
from backend.fieldwork.rules.uploads import SPARE_BYTES

KEPT_SECONDS = 24 * 3600
"""A file that nobody imported within a day is deleted.

The phone and the person who brought it still have it.
"""
_BUFFER_BYTES = 1024 * 1024


class Shelf:
    """This node's folder of rescue files."""

    def __init__(self, settings: Settings) -> None:
        self._folder = settings.spool_dir / "rescue"
        self._max_bytes = settings.max_rescue_bytes
        shared_folders.make(self._folder)

    @property
    def folder(self) -> Path:
        """The folder in which an import may keep decrypted bytes, in unnamed files."""
        return self._folder

    def path(self, file_id: UUID) -> Path:
        """Return a file's path. Names are our own ids, so that no outside text becomes a path."""
        return self._folder / f"{file_id}.age"

    async def take(self, file_id: UUID, chunks: AsyncIterator[bytes]) -> tuple[int, str]:
        """Write a file, and return its size and SHA-256.

        Raises RescueTooLarge, NoSpace; the file is then removed.
        """
        path = self.path(file_id)
        mode = shared_folders.file_mode(self._folder)
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_NOFOLLOW, mode)
        try:
            with os.fdopen(descriptor, "wb") as file:
                return await self._write(chunks, file.write)
        except BaseException:
            path.unlink(missing_ok=True)
            raise

    async def _write(
        self, chunks: AsyncIterator[bytes], write: Callable[[bytes], object]
    ) -> tuple[int, str]:
        size, digest, waiting = 0, hashlib.sha256(), bytearray()

        def flush(data: bytes) -> None:
            digest.update(data)
            write(data)

        async for chunk in chunks:
            size += len(chunk)
            if size > self._max_bytes:
                raise RescueTooLarge(max_bytes=self._max_bytes, back="/desk/rescue")
            waiting += chunk
            if len(waiting) >= _BUFFER_BYTES:
                self.check_room(0)
                await asyncio.to_thread(flush, bytes(waiting))
                waiting.clear()
        await asyncio.to_thread(flush, bytes(waiting))
        return size, digest.hexdigest()

    def check_room(self, wanted: int) -> None:
        """Raise NoSpace if this many more bytes would leave the disk nearly full."""
        if shutil.disk_usage(self._folder).free < SPARE_BYTES + wanted:
            raise NoSpace

    @contextlib.contextmanager
    def hold(self, file_id: UUID) -> Iterator[Path]:
        """Lock a file against all other processes of the node. Raises RescueBusy, RescueGone."""
        path = self.path(file_id)
        try:
            descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW)
        except FileNotFoundError:
            raise RescueGone(back="/desk/rescue") from None
        try:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise RescueBusy(back=f"/desk/rescue/{file_id}") from None
            yield path
        finally:
            os.close(descriptor)

    def remove(self, file_id: UUID) -> None:
        """Delete a file if it still exists."""
        self.path(file_id).unlink(missing_ok=True)

    def remove_old(self) -> int:
        """Delete files older than a day, with or without a row in the database; return how many."""
        removed = 0
        for path in self._folder.glob("*.age"):
            with contextlib.suppress(FileNotFoundError):
                if path.stat().st_mtime < time.time() - KEPT_SECONDS:
                    path.unlink()
                    removed += 1
        return removed
