"""How bytes are kept: put, read back, receipted, read again and locked. One way for all that is kept.

Photographs (fieldwork/evidence), signed papers, scans and filed documents go through it. Written is
not stored: only what was read back is said to be there, and only then is a receipt signed. Another
process reads the object whole once more and locks that very version. The callers write the rows and
enqueue the jobs.
"""

import hashlib
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import structlog

from backend.core import clock, keys, stores
from backend.core.errors import Unavailable
from backend.core.stores import Parts
from media import keys as names
from media.keys import ObjectName
from media.store import (
    Measured,
    ObjectMissing,
    ObjectStore,
    RetentionMode,
    Standing,
    StoreError,
    StoreRefused,
)

_log = structlog.get_logger("custody")

LEAST_AHEAD = timedelta(minutes=5)
"""A retention that ends sooner is not set: stores refuse a time in the past, and clocks differ."""


class ReadBackDiffers(StoreError):
    """The store returned other bytes than those it had acknowledged."""


def name_of(unit_id: UUID, file_id: UUID, sha256: str) -> str:
    """Return the name under which put() keeps a file, as rows store it."""
    return str(names.original(unit_id, file_id, sha256))


async def prove(store: ObjectStore, name: ObjectName, sha256: str, size: int) -> None:
    """Read an object back whole and compare it: the only proof that it is there.

    Raises ReadBackDiffers, and the store's errors.
    """
    found = await store.read_back(name)
    if found != Measured(sha256, size):
        raise ReadBackDiffers(f"{name}: {found}")


async def put(unit_id: UUID, file_id: UUID, data: bytes, media_type: str) -> str:
    """Write a file under its final name and read it back; returns its SHA-256.

    Raises Unavailable: then nothing was kept that anybody may rely on.
    """
    store, sha256 = stores.current().store, hashlib.sha256(data).hexdigest()
    name = names.original(unit_id, file_id, sha256)
    try:
        await store.put_bytes(name, data, media_type=media_type)
        await prove(store, name, sha256, len(data))
    except ReadBackDiffers as error:
        _log.error("file_differs", object=str(name))
        raise Unavailable from error
    except StoreError as error:
        _log.warning("file_not_stored", object=str(name), error=str(error)[:300])
        raise Unavailable from error
    return sha256


async def settle(source: str, unit_id: UUID, file_id: UUID, sha256: str, size: int) -> str:
    """Copy bytes inside the store to their final name and read them back there; returns that name.

    `source` is where they are, as rows state it. Raises Unavailable; safe to repeat.
    """
    store, target = stores.current().store, names.original(unit_id, file_id, sha256)
    try:
        if names.parse(source) != target:
            await store.copy(names.parse(source), target)
        await prove(store, target, sha256, size)
    except StoreError as error:
        _log.warning("file_not_settled", object=str(target), error=str(error)[:300])
        raise Unavailable from error
    return str(target)


async def answers() -> None:
    """Return if the object store answers. Raises Unavailable."""
    try:
        await stores.current().store.ready()
    except StoreError as error:
        raise Unavailable from error


async def is_whole(object_key: str, sha256: str, size: int) -> bool:
    """Tell whether the store has exactly these bytes under this name, read back whole."""
    try:
        await prove(stores.current().store, names.parse(object_key), sha256, size)
    except StoreError:
        return False
    return True


async def part(object_key: str, offset: int, length: int) -> bytes:
    """Return some bytes of an object, unchecked. Raises Unavailable."""
    chunks = await opened(object_key, offset, length)
    return b"".join([chunk async for chunk in chunks])


async def opened(object_key: str, offset: int, length: int) -> AsyncIterator[bytes]:
    """Return chunks of an object, the first of which is here already, unchecked. Raises Unavailable.

    Its chunks raise it too, if the store breaks off. For what is too large to be checked before it
    is sent: `verify` and the worker read it whole.
    """
    name = names.parse(object_key)
    chunks = _chunks(name, offset, length)
    try:
        first = await anext(chunks, b"")
    except StoreError as error:
        _log.warning("file_unreadable", object=str(name), error=str(error)[:300])
        raise Unavailable from error

    async def primed() -> AsyncIterator[bytes]:
        yield first
        try:
            async for chunk in chunks:
                yield chunk
        except StoreError as error:
            _log.warning("file_cut", object=str(name), error=str(error)[:300])
            raise Unavailable from error

    return primed()


async def _chunks(name: ObjectName, offset: int, length: int) -> AsyncIterator[bytes]:
    async with stores.current().store.open(name, offset=offset, length=length) as chunks:
        async for chunk in chunks:
            yield chunk


async def read(object_key: str, sha256: str) -> bytes:
    """Return the bytes of a file, checked against its hash, so that no other bytes leave.

    Raises Unavailable.
    """
    name = names.parse(object_key)
    try:
        async with stores.current().store.open(name) as chunks:
            data = b"".join([chunk async for chunk in chunks])
    except StoreError as error:
        _log.warning("file_unreadable", object=str(name), error=str(error)[:300])
        raise Unavailable from error
    if hashlib.sha256(data).hexdigest() != sha256:
        _log.error("file_differs", object=str(name))
        raise Unavailable
    return data


def sign_receipt(
    what: str, subject_id: UUID, sha256: str, size: int, stored_at: datetime
) -> tuple[str, bytes]:
    """Sign a byte receipt; return (key id, signature) as rows store them.

    `what` is the key under which the receipt names its subject: `photo_id`, or `file_id` of a filed
    document. `size` and `sha256` are the measured values, not the announced ones.
    """
    key_id, signature = keys.sign(receipt_payload(what, subject_id, sha256, size, stored_at))
    return key_id, keys.unb64url(signature)


def receipt_payload(
    what: str, subject_id: UUID, sha256: str, size: int, stored_at: datetime
) -> dict[str, Any]:
    """Return what a byte receipt states, without the key and the signature."""
    return {
        what: str(subject_id),
        "sha256": sha256,
        "size": size,
        "stored_at": clock.rfc3339(stored_at),
    }


def retained_until(since: datetime, days: int) -> datetime:
    """Return the end of retention.

    It is counted from the time of storing, so repeating does not move it. Whole seconds, as stores
    keep them.
    """
    return since.replace(microsecond=0) + timedelta(days=days, seconds=1)


def ahead(until: datetime, now: datetime) -> datetime | None:
    """Return the end of a retention, or None if it is over, or too near to be set."""
    return until if until > now + LEAST_AHEAD else None


def is_locked(standing: Standing, mode: RetentionMode, until: datetime | None) -> bool:
    """Tell whether a version has at least the requested protection."""
    if not standing.hold:
        return False
    if until is None:
        return True
    strong = standing.mode == "COMPLIANCE" or standing.mode == mode
    return strong and standing.until is not None and standing.until >= until


async def locked(
    given: Parts, object_key: str, expected: tuple[str, int], since: datetime
) -> Standing | None:
    """Read a whole object, compare it with its SHA-256 and size, and lock it.

    The lock lasts the years of the retention, from `since`. Returns None and writes a log line if
    the object is missing, differs or may not be locked. Raises StoreError if the store does not
    answer.
    """
    name = names.parse(object_key)
    try:
        standing = await given.store.standing(name)
        measured = await given.store.read_version(name, standing.version)
    except ObjectMissing:
        _log.error("file_missing", object=str(name))
        return None
    if measured != expected:
        _log.error("file_differs", object=str(name))
        return None
    mode = given.settings.s3_retention_mode
    if mode != "off" and standing.version is not None:
        until = retained_until(since, given.settings.s3_retention_days)
        if not await lock(given, name, standing.version, mode, until):
            return None
    return standing


async def lock(
    given: Parts, name: ObjectName, version: str, mode: RetentionMode, until: datetime | None
) -> bool:
    """Lock one version. False, with a log line, if the store refuses: a retry would not help.

    Raises StoreError if the store does not answer.
    """
    try:
        await given.store.protect(name, version, mode=mode, until=until)
    except StoreRefused as error:
        _log.error("custody_not_locked", object=str(name), error=str(error)[:300])
        return False
    return True
