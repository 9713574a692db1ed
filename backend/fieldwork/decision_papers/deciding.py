"""What a paper of a decision decides, and what hinders its signing, for officers with a step of its submission."""

from typing import Any
from uuid import UUID

import msgspec

from backend.core.actors import Actor
from backend.core.database import at_once
from backend.documents import drafts
from backend.documents.drafts import Drafted
from backend.fieldwork.decision_papers import filling, issuing
from backend.fieldwork.decision_papers.filling import Filled
from backend.fieldwork.decision_papers.group import seen
from backend.fieldwork.queries.decision_papers import NamedPaper
from backend.ledger import reading as ledger_reading
from schemas.fieldwork.decisions import DecisionChange, DecisionFault, IssueDecision
from schemas.fieldwork.words import ActType, PaperState


async def as_draft(paper: NamedPaper, actor: Actor) -> Filled:
    """Return a draft as this reader, or the head of its unit, would sign it."""
    signer = await filling.signer_of(actor, paper.path)
    return await issuing.as_signed(paper, signer, actor)


class Decided(msgspec.Struct, frozen=True, kw_only=True):
    """What a paper decides, and what hinders its signing, for officers with a step of its submission."""

    form: str
    version: int
    fields: dict[str, Any]
    order: IssueDecision | None
    change: DecisionChange | None
    faults: list[DecisionFault]
    """What would prevent this reader, or the unit's head, from signing it now."""
    signer: str
    drafts: list[Drafted]
    """The oldest first."""


async def decided(document_id: UUID, actor: Actor) -> Decided:
    """Return what a paper in sight decides, for a page that logs its reading. Raises NotFound."""
    paper = await seen(document_id, actor)
    async with at_once() as ask:
        draft = paper.state is PaperState.DRAFT
        filling_in = ask(as_draft(paper, actor)) if draft else None
        acts_of = ask(ledger_reading.of_types(paper.inspection_id, [ActType.PAPER_DRAFTED]))
    filled = filling_in.result() if filling_in else None
    return Decided(
        form=paper.form,
        version=filled.version if filled else paper.form_version,
        fields=filled.fields if filled else paper.fields,
        order=paper.order,
        change=paper.change,
        faults=filled.faults if filled else [],
        signer=(filled.full_name if filled else paper.issuer_name) or "",
        drafts=drafts.of(acts_of.result(), document_id),
    )
