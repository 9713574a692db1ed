"""Importing a judged rescue file: acts by `ledger.take`, photographs by evidence's upload, informations.

Everything is judged as if the phone had sent it, under the officer and the device that each act
names. Every step may be repeated: items that are already stored are reported as repeated.
"""

import asyncio
import base64
import os
from collections.abc import AsyncIterator
from typing import BinaryIO
from uuid import UUID

import msgspec
import structlog

from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import DomainError, Unavailable
from backend.core.outages import as_domain_error
from backend.exchange.rescue import informing
from backend.exchange.rescue.container import Photo
from backend.exchange.rescue.judging import Judged
from backend.exchange.rules.rescue import ActResult, PhotoResult, Result
from backend.fieldwork.errors import HashDiffers
from backend.fieldwork.evidence import service as evidence
from backend.ledger import service as ledger
from backend.ledger.canonical import Malformed, ParsedAct

_log = structlog.get_logger("rescue")

_CHUNK_BYTES = 1024 * 1024


async def bring_in(judged: Judged, plain: BinaryIO, *, with_drafts: bool) -> Result:
    """Import the acts first, as a phone sends them, then the photographs and the informations, in the manifest's order.

    The photographs' bytes are in `plain`, the sealed ones last. A failure does not stop the other items. An item that
    failed for a temporary reason has the status `failed`. Drafts of informations are left unless the supervisor said
    that the phone is gone.
    """
    acts = [await _act(judged, act) for act in judged.acts]
    photos, offset = [], 0
    for photo, measured in zip(judged.manifest.photos, judged.hashes, strict=True):
        photos.append(await _photo(judged, photo, measured, plain, offset))
        offset += photo.size
    told = await informing.bring_in(judged, plain, offset, with_drafts=with_drafts)
    return Result(acts=acts, photos=photos, informations=told)


async def _act(judged: Judged, parsed: ParsedAct | Malformed) -> ActResult:
    told = ActResult(id=parsed.id_text, type=None, record_id=None, status="failed")
    if isinstance(parsed, ParsedAct):
        told = msgspec.structs.replace(told, type=parsed.act.type, record_id=parsed.act.record.id)
    try:
        async with transaction():
            outcome = await ledger.take(parsed, _maker(judged, parsed))
    except Exception as error:
        _log.exception("rescued_act_failed", act=parsed.id_text)
        passing = as_domain_error(error) or Unavailable()
        return msgspec.structs.replace(told, code=passing.problem_code, text=passing.text)
    if isinstance(outcome, ledger.Refused):
        return msgspec.structs.replace(told, status="refused", code=outcome.code, text=outcome.text)
    held = outcome.quarantine
    status = "repeated" if outcome.repeated else "held" if held else "accepted"
    return msgspec.structs.replace(
        told, status=status, code=held and held.code, text=held and held.text
    )


def _maker(judged: Judged, parsed: ParsedAct | Malformed) -> Actor:
    """Return the officer, on the device that the act names if that device signed it.

    Otherwise without a device, so that a forged act is held or refused like any other and moves no
    device's log. The ledger finds the key itself, and with it whether the device was revoked.
    """
    if isinstance(parsed, Malformed) or parsed.act.id not in judged.signed:
        return judged.officer
    return msgspec.structs.replace(judged.officer, device_id=parsed.act.device_id)


async def _photo(
    judged: Judged, photo: Photo, measured: str, plain: BinaryIO, offset: int
) -> PhotoResult:
    told = PhotoResult(
        photo_id=photo.photo_id,
        record_id=photo.record_id,
        sha256=photo.sha256,
        size=photo.size,
        named=judged.is_named(photo.photo_id),
        status="received",
    )
    device_id = judged.named.get(photo.photo_id, judged.manifest.device_id)
    sender = msgspec.structs.replace(judged.officer, device_id=device_id)
    try:
        if measured != photo.sha256:
            raise HashDiffers(actual=measured)
        return msgspec.structs.replace(
            told, status=await _upload(judged, sender, photo, plain, offset)
        )
    except evidence.BodyCut:
        error: DomainError = Unavailable()
    except DomainError as raised:
        error = raised
    except Exception as raised:
        _log.exception("rescued_photo_failed", photo=str(photo.photo_id))
        error = as_domain_error(raised) or Unavailable()
    again = error.retryable and not isinstance(error, HashDiffers)
    status = "failed" if again else "refused"
    return msgspec.structs.replace(told, status=status, code=error.problem_code, text=error.text)


async def _upload(judged: Judged, sender: Actor, photo: Photo, plain: BinaryIO, offset: int) -> str:
    """Upload a photograph as the phone would, continuing its upload. Raises what evidence raises."""
    progress = await evidence.create(sender, length=photo.size, metadata=_metadata(judged, photo))
    if progress.offset == photo.size:
        return "repeated"
    begin = progress.offset
    body = _bytes(plain, offset + begin, photo.size - begin)
    write = evidence.Write(offset=begin, coming=photo.size - begin)
    await evidence.append(sender, progress.id, write, body)
    return "received"


def _metadata(judged: Judged, photo: Photo) -> str:
    """Return the Upload-Metadata header as the phone writes it (tus 1.0.0, creation)."""
    pairs: dict[str, str | UUID] = {
        "photo_id": photo.photo_id,
        "inspection_id": photo.record_id,
        "sha256": photo.sha256,
        "filetype": photo.media_type,
    }
    if photo.photo_id in judged.documents:
        pairs["kind"] = evidence.DOCUMENT
    return ",".join(
        f"{key} {base64.b64encode(str(value).encode()).decode()}" for key, value in pairs.items()
    )


async def _bytes(plain: BinaryIO, at: int, left: int) -> AsyncIterator[bytes]:
    while left:
        chunk = await asyncio.to_thread(os.pread, plain.fileno(), min(_CHUNK_BYTES, left), at)
        if not chunk:
            raise evidence.BodyCut
        yield chunk
        at, left = at + len(chunk), left - len(chunk)
