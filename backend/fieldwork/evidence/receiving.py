"""Receiving uploads, from their creation to the last byte in the spool.

No transaction is open while a phone sends. Each statement commits by itself, and the spool's lock
keeps out a second writer; see media/spool.py. A broken connection or a `kill -9` costs at most the
bytes of the last second.
"""

import hashlib
from collections.abc import AsyncIterator
from datetime import datetime
from uuid import UUID

import msgspec
import structlog

from backend.core import clock, stores
from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.fieldwork.errors import (
    NoSpace,
    OffsetDiffers,
    TooManyUploads,
    UploadBusy,
    UploadFinished,
)
from backend.fieldwork.evidence.receiver import Receiver, finish
from backend.fieldwork.queries import uploads as queries
from backend.fieldwork.queries.uploads import UploadRow
from backend.fieldwork.rules import uploads as rules
from media.spool import Busy, BytesLost, SpoolFile
from schemas.core.ids import new_id

_log = structlog.get_logger("evidence")


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """The progress of an upload. `offset` bytes are on disk; `length` is None while it is deferred.

    `expires_at` is None once the upload no longer expires. `concat` is Upload-Concat as it came.
    """

    id: UUID
    offset: int
    length: int | None
    metadata: str
    expires_at: datetime | None
    concat: str | None = None


class Write(msgspec.Struct, frozen=True, kw_only=True):
    """What a request's headers say about its body."""

    offset: int
    coming: int | None = None
    """Content-Length; None for a chunked body."""
    length: int | None = None
    """Upload-Length, if the request states a deferred length."""
    checksum: rules.Checksum | None = None


def progress_of(row: UploadRow) -> Progress:
    """Return the progress that a row of uploads records."""
    return Progress(
        id=row.id,
        offset=row.offset,
        length=row.length,
        metadata=row.metadata,
        expires_at=row.expires_at if row.state == "receiving" else None,
        concat=row.concat,
    )


async def create(
    actor: Actor, *, length: int | None, metadata: str, partial: bool = False
) -> Progress:
    """Begin an upload, or find the one that this phone began for the same photograph before.

    An upload of length 0 is complete immediately. A `partial` upload belongs to no photograph,
    whatever its metadata say; see concatenation.py. Raises BadUpload, UploadTooLarge,
    TooManyUploads, NoSpace.
    """
    here = stores.current()
    announced = rules.announced(rules.metadata(metadata))
    if partial:
        announced = rules.Announced()
    now = clock.now()
    if length is not None:
        rules.check_length(length, most_bytes(actor, announced))
    if here.spool.free_bytes() < rules.SPARE_BYTES + (length or 0):
        if same := await _begun_before(actor, announced, length, now):
            return same
        raise NoSpace()
    upload_id, concat = new_id(), rules.PARTIAL if partial else None
    expires_at = now + rules.EXPIRES_AFTER
    await here.on_disk(here.spool.create, upload_id)
    fits = await queries.insert_upload(
        upload_id,
        actor.officer_id,
        _device(actor),
        metadata,
        announced,
        length,
        here.settings.node,
        now,
        expires_at,
        rules.MAX_OPEN_UPLOADS,
        rules.MAX_OPEN_BYTES,
        most_bytes(actor, announced),
        concat,
    )
    if not fits:
        await here.on_disk(here.spool.remove, upload_id)
        if same := await _begun_before(actor, announced, length, now):
            return same
        raise TooManyUploads(minutes=60)
    whole = length == 0 and not partial
    if whole:
        await finish(upload_id, 0, hashlib.sha256().hexdigest())
    return Progress(
        id=upload_id,
        offset=0,
        length=length,
        metadata=metadata,
        expires_at=None if whole else expires_at,
        concat=concat,
    )


async def _begun_before(
    actor: Actor, announced: rules.Announced, length: int | None, now: datetime
) -> Progress | None:
    """Return the upload that this phone began for the same photograph, or None.

    The answer to that request may have been lost.
    """
    if length is None or announced.photo_id is None:
        return None
    row = await queries.find_same_upload(
        actor.officer_id,
        _device(actor),
        announced.photo_id,
        announced.sha256,
        length,
        stores.current().settings.node,
        now,
    )
    return None if row is None else progress_of(row)


async def look(actor: Actor, upload_id: UUID) -> Progress:
    """Return the progress of an upload.

    Raises NotFound, UploadGone, UploadElsewhere; UploadBusy while a lost file is being made again.
    """
    here = stores.current()
    row = await _mine(actor, upload_id)
    rules.check_not_gone(row.state, row.expires_at < clock.now())
    rules.check_here(row.state, row.node, here.settings.node)
    if row.state == "joined" and row.joined_into is not None:
        for state in (await queries.states_of([row.joined_into])).values():
            rules.check_not_gone(state, expired=False)
    if row.state == "receiving" and row.offset > 0:
        size = await here.on_disk(here.spool.size, upload_id)
        if size < row.offset:
            row = await _mended(actor, upload_id)
    return progress_of(row)


async def append(
    actor: Actor, upload_id: UUID, write: Write, body: AsyncIterator[bytes]
) -> Progress:
    """Write a request's body at the upload's offset. Must not be called inside transaction().

    Raises NotFound, UploadIsFinal, UploadGone, UploadElsewhere, OffsetDiffers, UploadBusy,
    UploadTooLarge, BadUpload, NoSpace; ChecksumDiffers (nothing of this body is kept); HashDiffers
    if the complete file is not the announced one; BodyCut if the connection broke.
    """
    here = stores.current()
    file, row = await _hold(actor, upload_id)
    try:
        rules.check_not_final(row.concat)
        rules.check_not_gone(row.state, row.expires_at < clock.now())
        rules.check_here(row.state, row.node, here.settings.node)
        most = most_bytes(actor, rules.announced(rules.metadata(row.metadata)))
        length = rules.settled_length(row.length, write.length, row.offset)
        if length is not None:
            rules.check_length(length, most)
        rules.check_write(
            state=row.state,
            recorded=row.offset,
            length=length,
            offset=write.offset,
            coming=write.coming,
        )
        if row.state != "receiving":
            return progress_of(row)
        if file is None:
            raise UploadBusy
        if file.offset < row.offset:
            await _step_back(upload_id, file.offset)
            raise OffsetDiffers(offset=file.offset)
        if file.offset > write.offset:
            await here.on_disk(file.cut_to, write.offset)
        partial = row.concat is not None
        receiver = Receiver(upload_id, file, length, write.checksum, partial, most)
        await receiver.take(body)
        expires_at = await receiver.end()
        return Progress(
            id=upload_id,
            offset=file.offset,
            length=length,
            metadata=row.metadata,
            expires_at=None if file.offset == length and not partial else expires_at,
            concat=row.concat,
        )
    finally:
        if file is not None:
            file.close()


async def terminate(actor: Actor, upload_id: UUID) -> None:
    """End an unfinished upload. Raises NotFound, UploadGone, UploadFinished, UploadBusy."""
    here = stores.current()
    file, row = await _hold(actor, upload_id)
    try:
        rules.check_not_gone(row.state, row.expires_at < clock.now())
        if not await queries.terminate(upload_id):
            raise UploadFinished()
        await here.on_disk(here.spool.remove, upload_id)
    finally:
        if file is not None:
            file.close()


async def _hold(actor: Actor, upload_id: UUID) -> tuple[SpoolFile | None, UploadRow]:
    """Hold the spool file, then read the row. The row does not change while we hold the file.

    If the disk has lost the file, an empty one is made. The file is None if nothing more may be
    written: the storing loop may hold a complete upload's file. Raises NotFound; UploadBusy if
    another request is writing.
    """
    file, busy = await _try_to_hold(upload_id)
    try:
        row = await _mine(actor, upload_id, busy=busy)
        if file is None and _is_written_here(row):
            await stores.current().on_disk(stores.current().spool.make_again, upload_id)
            file, busy = await _try_to_hold(upload_id)
            row = await _mine(actor, upload_id, busy=busy)
    except BaseException:
        if file is not None:
            file.close()
        raise
    return file, row


async def _try_to_hold(upload_id: UUID) -> tuple[SpoolFile | None, bool]:
    """Return the file, or None if it is missing or held; and whether another process holds it."""
    here = stores.current()
    try:
        return await here.on_disk(here.spool.hold, upload_id), False
    except Busy:
        return None, True
    except BytesLost:
        return None, False


def _is_written_here(row: UploadRow) -> bool:
    if row.state != "receiving" or row.expires_at < clock.now():
        return False
    return row.node == stores.current().settings.node


async def _mended(actor: Actor, upload_id: UUID) -> UploadRow:
    """Set the row's offset back to what the spool still has, and return the row.

    Raises UploadBusy if another request is writing: that one sets the offset right.
    """
    file, row = await _hold(actor, upload_id)
    try:
        if file is None or row.state != "receiving" or file.offset >= row.offset:
            return row
        await _step_back(upload_id, file.offset)
        return await _mine(actor, upload_id)
    finally:
        if file is not None:
            file.close()


async def _step_back(upload_id: UUID, size: int) -> None:
    """Log that the spool has less than was recorded, and set the offset back to what is left.

    Call it only while holding the file: another request might otherwise have written and recorded
    more meanwhile.
    """
    _log.error("spool_bytes_lost", upload=str(upload_id), left=size)
    await queries.step_back(upload_id, size, stores.current().settings.node)


async def _mine(actor: Actor, upload_id: UUID, *, busy: bool = False) -> UploadRow:
    row = await queries.find_upload(upload_id, actor.officer_id)
    if row is None or row.device_id != _device(actor):
        raise NotFound(what="upload")
    if busy and row.state == "receiving":
        raise UploadBusy
    return row


def most_bytes(actor: Actor, announced: rules.Announced) -> int:
    """Return the largest upload in bytes: of a photograph as the settings say, else FILED_BYTES."""
    if actor.face == "desk" or announced.document:
        return rules.FILED_BYTES
    return stores.current().settings.max_upload_bytes


def _device(actor: Actor) -> UUID:
    """Return which phone sends. At the desk it is the officer: a later sign-in goes on with an upload."""
    if actor.face == "desk":
        return actor.officer_id
    if actor.device_id is None:
        raise NotFound(what="device")
    return actor.device_id
