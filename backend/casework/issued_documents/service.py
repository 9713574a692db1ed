"""Papers of cases: previewed as drafts, issued (issuing.py), read again."""

from typing import Any
from uuid import UUID

import msgspec

from backend.casework.cases import service as cases
from backend.casework.issued_documents import contents, scans, sealing
from backend.casework.issued_documents.issuing import (
    Further,
    Judge,
    PaperBeingSigned,
    PaperNotReady,
    issue,
)
from backend.casework.issued_documents.kept_numbers import KeptNumber, waits_with
from backend.casework.issued_documents.kept_numbers import count_waiting as count_kept_numbers
from backend.casework.issued_documents.kept_numbers import void as void_number
from backend.casework.issued_documents.kept_numbers import waiting as kept_numbers
from backend.casework.issued_documents.public import find_public
from backend.casework.issued_documents.reissuing import Borne as Borne
from backend.casework.queries import issued_documents as queries
from backend.core import access_log, clock, custody, local_time
from backend.core.actors import Actor
from backend.core.errors import Invalid, NotFound
from backend.documents import previewing, rendering
from backend.documents.rules.signing import read_code as as_code
from backend.documents.signing.seal import certificate_pem as seal_certificate
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.views import PaperView

__all__ = [
    "Further",
    "Judge",
    "KeptNumber",
    "PaperBeingSigned",
    "PaperNotReady",
    "as_code",
    "as_if_issued",
    "as_typed",
    "count_kept_numbers",
    "find_public",
    "issue",
    "kept_numbers",
    "pdf",
    "preview",
    "seal_certificate",
    "sealing",
    "void_number",
    "waits_with",
]


async def preview(document_id: UUID, actor: Actor, address: str | None) -> bytes:
    """Lay a draft out, marked as one; logs the access. Raises NotFound.

    The signer is the officer that the paper names, for every reader.
    """
    case_id, _, paper = await cases.paper(document_id, actor)
    await access_log.record(actor, "document.preview", case_id, address=address)
    return await as_typed(case_id, paper, paper.fields, actor)


async def as_typed(case_id: UUID, paper: PaperView, fields: dict[str, Any], actor: Actor) -> bytes:
    """Lay a draft out as if it said this, and save nothing. The caller has checked scope and logged the access.

    Raises Invalid for more text than one file takes, TooManyPreviews.
    """
    said = msgspec.structs.replace(paper, fields=fields)
    issuer = contents.as_named(said, await contents.issuer_of(actor, case_id))
    try:
        return await previewing.laid_out(contents.content(said, issuer, draft=True), actor)
    except rendering.PaperTooLarge as error:
        raise Invalid from error


async def pdf(
    document_id: UUID, actor: Actor, address: str | None, *, signed_only: bool = False
) -> tuple[bytes, str]:
    """Return a signed paper as issued, and a file name; logs the access.

    If the clerk sealed it, this is the sealed file; `signed_only` asks for the officer's own.
    Raises NotFound if it is out of scope or not signed, Unavailable.
    """
    case_id, _, paper = await cases.paper(document_id, actor)
    number = (paper.number or "").replace("/", "-")
    if paper.sealed_id is not None and not signed_only:
        _, data, _ = await scans.read(paper.sealed_id, actor, address)
    else:
        row = await queries.stored(document_id)
        if row is None:
            raise NotFound(what="document")
        data = await custody.read(row.object_key, row.sha256)
    await access_log.record(actor, "document.pdf", case_id, address=address)
    return data, f"{paper.form} {number}.pdf"


async def as_if_issued(
    case_id: UUID,
    paper: PaperView,
    actor: Actor,
    before: cases.Signed | None = None,
    despite: str | None = None,
) -> case_side_acts.DocumentIssued:
    """Return the act that issuing a paper would record now, or when it was signed before.

    It names a number that the paper does not have: it only serves to ask what would follow.
    """
    now = clock.now()
    by, day = before or cases.Signed(actor.officer_id, local_time.day_of(now))
    issuer = await contents.signer_on(by, day, case_id)
    return case_side_acts.DocumentIssued(
        document_id=paper.id,
        form=paper.form,
        form_version=paper.form_version,
        fields_hash=paper.fields_hash,
        number=f"…/{paper.form}",
        issued_on=day,
        issued_at=now,
        issuer_title=issuer.title_vi,
        code="",
        sha256="",
        size=0,
        pages=1,
        signature_level="B-B",
        signer=issuer.full_name,
        despite=despite,
    )
