"""Papers of the history's cases: drafted, signed at their day with a certificate, stored.

The steps are those of backend/casework/issued_documents/issuing.py, in one transaction instead of
three: nobody waits for a case of the past.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from backend.casework.cases import service as cases
from backend.casework.drafting import entering
from backend.casework.drafting import service as drafting
from backend.casework.issued_documents import contents, issuing
from backend.core import clock, local_time
from backend.core.actors import Actor
from backend.documents import issuing as paper_issuing
from backend.documents import service as documents
from backend.documents.signing import service as signing
from backend.documents.signing.opening import OpenedCertificate
from backend.force.numbers import planned
from backend.force.numbers import service as numbering
from backend.law import form_facts
from backend.ledger import service as ledger
from schemas.casework.acts import beside
from schemas.law.sanctions import Computation

_DESPITE = "Đã đối chiếu với văn bản gốc (trình diễn)."


async def draft(
    case_id: UUID,
    form: str,
    by: Actor,
    note: str,
    typed: Mapping[str, object],
    computation: Computation | None = None,
    of: UUID | None = None,
) -> UUID:
    """Draft a paper and make it ready for its signer; returns its id. `of`: the decision that it changes."""
    document, outcome = await drafting.begin(case_id, form, by, about=of, computation=computation)
    ledger.unwrap(outcome)
    _, _, paper = await cases.paper(document, by)
    fields = paper.fields | dict(typed)
    made = await drafting.save(case_id, document, fields, by, ready=True, note=note)
    if made is not None:
        ledger.unwrap(made)
    return document


async def sign(
    case_id: UUID,
    document: UUID,
    by: Actor,
    opened: OpenedCertificate,
    number: int | None,
    answers: Mapping[str, Any],
) -> None:
    """Number, lay out, sign, store and enter a paper with what it means in its case.

    `number` is its planned one in the register of the signer's unit; None takes the next one.
    """
    _, _, paper = await cases.paper(document, by)
    why = await cases.signing_warning(case_id, document, by)
    why = why or await entering.warning(case_id, paper, by)
    despite = _DESPITE if why else None
    choices = entering.Choices(despite=despite, answers=answers)
    if number is None:
        kept = await issuing.reserve(document, paper.fields_hash, by, None, despite)
    else:
        kept = await _reserved(case_id, document, paper.fields_hash, by, despite, number)
    code = signing.new_code()
    said = contents.content(
        kept.paper,
        kept.issuer,
        number=kept.text,
        code=code,
        now=kept.at,
        signed_electronically=True,
    )
    file = await paper_issuing.produce(said, opened, kept.paper.title.vi, kept.unit_id, document)
    act = beside.DocumentIssued(
        **issuing.laid_out(
            kept,
            code,
            alone=None,
            despite=despite,
            unheard=None,
            said=entering.said(paper, choices),
        ),
        sha256=file.sha256,
        size=file.size,
        pages=file.pages,
        signature_level=file.level or "none",
        signer=kept.issuer.full_name,
    )

    async def further(case_id: UUID, document_id: UUID) -> None:
        await entering.enter(case_id, document_id, choices, by)

    ledger.unwrap(await issuing.enter(kept, act, by, further))


async def _reserved(
    case_id: UUID, document: UUID, fields_hash: str, by: Actor, despite: str | None, place: int
) -> issuing.Reserved:
    """Reserve a planned number, as issuing.reserve() does the next one."""
    at = clock.now()
    _, paper = await issuing.look(document, fields_hash, by, None, despite=despite)
    issuer = await contents.issuer_of(by, case_id)
    number = numbering.Number(
        issuer=issuing.issuer_as(paper, issuer, by.officer_id),
        form=form_facts.register_of(paper.form),
        year=local_time.year_of(at),
        number=place,
    )
    await planned.reserve(number, document, fields_hash, by.officer_id, at)
    symbol = documents.symbol(documents.get_form(paper.form, paper.form_version), paper.fields)
    return issuing.Reserved(
        case_id=case_id,
        unit_id=await cases.unit_of(case_id),
        paper=paper,
        issuer=issuer,
        number=number,
        text=issuing.number_text(number.issuer, symbol, place, issuer),
        at=at,
    )
