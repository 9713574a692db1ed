"""Writes the tables from an accepted act of a report."""

from datetime import datetime
from typing import Any
from uuid import UUID

from backend.core.json_columns import written as json
from backend.insight.queries import reports as queries
from backend.insight.rules.reports import folding, revision
from backend.insight.rules.reports.facts import Report
from schemas.insight import reports as acts

_FREED = {
    "sent_to": None,
    "sent_up_at": None,
    "sent_by": None,
    "sent_revision": None,
    "late_reason": None,
}


async def apply(
    report_id: UUID, state: Report | None, content: Any, note: Any, by: UUID, at: datetime
) -> None:
    """Write what an act says."""
    if state is None:
        await queries.insert(report_id, content, note, by, at)
        return
    values = _columns(state, content, note, by, at)
    values["state"] = str(folding.state_after(state.state, content))
    values["changed_at"] = at
    after = folding.take(state.content, content, by, at)
    if after is not state.content:
        values["content"] = json(after)
    await queries.write(report_id, values)
    if after.taken is not None and after.taken != state.content.taken:
        await queries.write_taken(report_id, after.taken)


def _columns(report: Report, content: Any, note: Any, by: UUID, at: datetime) -> dict[str, Any]:
    """Return the columns that an act changes besides what the report says."""
    match content:
        case acts.ReportSentUp():
            return {
                "sent_to": note,
                "sent_up_at": at,
                "sent_by": by,
                "sent_revision": content.revision,
                "late_reason": content.late,
                "sent_back_reason": None,
            }
        case acts.ReportSentBack():
            return _FREED | {"sent_back_reason": content.reason, "approved_at": None}
        case acts.ReportTakenOver():
            return {
                "behalf_by": by,
                "behalf_at": at,
                "behalf_why": str(content.why),
                "behalf_reason": content.reason,
            }
        case acts.ReportSubmitted():
            return {"submitted_at": at, "sent_back_reason": None}
        case acts.ReportReopened():
            return {"submitted_at": None, "approved_at": None}
        case acts.ReportApproved():
            return {"approved_at": at}
        case acts.ReportIssued():
            return {
                "number": content.number,
                "issued_on": content.issued_on,
                "signer_name": content.signer_name,
                "signer_title": content.signer_title,
                "document_id": content.document_id,
                "sent_to": note,
                "sent_up_at": at,
                "sent_by": by,
                "sent_revision": revision.of(report),
            }
        case acts.ReportReplaced():
            return {"replaced_by": content.by_report_id}
        case acts.ReportGivenUp():
            return {"given_up_reason": content.reason}
        case _:
            return {}
