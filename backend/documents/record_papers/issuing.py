"""Signs or prints a paper of a record: reserves its number, signs, enters it (docs/decisions/0014).

Two short transactions, with layout, signature and store outside of any. What the paper means for its
record is entered by the record's owner in the transaction that puts the paper in force.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import clock, local_time
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import RefusedAct
from backend.core.job_queue import PROTECT_DOCUMENT, enqueue
from backend.documents import contents, issuing
from backend.documents import service as documents
from backend.documents.desk_papers.numbers import Numbers
from backend.documents.issuing import PaperNotReady
from backend.documents.queries import record_papers as queries
from backend.documents.queries.record_papers import Paper
from backend.documents.record_papers import drafting, judging, owners, signers, telling
from backend.documents.record_papers.group import GROUP
from backend.documents.record_papers.owners import Issued, Owned
from backend.documents.record_papers.signers import Signer
from backend.documents.signing import service as signing
from backend.force.numbers import service as numbering
from backend.ledger import service as ledger
from schemas.documents import record_papers as acts
from schemas.documents.papers import PaperContent
from schemas.documents.record_papers import RecordPaperAct, RecordPaperState

_NUMBERS = Numbers(GROUP)


class Looked(msgspec.Struct, frozen=True, kw_only=True):
    """A finalised paper that this officer may sign now."""

    paper: Paper
    owned: Owned
    signer: Signer


class Reserved(msgspec.Struct, frozen=True, kw_only=True):
    """What transaction 1 determined, for the steps after it."""

    paper: Paper
    signer: Signer
    number: numbering.Number
    text: str
    at: datetime
    """UTC; the paper shows its day in Vietnam."""


async def sign(document_id: UUID, fields_hash: str, passphrase: str | None, actor: Actor) -> None:
    """Number, lay out, sign, store and enter the paper as this officer's.

    With a passphrase it is in force. With None it is printed, to be signed by hand, and is not in
    force before its scan (by_hand.py). Opens its transactions itself.

    Raises NotFound, PaperNotReady if it is not as the signer saw it, PaperPrepared, PaperBeingSigned,
    what opening the certificate raises, OfficerNumberMissing, Unavailable, RefusedAct. A number that
    was reserved by then stays reserved for the next try.
    """
    async with transaction():
        await look(document_id, fields_hash, actor)
    opened = await signing.open_certificate(actor.officer_id, passphrase) if passphrase else None
    async with transaction():
        kept = await reserve(document_id, fields_hash, actor)
    code = signing.new_code()
    content = content_of(kept, code, signed_electronically=opened is not None)
    title = documents.get_form(kept.paper.form, kept.paper.form_version)["x-title"]["vi"]
    file = await issuing.produce(content, opened, title, kept.paper.unit_id, document_id)
    printed = printed_as(kept, code, (file.sha256, file.size, file.pages))
    async with transaction():
        await enter(kept.number, kept.signer, printed, file.level, actor)


async def look(document_id: UUID, fields_hash: str, actor: Actor) -> Looked:
    """Return a finalised paper that this officer may sign now, and lock it. Raises as sign() says."""
    _, owner, owned = await drafting.seen(document_id, actor)
    paper = await queries.lock(document_id)
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
    number = await _NUMBERS.reserve(paper, who, fields_hash, now, actor)
    schema = documents.get_form(paper.form, paper.form_version)
    symbol = documents.symbol(schema, paper.fields)
    own = signer.officer.officer_number or ""
    text = (
        numbering.officer_number_text(symbol, number.number, own)
        if who.kind == "officer"
        else numbering.unit_number_text(symbol, number.number, signer.unit_code)
    )
    return Reserved(paper=paper, signer=signer, number=number, text=text, at=now)


def _issuer(paper: Paper, signer: Signer) -> numbering.Issuer:
    """Return whose register numbers this paper. Raises OfficerNumberMissing."""
    if not signers.is_own(paper.form):
        return numbering.Issuer(kind="unit", id=signer.officer.unit_id)
    if not signer.officer.officer_number:
        raise numbering.OfficerNumberMissing
    return numbering.Issuer(kind="officer", id=signer.officer.officer_id)


def content_of(
    kept: Reserved, code: str, *, signed_electronically: bool, signed_elsewhere: bool = False
) -> PaperContent:
    """Return what the paper prints."""
    paper = kept.paper
    return contents.content(
        contents.Filled(paper.form, paper.form_version, paper.fields),
        kept.signer,
        number=kept.text,
        code=code,
        now=kept.at,
        signed_electronically=signed_electronically,
        signed_elsewhere=signed_elsewhere,
    )


def printed_as(kept: Reserved, code: str, file: tuple[str, int, int]) -> acts.RecordPaperPrinted:
    """Return what the act says of the paper and its file: hash, bytes, pages."""
    paper, signer = kept.paper, kept.signer
    sha256, size, pages = file
    return acts.RecordPaperPrinted(
        document_id=paper.id,
        form=paper.form,
        form_version=paper.form_version,
        fields_hash=paper.fields_hash,
        number=kept.text,
        issued_on=local_time.day_of(kept.at),
        issued_at=kept.at,
        issuer_name=signer.full_name,
        issuer_title=signer.office.title,
        issuer_unit=signer.unit_name,
        issuer_superior=signer.superior_name,
        issuer_by_order=signer.office.by_order_of,
        code=code,
        sha256=sha256,
        size=size,
        pages=pages,
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
    await numbering.use_held(number, printed.document_id, printed.fields_hash)
    paper, kind, content = looked.paper, RecordPaperAct.PRINTED, printed
    if level is not None:
        said: dict[str, Any] = msgspec.structs.asdict(printed)
        kind = RecordPaperAct.ISSUED
        content = acts.RecordPaperIssued(**said, signature_level=level)
    ledger.unwrap(await drafting.record(paper.record_kind, paper.record_id, kind, content, actor))
    if level is not None:
        await put_in_force(paper, looked.owned, printed, None, actor)
    await enqueue(PROTECT_DOCUMENT, printed.document_id)


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
