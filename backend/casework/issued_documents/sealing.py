"""The agency's digital seal on a signed paper of a case, by its clerk (Decree 30/2020 Art 33).

    await sealing.seal(document_id, certificate_id, passphrase, clerk)     # a key that is here
    data, name = await sealing.download(document_id, clerk, address)       # a token elsewhere
    await sealing.take(document_id, sent_back, clerk)

How a file is sealed is in backend/documents/sealing.py.
"""

import hashlib
from collections.abc import Iterable
from uuid import UUID

import msgspec

from backend.casework.cases import seals
from backend.casework.cases import service as cases
from backend.casework.queries import issued_documents as queries
from backend.casework.rules import sealing as rules
from backend.casework.rules.facts import Paper
from backend.casework.texts.cases import refusal
from backend.core import access_log, custody
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import NotAllowed, NotFound, RefusedAct
from backend.documents import sealing
from backend.documents.sealing import Made, ToSeal
from backend.documents.signing.agency import UnitCertificateRow
from backend.ledger import service as ledger
from schemas.casework.acts.dispatching import DocumentSealed
from schemas.casework.views import PaperView
from schemas.casework.words import CaseAct, DocumentState
from schemas.core.problems import Text


class Waits(msgspec.Struct, frozen=True, kw_only=True):
    """What the clerk's page shows of a paper that may be sealed."""

    paper: PaperView
    unit_id: UUID
    against: str | None
    """Why it gets no seal, as the code of a refusal; None if it may."""
    here: list[UnitCertificateRow]
    """The unit's certificates whose key is here, usable now."""
    outside: bool
    """The unit has a usable certificate whose key is elsewhere."""


def may_seal(paper: PaperView, possible: Iterable[str]) -> bool:
    """Tell whether a page offers the seal to a reader who may do these acts."""
    signed = paper.signature_level not in (None, "none") and paper.hand is None
    in_force = paper.state in (DocumentState.SIGNED, DocumentState.DELIVERED)
    fresh = paper.sealed_sha256 is None and not (paper.cancelled_by or paper.replaced_by)
    return signed and in_force and fresh and CaseAct.DOCUMENT_SEALED in possible


def words(code: str) -> Text:
    """Return the sentence of a refusal."""
    return refusal(code).text


async def waits(document_id: UUID, actor: Actor) -> Waits:
    """Return what the clerk needs to seal a paper in sight. Raises NotFound, NotAllowed."""
    if not sealing.puts_seals(actor):
        raise NotAllowed
    _, unit_id, paper, folded = await _looked(document_id, actor)
    usable = await sealing.certificates(unit_id)
    return Waits(
        paper=paper,
        unit_id=unit_id,
        against=_fault(folded, unit_id, actor),
        here=usable.here,
        outside=usable.outside,
    )


def _fault(paper: Paper, unit_id: UUID, actor: Actor) -> str | None:
    return rules.fault(paper) or ("case_seal_unit" if actor.unit.unit_id != unit_id else None)


async def _looked(document_id: UUID, actor: Actor) -> tuple[UUID, UUID, PaperView, Paper]:
    """Return case, sealing unit and paper, as shown and as folded. Raises NotFound."""
    case_id, _, paper = await cases.paper(document_id, actor)
    record, facts = await cases.facts_of(case_id, actor)
    folded = facts.papers.get(document_id)
    if folded is None:
        raise NotFound(what="document")
    return case_id, await seals.unit_of(document_id, record.unit_id), paper, folded


async def _ready(document_id: UUID, actor: Actor) -> tuple[UUID, PaperView, ToSeal]:
    """Return a paper that this clerk may seal now, with its case, and where its signed file is.

    Raises NotFound, NotAllowed, RefusedAct.
    """
    if not sealing.puts_seals(actor):
        raise NotAllowed
    case_id, unit_id, paper, folded = await _looked(document_id, actor)
    if why := _fault(folded, unit_id, actor):
        raise _refused(why)
    row = await queries.stored(document_id)
    if row is None:
        raise NotFound(what="document")
    return (
        case_id,
        paper,
        ToSeal(
            document_id=document_id,
            unit_id=unit_id,
            object_key=row.object_key,
            sha256=row.sha256,
            issued_at=row.issued_at,
            issuer_name=paper.issuer_name or "",
        ),
    )


def _refused(code: str) -> RefusedAct:
    refused = refusal(code)
    return RefusedAct(code=refused.code, text=refused.text)


async def seal(
    document_id: UUID, certificate_id: UUID, passphrase: str, actor: Actor
) -> ledger.Outcome:
    """Seal a paper with the unit's certificate; opens its transactions itself.

    Raises NotFound, NotAllowed, RefusedAct, what opening the certificate raises, PdfUnreadable,
    LevelUnreachable, Unavailable. Whatever is raised, the paper stays as it is.
    """
    case_id, _, paper = await _ready(document_id, actor)
    made = await sealing.sign(paper, certificate_id, passphrase, actor)
    if made is None:
        raise _refused("case_seal_locked")
    return await _enter(case_id, paper, made, actor)


async def download(document_id: UUID, actor: Actor, address: str | None) -> tuple[bytes, str]:
    """Return the signed file that the clerk's token is to seal, and a file name; logs the access.

    Raises NotFound, NotAllowed, RefusedAct, Unavailable.
    """
    case_id, view, paper = await _ready(document_id, actor)
    data = await custody.read(paper.object_key, paper.sha256)
    async with transaction():
        await access_log.record(actor, "document.to_seal", case_id, address=address)
    return data, f"{view.form} {(view.number or '').replace('/', '-')}.pdf"


async def take(document_id: UUID, data: bytes, actor: Actor) -> ledger.Outcome | None:
    """Enter a file that was sealed elsewhere; opens its transactions itself.

    Returns None if this very file is the sealed one already. Raises NotFound, NotAllowed,
    RefusedAct, SignedFileWrong, CertificateRefused, Unavailable.
    """
    _, _, view = await cases.paper(document_id, actor)
    if view.sealed_sha256 == hashlib.sha256(data).hexdigest():
        return None
    case_id, _, paper = await _ready(document_id, actor)
    return await _enter(case_id, paper, await sealing.examined(paper, data), actor)


async def _enter(case_id: UUID, paper: ToSeal, made: Made, actor: Actor) -> ledger.Outcome:
    unit_id = await _unit_of(case_id)
    said = await sealing.stored("case", case_id, unit_id, paper, made, actor)
    async with transaction():
        return await cases.act(case_id, CaseAct.DOCUMENT_SEALED, DocumentSealed(**said), actor)


async def _unit_of(case_id: UUID) -> UUID:
    async with transaction():
        return await cases.unit_of(case_id)
