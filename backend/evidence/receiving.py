"""Taking bytes in: uploads from their creation to the last byte in the spool.

No transaction is open while a phone sends. Each statement stands alone, and the spool's lock keeps
a second writer out; see media/spool.py. What a cut or a `kill -9` can cost is the last second of
the line.
"""

import asyncio
import hashlib
from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
import structlog

from backend import clock
from backend.actors import Actor
from backend.errors import NotFound
from backend.evidence import parts, queries, rules
from backend.evidence.errors import (
    ChecksumDiffers,
    HashDiffers,
    NoSpace,
    OffsetDiffers,
    TooManyUploads,
    UploadBusy,
    UploadFinished,
    UploadGone,
    UploadTooLarge,
)
from media.spool import Busy, BytesLost, SpoolFile
from schemas.ids import new_id

_log = structlog.get_logger("evidence")

_BUFFER_BYTES = 1024 * 1024
"""What an upload may hold in memory before it goes to the disk: each trip there costs a thread's turn."""
_CHECKPOINT_SECONDS = 1.0


class BodyCut(Exception):
    """The line broke before the body ended. What came is kept; there is nobody left to answer."""


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
    here = parts.current()
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
        await _finish(upload_id, 0, hashlib.sha256().hexdigest())
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
        parts.current().settings.node,
        now,
    )
    return None if row is None else progress_of(row)


async def look(actor: Actor, upload_id: UUID) -> Progress:
    """Where the upload stands. Raises NotFound, UploadGone, UploadElsewhere."""
    here = parts.current()
    row = await _mine(actor, upload_id)
    rules.check_not_gone(row["state"], row["expires_at"] < clock.now())
    rules.check_here(row["state"], row["node"], here.settings.node)
    if row["state"] == "joined":
        for state in (await queries.states_of([row["joined_into"]])).values():
            rules.check_not_gone(state, expired=False)
    if row["state"] == "receiving" and row["offset"] > 0:
        size = await here.on_disk(here.spool.size, upload_id)
        if size < row["offset"]:
            await _step_back(upload_id, size)
            row = await _mine(actor, upload_id)
    return progress_of(row)


async def append(
    actor: Actor, upload_id: UUID, write: Write, body: AsyncIterator[bytes]
) -> Progress:
    """Write a request's body where the upload stands. Not inside transaction().

    Raises NotFound, UploadIsFinal, UploadGone, UploadElsewhere, OffsetDiffers, UploadBusy,
    UploadTooLarge, BadUpload, NoSpace; ChecksumDiffers (nothing of this body is kept); HashDiffers
    when the whole is not what was announced; BodyCut when the line broke.
    """
    here = parts.current()
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
        if file is None or file.offset < row["offset"]:
            left = 0 if file is None else file.offset
            await _step_back(upload_id, left)
            if left != write.offset:
                raise OffsetDiffers(offset=left)
            if file is None:
                file = await here.on_disk(here.spool.hold, upload_id)
        if file.offset > write.offset:
            await here.on_disk(file.cut_to, write.offset)
        partial = row["concat"] is not None
        receiver = _Receiver(upload_id, file, length, write.checksum, partial)
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
    here = parts.current()
    file, row = await _hold(actor, upload_id)
    try:
        rules.check_not_gone(row["state"], row["expires_at"] < clock.now())
        if not await queries.terminate(upload_id):
            raise UploadFinished()
        await here.on_disk(here.spool.remove, upload_id)
    finally:
        if file is not None:
            file.close()


class _Receiver:
    """One request's body on its way into the spool file."""

    def __init__(
        self,
        upload_id: UUID,
        file: SpoolFile,
        length: int | None,
        checksum: rules.Checksum | None,
        partial: bool,
    ) -> None:
        self._here = parts.current()
        self._partial = partial
        self._id = upload_id
        self._file = file
        self._length = length
        self._limit = self._here.settings.max_upload_bytes if length is None else length
        self._checksum = checksum
        self._start = self._saved = file.offset
        self._whole = hashlib.sha256() if file.offset == 0 and not partial else None
        self._part = self._part_hash()
        self._waiting: list[bytes] = []
        self._waiting_bytes = 0
        self._saved_at = asyncio.get_running_loop().time()

    def _part_hash(self) -> Any:
        if self._checksum is None:
            return None
        if self._checksum.algorithm == "sha256" and self._whole is not None:
            return self._whole  # the same bytes: hashed once
        return hashlib.new(self._checksum.algorithm, usedforsecurity=False)

    async def take(self, body: AsyncIterator[bytes]) -> None:
        """Read the body to its end. Keeps what came when it is cut, unless a checksum covers it."""
        try:
            async for chunk in body:
                self._waiting.append(chunk)
                self._waiting_bytes += len(chunk)
                if self._file.offset + self._waiting_bytes > self._limit:
                    await self._take_back(self._saved)
                    raise UploadTooLarge(max_bytes=self._limit)
                if self._is_due():
                    await self._checkpoint()
                elif self._waiting_bytes >= _BUFFER_BYTES:
                    await self._flush()
        except BodyCut:
            if self._checksum is not None:
                await self._take_back(self._start)
            else:
                await self._flush(sync=True)
                await self._save()
            raise

    async def end(self) -> datetime:
        """The body is whole: check it, make it safe and record it. Returns when the upload
        expires."""
        await self._flush(sync=True)
        if self._checksum is not None and self._part.digest() != self._checksum.digest:
            await self._take_back(self._start)
            raise ChecksumDiffers()
        if self._file.offset != self._length or self._partial:
            return await self._save()
        if self._whole is None:
            actual = await self._here.on_disk(self._file.sha256)
        else:
            actual = self._whole.hexdigest()
        return await _finish(self._id, self._file.offset, actual)

    async def _flush(self, *, sync: bool = False) -> None:
        chunks, self._waiting, self._waiting_bytes = self._waiting, [], 0
        hashes = {id(h): h for h in (self._whole, self._part) if h is not None}.values()

        def write() -> None:
            self._file.write(chunks)
            for digest in hashes:
                for chunk in chunks:
                    digest.update(chunk)
            if sync:
                self._file.sync()

        try:
            await self._here.on_disk(write)
        except OSError as error:
            _log.error("spool_write_failed", upload=str(self._id), error=str(error))
            await self._take_back(self._saved)
            raise NoSpace() from error

    def _is_due(self) -> bool:
        """On a slow line each second's bytes are recorded; under a checksum only the end may."""
        if self._checksum is not None:
            return False
        return asyncio.get_running_loop().time() - self._saved_at >= _CHECKPOINT_SECONDS

    async def _checkpoint(self) -> None:
        await self._flush(sync=True)
        await self._save()
        self._saved_at = asyncio.get_running_loop().time()

    async def _save(self) -> datetime:
        expires_at = clock.now() + rules.EXPIRES_AFTER
        if not await queries.set_offset(self._id, self._file.offset, self._length, expires_at):
            raise UploadGone()
        self._saved = self._file.offset
        return expires_at

    async def _take_back(self, offset: int) -> None:
        self._waiting, self._waiting_bytes = [], 0
        await self._here.on_disk(self._file.cut_to, offset)


async def _finish(upload_id: UUID, length: int, actual: str) -> datetime:
    """The whole is in the spool: compare, and hand it to the storing loop. Raises HashDiffers,
    UploadGone."""
    here = parts.current()
    now = clock.now()
    expires_at = now + rules.EXPIRES_AFTER
    state = await queries.finish(upload_id, length, actual, now, expires_at)
    if state is None:
        raise UploadGone()
    if state == "mismatched":
        await here.on_disk(here.spool.remove, upload_id)  # the phone has no receipt: it sends again
        _log.warning("upload_hash_mismatch", upload=str(upload_id), actual=actual)
        raise HashDiffers(actual=actual)
    if here.storer is not None:
        here.storer.notify(upload_id)
    return expires_at


async def _hold(actor: Actor, upload_id: UUID) -> tuple[SpoolFile | None, Any]:
    """Take the spool file (None where there is none), then read the row: what it says holds while
    we have the file.

    Raises NotFound, and UploadBusy where another request is writing. The storing loop may have a
    whole upload's file.
    """
    here = parts.current()
    file, busy = None, False
    try:
        file = await here.on_disk(here.spool.hold, upload_id)
    except Busy:
        busy = True
    except BytesLost:
        pass
    try:
        return file, await _mine(actor, upload_id, busy=busy)
    except BaseException:
        if file is not None:
            file.close()
        raise


async def _step_back(upload_id: UUID, size: int) -> None:
    """The spool has less than was recorded: say so, and go on from what is left, here."""
    here = parts.current()
    _log.error("spool_bytes_lost", upload=str(upload_id), left=size)
    if not here.spool.path(upload_id).exists():
        await here.on_disk(here.spool.create, upload_id)
    await queries.step_back(upload_id, size, here.settings.node)


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
