"""Taking bytes in: uploads from their creation to the last byte in the spool.

No transaction is open while a phone sends. Each statement stands alone, and the spool's lock keeps
a second writer out; see media/spool.py. What a cut or a `kill -9` can cost is the last second of
the line.
"""

import hashlib
from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any
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
from backend.fieldwork.rules import uploads as rules
from media.spool import Busy, BytesLost, SpoolFile
from schemas.core.ids import new_id

_log = structlog.get_logger("evidence")


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """Where an upload stands. `offset` bytes are on the disk; `length` is None while deferred,
    `expires_at` where nothing expires any more; `concat` is Upload-Concat as it came."""

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
    """Upload-Length, where a deferred length is told now."""
    checksum: rules.Checksum | None = None


def progress_of(row: Any) -> Progress:
    """What a row of uploads says."""
    return Progress(
        id=row["id"],
        offset=row["offset"],
        length=row["length"],
        metadata=row["metadata"],
        expires_at=row["expires_at"] if row["state"] == "receiving" else None,
        concat=row["concat"],
    )


async def create(
    actor: Actor, *, length: int | None, metadata: str, partial: bool = False
) -> Progress:
    """Begin an upload, or find the one that this phone began for the same photograph before.

    Raises BadUpload, UploadTooLarge, TooManyUploads, NoSpace. An upload of length 0 is whole at
    once. A `partial` one is of no photograph, whatever its metadata say: see concatenation.py.
    """
    here = stores.current()
    announced = rules.announced(rules.metadata(metadata))
    if partial:
        announced = rules.Announced()
    now = clock.now()
    if length is not None:
        rules.check_length(length, here.settings.max_upload_bytes)
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
        here.settings.max_upload_bytes,
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
    """What this phone began for the same photograph: the answer may have been lost."""
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
    """Where the upload stands. Raises NotFound, UploadGone, UploadElsewhere; UploadBusy while a lost
    file is being made anew."""
    here = stores.current()
    row = await _mine(actor, upload_id)
    rules.check_not_gone(row["state"], row["expires_at"] < clock.now())
    rules.check_here(row["state"], row["node"], here.settings.node)
    if row["state"] == "joined":
        for state in (await queries.states_of([row["joined_into"]])).values():
            rules.check_not_gone(state, expired=False)
    if row["state"] == "receiving" and row["offset"] > 0:
        size = await here.on_disk(here.spool.size, upload_id)
        if size < row["offset"]:
            row = await _mended(actor, upload_id)
    return progress_of(row)


async def append(
    actor: Actor, upload_id: UUID, write: Write, body: AsyncIterator[bytes]
) -> Progress:
    """Write a request's body where the upload stands. Not inside transaction().

    Raises NotFound, UploadIsFinal, UploadGone, UploadElsewhere, OffsetDiffers, UploadBusy,
    UploadTooLarge, BadUpload, NoSpace; ChecksumDiffers (nothing of this body is kept); HashDiffers
    when the whole is not what was announced; BodyCut when the line broke.
    """
    here = stores.current()
    file, row = await _hold(actor, upload_id)
    try:
        rules.check_not_final(row["concat"])
        rules.check_not_gone(row["state"], row["expires_at"] < clock.now())
        rules.check_here(row["state"], row["node"], here.settings.node)
        length = rules.settled_length(row["length"], write.length, row["offset"])
        if length is not None:
            rules.check_length(length, here.settings.max_upload_bytes)
        rules.check_write(
            state=row["state"],
            recorded=row["offset"],
            length=length,
            offset=write.offset,
            coming=write.coming,
        )
        if row["state"] != "receiving":
            return progress_of(row)
        if file is None:
            raise UploadBusy
        if file.offset < row["offset"]:
            await _step_back(upload_id, file.offset)
            raise OffsetDiffers(offset=file.offset)
        if file.offset > write.offset:
            await here.on_disk(file.cut_to, write.offset)
        partial = row["concat"] is not None
        receiver = Receiver(upload_id, file, length, write.checksum, partial)
        await receiver.take(body)
        expires_at = await receiver.end()
        return Progress(
            id=upload_id,
            offset=file.offset,
            length=length,
            metadata=row["metadata"],
            expires_at=None if file.offset == length and not partial else expires_at,
            concat=row["concat"],
        )
    finally:
        if file is not None:
            file.close()


async def terminate(actor: Actor, upload_id: UUID) -> None:
    """Give an unfinished upload up. Raises NotFound, UploadGone, UploadFinished, UploadBusy."""
    here = stores.current()
    file, row = await _hold(actor, upload_id)
    try:
        rules.check_not_gone(row["state"], row["expires_at"] < clock.now())
        if not await queries.terminate(upload_id):
            raise UploadFinished()
        await here.on_disk(here.spool.remove, upload_id)
    finally:
        if file is not None:
            file.close()


async def _hold(actor: Actor, upload_id: UUID) -> tuple[SpoolFile | None, Any]:
    """Take the spool file, then read the row: what it says holds while we have the file.

    A file that the disk has lost is made anew, empty. None where nothing may be written any more:
    the storing loop may have a whole upload's file. Raises NotFound, and UploadBusy where another
    request is writing.
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
    """The file, if it is there and free; and whether another has it."""
    here = stores.current()
    try:
        return await here.on_disk(here.spool.hold, upload_id), False
    except Busy:
        return None, True
    except BytesLost:
        return None, False


def _is_written_here(row: Any) -> bool:
    if row["state"] != "receiving" or row["expires_at"] < clock.now():
        return False
    return bool(row["node"] == stores.current().settings.node)


async def _mended(actor: Actor, upload_id: UUID) -> Any:
    """The row, stepped back to what the spool still has. Raises UploadBusy: who writes mends it."""
    file, row = await _hold(actor, upload_id)
    try:
        if file is None or row["state"] != "receiving" or file.offset >= row["offset"]:
            return row
        await _step_back(upload_id, file.offset)
        return await _mine(actor, upload_id)
    finally:
        if file is not None:
            file.close()


async def _step_back(upload_id: UUID, size: int) -> None:
    """The spool has less than was recorded: say so, and go on from what is left, here.

    Only by who holds the file: another might have written and recorded more meanwhile.
    """
    _log.error("spool_bytes_lost", upload=str(upload_id), left=size)
    await queries.step_back(upload_id, size, stores.current().settings.node)


async def _mine(actor: Actor, upload_id: UUID, *, busy: bool = False) -> Any:
    row = await queries.find_upload(upload_id, actor.officer_id)
    if row is None or row["device_id"] != actor.device_id:
        raise NotFound(what="upload")
    if busy and row["state"] == "receiving":
        raise UploadBusy
    return row


def _device(actor: Actor) -> UUID:
    if actor.device_id is None:
        raise NotFound(what="device")
    return actor.device_id
