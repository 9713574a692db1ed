"""A ZIP written while it is sent: one chunk in memory, however large the files (APPNOTE 6.3, data descriptors).

Files are stored, not packed: photographs do not get smaller, and what cannot be unpacked wrongly need not be doubted.
"""

import io
import zipfile
from collections.abc import AsyncIterator
from datetime import datetime

from backend.core import local_time


class _Outbox(io.RawIOBase):
    """Where zipfile writes to; it cannot go back, so zipfile never tries."""

    def __init__(self) -> None:
        self._held: list[bytes] = []

    def writable(self) -> bool:
        """As the protocol asks."""
        return True

    def write(self, data: object) -> int:
        """Hold what is to be sent next."""
        chunk = bytes(data)  # type: ignore[call-overload]
        self._held.append(chunk)
        return len(chunk)

    def take(self) -> bytes:
        """What was written since the last time."""
        taken = b"".join(self._held)
        self._held.clear()
        return taken


class Archive:
    """Add files in order and send what each call gives back; end with finish()."""

    def __init__(self, at: datetime) -> None:
        """`at` becomes the time of all files, on the clock of Vietnam."""
        self._outbox = _Outbox()
        self._zip = zipfile.ZipFile(self._outbox, "w", zipfile.ZIP_STORED, allowZip64=True)
        self._at = at.astimezone(local_time.VIETNAM).timetuple()[:6]

    def _entry(self, path: str) -> zipfile.ZipInfo:
        info = zipfile.ZipInfo(path, self._at)
        info.external_attr = 0o644 << 16
        return info

    def add(self, path: str, data: bytes) -> bytes:
        """A small file, whole."""
        self._zip.writestr(self._entry(path), data)
        return self._outbox.take()

    async def add_stream(self, path: str, chunks: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
        """A file of any length, chunk by chunk."""
        with self._zip.open(self._entry(path), "w", force_zip64=True) as file:
            async for chunk in chunks:
                file.write(chunk)
                yield self._outbox.take()
        yield self._outbox.take()

    def finish(self) -> bytes:
        """The directory at its end: without it no reader takes the archive for whole."""
        self._zip.close()
        return self._outbox.take()
