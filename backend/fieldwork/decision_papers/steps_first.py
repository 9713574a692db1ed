"""Steps of a decision's submission that come before its signature."""

from uuid import UUID

from backend.approvals.submissions import service as submissions
from backend.approvals.texts.steps import KINDS
from backend.core.errors import RefusedAct
from backend.fieldwork.texts import approving as texts
from schemas.approvals.submissions import Submitted
from schemas.approvals.words import SubmittedKind
from schemas.core.vocabulary import RecordKind


async def require(inspection_id: UUID, document_id: UUID) -> None:
    """Refuse the signature while a step before it that decides has no answer, as for papers of cases.

    Advice is not waited for: an inspection may have to begin within minutes. A decision that was issued
    on a phone or signed elsewhere is a fact and is not asked. A draft that was withdrawn is submitted again
    first: nobody signs around the steps of its route. Raises RefusedAct.
    """
    subject = Submitted(
        kind=SubmittedKind.INSPECTION_DECISION,
        record_kind=RecordKind.INSPECTION,
        record_id=inspection_id,
        item_id=document_id,
    )
    if await submissions.was_withdrawn(subject):
        raise submissions.refused("withdrawn_first")
    first = await submissions.waits_for(subject)
    if first:
        said = texts.step_first([KINDS[one.kind] for one in first])
        raise RefusedAct(code="inspection_step_first", text=said)
