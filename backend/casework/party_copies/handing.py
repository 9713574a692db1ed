"""That a copy was handed over: when, how and to whom, on the word of the officer who did it.

    row = await handing.hand_over(code, said, actor, address)

The phone's clock and the server's are both kept: what was handed over without a signal is told later.
"""

import msgspec

from backend.casework.issued_documents import public
from backend.casework.party_copies import papers
from backend.casework.party_copies.papers import Held
from backend.casework.queries import party_copies as copies
from backend.casework.queries import party_handovers as queries
from backend.casework.rules import party_copies as rules
from backend.core import access_log
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import Conflict, NotAllowed, NotFound
from backend.documents.signing import service as signing
from schemas.casework import party_copies as shown
from schemas.documents.signatures import PublicDocument


class HandoverDiffers(Conflict):
    """The id of a handing over that is recorded already, with other content or by somebody else."""

    code = "handover_differs"
    text_vi = "Lần giao này đã được ghi nhận với nội dung khác. Hãy xem lại rồi ghi thành một lần giao mới."
    text_en = "This handing over is recorded already, with other content. Check it and record it as a new one."


async def in_sight(code: str, actor: Actor) -> tuple[Held, PublicDocument]:
    """Return the paper, and its public answer. Raises NotFound if it is out of scope."""
    held = await papers.find(signing.read_code(code) or "-")
    if held is None:
        raise NotFound(what="document")
    await papers.require_sight(held, actor)
    return held, await public.look(held.code)


async def hand_over(
    code: str, said: shown.HandCopy, actor: Actor, address: str | None
) -> shown.CopyHandover:
    """Record that a copy was handed over, when, how and to whom. A repeat changes nothing.

    It is a fact, so it is taken in whatever state the paper is by now. Not inside a transaction.
    Raises NotFound, NotAllowed, HandoverDiffers.
    """
    held, _ = await in_sight(code, actor)
    if not rules.gives(actor):
        raise NotAllowed
    if said.copy_id is not None and await copies.code_of(said.copy_id) != held.code:
        raise NotFound(what="copy")
    async with transaction():
        await queries.insert(held.code, held.record_id, said, actor.officer_id)
        row = await queries.find(said.id)
        if row is None or (row.code, row.handed_by) != (held.code, actor.officer_id):
            raise HandoverDiffers
        if msgspec.structs.replace(_said(row), handed_at=said.handed_at) != said:
            raise HandoverDiffers
        await access_log.record(actor, "copy.handed_over", held.record_id, address=address)
    return _handover(row)


async def of_paper(code: str) -> list[shown.CopyHandover]:
    """Return what was handed over of a paper, the latest first. The caller has checked scope."""
    return [_handover(one) for one in await queries.of_paper(code)]


def _said(row: queries.HandoverRow) -> shown.HandCopy:
    appointment = None
    if row.appointment_at is not None and row.appointment_place is not None:
        appointment = shown.Appointment(at=row.appointment_at, place=row.appointment_place)
    return msgspec.convert(
        {
            "id": row.id,
            "copy_id": row.copy_id,
            "way": row.way,
            "receiver": row.receiver,
            "appointment": appointment,
            "handed_at": row.handed_at,
        },
        shown.HandCopy,
    )


def _handover(row: queries.HandoverRow) -> shown.CopyHandover:
    said = _said(row)
    return shown.CopyHandover(
        id=said.id,
        way=said.way,
        receiver=said.receiver,
        with_code=said.copy_id is not None,
        appointment=said.appointment,
        handed_by_name=row.handed_by_name,
        handed_at=said.handed_at,
        received_at=row.received_at,
    )
