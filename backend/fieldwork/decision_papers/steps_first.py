"""What the submission of a decision says against its signature.

The rule is that of papers of cases (backend/casework/cases/unheard.py). A decision that was issued on
a phone or signed elsewhere is a fact and is not asked.
"""

from uuid import UUID

from msgspec import UnsetType

from backend.approvals.reading import unheard as advice
from backend.approvals.submissions import service as submissions
from backend.approvals.texts.steps import KINDS
from backend.core.errors import RefusedAct
from backend.fieldwork.texts import approving as texts
from schemas.approvals.submissions import Submitted
from schemas.approvals.words import SubmittedKind
from schemas.core.problems import Text
from schemas.core.vocabulary import RecordKind


async def require(inspection_id: UUID, document_id: UUID, reason: str | UnsetType) -> bool:
    """Refuse the signature while a step before it has no answer; tell whether `reason` was needed.

    A step that decides is waited for. Advice whose time is not over is waited for too, or the signer
    says why not: a reason takes seconds, and an inspection may have to begin within minutes (practice
    B6, B7). A draft that was withdrawn is submitted again first: nobody signs around the steps of its
    route. Raises RefusedAct.
    """
    subject = _subject(inspection_id, document_id)
    if await submissions.was_withdrawn(subject):
        raise submissions.refused("withdrawn_first")
    if said := await waits_for(inspection_id, document_id):
        raise RefusedAct(code="inspection_step_first", text=said)
    silent = await advice.steps(subject)
    if silent and not isinstance(reason, str):
        raise RefusedAct(code="inspection_unheard", text=texts.unheard(silent))
    return bool(silent)


async def waits_for(inspection_id: UUID, document_id: UUID) -> Text | None:
    """Return in words which steps must have an outcome before the signature; None if there are none."""
    first = await submissions.waits_for(_subject(inspection_id, document_id))
    return texts.step_first([KINDS[one.kind] for one in first]) if first else None


async def unheard(inspection_id: UUID, document_id: UUID) -> list[Text]:
    """Return the steps that advise, have said nothing and have time left."""
    return await advice.steps(_subject(inspection_id, document_id))


def _subject(inspection_id: UUID, document_id: UUID) -> Submitted:
    return Submitted(
        kind=SubmittedKind.INSPECTION_DECISION,
        record_kind=RecordKind.INSPECTION,
        record_id=inspection_id,
        item_id=document_id,
    )
