"""Informations of a rescue file, registered by the door by which phones send them (backend/intake/from_phones).

They get the same ids, the same first answer if they are there already, and the same refusals. Nothing of them is
logged. Of one about an officer nothing is shown to whom the file is imported by, because it may be about them.
"""

import asyncio
import hashlib
import os
from typing import BinaryIO
from uuid import UUID

import msgspec
import structlog

from backend.core import clock, submissions
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import DomainError, Unavailable
from backend.core.outages import as_domain_error
from backend.exchange.rescue.container import SealedAttachment
from backend.exchange.rescue.errors import (
    InformationMalformed,
    InformationPhotoDiffers,
    InformationUnsigned,
)
from backend.exchange.rescue.judging import Judged
from backend.exchange.rescue.vouching import Told
from backend.exchange.rules.rescue import InformationResult
from backend.intake.from_phones import service as from_phones
from schemas.intake.from_phones import PIECE_BYTES, InformationTaken, RegisterInformation

_log = structlog.get_logger("rescue")


async def bring_in(
    judged: Judged, plain: BinaryIO, offset: int, *, with_drafts: bool
) -> list[InformationResult]:
    """Register them one after another. The bytes of their sealed photographs are in `plain` from `offset` on.

    A draft is registered only `with_drafts`: while the phone works, its officer finishes it there.

    A failure does not stop the others. One that failed for a temporary reason has the status `failed`.
    """
    # The act of the import has the form's id. These are the officer's own, as from the phone.
    submissions.forget()
    at = offset
    places: dict[UUID, int] = {}
    for each in judged.manifest.attachments:
        places[each.id] = at
        at += each.size
    results = []
    for one in judged.informations:
        if one.draft is not None and not with_drafts:
            result = _left(one)
        else:
            result = await _one(one, judged.officer, plain, places)
        if not one.about_officer:
            results.append(result)
        elif result.status in ("refused", "failed"):
            results.append(msgspec.structs.replace(result, code=None, text=None))
    return results


def _not_ahead(asked: RegisterInformation) -> RegisterInformation:
    now = clock.now()
    ahead = asked.received_at.tzinfo is not None and asked.received_at > now
    return msgspec.structs.replace(asked, received_at=now) if ahead else asked


def _left(one: Told) -> InformationResult:
    return InformationResult(photos=len(one.attachments), photos_taken=0, status="left", draft=True)


async def _one(
    one: Told, officer: Actor, plain: BinaryIO, places: dict[UUID, int]
) -> InformationResult:
    told = InformationResult(
        photos=len(one.attachments),
        photos_taken=0,
        status="failed",
        draft=one.draft is not None,
    )
    try:
        if one.asked is None:
            raise InformationMalformed
        if not one.vouched:
            raise InformationUnsigned
        asked = one.asked
        if one.draft is not None:
            # Nobody can set the time of a draft right any more, if the phone's clock was ahead.
            asked = _not_ahead(asked)
        async with transaction():
            known = await from_phones.is_registered(one.id, officer)
            taken = await from_phones.register(one.id, asked, officer)
        told = msgspec.structs.replace(told, status="repeated" if known else "accepted")
    except Exception as error:
        return _refused(told, error, "refused")
    for each in one.attachments:
        try:
            await _photograph(one, each, taken, officer, plain, places[each.id])
        except Exception as error:
            # Of what was registered a photograph that cannot be used is told, and the information stands.
            told = _refused(told, error, told.status)
        else:
            told = msgspec.structs.replace(told, photos_taken=told.photos_taken + 1)
    return told


def _refused(told: InformationResult, error: Exception, status: str) -> InformationResult:
    known = error if isinstance(error, DomainError) else as_domain_error(error)
    if known is None:
        # Its words could be those of a row: only its kind is logged.
        _log.error("rescued_information_failed", kind=type(error).__name__)
    why = known or Unavailable()
    return msgspec.structs.replace(
        told, status="failed" if why.retryable else status, code=why.problem_code, text=why.text
    )


async def _photograph(
    one: Told,
    photo: SealedAttachment,
    taken: InformationTaken,
    officer: Actor,
    plain: BinaryIO,
    at: int,
) -> None:
    """Send the pieces that are missing. Raises what from_phones raises, and InformationPhotoDiffers."""
    announced = (
        {(each.id, each.sha256, each.size) for each in one.asked.attachments}
        if one.asked
        else set()
    )
    there = next((each for each in taken.attachments if each.id == photo.id), None)
    if there is None or (photo.id, photo.sha256, photo.size) not in announced:
        raise InformationPhotoDiffers
    if there.taken:
        return
    done = False
    for n, start in enumerate(range(0, photo.size, PIECE_BYTES)):
        if n in there.received:
            continue
        wanted = min(PIECE_BYTES, photo.size - start)
        data = await asyncio.to_thread(os.pread, plain.fileno(), wanted, at + start)
        sha256 = hashlib.sha256(data).hexdigest()
        async with transaction():
            done = (await from_phones.receive(one.id, photo.id, n, data, sha256, officer)).taken
    if not done:
        raise InformationPhotoDiffers
