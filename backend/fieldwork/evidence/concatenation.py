"""Joining partial uploads into a final one (tus 1.0.0, concatenation extension).

A partial upload is only bytes in the spool. It has no photograph and no hash, the storing loop
never sees it, and a constraint of the table keeps it from the state `received`. The final upload is
hashed as a whole and compared with its announced hash, like any other.

The final upload never exists before its last byte. First its file is written and synced. Then one
transaction records it and ends its partials. Then the partials' files are deleted. A `kill -9`
before the transaction costs nothing: the orphan file is swept, and the phone asks again. One after
it costs nothing either. The partials' locks in the spool keep out a second writer or joiner in any
process. A repeated request is answered with the upload that the first one made.
"""

import hashlib
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from datetime import datetime
from uuid import UUID

import structlog

from backend.core import clock, stores
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.fieldwork.errors import (
    BadUpload,
    HashDiffers,
    NoSpace,
    PartialsUnfinished,
    UploadBusy,
    UploadGone,
)
from backend.fieldwork.evidence.receiving import Progress, progress_of
from backend.fieldwork.queries import concatenation as concat_queries
from backend.fieldwork.queries import uploads as queries
from backend.fieldwork.queries.concatenation import Partial
from backend.fieldwork.rules import uploads as rules
from backend.fieldwork.rules.uploads import UploadState
from media.spool import Busy, BytesLost, Spool, SpoolFile
from schemas.core.ids import new_id

_log = structlog.get_logger("evidence")


async def join(actor: Actor, *, concat: str, partials: list[UUID], metadata: str) -> Progress:
    """Make the final upload of `partials`, in this order; `concat` is the header to echo.

    If this was asked before, or if the same photograph was uploaded completely already, returns
    that upload. Raises NotFound (also for another officer's upload), BadUpload, UploadGone,
    UploadBusy, UploadElsewhere, PartialsUnfinished, UploadTooLarge, NoSpace. Raises HashDiffers if
    the whole is not what was announced; the partials are then gone, like the bytes of any upload
    with a wrong hash.
    """
    if actor.device_id is None:
        raise NotFound(what="device")
    if not 0 < len(partials) <= rules.MAX_PARTIALS:
        raise BadUpload(where="Upload-Concat")
    announced = rules.announced(rules.metadata(metadata))
    rows = await _partials_of(actor, actor.device_id, partials)
    if (first := await _made_before(actor, partials, rows)) is not None:
        return first
    total = _checked(rows, partials, clock.now())
    async with _held(rows.values()) as files:
        # We hold the files, so what the rows say from here on cannot change.
        rows = await _partials_of(actor, actor.device_id, partials)
        if (first := await _made_before(actor, partials, rows)) is not None:
            return first
        now = clock.now()
        total = _checked(rows, partials, now)
        if (same := await _came_whole(actor, actor.device_id, announced, total, now)) is not None:
            async with transaction():
                await concat_queries.end_partials(list(rows), same.id, "joined")
            await _remove(rows)
            return same
        final_id = new_id()
        actual = await _write(final_id, [files[each] for each in partials], total)
        async with transaction():
            state = await concat_queries.insert_final(
                final_id,
                actor.officer_id,
                actor.device_id,
                metadata,
                announced,
                total,
                stores.current().settings.node,
                now,
                concat,
                actual,
            )
            ended = await concat_queries.end_partials(
                list(rows), final_id, "joined" if state == "received" else "terminated"
            )
            if ended != len(rows):
                raise UploadGone()  # one expired just now; the final upload is rolled back
        await _remove(rows)
    return await _made(final_id, state, actual, total, metadata, concat)


async def _made(
    final_id: UUID, state: UploadState, actual: str, total: int, metadata: str, concat: str
) -> Progress:
    here = stores.current()
    if state == "mismatched":
        await here.on_disk(here.spool.remove, final_id)
        _log.warning("upload_hash_mismatch", upload=str(final_id), actual=actual)
        raise HashDiffers(actual=actual)
    if here.storer is not None:
        here.storer.notify(final_id)
    return Progress(
        id=final_id, offset=total, length=total, metadata=metadata, expires_at=None, concat=concat
    )


async def _partials_of(actor: Actor, device_id: UUID, partials: list[UUID]) -> dict[UUID, Partial]:
    wanted = list(dict.fromkeys(partials))
    rows = await concat_queries.list_partials(wanted, actor.officer_id, device_id)
    if len(rows) != len(wanted):
        raise NotFound(what="upload")
    return {row.id: row for row in rows}


async def _made_before(
    actor: Actor, partials: list[UUID], rows: dict[UUID, Partial]
) -> Progress | None:
    """Return the upload that exactly these partials were joined into before, in this order.

    None if there is none. The answer to that request may have been lost. Raises UploadGone if the
    upload is gone since.
    """
    joined = [row for row in rows.values() if row.state == "joined"]
    into = {row.joined_into for row in joined if row.joined_into is not None}
    if len(into) != 1 or len(joined) != len(rows):
        return None
    final = await queries.find_upload(into.pop(), actor.officer_id)
    if final is None:
        raise UploadGone()
    rules.check_not_gone(final.state, expired=False)
    if final.concat is not None and rules.joined_ids(final.concat) != partials:
        return None
    return progress_of(final)


async def _came_whole(
    actor: Actor, device_id: UUID, announced: rules.Announced, total: int, now: datetime
) -> Progress | None:
    if announced.photo_id is None:
        return None
    node = stores.current().settings.node
    row = await queries.find_same_upload(
        actor.officer_id, device_id, announced.photo_id, announced.sha256, total, node, now
    )
    return None if row is None or row.state == "receiving" else progress_of(row)


def _checked(rows: dict[UUID, Partial], partials: list[UUID], now: datetime) -> int:
    """Check that each partial may be joined on this node; return the sum of their lengths."""
    here = stores.current()
    for row in rows.values():
        expired = row.expires_at < now
        rules.check_partial(row.concat, row.state, expired, row.offset, row.length)
        rules.check_here(row.state, row.node, here.settings.node)
    total = sum(rows[each].offset for each in partials)  # the length of each, as it is finished
    rules.check_length(total, here.settings.max_upload_bytes)
    if here.spool.free_bytes() < rules.SPARE_BYTES + total:
        raise NoSpace()
    return total


@asynccontextmanager
async def _held(rows: Iterable[Partial]) -> AsyncIterator[dict[UUID, SpoolFile]]:
    """Hold the partials' files exclusively.

    Raises UploadBusy; PartialsUnfinished if the spool lost bytes of a partial. The phone then
    continues that one from what is left.
    """
    here = stores.current()
    files: dict[UUID, SpoolFile] = {}
    try:
        for row in rows:
            try:
                files[row.id] = await here.on_disk(here.spool.hold_at, row.id, row.offset)
            except Busy:
                raise UploadBusy from None
            except BytesLost:
                await _lost(row.id)
                raise PartialsUnfinished() from None
        yield files
    finally:
        for file in files.values():
            file.close()


async def _lost(upload_id: UUID) -> None:
    """Set a partial's offset back to what the spool still has of it.

    This is done while holding its file, because another request may have written and recorded more
    since we looked. Raises UploadBusy if another request is writing: that one sets the offset
    right.
    """
    here = stores.current()
    row = await queries.standing_of(upload_id)
    if row is None or row.state != "receiving":
        return  # joined or ended since it was found
    await here.on_disk(here.spool.make_again, upload_id)
    try:
        file = await here.on_disk(here.spool.hold, upload_id)
    except Busy:
        raise UploadBusy from None
    except BytesLost:
        return
    try:
        row = await queries.standing_of(upload_id)
        if row is not None and row.state == "receiving" and file.offset < row.offset:
            _log.error("spool_bytes_lost", upload=str(upload_id), left=file.offset)
            await queries.step_back(upload_id, file.offset, here.settings.node)
    finally:
        file.close()


async def _write(final_id: UUID, files: list[SpoolFile], total: int) -> str:
    """Write the final upload's file, synced to disk, and return its SHA-256."""
    here = stores.current()
    try:
        return await here.on_disk(_join_files, here.spool, final_id, files)
    except OSError as error:
        _log.error("spool_write_failed", upload=str(final_id), bytes=total, error=str(error))
        raise NoSpace() from error


def _join_files(spool: Spool, final_id: UUID, files: list[SpoolFile]) -> str:
    digest = hashlib.sha256()
    spool.create(final_id)
    try:
        target = spool.hold(final_id)
        try:
            for file in files:
                for chunk in file.chunks():
                    digest.update(chunk)
                    target.write([chunk])
            target.sync()
        finally:
            target.close()
    except BaseException:
        spool.remove(final_id)
        raise
    return digest.hexdigest()


async def _remove(upload_ids: Iterable[UUID]) -> None:
    here = stores.current()
    for upload_id in upload_ids:
        await here.on_disk(here.spool.remove, upload_id)
