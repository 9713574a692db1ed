"""Papers of records as a group of papers of the desk: backend/documents/desk_papers takes the rest."""

from uuid import UUID

from backend.core.actors import Actor
from backend.documents.desk_papers.group import Act, Group
from backend.documents.queries import record_papers as queries
from backend.documents.queries.record_papers import Paper
from backend.documents.record_papers import drafting
from backend.documents.texts.record_papers import refusal
from schemas.core.vocabulary import RecordKind
from schemas.documents import record_papers as acts
from schemas.documents.record_papers import RecordPaperAct


async def _seen(document_id: UUID, actor: Actor) -> Paper:
    paper, _, _ = await drafting.seen(document_id, actor)
    return paper


def _record_of(paper: Paper) -> tuple[RecordKind, UUID]:
    return paper.record_kind, paper.record_id


GROUP = Group(
    seen=_seen,
    lock=queries.lock,
    record_of=_record_of,
    refusal=refusal,
    number_voided=Act(RecordPaperAct.NUMBER_VOIDED, acts.RecordPaperNumberVoided),
    printed=Act(RecordPaperAct.PRINTED, acts.RecordPaperPrinted),
    issued=Act(RecordPaperAct.ISSUED, acts.RecordPaperIssued),
    scanned=Act(RecordPaperAct.SCANNED, acts.RecordPaperScanned),
    compared=Act(RecordPaperAct.COMPARED, acts.RecordPaperCompared),
    sealed=Act(RecordPaperAct.SEALED, acts.RecordPaperSealed),
)
