"""Receives one request's body into the spool: writes, hashes, syncs and records it.

Bytes pass through one buffer per upload. The spool's threads do the hashing and writing.
"""

import asyncio
import hashlib
from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any
from uuid import UUID

import structlog

from backend.core import clock, stores
from backend.fieldwork.errors import (
    ChecksumDiffers,
    HashDiffers,
    NoSpace,
    UploadGone,
    UploadTooLarge,
)
from backend.fieldwork.queries import uploads as queries
from backend.fieldwork.rules import uploads as rules
from media.spool import SpoolFile

_log = structlog.get_logger("evidence")

_BUFFER_BYTES = 1024 * 1024
"""Bytes that an upload may hold in memory before a write, as each write costs a thread's turn."""
_CHECKPOINT_SECONDS = 1.0


class BodyCut(Exception):
    """The connection broke before the body ended. What came is kept; no answer can be sent."""


class Receiver:
    """Takes one request's body into the spool file."""

    def __init__(
        self,
        upload_id: UUID,
        file: SpoolFile,
        length: int | None,
        checksum: rules.Checksum | None,
        partial: bool,
        most: int,
    ) -> None:
        self._here = stores.current()
        self._partial = partial
        self._id = upload_id
        self._file = file
        self._length = length
        self._limit = most if length is None else length
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
            return self._whole  # the same bytes, so they are hashed once
        return hashlib.new(self._checksum.algorithm, usedforsecurity=False)

    async def take(self, body: AsyncIterator[bytes]) -> None:
        """Read the body to its end.

        If the connection breaks, keep what came, unless a checksum covers the body.
        """
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
        """Check, sync and record the complete body. Returns when the upload expires."""
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
        return await finish(self._id, self._file.offset, actual)

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
        """Tell whether to record what came: each second, but under a checksum only at the end."""
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


async def finish(upload_id: UUID, length: int, actual: str) -> datetime:
    """Compare the hash of a complete upload, and hand the upload to the storing loop.

    Returns when the upload expires. Raises HashDiffers, UploadGone.
    """
    here = stores.current()
    now = clock.now()
    expires_at = now + rules.EXPIRES_AFTER
    state = await queries.finish(upload_id, length, actual, now, expires_at)
    if state is None:
        raise UploadGone()
    if state == "mismatched":
        await here.on_disk(here.spool.remove, upload_id)  # without a receipt the phone sends again
        _log.warning("upload_hash_mismatch", upload=str(upload_id), actual=actual)
        raise HashDiffers(actual=actual)
    if here.storer is not None:
        here.storer.notify(upload_id)
    return expires_at
