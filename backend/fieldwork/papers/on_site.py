"""Papers made on site as PDF: laid out from what the record has, the same bytes for the same signatures.

They bear hand signatures; the short hash at the foot is the mark that the phone shows for the same words.
"""

import re
from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.core import local_time
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import Conflict, NotFound
from backend.documents import rendering
from backend.documents.layout import wording
from backend.fieldwork.inspections import on_site
from backend.fieldwork.inspections.on_site import OnSite
from schemas.documents.papers import Letterhead, PaperContent, PaperSignature

_KIND = re.compile(r"^(thành phố|tỉnh|tp\.?)\s+", re.IGNORECASE)


class PaperTooLong(Conflict):
    """More text than one file is set from."""

    code = "paper_too_long"
    text_vi = "Biên bản quá dài để lập thành một tệp PDF."
    text_en = "The paper is too long for one PDF file."


class LaidOut(msgspec.Struct, frozen=True, kw_only=True):
    """A paper as a file."""

    file_name: str
    pdf: bytes


async def pdf(
    document_id: UUID, actor: Actor, address: str | None, inspection_id: UUID | None = None
) -> LaidOut:
    """Lay a paper out; that it was read is recorded first. Must not be called inside a transaction: it takes a while.

    Raises NotFound out of scope, or where it is no paper of `inspection_id`; PaperTooLong.
    """
    async with transaction():
        found = await on_site.read(document_id, actor, "pdf", address)
        if inspection_id not in (None, found.inspection_id):
            raise NotFound(what="document")
    try:
        made = await rendering.render_async(content(found))
    except rendering.PaperTooLarge as error:
        raise PaperTooLong from error
    name = (found.paper.number or found.paper.form).replace("/", "-")
    return LaidOut(file_name=f"{name}.pdf", pdf=made)


def content(found: OnSite) -> PaperContent:
    """What is printed. Without a number it is marked as a draft: a paper is one once it has its number."""
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
        short_hash=f"{paper.content_sha256[:4]} {paper.content_sha256[4:8]}",
        clock=wording.clock_of(found.clock.kind, found.clock.off_s) if found.clock else None,
        draft=paper.number is None,
    )


def place_in(place: str) -> str:
    """The province-level name at the end of where the minutes were made, as it stands before the date."""
    last = place.rsplit(",", 1)[-1].strip()
    return _KIND.sub("", last) or "…"


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else local_time.day_of(moment)
