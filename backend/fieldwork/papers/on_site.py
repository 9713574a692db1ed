"""Papers made on site as PDF, laid out from the record: the same bytes for the same signatures.

The papers bear hand signatures. The short hash at the foot is the one that the phone shows for the
same content (backend/documents/content_hash.py).
"""

import re
from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.core import local_time
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import Conflict, NotFound
from backend.documents import public_checks, rendering
from backend.documents.layout import wording
from backend.documents.signing import seal
from backend.fieldwork.inspections import on_site
from backend.fieldwork.inspections.on_site import OnSite
from schemas.documents.papers import Letterhead, PaperContent, PaperSignature

_KIND = re.compile(r"^(thành phố|tỉnh|tp\.?)\s+", re.IGNORECASE)


class PaperTooLong(Conflict):
    """The paper has more text than one PDF file may hold."""

    code = "paper_too_long"
    text_vi = "Biên bản quá dài để lập thành một tệp PDF."
    text_en = "The paper is too long for one PDF file."


class LaidOut(msgspec.Struct, frozen=True, kw_only=True):
    """A paper as a file."""

    file_name: str
    pdf: bytes


async def pdf(
    document_id: UUID,
    actor: Actor,
    address: str | None,
    inspection_id: UUID | None = None,
    *,
    sealed: bool = True,
) -> LaidOut:
    """Lay out a paper, after recording in the access log that it was read.

    Must not be called inside a transaction, because it takes a while. `sealed` is False for pages that
    go into another file, where a seal would not survive. Raises NotFound if the paper
    is out of scope or not one of `inspection_id`; PaperTooLong.
    """
    async with transaction():
        found = await on_site.read(document_id, actor, "pdf", address)
        if inspection_id not in (None, found.inspection_id):
            raise NotFound(what="document")
    made = await file_of(content(found), sealed=sealed)
    name = (found.paper.number or found.paper.form).replace("/", "-")
    return LaidOut(file_name=f"{name}.pdf", pdf=made)


async def file_of(paper: PaperContent, *, sealed: bool = True) -> bytes:
    """Return the PDF of a paper, under the server's seal if it has a public code.

    Drafts and papers of older phones have no seal: those are as they were printed. Raises
    PaperTooLong.
    """
    sealed = sealed and paper.code is not None
    if sealed:
        paper = msgspec.structs.replace(paper, seal=seal.ON_THE_PAGE)
    try:
        made = await rendering.render_async(paper)
    except rendering.PaperTooLarge as error:
        raise PaperTooLong from error
    return await seal.seal(made) if sealed else made


def content(found: OnSite) -> PaperContent:
    """Return what is printed. A paper without a number is marked as a draft."""
    paper = found.paper
    return PaperContent(
        form=paper.form,
        version=paper.form_version,
        fields=paper.fields,
        letterhead=Letterhead(
            superior=found.superior_name.upper() if found.superior_name else None,
            issuer=str(paper.fields.get("agency") or found.unit_name).upper(),
            place=place_in(str(paper.fields.get("place", ""))),
        ),
        number=paper.number,
        issued_on=_day(paper.numbered_at),
        signatures=[
            PaperSignature(
                role=item.role, name=item.name, drawing=item.drawing, refusal=item.refusal
            )
            for item in paper.signatures
        ],
        short_hash=paper.content_mark,
        code=paper.code,
        verify_url=public_checks.qr_url(paper.code) if paper.code else None,
        clock=wording.clock_of(found.clock.kind, found.clock.off_s) if found.clock else None,
        draft=paper.number is None,
    )


def place_in(place: str) -> str:
    """Return the province or city at the end of an address; papers print it before the date."""
    last = place.rsplit(",", 1)[-1].strip()
    return _KIND.sub("", last) or "…"


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else local_time.day_of(moment)
