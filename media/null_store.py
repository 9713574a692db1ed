"""An object store in memory, for unit tests: it forgets everything when the process ends, and says
so."""

import hashlib
import warnings
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from media.keys import Bucket, ObjectName
from media.store import Measured, NotDeletable, ObjectMissing, StoreRefused

_CHUNK_BYTES = 64 * 1024


class NullStoreInUse(UserWarning):
    """Evidence is being kept in memory only."""


class NullStore:
    """See media.store.ObjectStore. `objects` is open to tests."""

    def __init__(self) -> None:
        warnings.warn(
            "objects are kept in memory only and are lost with the process",
            NullStoreInUse,
            stacklevel=2,
        )
        self.objects: dict[ObjectName, bytes] = {}

    async def put_file(
        self, name: ObjectName, path: Path, *, sha256: str, size: int, media_type: str
    ) -> None:
        """Keep the file's bytes; refuse others than announced, as a real store does by its
        checksum."""
        del media_type
        data = path.read_bytes()  # noqa: ASYNC240 - unit tests only
        if len(data) != size or hashlib.sha256(data).hexdigest() != sha256:
            raise StoreRefused("the bytes do not match the checksum")
        self.objects[name] = data

    async def put_bytes(self, name: ObjectName, data: bytes, *, media_type: str) -> None:
        """Keep the bytes."""
        del media_type
        self.objects[name] = data

    async def copy(self, source: ObjectName, target: ObjectName) -> None:
        """Keep the same bytes under another name."""
        self.objects[target] = self._get(source)

    async def read_back(self, name: ObjectName) -> Measured:
        """Measure what is kept."""
        data = self._get(name)
        return Measured(hashlib.sha256(data).hexdigest(), len(data))

    async def size_of(self, name: ObjectName) -> int:
        """The number of bytes kept."""
        return len(self._get(name))

    @asynccontextmanager
    async def open(
        self, name: ObjectName, *, offset: int = 0, length: int | None = None
    ) -> AsyncIterator[AsyncIterator[bytes]]:
        """Give the bytes in chunks."""
        end = None if length is None else offset + length
        data = self._get(name)[offset:end]

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
        """Nothing to give back."""

    def _get(self, name: ObjectName) -> bytes:
        try:
            return self.objects[name]
        except KeyError:
            raise ObjectMissing(str(name)) from None
