"""Signed papers and scans in the object store.

They are written and read back before their act is recorded, then read again and locked by a worker.
They are named and locked like originals of photographs: docs/ledger/evidence.md.
"""

import hashlib
from datetime import datetime, timedelta
from uuid import UUID

import structlog

from backend.casework.queries import issued_documents as queries
from backend.core import clock, stores
from backend.core.database import transaction
from backend.core.errors import Unavailable
from backend.core.job_queue import PROTECT_DOCUMENT, enqueue_each
from backend.core.stores import Parts
from media import keys
from media.store import ObjectMissing, Standing, StoreError, StoreRefused

_log = structlog.get_logger("papers")

_GIVEN_UP_AFTER = timedelta(minutes=10)
_MOST = 200
MEDIA_TYPE = "application/pdf"


async def put(unit_id: UUID, file_id: UUID, data: bytes, media_type: str = MEDIA_TYPE) -> str:
    """Write a paper or a scan and read it back; returns its SHA-256.

    Raises Unavailable: then nothing was issued.
    """
    store, sha256 = stores.current().store, hashlib.sha256(data).hexdigest()
    name = keys.original(unit_id, file_id, sha256)
    try:
        await store.put_bytes(name, data, media_type=media_type)
        measured = await store.read_back(name)
    except StoreError as error:
        _log.warning("paper_not_stored", object=str(name), error=str(error)[:300])
        raise Unavailable from error
    if measured != (sha256, len(data)):
        _log.error("paper_differs", object=str(name))
        raise Unavailable
    return sha256


async def read(object_key: str, sha256: str) -> bytes:
    """Return the bytes of a paper, checked against its hash, so that no other bytes leave.

    Raises Unavailable.
    """
    name = keys.parse(object_key)
    try:
        async with stores.current().store.open(name) as chunks:
            data = b"".join([chunk async for chunk in chunks])
    except StoreError as error:
        _log.warning("paper_unreadable", object=str(name), error=str(error)[:300])
        raise Unavailable from error
    if hashlib.sha256(data).hexdigest() != sha256:
        _log.error("paper_differs", object=str(name))
        raise Unavailable
    return data


async def protect(given: Parts, document_id: UUID) -> None:
    """Read a paper again, from another process, and lock that very version. Safe to repeat.

    Raises StoreError if the store does not answer.
    """
    row = await queries.stored(document_id)
    if row is None or row.protected_at is not None:
        return
    standing = await locked(given, row.object_key, (row.sha256, row.size), row.issued_at)
    if standing is not None:
        async with transaction():
            await queries.set_protected(document_id, standing.version, clock.now())


async def locked(
    given: Parts, object_key: str, expected: tuple[str, int], since: datetime
) -> Standing | None:
    """Read a whole object, compare it with its SHA-256 and size, and lock it.

    The lock lasts the years of the retention, from `since`. Returns None and writes a log line if
    the object is missing, differs or may not be locked. Raises StoreError if the store does not
    answer.
    """
    name = keys.parse(object_key)
    try:
        standing = await given.store.standing(name)
        measured = await given.store.read_version(name, standing.version)
    except ObjectMissing:
        _log.error("paper_missing", object=str(name))
        return None
    if measured != expected:
        _log.error("paper_differs", object=str(name))
        return None
    mode = given.settings.s3_retention_mode
    if mode != "off" and standing.version is not None:
        days = timedelta(days=given.settings.s3_retention_days, seconds=1)
        until = since.replace(microsecond=0) + days
        try:
            await given.store.protect(name, standing.version, mode=mode, until=until)
        except StoreRefused as error:
            _log.error("custody_not_locked", object=str(name), error=str(error)[:300])
            return None
    return standing


async def ask_for_protection() -> int:
    """Enqueue papers whose job was lost, for the janitor; returns how many."""
    lost = await queries.list_unprotected(clock.now() - _GIVEN_UP_AFTER, _MOST)
    async with transaction():
        await enqueue_each(PROTECT_DOCUMENT, lost, priority=-1)
    return len(lost)
