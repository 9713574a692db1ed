"""What follows from a proposal of an inspection, in the transaction of its act.

The draft of the decision is filled from it, and its officer is told what became of it. Who may sign
it is told where the draft is submitted (backend/fieldwork/approving). Called by `ledger.record` (the
one door) through backend.ledger.handlers.follow, so that inspections know nothing of papers.
"""

from uuid import UUID

from backend.core import change_feed, clock, formats, local_time
from backend.core.actors import Actor, at_the_server
from backend.core.errors import NotAllowed
from backend.fieldwork.decision_papers import filling, issuing, telling
from backend.fieldwork.queries import proposals as queries
from backend.fieldwork.rules import desk_papers
from backend.fieldwork.rules.desk_papers import DECISION
from backend.force.notices import service as notices
from backend.ledger import service as ledger
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Entry
from schemas.core.ids import new_id
from schemas.fieldwork import decision_papers as papers
from schemas.fieldwork import proposals as acts
from schemas.fieldwork.words import ActType

_SAID = 300
"""The most letters of a reason in a notice; all of it is with the proposal."""


async def propose(
    proposed: acts.DecisionProposed, actor: Actor, record_id: UUID | None = None
) -> ledger.Outcome:
    """Record a proposal of the desk, or one that replaces it, in the caller's transaction.

    The draft of the decision follows it in the same transaction, as after a phone's. Raises NotAllowed,
    RefusedAct.
    """
    if not desk_papers.drafts(actor):
        raise NotAllowed
    kind = ActType.DECISION_PROPOSED
    return await issuing.record(record_id or new_id(), kind, proposed, actor)


async def follow(parsed: ParsedAct, actor: Actor, entry: Entry) -> None:
    """Draft what was proposed, and tell who must know what became of a proposal."""
    del entry
    content = parsed.content
    match content:
        case acts.DecisionProposed():
            await notices.settle(content.document_id)
            await _draft(parsed.act.record.id, content, actor)
            await change_feed.tell([actor.officer_id], "proposal", str(content.document_id))
        case acts.DecisionReturned():
            await _sent_back(content, actor)
        case papers.PaperDiscarded() | papers.PaperPrinted() | papers.PaperScanned():
            await _answered(content.document_id)  # those whose paper it is are told by telling.py
            if isinstance(content, papers.PaperScanned):
                await telling.to_compare(content.document_id, actor)
        case _:
            return


async def _draft(record_id: UUID, proposed: acts.DecisionProposed, actor: Actor) -> None:
    """Record the draft in the name of who proposed it. Raises RefusedAct.

    What a signer must mend is no hindrance: the draft shows it as its faults.
    """
    order = acts.order_of(proposed, filling.standard_bases(), await _rests_on(proposed, actor))
    filled = await filling.filled(order, await filling.signer_of(actor, actor.unit), actor)
    content = papers.PaperDrafted(
        document_id=proposed.document_id,
        form=DECISION,
        form_version=filled.version,
        fields=filled.fields,
        order=order,
    )
    drafter = at_the_server(actor)
    ledger.unwrap(await issuing.record_draft(record_id, content, drafter))


async def _rests_on(proposed: acts.DecisionProposed, actor: Actor) -> str:
    """Return what the decision cites: the plan or report that was named, and the proposal itself."""
    day = formats.day(local_time.day_of(clock.now()))
    own = f"Đề xuất kiểm tra ngày {day} của công chức {actor.full_name}"
    named = (proposed.basis or "").strip().rstrip(".;")
    both = f"{named}; {own[0].lower()}{own[1:]}" if named else own
    return both if len(both) <= 500 else own


async def _sent_back(content: acts.DecisionReturned, actor: Actor) -> None:
    await _answered(content.document_id)
    shown = await queries.shown(content.document_id)
    if shown is None or shown.proposed_by == actor.officer_id:
        return
    words = {
        "officer": actor.full_name,
        "subject": shown.proposed.subject.name,
        "reason": content.comments[:_SAID],
    }
    await notices.tell(
        [shown.proposed_by], "decision", content.document_id, "decision.returned", words
    )


async def _answered(document_id: UUID) -> None:
    """Settle what the heads were told, and have the proposer's phones fetch what became of it."""
    proposal = await queries.find(document_id)
    if proposal is not None:
        await notices.settle(document_id)
        await change_feed.tell([proposal.proposed_by], "proposal", str(document_id))
