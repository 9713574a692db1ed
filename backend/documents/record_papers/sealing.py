"""The agency's digital seal on a signed paper of a record, by its clerk (Decree 30/2020 Art 33).

    await sealing.seal(document_id, certificate_id, passphrase, clerk)     # a key that is here
    data, name = await sealing.download(document_id, clerk, address)       # a token elsewhere
    await sealing.take(document_id, sent_back, clerk)

How a file is sealed is in backend/documents/sealing.py. The sealed file is the one that goes out and
that the public check shows from then on (docs/decisions/0026).
"""

import hashlib
from uuid import UUID

import msgspec

from backend.core import access_log, custody
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import NotAllowed, NotFound, RefusedAct
from backend.documents import scans, sealing
from backend.documents.queries.record_papers import NamedPaper, Paper
from backend.documents.record_papers import drafting
from backend.documents.rules import record_papers as rules
from backend.documents.sealing import Made, ToSeal
from backend.documents.signing.agency import UnitCertificateRow
from backend.documents.texts.record_papers import refusal
from backend.force.numbers import service as numbering
from backend.ledger import service as ledger
from schemas.core.problems import Text
from schemas.documents.record_papers import RecordPaperAct, RecordPaperSealed


class Waits(msgspec.Struct, frozen=True, kw_only=True):
    """What the clerk's page shows of a paper that may be sealed."""

    paper: NamedPaper
    unit_id: UUID
    against: Text | None
    """Why it gets no seal; None if it may."""
    here: list[UnitCertificateRow]
    """The unit's certificates whose key is here, usable now."""
    outside: bool
    """The unit has a usable certificate whose key is elsewhere."""


async def waits(document_id: UUID, actor: Actor) -> Waits:
    """Return what the clerk needs to seal a paper in sight. Raises NotFound, NotAllowed."""
    paper, unit_id = await _looked(document_id, actor)
    usable = await sealing.certificates(unit_id)
    why = _fault(paper, unit_id, actor)
    return Waits(
        paper=paper,
        unit_id=unit_id,
        against=refusal(why).text if why else None,
        here=usable.here,
        outside=usable.outside,
    )


async def may_seal(paper: Paper, actor: Actor) -> bool:
    """Tell whether a page offers the seal to this reader."""
    if not sealing.puts_seals(actor):
        return False
    unit_id = await numbering.unit_of(paper.id) or paper.unit_id
    return _fault(paper, unit_id, actor) is None


def _fault(paper: Paper, unit_id: UUID, actor: Actor) -> str | None:
    why = rules.seal_fault(paper)
    why = why or ("unit" if actor.unit.unit_id != unit_id else None)
    return f"seal_{why}" if why else None


async def _looked(document_id: UUID, actor: Actor) -> tuple[NamedPaper, UUID]:
    """Return a paper in sight of a clerk, and the unit that seals it. Raises NotFound, NotAllowed."""
    if not sealing.puts_seals(actor):
        raise NotAllowed
    paper, _, _ = await drafting.seen(document_id, actor)
    return paper, await numbering.unit_of(document_id) or paper.unit_id


async def _ready(document_id: UUID, actor: Actor) -> tuple[NamedPaper, ToSeal]:
    """Return a paper that this clerk may seal now. Raises NotFound, NotAllowed, RefusedAct."""
    async with transaction():
        paper, unit_id = await _looked(document_id, actor)
    if why := _fault(paper, unit_id, actor):
        raise _refused(why)
    if paper.object_key is None or paper.sha256 is None or paper.issued_at is None:
        raise NotFound(what="document")
    return paper, ToSeal(
        document_id=document_id,
        unit_id=unit_id,
        object_key=paper.object_key,
        sha256=paper.sha256,
        issued_at=paper.issued_at,
        issuer_name=paper.issuer_name or "",
    )


def _refused(why: str) -> RefusedAct:
    found = refusal(why)
    return RefusedAct(code=found.code, text=found.text)


async def seal(
    document_id: UUID, certificate_id: UUID, passphrase: str, actor: Actor
) -> ledger.Outcome:
    """Seal a paper with the unit's certificate; opens its transactions itself.

    Raises NotFound, NotAllowed, RefusedAct, what opening the certificate raises, PdfUnreadable,
    LevelUnreachable, Unavailable. Whatever is raised, the paper stays as it is.
    """
    paper, file = await _ready(document_id, actor)
    made = await sealing.sign(file, certificate_id, passphrase, actor)
    if made is None:
        raise _refused("seal_locked")
    return await _enter(paper, file, made, actor)


async def download(document_id: UUID, actor: Actor, address: str | None) -> tuple[bytes, str]:
    """Return the signed file that the clerk's token is to seal, and a file name; logs the access.

    Raises NotFound, NotAllowed, RefusedAct, Unavailable.
    """
    paper, file = await _ready(document_id, actor)
    data = await custody.read(file.object_key, file.sha256)
    async with transaction():
        await access_log.record(actor, "paper.to_seal", paper.record_id, address=address)
    return data, f"{paper.form} {(paper.number or '').replace('/', '-')}.pdf"


async def take(document_id: UUID, data: bytes, actor: Actor) -> ledger.Outcome | None:
    """Enter a file that was sealed elsewhere; opens its transactions itself.

    Returns None if this very file is the sealed one already. Raises NotFound, NotAllowed,
    RefusedAct, SignedFileWrong, CertificateRefused, Unavailable.
    """
    async with transaction():
        found, _ = await _looked(document_id, actor)
    if found.sealed_sha256 == hashlib.sha256(data).hexdigest():
        return None
    paper, file = await _ready(document_id, actor)
    return await _enter(paper, file, await sealing.examined(file, data), actor)


async def _enter(paper: NamedPaper, file: ToSeal, made: Made, actor: Actor) -> ledger.Outcome:
    kind = scans.kind_of(paper.record_kind)
    said = await sealing.stored(kind, paper.record_id, paper.unit_id, file, made, actor)
    content = RecordPaperSealed(**said)
    async with transaction():
        return await drafting.record(
            paper.record_kind, paper.record_id, RecordPaperAct.SEALED, content, actor
        )
