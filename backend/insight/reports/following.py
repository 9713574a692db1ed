"""Keeps a report in step with its submission and with the report that it replaces, in the transaction of the act.

`follow_report` submits a report, tells the submission when the report was issued, sent or given up, and closes what it
replaces. `follow_submission` writes into the report what an answer means for it, as an act of the system.
"""

from typing import Any
from uuid import UUID

from backend.approvals.submissions import events
from backend.approvals.submissions import service as submissions
from backend.core.actors import Actor
from backend.insight.queries import reports as queries
from backend.insight.reports import recording
from backend.insight.reports.submitted import subject_of
from backend.insight.rules.reports import revision
from backend.insight.rules.reports.facts import IN_FORCE
from backend.ledger import service as ledger
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Entry
from schemas.approvals import submissions as acts
from schemas.approvals.words import SubmissionState, SubmittedKind
from schemas.insight.reports import (
    ReportApproved,
    ReportGivenUp,
    ReportIssued,
    ReportReopened,
    ReportReplaced,
    ReportSentUp,
    ReportSubmitted,
)
from schemas.insight.words import ReportState

_WHY: dict[type, str] = {
    acts.SubmissionWithdrawn: "Rút lại phiếu trình.",
    acts.SubmissionReturned: "Được trả lại.",
    acts.SupplementAsked: "Yêu cầu bổ sung.",
    acts.SubmissionRefused: "Không phê duyệt.",
    acts.OutsideAnswered: "Cơ quan được trình không đồng ý.",
}
_SENT = "Báo cáo đã gửi cấp trên. · The report was sent to the unit above."


async def follow_report(parsed: ParsedAct, actor: Actor, _entry: Entry) -> None:
    """Submit a report, end its submission when it goes another way, and close what it replaces."""
    report_id, content = parsed.act.record.id, parsed.content
    if isinstance(content, ReportSubmitted) and actor.face != "job":
        _, outcome = await submissions.submit(subject_of(report_id), content.note, actor)
        ledger.unwrap(outcome)
    elif isinstance(content, ReportIssued):
        await _replaces(report_id, actor)
        await submissions.completed(
            subject_of(report_id),
            actor,
            outcome="issued",
            number=content.number,
            act_id=parsed.act.id,
        )
    elif isinstance(content, ReportSentUp):
        await _replaces(report_id, actor)
        await submissions.ended(subject_of(report_id), actor, _SENT)
    elif isinstance(content, ReportGivenUp):
        await submissions.ended(subject_of(report_id), actor, content.reason)


async def _replaces(report_id: UUID, actor: Actor) -> None:
    report = await queries.find(report_id)
    old = await queries.lock(report.replaces) if report and report.replaces else None
    if old is not None and old.state in IN_FORCE:
        await recording.as_system(old.id, ReportReplaced(by_report_id=report_id), actor)


async def follow_submission(parsed: ParsedAct, actor: Actor, _entry: Entry) -> None:
    """Approve the report, or make it a draft again, as its submission was answered."""
    content = parsed.content
    facts = await events.facts_of(parsed.act.record.id)
    if facts is None or facts.subject.kind is not SubmittedKind.REPORT:
        return
    report = await queries.find(facts.subject.record_id)
    if report is None:
        return
    agreed = isinstance(content, acts.SubmissionApproved) or (
        isinstance(content, acts.OutsideAnswered) and content.approved
    )
    if agreed:
        if facts.state is SubmissionState.DONE and report.state is ReportState.READY:
            await recording.as_system(report.id, ReportApproved(submission_id=facts.id), actor)
    elif isinstance(content, tuple(_WHY)) and report.state is ReportState.READY:
        await recording.as_system(report.id, ReportReopened(reason=_reason(content)), actor)
    elif isinstance(content, acts.Reopened) and report.state is ReportState.DRAFT:
        again = ReportSubmitted(revision=revision.of(report), note=content.reason)
        await recording.as_system(report.id, again, actor)


def _reason(content: Any) -> str:
    remarks = getattr(content, "comments", None) or getattr(content, "points", None) or []
    said = " · ".join(one.text for one in remarks)
    said = said or getattr(content, "reason", "") or getattr(content, "text", "")
    return f"{_WHY[type(content)]} {said}".strip()[:500]
