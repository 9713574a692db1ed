"""What we ask of an object store, as narrow as it can be, and how it may fail.

    StoreError
    ├── ObjectMissing      no such object (or bucket)
    ├── StoreUnavailable   no answer in time, or the store says it cannot now: the same call may
    │                      work later
    ├── StoreRefused       the store said no and will say no again: wrong credentials, wrong
    │                      checksum, not allowed
    └── NotDeletable       a delete outside staging: ours refuses before the store is asked

There are two implementations, minio_store (any S3 server) and null_store (memory, for unit tests);
the same contract tests run against both.
"""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from pathlib import Path
from typing import Literal, NamedTuple, Protocol

from media.keys import ObjectName


class StoreError(Exception):
    """Base of all that a store can say instead of an answer."""


class ObjectMissing(StoreError):
    """There is no such object."""


class StoreUnavailable(StoreError):
    """The store does not answer, or not now. Trying again later is right."""


class StoreRefused(StoreError):
    """The store refused for good; trying again changes nothing."""


class NotDeletable(StoreError):
    """Only staging objects may be deleted."""


class Measured(NamedTuple):
    """What was really read back: hex SHA-256 and number of bytes."""

    sha256: str
    size: int


RetentionMode = Literal["GOVERNANCE", "COMPLIANCE"]
"""S3 Object Lock's two modes. Under GOVERNANCE who has the right to bypass may shorten or delete; under COMPLIANCE
nobody may before the day, the store's administrator included."""


class Standing(NamedTuple):
    """How a version of an object stands in the store, as its headers say.

    `version` is None in a bucket that keeps no versions. `mode` and `until` (UTC) are None where no retention was set.
    """

    version: str | None
    size: int
    mode: RetentionMode | None
    until: datetime | None
    hold: bool


class Listed(NamedTuple):
    """An object as a listing names it, and when its latest version was written (UTC)."""

    name: ObjectName
    written_at: datetime


class ObjectStore(Protocol):
    """Immutable blobs by name. Every call may raise StoreUnavailable."""

    async def put_file(
        self, name: ObjectName, path: Path, *, sha256: str, size: int, media_type: str
    ) -> None:
        """Write a file as an object; the store is told the checksum and refuses other bytes.

        Returns only when the store has acknowledged. Writing the same bytes again is no error.
        """
        ...

    async def put_bytes(self, name: ObjectName, data: bytes, *, media_type: str) -> None:
        """Write a small derived object (a preview)."""
        ...

    async def copy(self, source: ObjectName, target: ObjectName) -> None:
        """Copy inside the store, without the bytes passing through us. Raises ObjectMissing."""
        ...

    async def read_back(self, name: ObjectName) -> Measured:
        """Read the whole object and measure it: the only proof that it is there. Raises
        ObjectMissing."""
        ...

    async def size_of(self, name: ObjectName) -> int:
        """The object's size in bytes without reading it. Raises ObjectMissing."""
        ...

    def open(
        self,
        name: ObjectName,
        *,
        offset: int = 0,
        length: int | None = None,
        version: str | None = None,
    ) -> AbstractAsyncContextManager[AsyncIterator[bytes]]:
        """Stream `length` bytes from `offset` (to the end where None), in chunks, of `version` or
        of the latest. Raises ObjectMissing on entry."""
        ...

    async def read_version(self, name: ObjectName, version: str | None) -> Measured:
        """read_back() of one version; of the latest where None. Raises ObjectMissing."""
        ...

    async def standing(self, name: ObjectName, version: str | None = None) -> Standing:
        """Which version this is (the latest where None) and what protects it, without reading it.

        Raises ObjectMissing, also where the latest is a delete marker.
        """
        ...

    async def versions(self, name: ObjectName) -> list[str]:
        """Every version that holds bytes, newest first; none where the bucket keeps no versions."""
        ...

    async def originals_after(self, key: str, limit: int) -> list[Listed]:
        """At most `limit` objects of the evidence bucket whose keys follow `key`, in order.

        `key` is one of such an object, or empty: from the beginning. (SeaweedFS skips a folder that begins with it.)
        """
        ...

    async def any_version_after(self, prefix: str, key: str, limit: int) -> list[ObjectName]:
        """At most `limit` objects of the evidence bucket whose keys begin with `prefix` and follow `key` (from the
        beginning where empty), in order: also those whose latest version is a delete marker, as long as another holds
        bytes. `prefix` ends in a slash.
        """
        ...

    async def protect(
        self, name: ObjectName, version: str, *, mode: RetentionMode, until: datetime | None
    ) -> None:
        """Set a legal hold on this version, and retention until that time (UTC) where one is given.

        Setting the same again, or a later time, is no error; an earlier time is StoreRefused. So is a bucket without
        object lock, or an identity without the right. Raises ObjectMissing.
        """
        ...

    async def delete_staged(self, name: ObjectName) -> None:
        """Delete an object of the staging bucket; one that is not there is no error. Raises
        NotDeletable."""
        ...

    async def ready(self) -> None:
        """Return when both buckets answer; raise a StoreError else. At most about two seconds."""
        ...

    async def close(self) -> None:
        """Give connections and threads back."""
        ...
