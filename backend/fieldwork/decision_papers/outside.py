"""Decisions that their signer signs elsewhere, with the State's token or a SIM (docs/decisions/0019).

await outside.prepare(document_id, fields_hash, actor)              # reserves the number
data, name = await outside.download(document_id, actor, address)    # the signer alone
inspection_id = await outside.take(document_id, signed, actor)      # the decision is in force
"""

from typing import TypeAlias
from uuid import UUID

import msgspec
from msgspec import UNSET

from backend.core.actors import Actor
from backend.core.database import transaction
from backend.documents import signed_outside
from backend.documents.desk_papers import outside as desk_outside
from backend.documents.desk_papers.issuing import content_of
from backend.documents.desk_papers.outside import Outside
from backend.documents.signing import service as signing
from backend.fieldwork.decision_papers import issuing
from backend.fieldwork.decision_papers.group import GROUP
from backend.fieldwork.decision_papers.issuing import Reasons
from backend.fieldwork.inspections.issue import Office
from backend.fieldwork.queries.inspection_rows import IssuingOfficer
from schemas.fieldwork import decision_papers as acts
from schemas.fieldwork.adhoc_plans import Emergency
from schemas.fieldwork.words import PaperState


class Kept(desk_outside.Kept, frozen=True, kw_only=True):
    """What was determined when the paper was prepared."""

    officer: IssuingOfficer
    office: Office
    printed: acts.PaperPrinted


Prepared: TypeAlias = signed_outside.Prepared[Kept]
"""A decision that its signer took."""


async def prepare(
    document_id: UUID,
    fields_hash: str,
    actor: Actor,
    unheard: str | None = None,
    emergency: Emergency | None = None,
) -> Prepared:
    """Reserve the number and lay the paper out for its signer; opens its transactions itself.

    `unheard`: why the signer does not wait for advice that has time left; `emergency`: why no plan
    precedes an ad-hoc decision. The same again on the same
    day gives the same file, and keeps a reason that was not given before. Raises NotFound, NotAllowed, PaperNotReady,
    DecisionNotIssuable, PaperPrepared, PaperBeingSigned, RefusedAct.
    """
    said = issuing.reasons(unheard, emergency)
    async with transaction():
        kept = await issuing.reserve(document_id, fields_hash, actor, said)
        there = await _OUTSIDE.current(document_id, actor)
        if there is not None:
            return await _with_reasons(document_id, there, kept.needed)
    code = signing.new_code()
    content = content_of(kept, code, signed_electronically=True, signed_elsewhere=True)
    file = await desk_outside.laid_out(content)
    whole = Kept(
        number=kept.number,
        text=kept.text,
        officer=kept.signer.officer,
        office=kept.signer.office,
        content=content,
        printed=issuing.printed_as(kept, code, file),
    )

    async def look() -> object:
        return await issuing.look(document_id, fields_hash, actor, kept.needed)

    return await _OUTSIDE.keep(document_id, fields_hash, (whole, file.data, kept.at), actor, look)


async def _with_reasons(document_id: UUID, there: Prepared, needed: Reasons) -> Prepared:
    """Return what was prepared before, with the signer's reasons that are needed only now."""
    given = {name: one for name, one in needed._asdict().items() if one is not UNSET}
    printed = msgspec.structs.replace(there.kept.printed, **given)
    data = await signed_outside.pdf(document_id) if printed != there.kept.printed else None
    if data is None:
        return there
    kept = msgspec.structs.replace(there.kept, printed=printed)
    await signed_outside.put(
        document_id, there.officer_id, there.fields_hash, kept, data, there.prepared_at
    )
    return msgspec.structs.replace(there, kept=kept)


async def _look(there: Prepared, document_id: UUID, actor: Actor) -> UUID:
    printed = there.kept.printed
    said = Reasons(printed.unheard, printed.emergency)
    return (await issuing.look(document_id, there.fields_hash, actor, said)).paper.unit_id


async def _enter(kept: Kept, level: str, actor: Actor) -> None:
    office = (kept.office, kept.officer)
    await issuing.enter(kept.number, office, kept.printed, level, actor)


_OUTSIDE = Outside(GROUP, Kept, waits_as=PaperState.DRAFT, look=_look, enter=_enter)
waiting, download = _OUTSIDE.waiting, _OUTSIDE.download
take, give_up = _OUTSIDE.take, _OUTSIDE.give_up
