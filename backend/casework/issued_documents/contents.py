"""What a paper's PDF is made from: fields, letterhead, number, and the place of the signature."""

from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.casework.cases import competence
from backend.casework.queries import issued_documents as queries
from backend.casework.queries.issued_documents import PaperIssuer
from backend.core import clock
from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.documents import content_hash
from backend.documents import contents as paper_contents
from backend.documents import service as documents
from backend.documents.rules import signers
from schemas.casework.views import PaperView
from schemas.documents.papers import PaperContent


async def issuer_of(actor: Actor, case_id: UUID) -> PaperIssuer:
    """Return the signer, as a paper of this case names them today. Raises NotFound."""
    return await signer_on(actor.officer_id, clock.today(), case_id)


async def signer_on(
    officer_id: UUID, day: date, case_id: UUID, *, then: bool = False
) -> PaperIssuer:
    """Return the signer, as a paper of that day names them. Raises NotFound.

    `then`: the officer has left, and the unit is that of the day.
    """
    row = await queries.issuer(officer_id, day, case_id, then=then)
    if row is None:
        raise NotFound(what="officer")
    if row.case_path is None:
        return row
    signer = await competence.signer_on_day(row.case_path, officer_id, day)
    return msgspec.structs.replace(row, title_vi=signer.title)


def content_sha256(paper: PaperView) -> str:
    """Return the hash of what the paper says, which it shows (backend/documents/content_hash.py)."""
    return content_hash.of(paper.form, paper.form_version, paper.fields)


def as_named(paper: PaperView, reader: PaperIssuer) -> PaperIssuer:
    """Return the signer of a draft: the officer that its fields name, or else its reader."""
    said = signers.named(documents.get_form(paper.form, paper.form_version), paper.fields)
    if not said or not said.get("name"):
        return reader
    title = said.get("title") or reader.title_vi
    return msgspec.structs.replace(reader, full_name=said["name"], title_vi=title)


def content(
    paper: PaperView,
    issuer: PaperIssuer,
    *,
    number: str | None = None,
    code: str | None = None,
    now: datetime | None = None,
    signed_electronically: bool = False,
    draft: bool = False,
) -> PaperContent:
    """Return a paper's content for its layout; without a number it is a draft."""
    return paper_contents.content(
        paper_contents.Filled(paper.form, paper.form_version, paper.fields),
        issuer,
        number=number,
        code=code,
        now=now,
        signed_electronically=signed_electronically,
        draft=draft,
    )
