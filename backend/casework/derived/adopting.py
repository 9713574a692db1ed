"""Papers made on a phone during the inspection, and the act by which a case takes one in. Pure.

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
from schemas.fieldwork.paper_views import FieldDocumentView


def lines(view: CaseView, on_site: list[FieldDocumentView]) -> list[OnSiteLine]:
    """List the inspection's papers that this reader may see, each with its standing in the case."""
    return [OnSiteLine(paper=one, standing=_standing(view, one)) for one in on_site]


def _standing(view: CaseView, paper: FieldDocumentView) -> OnSiteStanding:
    if any(one.id == paper.id for one in view.papers):
        return "adopted"
    if not paper.number:
        return "open"
    return "ready" if CaseAct.DOCUMENT_ADOPTED in view.possible else "closed"


def content(
    paper: FieldDocumentView,
    inspection_id: UUID,
    sheets: int,
    said: dict[str, Any] | None = None,
) -> DocumentAdopted:
    """Return the act that takes a paper in as it is on the phone.

    `said` is what the officer says besides it (backend/casework/derived/effects.py). `sheets` are the pages
    of its file, never a number that somebody typed (docs/decisions/0035). Raises NotFound while the paper
    has no number.
    """
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
        pages=sheets,
        written_by=paper.officer_id,
        said=said,
    )


def follows(view: CaseView, paper: FieldDocumentView) -> CaseAct | None:
    """Return the act that the paper is the ground of, if this reader may do it now."""
    kind = needed_papers.follows(paper.form)
    return kind if kind is not None and kind in view.possible else None
