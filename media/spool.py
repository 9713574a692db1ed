"""The spool: one file on this node's disk for each upload that is not in the object store yet.

The committed offset is kept only in the upload's row. The file may be longer than it, never
shorter. So before each write the file is cut to the recorded offset: bytes that a killed process
had written beyond it are written again, not appended to. A row's offset is raised only after
fdatasync, so that after a power cut it never promises bytes that are gone.

Only one process of the node writes to a file at a time, under an flock on the file itself. The
kernel drops the lock when its holder dies, so a `kill -9` leaves nothing to clean up and no lease
to wait for. No database connection is held while a phone on a bad line sends for minutes.

Files belong to their maker alone. If the folder is shared with a group (its setgid bit), they also
belong to the group: web and worker may run as different users.
"""

import contextlib
import fcntl
import hashlib
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from uuid import UUID

_HASH_CHUNK_BYTES = 1024 * 1024
_MAX_VECTORS = 512  # below every system's IOV_MAX


class SpoolError(Exception):
    """Base class of errors about a spool file."""


class Busy(SpoolError):
    """Another request or the storing loop holds this upload."""


class BytesLost(SpoolError):
    """The file is shorter than the recorded offset (a lost disk). `size` is what is left."""

    def __init__(self, size: int) -> None:
        super().__init__(f"only {size} bytes are left")
        self.size = size


class SpoolFile:
    """An upload's file, which this process alone holds. Its calls block: run them in a thread."""

    def __init__(self, descriptor: int, path: Path, offset: int) -> None:
        self._descriptor = descriptor
        self.path = path
        self.offset = offset

    def write(self, chunks: Sequence[bytes]) -> None:
        """Write at the offset and advance it.

        Raises OSError (no space, for one); the offset then shows what was written.
        """
        waiting = [memoryview(chunk) for chunk in chunks if chunk]
        while waiting:
            written = os.pwritev(self._descriptor, waiting[:_MAX_VECTORS], self.offset)
            self.offset += written
            while waiting and written >= len(waiting[0]):
                written -= len(waiting.pop(0))
            if written:
                waiting[0] = waiting[0][written:]

    def sync(self) -> None:
        """Return when the bytes are on the disk."""
        os.fdatasync(self._descriptor)

    def cut_to(self, offset: int) -> None:
        """Cut off what was written beyond `offset`: a chunk whose checksum did not match."""
        os.ftruncate(self._descriptor, offset)
        self.offset = offset

    def sha256(self) -> str:
        """Hash the file from its beginning up to the offset, as it is on the disk."""
        digest = hashlib.sha256()
        for chunk in self.chunks():
            digest.update(chunk)
        return digest.hexdigest()

    def chunks(self) -> Iterator[bytes]:
        """Read the file from its beginning up to the offset, a buffer at a time. Raises
        BytesLost."""
        at = 0
        while at < self.offset:
            chunk = os.pread(self._descriptor, min(_HASH_CHUNK_BYTES, self.offset - at), at)
            if not chunk:
                raise BytesLost(at)
            yield chunk
            at += len(chunk)

    def close(self) -> None:
        """Release the lock."""
        os.close(self._descriptor)


class Spool:
    """The folder. Names are upload ids, so nothing from outside ever becomes a path."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def path(self, upload_id: UUID) -> Path:
        """Return the path of this upload's bytes."""
        return self.folder / str(upload_id)

    def create(self, upload_id: UUID) -> None:
        """Make an empty file.

        Its folder is not synced. If a power cut loses the name, the file is found missing
        (BytesLost), and the phone, which has had no receipt yet, sends again.
        """
        os.close(os.open(self.path(upload_id), os.O_CREAT | os.O_EXCL | os.O_WRONLY, self._mode()))

    def make_again(self, upload_id: UUID) -> None:
        """Make a lost file again, empty, unless another process has done so meanwhile."""
        os.close(os.open(self.path(upload_id), os.O_CREAT | os.O_WRONLY, self._mode()))

    def _mode(self) -> int:
        return 0o660 if self.folder.stat().st_mode & stat.S_ISGID else 0o600

    def size(self, upload_id: UUID) -> int:
        """Return how many bytes the file has; 0 if there is none."""
        try:
            return self.path(upload_id).stat().st_size
        except FileNotFoundError:
            return 0

    def hold(self, upload_id: UUID) -> SpoolFile:
        """Lock the upload's file, with the offset at the file's end.

        Raises Busy, or BytesLost(0) if there is no file.
        """
        path = self.path(upload_id)
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CLOEXEC)
        except FileNotFoundError:
            raise BytesLost(0) from None
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(descriptor)
            raise Busy(str(upload_id)) from None
        found = os.fstat(descriptor)
        if found.st_nlink == 0:  # removed between open and flock by its holder
            os.close(descriptor)
            raise BytesLost(0)
        return SpoolFile(descriptor, path, found.st_size)

    def hold_at(self, upload_id: UUID, offset: int) -> SpoolFile:
        """Call hold() and cut the file to the recorded offset. Raises Busy, BytesLost."""
        file = self.hold(upload_id)
        if file.offset < offset:
            size = file.offset
            file.close()
            raise BytesLost(size)
        if file.offset > offset:
            file.cut_to(offset)
        return file

    def remove(self, upload_id: UUID) -> None:
        """Delete the file. Only call it after what replaces it is committed."""
        with contextlib.suppress(FileNotFoundError):
            self.path(upload_id).unlink()

    def all_ids(self) -> Iterator[tuple[UUID, float]]:
        """Yield every upload that has a file here, with the time of its last change (Unix seconds)."""
        for path in self.folder.iterdir():
            with contextlib.suppress(ValueError, FileNotFoundError):
                yield UUID(path.name), path.stat().st_mtime

    def free_bytes(self) -> int:
        """Return how many bytes are free on the disk."""
        status = os.statvfs(self.folder)
        return status.f_bavail * status.f_frsize
