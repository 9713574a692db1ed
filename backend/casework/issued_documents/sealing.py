"""The agency's digital seal on a signed paper, by its clerk (Decree 30/2020 Art 33, Appendix I, II.8).

    await sealing.seal(document_id, certificate_id, passphrase, clerk)     # a key that is here
    data, name = await sealing.download(document_id, clerk, address)       # a token elsewhere
    await sealing.take(document_id, sent_back, clerk)

The seal is a second signature, appended to the file that the officer signed: its bytes stay the
first ones, and both signatures hold. The sealed file is kept beside the signed one as scans are
(backend/documents/scans.py), and is the one that is handed out from then on (docs/decisions/0026).
"""

import hashlib
from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from backend.casework.cases import seals
from backend.casework.cases import service as cases
from backend.casework.queries import issued_documents as queries
from backend.casework.queries.issued_documents import StoredPaper
from backend.casework.rules import sealing as rules
from backend.casework.rules.facts import Paper
from backend.casework.texts.cases import refusal
from backend.core import access_log, clock, custody, local_time
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import NotAllowed, NotFound, RefusedAct
from backend.documents import scans
from backend.documents.signing import agency, opening, pades, seal_pictures
from backend.documents.signing import outside as signed_outside
from backend.documents.signing import service as signing
from backend.documents.signing.agency import UnitCertificateRow
from backend.documents.signing.outside_child import Box
from backend.documents.signing.outside_errors import SignedFileWrong
from backend.documents.signing.pades import SignedPdf
from backend.ledger import service as ledger
from schemas.casework.acts.dispatching import DocumentSealed
from schemas.casework.views import PaperView
from schemas.casework.words import CaseAct, DocumentState
from schemas.core.problems import Text
from schemas.core.vocabulary import Role

_FIELD = "DauCoQuan"
_REASON = "Dấu, chữ ký số của cơ quan (Nghị định 30/2020/NĐ-CP)"
_PAGE = 842.0
"""Height of A4 in points."""


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


def seals_papers(actor: Actor) -> bool:
    """Tell whether the actor's role puts seals on."""
    return actor.has(Role.CLERK)


async def waits(document_id: UUID, actor: Actor) -> Waits:
    """Return what the clerk needs to seal a paper in sight. Raises NotFound, NotAllowed."""
    if not seals_papers(actor):
        raise NotAllowed
    _, unit_id, paper, folded = await _looked(document_id, actor)
    now = clock.now()
    usable = [
        row for row in await agency.list_of_unit(unit_id) if agency.standing(row, now) == "valid"
    ]
    return Waits(
        paper=paper,
        unit_id=unit_id,
        against=_fault(folded, unit_id, actor),
        here=[row for row in usable if row.kind != "outside"],
        outside=any(row.kind == "outside" for row in usable),
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


async def _ready(document_id: UUID, actor: Actor) -> tuple[UUID, UUID, PaperView, StoredPaper]:
    """Return a paper that this clerk may seal now, and where its signed file is.

    Raises NotFound, NotAllowed, RefusedAct.
    """
    if not seals_papers(actor):
        raise NotAllowed
    case_id, unit_id, paper, folded = await _looked(document_id, actor)
    if why := _fault(folded, unit_id, actor):
        refused = refusal(why)
        raise RefusedAct(code=refused.code, text=refused.text)
    row = await queries.stored(document_id)
    if row is None:
        raise NotFound(what="document")
    return case_id, unit_id, paper, row


async def seal(
    document_id: UUID, certificate_id: UUID, passphrase: str, actor: Actor
) -> ledger.Outcome:
    """Seal a paper with the unit's certificate; opens its transactions itself.

    Raises NotFound, NotAllowed, RefusedAct, what opening the certificate raises, PdfUnreadable,
    LevelUnreachable, Unavailable. Whatever is raised, the paper stays as it is.
    """
    case_id, unit_id, paper, row = await _ready(document_id, actor)
    opened, certificate = await agency.open_for(actor, unit_id, certificate_id, passphrase)
    data = await custody.read(row.object_key, row.sha256)
    name = opened.facts.common_name or certificate.subject
    picture = (
        (certificate.picture, certificate.picture_mm)
        if certificate.picture is not None and certificate.picture_mm is not None
        else None
    )
    shown = seal_pictures.shown(data, paper.issuer_name or "", name, clock.now(), picture)
    signed = await pades.sign_pdf(data, opened, _REASON, "", _FIELD, shown=shown)
    verdicts = await signing.validate_pdf(signed.data)
    if not all(one.intact and one.covers_all for one in verdicts):
        refused = refusal("case_seal_locked")  # the officer's program forbade a second signature
        raise RefusedAct(code=refused.code, text=refused.text)
    return await _enter(case_id, document_id, row, signed, opened.der, actor, outside=False)


async def download(document_id: UUID, actor: Actor, address: str | None) -> tuple[bytes, str]:
    """Return the signed file that the clerk's token is to seal, and a file name; logs the access.

    Raises NotFound, NotAllowed, RefusedAct, Unavailable.
    """
    case_id, _, paper, row = await _ready(document_id, actor)
    data = await custody.read(row.object_key, row.sha256)
    async with transaction():
        await access_log.record(actor, "document.to_seal", case_id, address=address)
    return data, f"{paper.form} {(paper.number or '').replace('/', '-')}.pdf"


async def take(document_id: UUID, data: bytes, actor: Actor) -> ledger.Outcome | None:
    """Enter a file that was sealed elsewhere; opens its transactions itself.

    Returns None if this very file is the sealed one already. Raises NotFound, NotAllowed,
    RefusedAct, SignedFileWrong, CertificateRefused, Unavailable.
    """
    _, _, paper = await cases.paper(document_id, actor)
    if paper.sealed_sha256 == hashlib.sha256(data).hexdigest():
        return None
    case_id, unit_id, paper, row = await _ready(document_id, actor)
    before = await custody.read(row.object_key, row.sha256)
    signature = await signed_outside.examine(before, data)
    _require_place(signature.boxes, before, paper.issuer_name or "")
    await agency.require_own(signature.said.certificate, unit_id)
    signed = signed_outside.judge_time(signature, max(row.issued_at, _today()))
    return await _enter(
        case_id, document_id, row, signed, signature.said.certificate, actor, outside=True
    )


def _today() -> datetime:
    """Return when Vietnam's day began: without a time-stamp a time is the signer's own word (0019)."""
    now = clock.now().astimezone(local_time.VIETNAM)
    return now - timedelta(
        hours=now.hour, minutes=now.minute, seconds=now.second, microseconds=now.microsecond
    )


def _require_place(boxes: list[Box], pdf: bytes, signer: str) -> None:
    """Require that a picture of the seal is in the corner or over the signature.

    Elsewhere it could hide an amount. Raises SignedFileWrong.
    """
    places = seal_pictures.allowed(pdf, signer) if boxes else []
    for box in boxes:
        inside = any(
            box.page == one.page
            and one.left <= box.left
            and box.right <= one.right
            and _PAGE - one.top <= box.top + 1
            and box.bottom <= _PAGE - one.bottom + 1
            for one in places
        )
        if not inside:
            raise SignedFileWrong("signed_file_over_text", page=box.page + 1)


async def _enter(
    case_id: UUID,
    document_id: UUID,
    row: StoredPaper,
    signed: SignedPdf,
    der: bytes,
    actor: Actor,
    *,
    outside: bool,
) -> ledger.Outcome:
    facts = opening.facts_of(der)
    unit_id = await _unit_of(case_id)
    file = await scans.take("case", case_id, document_id, unit_id, signed.data, actor)
    content = DocumentSealed(
        document_id=document_id,
        file_id=file.id,
        sha256=file.sha256,
        size=file.size,
        signed_sha256=row.sha256,
        fingerprint=facts.fingerprint,
        seal_name=(facts.common_name or facts.subject)[:500],
        signature_level=signed.level,
        sealed_at=signed.signed_at,
        outside=outside,
    )
    async with transaction():
        return await cases.act(case_id, CaseAct.DOCUMENT_SEALED, content, actor)


async def _unit_of(case_id: UUID) -> UUID:
    async with transaction():
        return await cases.unit_of(case_id)
