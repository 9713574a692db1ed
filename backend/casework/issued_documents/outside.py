"""Papers that their signer signs elsewhere, with the State's token or a SIM (docs/decisions/0019).

    prepared = await outside.prepare(document_id, fields_hash, actor, ...)   # reserves the number
    data, name = await outside.download(document_id, actor, address)         # the signer alone
    outcome = await outside.take(document_id, signed, actor, ...)            # document.issued

Preparing is no act, as reserving a number is none (0014): the paper waits for its signer, and has
no effect. It holds for the day on the paper, Vietnam's. Later the signer prepares it again, under
the same number. A refused file changes nothing.
"""

import hashlib
from typing import Any, TypeAlias
from uuid import UUID

import msgspec

from backend.casework.cases import service as cases
from backend.casework.issued_documents import contents, issuing
from backend.casework.issued_documents.issuing import Further, Judge, PaperNotReady
from backend.casework.queries.issued_documents import PaperIssuer
from backend.core import access_log, custody
from backend.core.actors import Actor
from backend.core.database import at_once, transaction
from backend.core.errors import NotFound
from backend.documents import rendering, signed_outside
from backend.documents.issuing import PDF, pages_of
from backend.documents.signed_outside import EnteredOtherwise as EnteredOtherwise
from backend.documents.signed_outside import PreparationOver as PreparationOver
from backend.documents.signing import outside
from backend.documents.signing import service as signing
from backend.force.numbers import service as numbering
from backend.ledger import service as ledger
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.words import DocumentState
from schemas.documents.papers import PaperContent

MOST_BYTES = outside.MOST_BYTES
_ISSUED = (DocumentState.SIGNED, DocumentState.DELIVERED)


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What was determined when the paper was prepared."""

    number: numbering.Number
    text: str
    """The number as on the paper."""
    issuer: PaperIssuer
    content: PaperContent
    made: dict[str, Any]
    """What the act will say of the paper, except of its file."""
    choices: dict[str, Any]
    """What the signer said besides the paper."""


Prepared: TypeAlias = signed_outside.Prepared[Kept]
"""A paper of a case that its signer took."""


async def prepare(
    document_id: UUID,
    fields_hash: str,
    actor: Actor,
    *,
    judge: Judge,
    alone: str | None,
    despite: str | None,
    unheard: str | None = None,
    said: dict[str, Any] | None = None,
    choices: dict[str, Any],
) -> Prepared:
    """Reserve the number and lay the paper out for its signer; opens its transactions itself.

    The same again on the same day gives the same file. Raises NotFound, PaperNotReady,
    PaperPrepared, PaperBeingSigned, numbering's OfficerNumberMissing and NumberNotHeld, RefusedAct.
    """
    async with transaction():
        kept = await issuing.reserve(document_id, fields_hash, actor, judge, despite)
        there = await _current(document_id, actor)
        if there and (there.kept.choices, *_reasons(there)) == (choices, alone, despite):
            return there
    code = signing.new_code()
    content = contents.content(kept.paper, kept.issuer, number=kept.text, code=code, now=kept.at)
    data = outside.with_form(await rendering.render_async(content))
    made = issuing.laid_out(kept, code, alone=alone, despite=despite, unheard=unheard, said=said)
    whole = Kept(
        number=kept.number,
        text=kept.text,
        issuer=kept.issuer,
        content=content,
        made=made | {"pages": pages_of(data)},
        choices=choices,
    )
    async with transaction():
        await issuing.look(document_id, fields_hash, actor, None, despite=despite)
        there = await _current(document_id, actor)
        if there and there.prepared_at >= kept.at:  # a second press of the button was faster
            return there
        held = await numbering.held(document_id)
        if held is None or held.number != kept.number:
            raise numbering.NumberNotHeld
        await signed_outside.put(document_id, actor.officer_id, fields_hash, whole, data, kept.at)
        made_now = await _current(document_id, actor)
    if made_now is None:  # midnight has passed
        raise PreparationOver
    return made_now


def _reasons(there: Prepared) -> tuple[str | None, str | None]:
    return there.kept.made["alone"], there.kept.made["despite"]


async def _current(document_id: UUID, actor: Actor, *, locked: bool = True) -> Prepared | None:
    """Return what this officer prepared today and may still sign, in the caller's transaction."""
    return await signed_outside.current(
        document_id, actor.officer_id, Kept, lambda kept: kept.number, locked=locked
    )


async def waiting(document_id: UUID, actor: Actor) -> Prepared | None:
    """Return what this officer prepared today and has to send back; None if nothing.

    For a page: it locks nothing. Raises NotFound.
    """
    async with at_once() as ask:
        seeing = ask(cases.paper(document_id, actor))
        keeping = ask(_current(document_id, actor, locked=False))
    (_, _, paper), there = seeing.result(), keeping.result()
    ready = paper.state == DocumentState.CONTENT_READY
    return there if ready and there and paper.fields_hash == there.fields_hash else None


async def download(document_id: UUID, actor: Actor, address: str | None) -> tuple[bytes, str]:
    """Return the bytes to be signed and a file name, to their signer alone; logs the access.

    Raises NotFound, PreparationOver.
    """
    case_id, _, paper = await cases.paper(document_id, actor)
    there = await waiting(document_id, actor)
    if there is None:
        raise PreparationOver
    async with transaction():
        data = await signed_outside.pdf(document_id)
        await access_log.record(actor, "document.prepared", case_id, address=address)
    if data is None:
        raise PreparationOver
    return data, f"{paper.form} {there.kept.text.replace('/', '-')}.pdf"


async def take(
    document_id: UUID, data: bytes, actor: Actor, *, judge: Judge, further: Further
) -> ledger.Outcome | None:
    """Enter the signed file as the issued paper; opens its transactions itself.

    Returns None if this officer entered this very file before. Raises NotFound, PreparationOver,
    EnteredOtherwise, SignedFileWrong, CertificateRefused, Unavailable. Raises RefusedAct if the one
    door, `judge` or `further` refuses. Whatever is raised, the prepared paper stays.
    """
    if await _entered(document_id, data, actor):
        return None
    try:
        return await _take(document_id, data, actor, judge, further)
    except (PaperNotReady, PreparationOver):
        if await _entered(document_id, data, actor):  # the same file, sent twice at once
            return None
        raise


async def _take(
    document_id: UUID, data: bytes, actor: Actor, judge: Judge, further: Further
) -> ledger.Outcome:
    there = await waiting(document_id, actor)
    if there is None:
        raise PreparationOver
    signed = await signed_outside.examined(
        document_id, data, there.kept.content, actor.officer_id, there.prepared_at
    )
    async with transaction():
        case_id, paper = await issuing.look(
            document_id, there.fields_hash, actor, judge, despite=there.kept.made["despite"]
        )
        unit_id = await cases.unit_of(case_id)
    kept = issuing.Reserved(
        case_id=case_id,
        unit_id=unit_id,
        paper=paper,
        issuer=there.kept.issuer,
        number=there.kept.number,
        text=there.kept.text,
        at=there.prepared_at,
    )
    said = there.kept.made | {
        "sha256": await custody.put(unit_id, document_id, data, PDF),
        "size": len(data),
        "signature_level": str(signed.level),
        "signer": there.kept.issuer.full_name,
    }
    act = msgspec.convert(said, case_side_acts.DocumentIssued)

    async def enters(case_id: UUID, document_id: UUID) -> None:
        await signed_outside.end(document_id)
        await further(case_id, document_id)

    async with transaction():
        await cases.unit_of(case_id)  # the lock: nobody enters it, or gives it up, meanwhile
        if await _current(document_id, actor) is None:
            raise PreparationOver
        return await issuing.enter(kept, act, actor, enters)


async def _entered(document_id: UUID, data: bytes, actor: Actor) -> bool:
    """Tell whether this officer entered this very file.

    Raises NotFound, EnteredOtherwise if the paper was issued with another file.
    """
    _, _, paper = await cases.paper(document_id, actor)
    if paper.state not in _ISSUED:
        return False
    same = paper.sha256 == hashlib.sha256(data).hexdigest()
    if not same or paper.issued_by != actor.officer_id:
        raise EnteredOtherwise
    return True


async def give_up(document_id: UUID, reason: str, actor: Actor) -> ledger.Outcome:
    """Void the number that the signer's copy bears, in the caller's transaction.

    The paper waits for its signer again, and will get another number. Raises NotFound.
    """
    case_id, _, _ = await cases.paper(document_id, actor)
    found, held = (
        await signed_outside.prepared(document_id, Kept),
        await numbering.held(document_id),
    )
    if found is None or held is None or found.officer_id != actor.officer_id:
        raise NotFound(what="number")
    outcome = await issuing.void(case_id, document_id, held, reason, actor)
    if isinstance(outcome, ledger.Accepted):
        await signed_outside.end(document_id)
    return outcome
