"""Writes into an inspection what was answered on its submission's page, in the same transaction.

Called by `ledger.record` (the one door) with each act of a submission. What the system wrote there
came from the inspection, or from time, and has no effect back. If the inspection's own door refuses,
nothing of the answer is recorded, and its reason is shown.
"""

from uuid import UUID

from backend.approvals.rules.facts import Submission
from backend.approvals.submissions import events
from backend.approvals.submissions.service import as_system
from backend.core import change_feed
from backend.core.actors import Actor
from backend.core.errors import NotFound, RefusedAct
from backend.fieldwork.decision_papers import on_phone
from backend.fieldwork.decision_papers import service as decision_papers
from backend.fieldwork.inspections import opinions
from backend.fieldwork.queries import proposals as proposal_queries
from backend.fieldwork.queries import teams
from backend.fieldwork.rules import approving as rules
from backend.fieldwork.texts.approving import REFUSED
from backend.ledger import service as ledger
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Entry
from schemas.approvals import submissions as acts
from schemas.approvals.words import SubmissionState, SubmittedKind
from schemas.core.vocabulary import RecordKind


async def follow(parsed: ParsedAct, actor: Actor, entry: Entry) -> None:
    """Record the inspection's own act for an answer that somebody gave. Raises RefusedAct."""
    del entry
    by_the_system = actor.face == "job"
    moved = isinstance(parsed.content, acts.PassedOn | acts.HandedOn)
    if by_the_system and not moved:
        return
    facts = await events.facts_of(parsed.act.record.id)
    if facts is None or facts.subject.record_kind is not RecordKind.INSPECTION:
        return
    # The team's phones show whom it waits for.
    team = await teams.officers(facts.subject.record_id)
    await change_feed.tell(team, "inspection", str(facts.subject.record_id))
    if by_the_system:
        return
    try:
        await _write(facts, parsed.content, actor)
    except NotFound:  # a stand-in of another unit holds the step, and does not see the inspection
        raise _refused("not_in_sight") from None


async def _write(facts: Submission, content: object, actor: Actor) -> None:
    match facts.subject.kind:
        case SubmittedKind.MINUTES_DRAFT:
            await _of_draft(facts, content, actor)
        case SubmittedKind.FILE:
            await _of_file(facts, content, actor)
        case SubmittedKind.INSPECTION_DECISION:
            await _of_decision(facts, content, actor)
        case _:
            return


async def _of_draft(facts: Submission, content: object, actor: Actor) -> None:
    record_id, proposal = facts.subject.record_id, _item(facts)
    match content:
        case acts.SubmissionAgreed(reason=reason):
            if facts.state is SubmissionState.DONE:
                outcome = await opinions.approve_draft(
                    record_id, facts.shown, actor, proposal, reason
                )
                ledger.unwrap(outcome)
        case acts.SubmissionReturned(comments=said) | acts.SupplementAsked(points=said):
            comments = rules.as_comments(said)
            ledger.unwrap(
                await opinions.return_draft(record_id, facts.shown, comments, actor, proposal)
            )
        case acts.SubmissionRefused():
            raise _refused("draft_refused")
        case acts.SubmissionRenewed() | acts.SubmissionWithdrawn() | acts.Reopened():
            raise _refused("from_the_phone")
        case _:
            return


async def _of_file(facts: Submission, content: object, actor: Actor) -> None:
    record_id = facts.subject.record_id
    match content:
        case acts.SubmissionAgreed(reason=reason):
            if facts.state is SubmissionState.DONE:
                ledger.unwrap(await opinions.agree(record_id, facts.shown, actor, reason))
        case acts.SupplementAsked(points=points):
            comments = rules.as_comments(points)
            ledger.unwrap(await opinions.ask_supplement(record_id, facts.shown, comments, actor))
        case acts.SubmissionReturned():
            raise _refused("file_returned")
        case acts.SubmissionRefused():
            raise _refused("file_refused")
        case acts.SubmissionRenewed() | acts.SubmissionWithdrawn() | acts.Reopened():
            raise _refused("from_the_phone")
        case _:
            return


async def _of_decision(facts: Submission, content: object, actor: Actor) -> None:
    """A signature is an act of the paper alone. A draft of the desk is returned by its submission alone."""
    document_id = _item(facts)
    match content:
        case acts.SubmissionReturned(comments=said) | acts.SupplementAsked(points=said):
            if await proposal_queries.find(document_id) is not None:
                sent = await on_phone.send_back(document_id, rules.in_one(said), actor)
                if sent is not None:
                    ledger.unwrap(sent)
        case acts.SubmissionRefused(reason=reason):
            ledger.unwrap(await decision_papers.discard(document_id, reason, actor))
        case acts.OutsideAnswered(approved=False):
            reason = f"{content.signer}, {content.number}: {content.text}"[:2000]
            ledger.unwrap(await decision_papers.discard(document_id, reason, as_system(actor)))
        case _:
            return


def _item(facts: Submission) -> UUID:
    if facts.subject.item_id is None:
        raise TypeError(f"{facts.subject.kind} names no item")
    return facts.subject.item_id


def _refused(code: str) -> RefusedAct:
    return RefusedAct(code=f"inspection_{code}", text=REFUSED[code])
