"""Papers that were made on a phone during the inspection: how each stands to a case, the act that takes one in. Pure.

The guards judge the act (backend/casework/acts/).
"""

from typing import Any
from uuid import UUID

from backend.casework.derived import needed_papers
from backend.core.errors import NotFound
from backend.core.local_time import day_of
from schemas.casework.acts.beside import DocumentAdopted
from schemas.casework.next_steps import OnSiteLine, OnSiteStanding
from schemas.casework.views import CaseView
from schemas.casework.words import CaseAct
from schemas.fieldwork.inspections import FieldDocumentView

_MOST_PAGES = 2000


def lines(view: CaseView, on_site: list[FieldDocumentView]) -> list[OnSiteLine]:
    """Every paper of the inspection that this reader may see, and what he may do with it here."""
    return [OnSiteLine(paper=one, standing=_standing(view, one)) for one in on_site]


def _standing(view: CaseView, paper: FieldDocumentView) -> OnSiteStanding:
    if any(one.id == paper.id for one in view.papers):
        return "adopted"
    if not paper.number:
        return "open"
    return "ready" if CaseAct.DOCUMENT_ADOPTED in view.possible else "closed"


def content(paper: FieldDocumentView, inspection_id: UUID) -> DocumentAdopted:
    """The act that takes a paper in, as it is on the phone. Raises NotFound while it has no number."""
    if paper.number is None or paper.numbered_at is None:
        raise NotFound(what="document")
    return DocumentAdopted(
        document_id=paper.id,
        inspection_id=inspection_id,
        form=paper.form,
        form_version=paper.form_version,
        fields=paper.fields,
        number=paper.number,
        issued_on=day_of(paper.numbered_at),
        pages=_pages(paper.fields),
        written_by=paper.officer_id,
    )


def _pages(fields: dict[str, Any]) -> int:
    """As the paper says of itself; one where it says nothing."""
    pages = fields.get("pages")
    return pages if isinstance(pages, int) and 0 < pages <= _MOST_PAGES else 1


def follows(view: CaseView, paper: FieldDocumentView) -> CaseAct | None:
    """The act that the paper is the ground of, where this reader may do it now."""
    kind = needed_papers.follows(paper.form)
    return kind if kind is not None and kind in view.possible else None
