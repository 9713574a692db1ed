"""Papers of records that their signer signs elsewhere, with the State's token or a SIM (docs/decisions/0019).

await outside.prepare(document_id, fields_hash, actor)              # reserves the number
data, name = await outside.download(document_id, actor, address)    # the signer alone
await outside.take(document_id, signed, actor)                      # the paper is in force
"""

from typing import TypeAlias
from uuid import UUID

from backend.core.actors import Actor
from backend.core.database import transaction
from backend.documents import signed_outside
from backend.documents.desk_papers import outside as desk_outside
from backend.documents.desk_papers.issuing import content_of
from backend.documents.desk_papers.outside import Outside
from backend.documents.record_papers import issuing
from backend.documents.record_papers.group import GROUP
from backend.documents.record_papers.signers import Signer
from backend.documents.signing import service as signing
from schemas.documents import record_papers as acts
from schemas.documents.record_papers import RecordPaperState


class Kept(desk_outside.Kept, frozen=True, kw_only=True):
    """What was determined when the paper was prepared."""

    signer: Signer
    printed: acts.RecordPaperPrinted


Prepared: TypeAlias = signed_outside.Prepared[Kept]
"""A paper that its signer took."""


async def prepare(document_id: UUID, fields_hash: str, actor: Actor) -> Prepared:
    """Reserve the number and lay the paper out for its signer; opens its transactions itself.

    The same again on the same day gives the same file. Raises NotFound, PaperNotReady,
    PaperPrepared, PaperBeingSigned, OfficerNumberMissing, RefusedAct.
    """
    async with transaction():
        kept = await issuing.reserve(document_id, fields_hash, actor)
        there = await _OUTSIDE.current(document_id, actor)
        if there is not None:
            return there
    code = signing.new_code()
    content = content_of(kept, code, signed_electronically=True, signed_elsewhere=True)
    file = await desk_outside.laid_out(content)
    whole = Kept(
        number=kept.number,
        text=kept.text,
        signer=kept.signer,
        content=content,
        printed=issuing.printed_as(kept, code, file),
    )

    async def look() -> object:
        return await issuing.look(document_id, fields_hash, actor)

    return await _OUTSIDE.keep(document_id, fields_hash, (whole, file.data, kept.at), actor, look)


async def _look(there: Prepared, document_id: UUID, actor: Actor) -> UUID:
    return (await issuing.look(document_id, there.fields_hash, actor)).paper.unit_id


async def _enter(kept: Kept, level: str, actor: Actor) -> None:
    await issuing.enter(kept.number, kept.signer, kept.printed, level, actor)


_OUTSIDE = Outside(GROUP, Kept, waits_as=RecordPaperState.FINAL, look=_look, enter=_enter)
waiting, download = _OUTSIDE.waiting, _OUTSIDE.download
take, give_up = _OUTSIDE.take, _OUTSIDE.give_up
