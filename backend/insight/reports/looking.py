"""How a report looks when it is submitted for approval; see approvals' subjects.py."""

from uuid import UUID

from backend.approvals.submissions.subjects import Look
from backend.core.actors import Actor
from backend.core.canonical_json import sha256_hex
from backend.insight.queries import reports as queries
from backend.insight.reports import forms
from backend.insight.reports.owned import title
from backend.insight.rules.reports import authority, revision
from backend.law.rules import counting
from schemas.approvals.submissions import Submitted
from schemas.approvals.words import StepKind
from schemas.insight.words import ReportAct, ReportState

_SUBMITTED = frozenset({ReportState.READY, ReportState.APPROVED, ReportState.DRAFT})


async def hold(report_id: UUID) -> None:
    """Lock the report, so that nothing of it changes before an answer to it is recorded."""
    await queries.lock(report_id)


async def look(subject: Submitted, actor: Actor) -> Look | None:
    """Return the report as it is now; None once it was sent, issued or given up.

    Without a published route it waits for the signature of the unit's own head, which issues it.
    """
    report = await queries.find(subject.record_id)
    if report is None or report.state not in _SUBMITTED:
        return None
    said = revision.of(report)
    paper = await queries.paper_of(report.id, forms.REPORT)
    return Look(
        path=report.path,
        title=title(report),
        shown=sha256_hex({"report": said, "paper": paper}),
        material=said,
        due_at=counting.end_of(report.due_on) if report.due_on else None,
        drafters=await queries.drafters(report.id),
        works_on=authority.allows(ReportAct.SUBMITTED, report, actor),
        ready=report.state is ReportState.READY,
        decides=StepKind.SIGN,
    )
