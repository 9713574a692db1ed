"""A report as what is submitted for approval."""

from uuid import UUID

from backend.approvals.submissions import service as submissions
from schemas.approvals.submissions import Submitted
from schemas.approvals.words import StepKind, SubmissionState, SubmittedKind
from schemas.core.vocabulary import RecordKind


def subject_of(report_id: UUID) -> Submitted:
    """Return a report as what is submitted for approval."""
    return Submitted(
        kind=SubmittedKind.REPORT,
        record_kind=RecordKind.REPORT,
        record_id=report_id,
        item_id=None,
    )


async def only_signature_left(report_id: UUID) -> bool:
    """Tell whether nothing but a signature is left of a report's submission: its route ends with signing the paper."""
    subject = subject_of(report_id)
    alive = await submissions.alive(subject)
    if alive is None or alive.state is not SubmissionState.WAITING:
        return False
    signs = alive.steps[-1].made.kind is StepKind.SIGN
    return signs and not await submissions.waits_for(subject)
