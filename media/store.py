"""What the application needs from an object store, kept as narrow as possible, and how it may fail.

    StoreError
    ├── ObjectMissing      no such object (or bucket)
    ├── StoreUnavailable   no answer in time, or the store says it cannot now: the same call may
    │                      work later
    ├── StoreRefused       the store refused and will refuse again: wrong credentials, wrong
    │                      checksum, not allowed
    └── NotDeletable       a delete outside staging, refused here before the store is asked

There are two implementations, minio_store (any S3 server) and null_store (memory, for unit tests).
The same contract tests run against both.
"""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from pathlib import Path
from typing import Literal, NamedTuple, Protocol

from media.keys import ObjectName


class StoreError(Exception):
    """Base class of all errors of a store."""


class ObjectMissing(StoreError):
    """There is no such object."""


class StoreUnavailable(StoreError):
    """The store does not answer, or cannot do it now. The caller should try again later."""


class StoreRefused(StoreError):
    """The store refused permanently. Trying again changes nothing."""


class NotDeletable(StoreError):
    """Only staging objects may be deleted."""


class Measured(NamedTuple):
    """What was read back: hex SHA-256 and number of bytes."""

    sha256: str
    size: int


RetentionMode = Literal["GOVERNANCE", "COMPLIANCE"]
"""S3 Object Lock's two modes. Under GOVERNANCE an identity with the right to bypass may shorten or
delete. Under COMPLIANCE nobody may before the date, not even the store's administrator."""


class Standing(NamedTuple):
    """The state of an object's version in the store, from its headers.

    `version` is None in a bucket that keeps no versions. `mode` and `until` (UTC) are None if no
    retention was set.
    """

    version: str | None
    size: int
    mode: RetentionMode | None
    until: datetime | None
    hold: bool


class Listed(NamedTuple):
    """An object in a listing, and when its latest version was written (UTC)."""

    name: ObjectName
    written_at: datetime


class ObjectStore(Protocol):
    """Immutable blobs by name. Every call may raise StoreUnavailable."""

    async def put_file(
        self, name: ObjectName, path: Path, *, sha256: str, size: int, media_type: str
    ) -> None:
        """Write a file as an object. The store gets the checksum and refuses other bytes.

        Returns only when the store has acknowledged. Writing the same bytes again is no error.
        """
        ...

    async def put_bytes(self, name: ObjectName, data: bytes, *, media_type: str) -> None:
        """Write a small derived object (a preview)."""
        ...

    async def copy(self, source: ObjectName, target: ObjectName) -> None:
        """Copy inside the store, without transferring the bytes through this process.

        Raises ObjectMissing.
        """
        ...

    async def read_back(self, name: ObjectName) -> Measured:
        """Read the whole object and measure it, which is the only proof that it is there.

        Raises ObjectMissing.
        """
        ...

    async def size_of(self, name: ObjectName) -> int:
        """Return the object's size in bytes without reading it. Raises ObjectMissing."""
        ...

    def open(
        self,
        name: ObjectName,
        *,
        offset: int = 0,
        length: int | None = None,
        version: str | None = None,
    ) -> AbstractAsyncContextManager[AsyncIterator[bytes]]:
        """Stream `length` bytes from `offset` (to the end if None), in chunks, of `version` or of the latest.

        Raises ObjectMissing on entry.
        """
        ...

    async def read_version(self, name: ObjectName, version: str | None) -> Measured:
        """Do the same as read_back() for one version, or for the latest if None.

        Raises ObjectMissing.
        """
        ...

    async def standing(self, name: ObjectName, version: str | None = None) -> Standing:
        """Return which version this is (the latest if None) and what protects it, without reading it.

        Raises ObjectMissing, also if the latest version is a delete marker.
        """
        ...

    async def versions(self, name: ObjectName) -> list[str]:
        """Return every version that holds bytes, newest first.

        Empty if the bucket keeps no versions.
        """
        ...

    async def originals_after(self, key: str, limit: int) -> list[Listed]:
        """Return at most `limit` objects of the evidence bucket whose keys follow `key`, in order.

        `key` is that of such an object, or empty for the beginning. (SeaweedFS skips a folder that
        begins with `key`.)
        """
        ...

    async def any_version_after(self, prefix: str, key: str, limit: int) -> list[ObjectName]:
        """Return at most `limit` objects of the evidence bucket, in the order of their keys.

        Their keys begin with `prefix`, which ends in a slash, and follow `key`; an empty `key`
        means the beginning. Objects whose latest version is a delete marker are included, as long
        as another version holds bytes.
        """
        ...

    async def protect(
        self, name: ObjectName, version: str, *, mode: RetentionMode, until: datetime | None
    ) -> None:
        """Set a legal hold on this version, and retention until that time (UTC) if one is given.

        Setting the same again, or a later time, is no error. An earlier time raises StoreRefused,
        and so does a bucket without object lock or an identity without the right. Raises
        ObjectMissing.
        """
        ...

    async def delete_staged(self, name: ObjectName) -> None:
        """Delete an object of the staging bucket.

        One that is not there is no error. Raises NotDeletable.
        """
        ...

    async def ready(self) -> None:
        """Return when both buckets answer, or raise a StoreError.

        Takes at most about two seconds.
        """
        ...

    async def close(self) -> None:
        """Close connections and threads."""
        ...
