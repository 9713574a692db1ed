"""What a report tells of its paper, and what the issued one means for it; see record_papers/owners.py."""

from typing import Any
from uuid import UUID

from backend.approvals.submissions import service as submissions
from backend.core.actors import Actor
from backend.documents.record_papers.owners import Issued, Owned, Owner
from backend.insight.queries import reports as queries
from backend.insight.reports import forms, paper_words, recording, submitted
from backend.insight.reports.owned import owned
from backend.insight.rules.reports import authority
from backend.insight.rules.reports.facts import OPEN
from backend.insight.texts.reports import refusal
from schemas.core.problems import Text
from schemas.insight.reports import ReportIssued
from schemas.insight.words import ReportAct, ReportState


async def find(report_id: UUID, actor: Actor) -> Owned | None:
    """Return a report whose paper this officer may see: who sees the report."""
    report = await queries.find(report_id)
    if report is None or not await queries.sees(report_id, actor):
        return None
    return owned(report)


async def may_draft(record: Owned, form: str, actor: Actor) -> bool:
    """Tell whether this officer writes the report's paper now: who drafts the report, until it is sent or issued."""
    del form
    report = await queries.find(record.id)
    if report is None or report.state not in OPEN or report.content.counted_through is None:
        return False
    return authority.allows(ReportAct.FILLED, report, actor)


async def against(record: Owned, document_id: UUID, form: str, actor: Actor) -> Text | None:
    """Return why the report may not be signed now: it is not approved, or its paper says something older."""
    del form, actor
    report = await queries.find(record.id)
    if report is None:
        return None
    ready = report.state is ReportState.READY
    signs = ready and await submitted.only_signature_left(report.id)
    if report.state is not ReportState.APPROVED and not signs:
        return refusal("not_approved").text
    return await paper_words.stale(report, document_id)


async def unfit(record: Owned, document_id: UUID, form: str, actor: Actor) -> Text | None:
    """Return why the paper may not be finalised: it says something older than the report."""
    del form, actor
    report = await queries.find(record.id)
    return await paper_words.stale(report, document_id) if report else None


async def prefill(record: Owned, form: str, actor: Actor) -> dict[str, Any]:
    """Return what the report knows for its paper."""
    del form, actor
    report = await queries.find(record.id)
    return await paper_words.fields(report) if report else {}


async def on_issued(issued: Issued, actor: Actor) -> None:
    """Issue the report when its paper comes into force. Raises RefusedAct: then the paper is not in force either."""
    content = ReportIssued(
        document_id=issued.document_id,
        number=issued.number,
        issued_on=issued.day,
        signer_name=issued.signer_name,
        signer_title=issued.signer_title,
    )
    await recording.as_system(issued.record_id, content, actor)


async def on_changed(record: Owned, document_id: UUID, act: str, actor: Actor) -> None:
    """Tell the submission of a report that the paper in it was finalised, opened again or given up."""
    del document_id, act
    await submissions.changed(submitted.subject_of(record.id), actor)


OWNER = Owner(
    forms=forms.FORMS,
    find=find,
    may_draft=may_draft,
    against=against,
    unfit=unfit,
    on_issued=on_issued,
    prefill=prefill,
    on_changed=on_changed,
)
