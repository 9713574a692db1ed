"""A finalised paper as it is submitted for approval: for the looker of each owning group.

    found = await submitting.final(document_id, record_id)
    Look(path=owned.path, title=found.title, shown=found.shown, material=found.material, …)

This group knows nothing of approvals, so it hands over plain values.
"""

from uuid import UUID

import msgspec

from backend.core.canonical_json import sha256_hex
from backend.documents import content_hash, public_checks
from backend.documents.queries import record_papers as queries
from backend.documents.queries.record_papers import NamedPaper
from schemas.core.problems import Text
from schemas.documents.record_papers import RecordPaperState


class ToSubmit(msgspec.Struct, frozen=True, kw_only=True):
    """A paper that may be submitted. The names are those of approvals' Look."""

    title: Text
    shown: str
    """SHA-256 of what a person sees: form, version and fields. Number and day come later."""
    material: str
    """SHA-256 of the same without letterhead, subject line, bases and copies (practice B7)."""
    form: str
    form_version: int
    drafters: list[UUID]
    """Everybody who wrote a draft of it: they do not decide on it."""
    ready: bool
    """It is finalised."""
    state: RecordPaperState


_FORMAL = frozenset({"about", "agency", "legal_bases", "number", "recipients", "report_to"})
"""Fields without which a paper still says and orders the same, to the same party, by the same signer."""


async def final(document_id: UUID, record_id: UUID) -> ToSubmit | None:
    """Return a paper of this record as it would be submitted now; None if there is none.

    `ready` is false for one that is not finalised, or no longer waits for a signature. Joins the
    caller's transaction; the caller has checked who asks.
    """
    paper = await queries.named(document_id)
    if paper is None or paper.record_id != record_id:
        return None
    return ToSubmit(
        title=title(paper),
        shown=content_hash.of(paper.form, paper.form_version, paper.fields),
        material=sha256_hex(
            {
                "form": paper.form,
                "fields": {k: v for k, v in paper.fields.items() if k not in _FORMAL},
            }
        ),
        form=paper.form,
        form_version=paper.form_version,
        drafters=await queries.drafters(paper.id, paper.record_id),
        ready=paper.state is RecordPaperState.FINAL,
        state=paper.state,
    )


async def fields_hash(document_id: UUID) -> str:
    """Return the hash of a paper's fields. Raises LookupError if there is none."""
    paper = await queries.named(document_id)
    if paper is None:
        raise LookupError("no such paper")
    return paper.fields_hash


def title(paper: NamedPaper) -> Text:
    """Return what lists and notices call a paper: its form, and its subject line if it has one."""
    form = public_checks.form_names(paper.form, paper.form_version)
    if not paper.about:
        return form
    return Text(vi=f"{form.vi}: {paper.about}", en=f"{form.en}: {paper.about}")
