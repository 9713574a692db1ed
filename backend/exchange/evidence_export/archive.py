"""A ZIP that is written while it is sent (APPNOTE 6.3, data descriptors).

Only one chunk is in memory, however large the files are. Files are stored, not compressed:
photographs would not get smaller, and no reader has to trust a decompressor.
"""

import io
import zipfile
from collections.abc import AsyncIterator
from datetime import datetime

from backend.core import local_time


class _Outbox(io.RawIOBase):
    """The file that zipfile writes to. It is not seekable, so zipfile never seeks back."""

    def __init__(self) -> None:
        self._held: list[bytes] = []

    def writable(self) -> bool:
        """Tell that it can be written to, as io.RawIOBase requires."""
        return True

    def write(self, data: object) -> int:
        """Hold data until it is sent."""
        chunk = bytes(data)  # type: ignore[call-overload]
        self._held.append(chunk)
        return len(chunk)

    def take(self) -> bytes:
        """Return the data written since the last call."""
        taken = b"".join(self._held)
        self._held.clear()
        return taken


class Archive:
    """A ZIP in the making: add files in order and send what each call returns. End with finish()."""

    def __init__(self, at: datetime) -> None:
        """Begin. `at` becomes the time of all files, as local time in Vietnam."""
        self._outbox = _Outbox()
        self._zip = zipfile.ZipFile(self._outbox, "w", zipfile.ZIP_STORED, allowZip64=True)
        self._at = at.astimezone(local_time.VIETNAM).timetuple()[:6]

    def _entry(self, path: str) -> zipfile.ZipInfo:
        info = zipfile.ZipInfo(path, self._at)
        info.external_attr = 0o644 << 16
        return info

    def add(self, path: str, data: bytes) -> bytes:
        """Add a small file; return the bytes to send."""
        self._zip.writestr(self._entry(path), data)
        return self._outbox.take()

    async def add_stream(self, path: str, chunks: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
        """Add a file of any length, chunk by chunk; yield the bytes to send."""
        with self._zip.open(self._entry(path), "w", force_zip64=True) as file:
            async for chunk in chunks:
                file.write(chunk)
                yield self._outbox.take()
        yield self._outbox.take()

    def finish(self) -> bytes:
        """Return the ZIP's directory. Without it, no reader accepts the archive as complete."""
        self._zip.close()
        return self._outbox.take()
