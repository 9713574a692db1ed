"""Papers made on site as PDF: laid out from the record, or the one stored file of a numbered one.

The papers bear hand signatures. The short hash at the foot is the one that the phone shows for the
same content (backend/documents/content_hash.py).
"""

import re
from datetime import date, datetime
from uuid import UUID

from backend.core import local_time
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.documents import public_checks
from backend.documents.issuing import pages_of
from backend.documents.layout import wording
from backend.fieldwork.inspections import on_site
from backend.fieldwork.inspections.on_site import OnSite
from backend.fieldwork.papers import stored_files
from backend.fieldwork.papers.stored_files import LaidOut, SitePaper
from backend.fieldwork.papers.stored_files import PaperTooLong as PaperTooLong
from schemas.documents.papers import Letterhead, PaperContent, PaperSignature

_KIND = re.compile(r"^(thành phố|tỉnh|tp\.?)\s+", re.IGNORECASE)


async def pdf(
    document_id: UUID,
    actor: Actor,
    address: str | None,
    inspection_id: UUID | None = None,
) -> LaidOut:
    """Return a paper's file, after recording in the access log that it was read.

    Must not be called inside a transaction, because it takes a while. Raises NotFound if the paper
    is out of scope or not one of `inspection_id`; PaperTooLong, Unavailable.
    """
    async with transaction():
        found = await on_site.read(document_id, actor, "pdf", address)
        if inspection_id not in (None, found.inspection_id):
            raise NotFound(what="document")
    made = await stored_files.file_of(site_paper(found))
    name = (found.paper.number or found.paper.form).replace("/", "-")
    return LaidOut(file_name=f"{name}.pdf", pdf=made)


async def sheets_of(
    document_id: UUID, actor: Actor, address: str | None, inspection_id: UUID | None = None
) -> int:
    """Return how many sheets a paper has: its pages, printed on one side (docs/decisions/0035).

    It counts the file that is handed out. Recorded and raising as `pdf`; not inside a transaction.
    """
    return pages_of((await pdf(document_id, actor, address, inspection_id)).pdf)


def site_paper(found: OnSite) -> SitePaper:
    """Return the writing in force with what its file shows. It is final once it has its number."""
    paper = found.paper
    return SitePaper(
        inspection_id=found.inspection_id,
        unit_id=found.unit_id,
        written=paper.written,
        maker_id=paper.officer_id,
        number=paper.number,
        content=content(found),
        content_sha256=paper.content_sha256,
        signatures=[item.id for item in paper.signatures],
        final=paper.number is not None,
    )


def content(found: OnSite) -> PaperContent:
    """Return what is printed. A paper without a number is marked as a draft."""
    paper = found.paper
    issuer = str(paper.fields.get("agency") or found.unit_name).upper()
    return PaperContent(
        form=paper.form,
        version=paper.form_version,
        fields=paper.fields,
        letterhead=Letterhead(
            superior=found.superior_name.upper() if found.superior_name else None,
            issuer=issuer,
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
        statement=public_checks.statement(
            paper.code,
            paper.form,
            paper.number,
            _day(paper.numbered_at),
            issuer,
            paper.content_sha256,
        ),
        clock=wording.clock_of(found.clock.kind, found.clock.off_s) if found.clock else None,
        draft=paper.number is None,
    )


def place_in(place: str) -> str:
    """Return the province or city at the end of an address; papers print it before the date."""
    last = place.rsplit(",", 1)[-1].strip()
    return _KIND.sub("", last) or "…"


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else local_time.day_of(moment)
