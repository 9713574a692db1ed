"""Which papers the clerk seals with the agency's certificate (Decree 30/2020 Arts 4, 33). Pure."""

from backend.casework.rules.facts import Paper
from schemas.casework.words import DocumentState


def fault(paper: Paper) -> str | None:
    """Return why the paper gets no digital seal, as a code; None if it may.

    An officer must have signed its file here. On a paper signed by hand the seal is ink.
    """
    if paper.cancelled_by is not None or paper.state == DocumentState.CANCELLED:
        return "case_seal_cancelled"
    if paper.replaced_by is not None or paper.state == DocumentState.REPLACED:
        return "case_paper_state"
    if paper.hand is not None:
        return "case_seal_ink"
    if not paper.stands or paper.signed_sha256 is None:
        return "case_seal_unsigned"
    return "case_seal_twice" if paper.sealed_sha256 is not None else None
