"""Decisions that their signer signs elsewhere, with the State's token or a SIM (docs/decisions/0019).

await outside.prepare(document_id, fields_hash, actor)              # reserves the number
data, name = await outside.download(document_id, actor, address)    # the signer alone
inspection_id = await outside.take(document_id, signed, actor)      # the decision is in force
"""

import hashlib
from typing import TypeAlias
from uuid import UUID

import msgspec
from msgspec import UNSET

from backend.core import access_log, custody
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.documents import rendering, signed_outside
from backend.documents.issuing import PDF, PaperNotReady, pages_of
from backend.documents.signed_outside import EnteredOtherwise, PreparationOver
from backend.documents.signing import outside
from backend.documents.signing import service as signing
from backend.fieldwork.decision_papers import issuing
from backend.fieldwork.decision_papers.issuing import Reasons
from backend.fieldwork.inspections.issue import Office
from backend.fieldwork.queries import decision_papers as queries
from backend.fieldwork.queries.decision_papers import NamedPaper
from backend.fieldwork.queries.inspection_rows import IssuingOfficer
from backend.force.numbers import service as numbering
from backend.ledger import service as ledger
from schemas.documents.papers import PaperContent
from schemas.fieldwork import decision_papers as acts
from schemas.fieldwork.adhoc_plans import Emergency
from schemas.fieldwork.words import PaperState

_ISSUED = (PaperState.SIGNED, PaperState.AWAITING, PaperState.SENT_BACK)


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What was determined when the paper was prepared."""

    number: numbering.Number
    text: str
    """The number as on the paper."""
    officer: IssuingOfficer
    office: Office
    content: PaperContent
    printed: acts.PaperPrinted
    """What the act will say of the paper, except of its file."""


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
        there = await _current(document_id, actor)
        if there is not None:
            return await _with_reasons(document_id, there, kept.needed)
    code = signing.new_code()
    content = issuing.content_of(kept, code, signed_electronically=True, signed_elsewhere=True)
    data = outside.with_form(await rendering.render_async(content))
    digest = hashlib.sha256(data).hexdigest()
    printed = issuing.printed_as(kept, code, digest, len(data), pages_of(data))
    whole = Kept(
        number=kept.number,
        text=kept.text,
        officer=kept.filled.officer,
        office=kept.filled.office,
        content=content,
        printed=printed,
    )
    async with transaction():
        await issuing.look(document_id, fields_hash, actor, kept.needed)
        there = await _current(document_id, actor)
        if there is not None:  # a second press of the button was faster
            return there
        held = await numbering.held(document_id)
        if held is None or held.number != kept.number:
            raise numbering.NumberNotHeld
        officer_id = actor.officer_id
        await signed_outside.put(document_id, officer_id, fields_hash, whole, data, kept.at)
        made = await _current(document_id, actor)
    if made is None:  # midnight has passed
        raise PreparationOver
    return made


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


async def _current(document_id: UUID, actor: Actor) -> Prepared | None:
    return await signed_outside.current(
        document_id, actor.officer_id, Kept, lambda kept: kept.number
    )


async def waiting(document_id: UUID, actor: Actor) -> Prepared | None:
    """Return what this officer prepared today and has to send back; None if nothing.

    Raises NotFound.
    """
    paper = await _seen(document_id, actor)
    async with transaction():
        there = await _current(document_id, actor)
    draft = paper.state is PaperState.DRAFT
    return there if draft and there and paper.fields_hash == there.fields_hash else None


async def download(document_id: UUID, actor: Actor, address: str | None) -> tuple[bytes, str]:
    """Return the bytes to be signed and a file name, to their signer alone; logs the access.

    Raises NotFound, PreparationOver.
    """
    paper = await _seen(document_id, actor)
    there = await waiting(document_id, actor)
    if there is None:
        raise PreparationOver
    async with transaction():
        data = await signed_outside.pdf(document_id)
        await access_log.record(actor, "paper.prepared", paper.inspection_id, address=address)
    if data is None:
        raise PreparationOver
    return data, f"{paper.form} {there.kept.text.replace('/', '-')}.pdf"


async def take(document_id: UUID, data: bytes, actor: Actor) -> bool:
    """Enter the signed file as the issued paper, and what it means; opens its transactions itself.

    Returns False if this officer entered this very file before. Raises NotFound, PreparationOver,
    EnteredOtherwise, SignedFileWrong, CertificateRefused, Unavailable, DecisionNotIssuable,
    RefusedAct. Whatever is raised, the prepared paper stays.
    """
    if await _entered(document_id, data, actor):
        return False
    try:
        await _take(document_id, data, actor)
    except (PaperNotReady, PreparationOver):
        if await _entered(document_id, data, actor):  # the same file, sent twice at once
            return False
        raise
    return True


async def _take(document_id: UUID, data: bytes, actor: Actor) -> None:
    there = await waiting(document_id, actor)
    if there is None:
        raise PreparationOver
    kept = there.kept
    signed = await signed_outside.examined(
        document_id, data, kept.content, actor.officer_id, there.prepared_at
    )
    async with transaction():
        said = Reasons(kept.printed.unheard, kept.printed.emergency)
        looked = await issuing.look(document_id, there.fields_hash, actor, said)
    sha256 = await custody.put(looked.paper.unit_id, document_id, data, PDF)
    printed = msgspec.structs.replace(kept.printed, sha256=sha256, size=len(data))
    async with transaction():
        await queries.lock(document_id)  # nobody enters it, or gives it up, meanwhile
        if await _current(document_id, actor) is None:
            raise PreparationOver
        await issuing.enter(
            kept.number, (kept.office, kept.officer), printed, str(signed.level), actor
        )
        await signed_outside.end(document_id)


async def _entered(document_id: UUID, data: bytes, actor: Actor) -> bool:
    """Tell whether this officer entered this very file.

    Raises NotFound, EnteredOtherwise if the paper was issued with another file.
    """
    paper = await _seen(document_id, actor)
    if paper.state not in _ISSUED:
        return False
    same = paper.sha256 == hashlib.sha256(data).hexdigest()
    if not same or paper.issued_by != actor.officer_id:
        raise EnteredOtherwise
    return True


async def give_up(document_id: UUID, reason: str, actor: Actor) -> ledger.Outcome:
    """Void the number that the signer's copy bears, in the caller's transaction.

    The draft waits for its signer again, and will get another number. Raises NotFound.
    """
    paper = await _seen(document_id, actor)
    there, held = await _current(document_id, actor), await numbering.held(document_id)
    if there is None or held is None:
        raise NotFound(what="number")
    outcome = await issuing.void(paper.inspection_id, document_id, held, reason, actor)
    if isinstance(outcome, ledger.Accepted):
        await signed_outside.end(document_id)
    return outcome


async def _seen(document_id: UUID, actor: Actor) -> NamedPaper:
    found = await queries.find(actor, document_id)
    if found is None:
        raise NotFound(what="document")
    return found
