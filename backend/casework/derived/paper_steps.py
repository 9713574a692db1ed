"""What can be done next with a paper of a case, read off the views of both. Pure.

The guards judge again.
"""

from uuid import UUID

from backend.casework.acts.index import ACTS
from backend.casework.rules.papers_in_force import STANDING
from schemas.casework.acts.beside import DocumentDiscarded
from schemas.casework.next_steps import PaperPermitted
from schemas.casework.views import CaseView, PaperView
from schemas.casework.words import CaseAct, DocumentState

_UNSIGNED = (DocumentState.DRAFT, DocumentState.CONTENT_READY)
_ISSUED = (DocumentState.PRINTED, DocumentState.SIGNED)
_SIGNING = frozenset(kind for kind, one in ACTS.items() if one.signs and one.on_its_page)
"""Acts that issue a paper from its page, with a certificate or to be signed by hand."""


def permitted(view: CaseView, paper: PaperView, *, may_sign: bool) -> PaperPermitted:
    """Return what the reader may do with the paper. `may_sign`: their office lets them sign it."""

    def may(kind: CaseAct) -> bool:
        return kind in view.possible

    ready = paper.state == DocumentState.CONTENT_READY
    return PaperPermitted(
        edit=paper.state == DocumentState.DRAFT and may(CaseAct.DOCUMENT_DRAFTED),
        ready=ready,
        sign=ready and may_sign and not _SIGNING.isdisjoint(view.possible),
        reopen=ready and may(CaseAct.DOCUMENT_REOPENED),
        deliver=paper.state == DocumentState.SIGNED and may(CaseAct.DOCUMENT_DELIVERED),
        follow=paper.state in STANDING
        and may(CaseAct.DOCUMENT_DRAFTED)
        and not paper.field_document
        and paper.issued_by is not None,  # else another body made it, and changes it
        discard=paper.state in _UNSIGNED and may(CaseAct.DOCUMENT_DISCARDED),
        see_print=paper.hand is not None and paper.state != DocumentState.DISCARDED,
    )


def discarded(paper: PaperView, reason: str) -> DocumentDiscarded:
    """Return the act that gives a paper up; the number of a printed one is never given again."""
    number = paper.number if paper.state == DocumentState.PRINTED else None
    return DocumentDiscarded(document_id=paper.id, reason=reason, number=number)


def issued_so(paper: PaperView, officer_id: UUID, fields_hash: str) -> bool:
    """Tell whether this officer has issued exactly these fields.

    After a second press of the button the page shows what the first one did.
    """
    mine = paper.issued_by == officer_id and paper.state in _ISSUED
    return mine and paper.fields_hash == fields_hash
