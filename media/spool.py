"""The spool: one file for each upload that is not in the object store yet, on this node's disk.

The committed offset lives in one place, the upload's row; the file may be longer, never shorter. So
before each write the file is cut to the recorded offset: what a killed process had written beyond
it is written again, not appended to. And a row's offset is raised only after fdatasync, so that
after a power cut it never promises bytes that are gone.

One writer at a time, over all processes of the node: an flock on the file itself. The kernel drops
it when its holder dies, so a `kill -9` leaves nothing to clean up and no lease to wait for; and no
database connection is held while a phone on a bad line sends for minutes.

Files are their maker's alone, or the group's as well where the folder is made for one (its setgid bit): web and worker
may be users of their own.
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
    """Base of what may go wrong with a spool file."""


class Busy(SpoolError):
    """Another request or the storing loop holds this upload."""


class BytesLost(SpoolError):
    """The file is shorter than the recorded offset (a lost disk): `size` is what is left."""

    def __init__(self, size: int) -> None:
        super().__init__(f"only {size} bytes are left")
        self.size = size


class SpoolFile:
    """An upload's file, held by us alone. Blocking calls: run them in a thread."""

    def __init__(self, descriptor: int, path: Path, offset: int) -> None:
        self._descriptor = descriptor
        self.path = path
        self.offset = offset

    def write(self, chunks: Sequence[bytes]) -> None:
        """Write at the offset and move it on. Raises OSError (no space, for one): the offset then
        names what was written."""
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
        """Forget what was written beyond `offset`: a chunk whose checksum did not match."""
        os.ftruncate(self._descriptor, offset)
        self.offset = offset

    def sha256(self) -> str:
        """Hash the file from its beginning up to the offset, as it really is."""
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
        """Let others have it."""
        os.close(self._descriptor)


class Spool:
    """The folder. Names are upload ids, so nothing from outside ever becomes a path."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def path(self, upload_id: UUID) -> Path:
        """Where this upload's bytes are."""
        return self.folder / str(upload_id)

    def create(self, upload_id: UUID) -> None:
        """Make an empty file.

        Its folder is not synced: a name lost in a power cut is found missing (BytesLost), and the
        phone, which has had no receipt yet, sends again.
        """
        os.close(os.open(self.path(upload_id), os.O_CREAT | os.O_EXCL | os.O_WRONLY, self._mode()))

    def make_again(self, upload_id: UUID) -> None:
        """Make a lost file anew, empty, unless another has done so meanwhile."""
        os.close(os.open(self.path(upload_id), os.O_CREAT | os.O_WRONLY, self._mode()))

    def _mode(self) -> int:
        return 0o660 if self.folder.stat().st_mode & stat.S_ISGID else 0o600

    def size(self, upload_id: UUID) -> int:
        """How many bytes the file has; 0 where there is none."""
        try:
            return self.path(upload_id).stat().st_size
        except FileNotFoundError:
            return 0

    def hold(self, upload_id: UUID) -> SpoolFile:
        """Take the upload for ourselves, its offset at the file's end. Raises Busy, or BytesLost(0)
        where there is no file."""
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
        if found.st_nlink == 0:  # removed between open and flock: its holder was done with it
            os.close(descriptor)
            raise BytesLost(0)
        return SpoolFile(descriptor, path, found.st_size)

    def hold_at(self, upload_id: UUID, offset: int) -> SpoolFile:
        """hold(), cut to the recorded offset. Raises Busy, BytesLost."""
        file = self.hold(upload_id)
        if file.offset < offset:
            size = file.offset
            file.close()
            raise BytesLost(size)
        if file.offset > offset:
            file.cut_to(offset)
        return file

    def remove(self, upload_id: UUID) -> None:
        """Delete the file; only after what replaces it is committed."""
        with contextlib.suppress(FileNotFoundError):
            self.path(upload_id).unlink()

    def all_ids(self) -> Iterator[tuple[UUID, float]]:
        """Every upload that has a file here, with the time of its last change (Unix seconds)."""
        for path in self.folder.iterdir():
            with contextlib.suppress(ValueError, FileNotFoundError):
                yield UUID(path.name), path.stat().st_mtime

    def free_bytes(self) -> int:
        """What the disk still has room for."""
        status = os.statvfs(self.folder)
        return status.f_bavail * status.f_frsize
