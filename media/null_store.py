"""An object store in memory, for unit tests.

It loses everything when the process ends, and warns about that.
"""

import hashlib
import warnings
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from media.keys import Bucket, ObjectName
from media.store import (
    Listed,
    Measured,
    NotDeletable,
    ObjectMissing,
    RetentionMode,
    Standing,
    StoreRefused,
)

_CHUNK_BYTES = 64 * 1024


class NullStoreInUse(UserWarning):
    """Evidence is being kept in memory only."""


@dataclass
class Version:
    """One version of an object in the evidence bucket, with what protects it."""

    id: str
    data: bytes
    mode: RetentionMode | None = None
    until: datetime | None = None
    hold: bool = False
    written_at: datetime = field(default_factory=lambda: datetime.now(UTC))


class NullStore:
    """See media.store.ObjectStore. Tests may read `objects` (the latest bytes) and `history`."""

    def __init__(self) -> None:
        warnings.warn(
            "objects are kept in memory only and are lost with the process",
            NullStoreInUse,
            stacklevel=2,
        )
        self.objects: dict[ObjectName, bytes] = {}
        self.history: dict[ObjectName, list[Version]] = {}
        """Versions, oldest first; only of the evidence bucket."""

    async def put_file(
        self, name: ObjectName, path: Path, *, sha256: str, size: int, media_type: str
    ) -> None:
        """Keep the file's bytes.

        Refuse them if they differ from the announced hash, as a real store does.
        """
        del media_type
        data = path.read_bytes()  # noqa: ASYNC240 - unit tests only
        if len(data) != size or hashlib.sha256(data).hexdigest() != sha256:
            raise StoreRefused("the bytes do not match the checksum")
        self._keep(name, data)

    async def put_bytes(self, name: ObjectName, data: bytes, *, media_type: str) -> None:
        """Keep the bytes."""
        del media_type
        self._keep(name, data)

    async def copy(self, source: ObjectName, target: ObjectName) -> None:
        """Keep the same bytes under another name."""
        self._keep(target, self._get(source))

    async def read_back(self, name: ObjectName) -> Measured:
        """Measure what is kept."""
        return await self.read_version(name, None)

    async def read_version(self, name: ObjectName, version: str | None) -> Measured:
        """Measure what is kept as this version."""
        data = self._get(name, version)
        return Measured(hashlib.sha256(data).hexdigest(), len(data))

    async def size_of(self, name: ObjectName) -> int:
        """The number of bytes kept."""
        return len(self._get(name))

    async def standing(self, name: ObjectName, version: str | None = None) -> Standing:
        """Return what is known about a version."""
        if name.bucket is not Bucket.EVIDENCE:
            return Standing(None, len(self._get(name)), None, None, False)
        found = self._version(name, version)
        return Standing(found.id, len(found.data), found.mode, found.until, found.hold)

    async def versions(self, name: ObjectName) -> list[str]:
        """Ids, newest first."""
        return [version.id for version in reversed(self.history.get(name, []))]

    async def originals_after(self, key: str, limit: int) -> list[Listed]:
        """Names, in order."""
        names = sorted(name for name in self.history if name.key > key)
        return [Listed(name, self.history[name][-1].written_at) for name in names[:limit]]

    async def any_version_after(self, prefix: str, key: str, limit: int) -> list[ObjectName]:
        """Names, in order."""
        names = [name for name in self.history if name.key.startswith(prefix) and name.key > key]
        return sorted(names)[:limit]

    async def protect(
        self, name: ObjectName, version: str, *, mode: RetentionMode, until: datetime | None
    ) -> None:
        """Remember the protection, and refuse to weaken it."""
        if name.bucket is not Bucket.EVIDENCE:
            raise StoreRefused("a bucket without object lock")
        found = self._version(name, version)
        if until is not None:
            if found.until is not None and until < found.until:
                raise StoreRefused("retention is not shortened")
            found.mode, found.until = mode, until
        found.hold = True

    @asynccontextmanager
    async def open(
        self,
        name: ObjectName,
        *,
        offset: int = 0,
        length: int | None = None,
        version: str | None = None,
    ) -> AsyncIterator[AsyncIterator[bytes]]:
        """Give the bytes in chunks."""
        end = None if length is None else offset + length
        data = self._get(name, version)[offset:end]

        async def chunks() -> AsyncIterator[bytes]:
            for start in range(0, len(data), _CHUNK_BYTES):
                yield data[start : start + _CHUNK_BYTES]

        yield chunks()

    async def delete_staged(self, name: ObjectName) -> None:
        """Forget a staging object."""
        if name.bucket is not Bucket.STAGING:
            raise NotDeletable(str(name))
        self.objects.pop(name, None)

    async def ready(self) -> None:
        """Memory is always there."""

    async def close(self) -> None:
        """Do nothing: there are no connections to close."""

    def _keep(self, name: ObjectName, data: bytes) -> None:
        self.objects[name] = data
        if name.bucket is Bucket.EVIDENCE:
            self.history.setdefault(name, []).append(Version(uuid4().hex, data))

    def _get(self, name: ObjectName, version: str | None = None) -> bytes:
        if version is not None:
            return self._version(name, version).data
        try:
            return self.objects[name]
        except KeyError:
            raise ObjectMissing(str(name)) from None

    def _version(self, name: ObjectName, version: str | None) -> Version:
        for found in reversed(self.history.get(name, [])):
            if version in (None, found.id):
                return found
        raise ObjectMissing(f"{name} version {version}")
