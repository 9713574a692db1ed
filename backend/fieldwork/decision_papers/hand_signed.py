"""Matching what a team began from on site: the decision signed by hand (PRACTICE B3), at the desk."""

from uuid import UUID

from backend.core import access_log, custody
from backend.core.actors import Actor
from backend.core.errors import NotAllowed, NotFound
from backend.fieldwork.decision_papers import issuing
from backend.fieldwork.queries import decision_papers as paper_queries
from backend.fieldwork.queries import hand_signed as queries
from backend.fieldwork.queries.hand_signed import SeenHandSigned
from backend.fieldwork.rules import desk_papers, hand_signed
from backend.force.queries import officer_names
from backend.ledger import service as ledger
from schemas.fieldwork.hand_signed import (
    DecisionMatched,
    HandSignedMatch,
    HandSignedRow,
    HandSignedView,
)
from schemas.fieldwork.words import ActType

MOST = 200


async def waiting(actor: Actor) -> list[HandSignedRow]:
    """Return those in sight that wait or did not match, the most urgent first. Raises NotAllowed."""
    if not desk_papers.lists(actor):
        raise NotAllowed
    return await queries.waiting(actor, MOST)


async def to_match(inspection_id: UUID, actor: Actor, address: str | None) -> HandSignedMatch:
    """Return what was typed, its sheets, and the paper that it may be; logs the access. Raises NotFound."""
    record, began = await _seen(inspection_id, actor)
    await access_log.record(actor, "inspection.hand_signed", inspection_id, address=address)
    decision, name = record.decision, await officer_names.of([actor.officer_id])
    paper_id = await queries.paper_of_number(actor, decision.number)
    paper = await paper_queries.find(actor, paper_id) if paper_id else None
    return HandSignedMatch(
        began=began,
        decision=decision,
        paper=paper.id if paper else None,
        paper_subject=paper.subject_name if paper else None,
        paper_place=paper.place if paper else None,
        paper_issued_on=paper.issued_on if paper else None,
        paper_issuer=paper.issuer_name if paper else None,
        stored=await queries.sheets_stored(inspection_id, began.sheets),
        may_match=began.outcome not in hand_signed.SETTLED
        and hand_signed.may_match(
            actor, record.path, began.begun_by, decision.issuer_name, name[actor.officer_id]
        )
        and not await queries.typed_by(inspection_id, actor.officer_id),
    )


async def match(inspection_id: UUID, found: DecisionMatched, actor: Actor) -> ledger.Outcome:
    """Record what a second person found, in the caller's transaction. Raises NotFound."""
    await _seen(inspection_id, actor)
    return await issuing.record(inspection_id, ActType.DECISION_MATCHED, found, actor)


async def sheet(
    inspection_id: UUID, photo_id: UUID, actor: Actor, address: str | None
) -> tuple[bytes, str]:
    """Return the original of a photographed sheet, and its type; logs the access.

    Clerks see it too, who see no other photograph. Raises NotFound, Unavailable.
    """
    _, began = await _seen(inspection_id, actor)
    stored = await queries.sheet(inspection_id, photo_id) if photo_id in began.sheets else None
    if stored is None:
        raise NotFound(what="photo")
    data = await custody.read(stored[0], stored[1])
    await access_log.record(actor, "photo.sheet", inspection_id, address=address)
    return data, stored[2]


async def _seen(inspection_id: UUID, actor: Actor) -> tuple[SeenHandSigned, HandSignedView]:
    record = await queries.seen(actor, inspection_id) if desk_papers.lists(actor) else None
    began = await queries.of_inspection(inspection_id) if record else None
    if record is None or began is None:
        raise NotFound(what="inspection")
    return record, began
