"""The agency's digital seal on a signed file (Decree 30/2020 Art 33, Appendix I, II.8), of any record.

    made = await sealing.sign(paper, certificate_id, passphrase, clerk)     # a key that is here
    made = await sealing.examined(paper, sent_back)                         # a token elsewhere
    content = await sealing.stored("case", case_id, unit_id, paper, made, clerk)

The seal is a second signature, appended to the file that the officer signed: its bytes stay the
first ones, and both signatures hold. The sealed file is kept beside the signed one as scans are
(backend/documents/scans.py), and is the one that is handed out from then on (docs/decisions/0026).
Each group says which of its papers are sealed, and records it.
"""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec

from backend.core import clock, custody, local_time
from backend.core.actors import Actor
from backend.documents import scans
from backend.documents.signing import agency, opening, pades, seal_pictures
from backend.documents.signing import outside as signed_outside
from backend.documents.signing import service as signing
from backend.documents.signing.agency import UnitCertificateRow
from backend.documents.signing.outside_child import Box
from backend.documents.signing.outside_errors import SignedFileWrong
from backend.documents.signing.pades import SignedPdf
from backend.force.numbers import service as numbering
from backend.force.queries import scans as scan_queries
from backend.force.units import service as units
from schemas.core.vocabulary import Role

_FIELD = "DauCoQuan"
_REASON = "Dấu, chữ ký số của cơ quan (Nghị định 30/2020/NĐ-CP)"
_PAGE = 842.0
"""Height of A4 in points."""


class ToSeal(msgspec.Struct, frozen=True, kw_only=True):
    """A paper with its signed file."""

    document_id: UUID
    unit_id: UUID
    """In whose register of outgoing papers it is: that unit's clerk seals it."""
    object_key: str
    sha256: str
    issued_at: datetime
    issuer_name: str
    """As on the paper; the picture of the seal goes beside it."""


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """A file with both signatures, not yet stored."""

    signed: SignedPdf
    der: bytes
    """The agency's certificate."""
    outside: bool


class Certificates(msgspec.Struct, frozen=True, kw_only=True):
    """With what a unit can seal now."""

    here: list[UnitCertificateRow]
    """Those whose key is here."""
    outside: bool
    """It has one whose key is elsewhere."""


def puts_seals(actor: Actor) -> bool:
    """Tell whether the actor's role puts seals on."""
    return actor.has(Role.CLERK)


async def unit_of(document_id: UUID, unit_id: UUID) -> UUID:
    """Return the unit that seals a paper of this one: that of its register of outgoing papers, or its successor."""
    return (await units.path_of(await numbering.unit_of(document_id) or unit_id)).unit_id


async def certificates(unit_id: UUID) -> Certificates:
    """Return the usable certificates of a unit. The caller has checked scope."""
    now = clock.now()
    usable = [
        row for row in await agency.list_of_unit(unit_id) if agency.standing(row, now) == "valid"
    ]
    return Certificates(
        here=[row for row in usable if row.kind != "outside"],
        outside=any(row.kind == "outside" for row in usable),
    )


async def sign(paper: ToSeal, certificate_id: UUID, passphrase: str, actor: Actor) -> Made | None:
    """Put the seal on with the unit's certificate; outside of any transaction.

    Returns None if the officer's signature allows no second one. Raises what opening the
    certificate raises, PdfUnreadable, LevelUnreachable, Unavailable.
    """
    opened, certificate = await agency.open_for(actor, paper.unit_id, certificate_id, passphrase)
    data = await custody.read(paper.object_key, paper.sha256)
    name = opened.facts.common_name or certificate.subject
    picture = (
        (certificate.picture, certificate.picture_mm)
        if certificate.picture is not None and certificate.picture_mm is not None
        else None
    )
    shown = seal_pictures.shown(data, paper.issuer_name, name, clock.now(), picture)
    signed = await pades.sign_pdf(data, opened, _REASON, "", _FIELD, shown=shown)
    verdicts = await signing.validate_pdf(signed.data)
    if not all(one.intact and one.covers_all for one in verdicts):
        return None  # the officer's program forbade a second signature
    return Made(signed=signed, der=opened.der, outside=False)


async def examined(paper: ToSeal, data: bytes) -> Made:
    """Return a file that was sealed elsewhere, if it is this paper with the unit's seal.

    Raises SignedFileWrong, CertificateRefused, Unavailable.
    """
    before = await custody.read(paper.object_key, paper.sha256)
    signature = await signed_outside.examine(before, data)
    _require_place(signature.boxes, before, paper.issuer_name)
    await agency.require_own(signature.said.certificate, paper.unit_id)
    signed = signed_outside.judge_time(signature, max(paper.issued_at, _today()))
    return Made(signed=signed, der=signature.said.certificate, outside=True)


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


async def stored(
    kind: scans.Kind,
    record_id: UUID,
    record_unit: UUID,
    paper: ToSeal,
    made: Made,
    actor: Actor,
) -> dict[str, Any]:
    """Store a sealed file and read it back; returns what the act says of it, by the keys of Sealed.

    Raises Unavailable.
    """
    facts = opening.facts_of(made.der)
    file = await scans.take(
        kind, record_id, paper.document_id, record_unit, made.signed.data, actor
    )
    return {
        "document_id": paper.document_id,
        "file_id": file.id,
        "sha256": file.sha256,
        "size": file.size,
        "signed_sha256": paper.sha256,
        "fingerprint": facts.fingerprint,
        "seal_name": (facts.common_name or facts.subject)[:500],
        "signature_level": made.signed.level,
        "sealed_at": made.signed.signed_at,
        "outside": made.outside,
    }


async def fault(record_id: UUID, content: Any, unit_id: UUID | None, actor: Actor) -> str | None:
    """Return why the clerk may not put this seal on, as the end of a code (texts/seals.py)."""
    if unit_id is None or actor.unit.unit_id != unit_id:
        return "unit"
    row = await scan_queries.named(content.file_id, record_id)
    said = (content.document_id, content.sha256, content.size)
    if row is None or said != (row.subject_id, row.sha256, row.size):
        return "unknown"
    known = await signing.is_of_unit(content.fingerprint, unit_id)
    return None if known else "unknown"
