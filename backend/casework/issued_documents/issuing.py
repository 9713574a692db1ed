"""Issues a paper: reserves its number, signs it, enters it (docs/decisions/0014).

This takes two short transactions, with the slow work outside of any. Layout, the time-stamp service
and the store may take long, and nobody waits for a row meanwhile. The signature covers the number
on the paper, so the number comes first (Circular 22/2021 Art 6.4 for electronic papers). It is kept
for this document with this content: whatever fails, the next try takes it.
"""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.casework.cases import service as cases
from backend.casework.issued_documents import contents
from backend.casework.queries.issued_documents import PaperIssuer
from backend.core import clock, local_time
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.job_queue import PROTECT_DOCUMENT, enqueue
from backend.documents import issuing as paper_issuing
from backend.documents import service as documents
from backend.documents import signed_outside
from backend.documents.issuing import PaperBeingSigned as PaperBeingSigned
from backend.documents.issuing import PaperNotReady as PaperNotReady
from backend.documents.signed_outside import PaperPrepared as PaperPrepared
from backend.documents.signing import service as signing
from backend.force.numbers import service as numbering
from backend.law import form_facts
from backend.ledger import service as ledger
from backend.ledger.service import Outcome
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.views import PaperView
from schemas.casework.words import CaseAct, DocumentState
from schemas.core.vocabulary import RecordKind

Judge = Callable[[UUID, PaperView], Awaitable[None]]
"""Says what speaks against issuing this paper of this case, beyond the case's own rules; raises
RefusedAct. Called in a transaction that holds the case's lock, before a key is opened and again
before a number is reserved."""
Further = Callable[[UUID, UUID], Awaitable[None]]
"""Enters further acts with this paper of this case, in its transaction and after `document.issued`.
Raises if one is refused: then nothing is entered and the number stays reserved."""


class Reserved(msgspec.Struct, frozen=True, kw_only=True):
    """What transaction 1 determined, for the steps after it."""

    case_id: UUID
    unit_id: UUID
    paper: PaperView
    issuer: PaperIssuer
    number: numbering.Number
    text: str
    at: datetime
    """UTC; the paper shows its day in Vietnam."""


async def issue(
    document_id: UUID,
    fields_hash: str,
    passphrase: str | None,
    actor: Actor,
    *,
    judge: Judge | None = None,
    further: Further | None = None,
    alone: str | None = None,
    despite: str | None = None,
    unheard: str | None = None,
    said: dict[str, Any] | None = None,
) -> Outcome:
    """Number, lay out, sign, store and record a paper; opens its transactions itself.

    With `passphrase` None it is printed, to be signed by hand (`document.printed`). It then has no
    effect yet, and `further` is not called.

    Raises NotFound, PaperNotReady, PaperBeingSigned, numbering's OfficerNumberMissing and
    NumberNotHeld, what opening the certificate raises, Unavailable. Raises RefusedAct if the one
    door, `judge` or `further` refuses. A number that was reserved by then stays reserved for the
    next try.
    """
    async with transaction():
        await look(document_id, fields_hash, actor, judge, despite=despite)
    opened = await signing.open_certificate(actor.officer_id, passphrase) if passphrase else None
    async with transaction():
        kept = await reserve(document_id, fields_hash, actor, judge, despite)
    code = signing.new_code()
    content = contents.content(
        kept.paper,
        kept.issuer,
        number=kept.text,
        code=code,
        now=kept.at,
        signed_electronically=opened is not None,
    )
    title = kept.paper.title.vi
    file = await paper_issuing.produce(content, opened, title, kept.unit_id, document_id)
    level, signer = file.level, kept.issuer.full_name if file.level else None
    made = laid_out(kept, code, alone=alone, despite=despite, unheard=unheard, said=said)
    made |= {"sha256": file.sha256, "size": file.size, "pages": file.pages}
    act = (
        case_side_acts.DocumentIssued(**made, signature_level=level, signer=signer)
        if level
        else case_side_acts.DocumentPrinted(**made)
    )
    async with transaction():
        return await enter(kept, act, actor, further)


def laid_out(
    kept: Reserved,
    code: str,
    *,
    alone: str | None,
    despite: str | None,
    unheard: str | None,
    said: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """Return what the act says of a paper, except of its file."""
    return {
        "document_id": kept.paper.id,
        "form": kept.paper.form,
        "form_version": kept.paper.form_version,
        "fields_hash": kept.paper.fields_hash,
        "number": kept.text,
        "issued_on": local_time.day_of(kept.at),
        "issued_at": kept.at,
        "issuer_title": kept.issuer.title_vi,
        "code": code,
        "issuer_name": kept.issuer.full_name,
        "issuer_unit": kept.issuer.unit_name,
        "issuer_superior": kept.issuer.superior_name,
        "content_sha256": contents.content_sha256(kept.paper),
        "alone": alone,
        "despite": despite,
        "unheard": unheard,
        "said": said,
    }


async def look(
    document_id: UUID,
    fields_hash: str,
    actor: Actor,
    judge: Judge | None,
    before: cases.Signed | None = None,
    despite: str | None = None,
) -> tuple[UUID, PaperView]:
    """Return (case id, paper) of a paper that waits for its signature; locks the case.

    Raises if anything speaks against issuing it now, or against its having been signed `before`.
    """
    case_id, _, _ = await cases.paper(document_id, actor)
    await cases.require_issuable(case_id, document_id, actor, before, despite)
    _, _, paper = await cases.paper(document_id, actor)  # read again, now that nobody can change it
    if paper.state != DocumentState.CONTENT_READY or paper.fields_hash != fields_hash:
        raise PaperNotReady
    if judge is not None:
        await judge(case_id, paper)
    return case_id, paper


async def reserve(
    document_id: UUID, fields_hash: str, actor: Actor, judge: Judge | None, despite: str | None
) -> Reserved:
    """Transaction 1: judge again, and reserve a number for this document with this content."""
    case_id, paper = await look(document_id, fields_hash, actor, judge, despite=despite)
    issuer = await contents.issuer_of(actor, case_id)
    schema = documents.get_form(paper.form, paper.form_version)
    who = issuer_as(paper, issuer, actor.officer_id)
    now = clock.now()
    year, sequence = local_time.year_of(now), form_facts.register_of(paper.form)
    await _respect_prepared(case_id, document_id, fields_hash, now, actor)
    await _void_unfit(case_id, document_id, who, sequence, year, fields_hash, actor)
    number = await numbering.reserve(
        who, sequence, year, document_id, fields_hash, actor.officer_id
    )
    return Reserved(
        case_id=case_id,
        unit_id=await cases.unit_of(case_id),
        paper=paper,
        issuer=issuer,
        number=number,
        text=number_text(who, documents.symbol(schema, paper.fields), number.number, issuer),
        at=now,
    )


def issuer_as(paper: PaperView, issuer: PaperIssuer, officer_id: UUID) -> numbering.Issuer:
    """Return the issuer whose register numbers this paper. Raises OfficerNumberMissing."""
    schema = documents.get_form(paper.form, paper.form_version)
    own = schema.get("x-issuer") == "officer"
    if own and not issuer.officer_number:
        raise numbering.OfficerNumberMissing
    return numbering.Issuer(
        kind="officer" if own else "unit", id=officer_id if own else issuer.unit_id
    )


def number_text(who: numbering.Issuer, symbol: str, number: int, issuer: PaperIssuer) -> str:
    """Return a number as a paper of this issuer shows it."""
    if who.kind == "officer":
        return numbering.officer_number_text(symbol, number, issuer.officer_number or "")
    return numbering.unit_number_text(symbol, number, issuer.unit_code)


async def _void_unfit(
    case_id: UUID,
    document_id: UUID,
    who: numbering.Issuer,
    sequence: str,
    year: int,
    fields_hash: str,
    actor: Actor,
) -> None:
    """Void, by an act with the reason, a number kept for the paper that it can no longer bear."""
    unfit = await paper_issuing.unfit_number(
        document_id, who, sequence, year, fields_hash, actor.officer_id
    )
    if unfit is not None:
        ledger.unwrap(await void(case_id, document_id, *unfit, actor))


async def _respect_prepared(
    case_id: UUID, document_id: UUID, fields_hash: str, now: datetime, actor: Actor
) -> None:
    """Take no number away from a paper that another signer has to sign outside today.

    Raises PaperPrepared.
    """
    there = await signed_outside.of_another(document_id, fields_hash, now, actor.officer_id)
    if there is not None:
        why = signed_outside.PREPARED_BY_ANOTHER
        ledger.unwrap(await void(case_id, document_id, there, why, actor))


async def void(
    case_id: UUID, document_id: UUID, there: numbering.Held, reason: str, actor: Actor
) -> Outcome:
    """Record that a number which was kept for a paper is void, in the caller's transaction.

    The fold of the act voids it. The caller has checked that the actor sees the case.
    """
    number = there.number
    content = case_side_acts.DocumentNumberVoided(
        document_id=document_id,
        issuer_kind=number.issuer.kind,
        issuer_id=number.issuer.id,
        form=number.form,
        year=number.year,
        number=number.number,
        reason=reason,
    )
    kind = CaseAct.DOCUMENT_NUMBER_VOIDED
    return await ledger.record(
        ledger.desk_act(RecordKind.CASE, case_id, kind, content, actor), actor
    )


async def enter(
    kept: Reserved,
    act: case_side_acts.LaidOut,
    actor: Actor,
    further: Further | None,
) -> Outcome:
    """Transaction 2: check paper, signer and number again, then enter the paper; it is in force."""
    await look(act.document_id, act.fields_hash, actor, None, despite=act.despite)
    if await contents.issuer_of(actor, kept.case_id) != kept.issuer:
        raise PaperNotReady  # the signer's title or unit on the paper changed meanwhile
    await numbering.use_held(kept.number, act.document_id, act.fields_hash)
    signed = isinstance(act, case_side_acts.DocumentIssued)
    kind = CaseAct.DOCUMENT_ISSUED if signed else CaseAct.DOCUMENT_PRINTED
    outcome = await cases.act(kept.case_id, kind, act, actor)
    ledger.unwrap(outcome)  # raises, so that the number stays reserved
    if further is not None and signed:
        await further(kept.case_id, act.document_id)
    await enqueue(PROTECT_DOCUMENT, act.document_id)
    return outcome
