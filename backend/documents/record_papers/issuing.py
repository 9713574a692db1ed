"""Signs or prints a paper of a record (docs/decisions/0014, backend/documents/desk_papers/issuing.py).

What the paper means for its record is entered by the record's owner in the transaction that puts the
paper in force.
"""

from uuid import UUID

import msgspec

from backend.core import clock
from backend.core.actors import Actor
from backend.core.errors import RefusedAct
from backend.documents import contents
from backend.documents import service as documents
from backend.documents.desk_papers import issuing as desk_issuing
from backend.documents.desk_papers.issuing import File, Issuing, Steps
from backend.documents.issuing import PaperNotReady, Produced
from backend.documents.queries import record_papers as queries
from backend.documents.queries.record_papers import Paper
from backend.documents.record_papers import drafting, judging, offices, owners, signers, telling
from backend.documents.record_papers.group import GROUP
from backend.documents.record_papers.owners import Issued, Owned
from backend.documents.record_papers.signers import Signer
from backend.force.numbers import service as numbering
from schemas.documents import record_papers as acts
from schemas.documents.record_papers import RecordPaperState

_ISSUING = Issuing(GROUP)


class Looked(msgspec.Struct, frozen=True, kw_only=True):
    """A finalised paper that this officer may sign now."""

    paper: Paper
    owned: Owned
    signer: Signer


Reserved = desk_issuing.Reserved[Paper, Signer]
"""What transaction 1 determined, for the steps after it."""


async def sign(document_id: UUID, fields_hash: str, passphrase: str | None, actor: Actor) -> None:
    """Number, lay out, sign, store and enter the paper as this officer's, or print it without a passphrase.

    Opens its transactions itself; see Issuing.sign(). Raises NotFound, PaperNotReady if it is not as the signer saw
    it, PaperPrepared, PaperBeingSigned, what opening the certificate raises, OfficerNumberMissing, Unavailable,
    RefusedAct.
    """

    async def enter_file(kept: Reserved, code: str, file: Produced) -> None:
        await enter(kept.number, kept.signer, printed_as(kept, code, file), file.level, actor)

    steps = Steps(
        look=lambda: look(document_id, fields_hash, actor),
        reserve=lambda: reserve(document_id, fields_hash, actor),
        enter=enter_file,
    )
    await _ISSUING.sign(document_id, passphrase, actor, steps)


async def look(document_id: UUID, fields_hash: str, actor: Actor) -> Looked:
    """Return a finalised paper that this officer may sign now, and lock it. Raises as sign() says."""
    _, owner, owned = await drafting.seen(document_id, actor)
    paper = await queries.lock(document_id)
    if paper is not None:
        await offices.hold(paper.form, actor.officer_id)
    waits = paper is not None and paper.state is RecordPaperState.FINAL
    if paper is None or not waits or paper.fields_hash != fields_hash:
        raise PaperNotReady
    signer = await signers.of(owned, owner, paper.form, actor, clock.today())
    why = await judging.against(owned, owner, paper, signer, actor)
    if why is not None:
        raise RefusedAct(code=why.code, text=why.text)
    return Looked(paper=paper, owned=owned, signer=signer)


async def reserve(document_id: UUID, fields_hash: str, actor: Actor) -> Reserved:
    """Transaction 1: judge again, and reserve a number for the paper with this content."""
    looked = await look(document_id, fields_hash, actor)
    paper, signer, now = looked.paper, looked.signer, clock.now()
    who = _issuer(paper, signer)
    number = await _ISSUING.reserve(paper, who, fields_hash, now, actor)
    schema = documents.get_form(paper.form, paper.form_version)
    symbol = documents.symbol(schema, paper.fields)
    own = signer.officer.officer_number or ""
    text = (
        numbering.officer_number_text(symbol, number.number, own)
        if who.kind == "officer"
        else numbering.unit_number_text(symbol, number.number, signer.unit_code)
    )
    return Reserved(
        paper=paper,
        filled=contents.Filled(paper.form, paper.form_version, paper.fields),
        fields_hash=paper.fields_hash,
        signer=signer,
        number=number,
        text=text,
        at=now,
    )


def _issuer(paper: Paper, signer: Signer) -> numbering.Issuer:
    """Return whose register numbers this paper. Raises OfficerNumberMissing."""
    if not signers.is_own(paper.form):
        return numbering.Issuer(kind="unit", id=signer.officer.unit_id)
    if not signer.officer.officer_number:
        raise numbering.OfficerNumberMissing
    return numbering.Issuer(kind="officer", id=signer.officer.officer_id)


def printed_as(kept: Reserved, code: str, file: File) -> acts.RecordPaperPrinted:
    """Return what the act says of the paper and its file."""
    return acts.RecordPaperPrinted(
        **desk_issuing.printed_as(kept, code, file),
        issuer_title=kept.signer.office.title,
        issuer_by_order=kept.signer.office.by_order_of,
    )


async def enter(
    number: numbering.Number,
    signer: Signer,
    printed: acts.RecordPaperPrinted,
    level: str | None,
    actor: Actor,
) -> None:
    """Transaction 2: check paper, signer and number again, then enter it, and what it means."""
    looked = await look(printed.document_id, printed.fields_hash, actor)
    if looked.signer != signer:
        raise PaperNotReady  # the signer's title or unit on the paper changed meanwhile
    paper = looked.paper
    await _ISSUING.enter(paper, number, printed, level, actor)
    if level is not None:
        await put_in_force(paper, looked.owned, printed, None, actor)


async def put_in_force(
    paper: Paper,
    owned: Owned,
    printed: acts.RecordPaperPrinted,
    scan_id: UUID | None,
    actor: Actor,
) -> None:
    """Have the record's owner enter what the paper means, in the caller's transaction. Raises RefusedAct."""
    await owners.of(owned.kind).on_issued(
        Issued(
            document_id=paper.id,
            record_id=paper.record_id,
            form=paper.form,
            number=printed.number,
            day=printed.issued_on,
            signer_name=printed.issuer_name,
            signer_title=printed.issuer_title,
            fields=paper.fields,
            scan_id=scan_id,
        ),
        actor,
    )
    await telling.in_force(paper, owned, printed.number, actor)
