"""Papers of decisions as a group of papers of the desk: backend/documents/desk_papers takes the rest."""

from uuid import UUID

from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.documents.desk_papers.group import Act, Group
from backend.fieldwork.queries import decision_papers as queries
from backend.fieldwork.queries.decision_papers import DeskPaper, NamedPaper
from backend.fieldwork.texts.inspections import refusal
from backend.ledger.handlers import Refuse
from schemas.core.vocabulary import RecordKind
from schemas.fieldwork import decision_papers as acts
from schemas.fieldwork.words import ActType


async def seen(document_id: UUID, actor: Actor) -> NamedPaper:
    """Return a paper in sight. Raises NotFound."""
    found = await queries.find(actor, document_id)
    if found is None:
        raise NotFound(what="document")
    return found


async def _seen(document_id: UUID, actor: Actor) -> DeskPaper:
    return await seen(document_id, actor)


def _record_of(paper: DeskPaper) -> tuple[RecordKind, UUID]:
    return RecordKind.INSPECTION, paper.inspection_id


def _refusal(code: str) -> Refuse:
    return refusal(f"paper_{code}")


GROUP = Group(
    seen=_seen,
    lock=queries.lock,
    record_of=_record_of,
    refusal=_refusal,
    number_voided=Act(ActType.PAPER_NUMBER_VOIDED, acts.PaperNumberVoided),
    printed=Act(ActType.PAPER_PRINTED, acts.PaperPrinted),
    issued=Act(ActType.PAPER_ISSUED, acts.PaperIssued),
    scanned=Act(ActType.PAPER_SCANNED, acts.PaperScanned),
    compared=Act(ActType.PAPER_COMPARED, acts.PaperCompared),
    sealed=Act(ActType.PAPER_SEALED, acts.PaperSealed),
)
