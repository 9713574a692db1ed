"""Keeps a proposal and its submission in step, in one transaction.

Whichever is answered first writes the other. An answer that came from the submission finds no
submission alive, and one that came from the catalogue is `submission.completed`, which changes
nothing here: so neither answers the other twice.
"""

from uuid import UUID

from backend.approvals.publication import looking
from backend.approvals.submissions import events, service
from backend.core.actors import Actor
from backend.law.queries.proposals import DecreeProposal
from backend.ledger import service as ledger
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Entry
from schemas.approvals import submissions as acts
from schemas.approvals.submissions import Submitted
from schemas.approvals.words import SubmissionState, SubmittedKind
from schemas.core.base import Wire
from schemas.core.vocabulary import RecordKind
from schemas.law import catalogue as law

_PROPOSED = law.ViolationProposed | law.DecreeProposed
_CONFIRMED = law.ViolationConfirmed | law.DecreeConfirmed
_DECLINED = law.ViolationDeclined | law.DecreeDeclined


async def follow_catalogue(parsed: ParsedAct, actor: Actor, _entry: Entry) -> None:
    """Submit a proposal, and tell its submission when the catalogue answered it."""
    content = parsed.content
    if isinstance(content, _PROPOSED):
        subject = _subject(parsed.act.record.id, content.proposal_id)
        note = content.note if isinstance(content, law.DecreeProposed) else ""
        _, outcome = await service.submit(subject, note, actor, by_the_system=True)
        ledger.unwrap(outcome)
    elif isinstance(content, _CONFIRMED):
        subject = _subject(parsed.act.record.id, content.proposal_id)
        await service.completed(subject, actor, outcome="published", act_id=parsed.act.id)
    elif isinstance(content, _DECLINED):
        subject = _subject(parsed.act.record.id, content.proposal_id)
        await service.ended(subject, actor, content.reason)


async def follow_submission(parsed: ParsedAct, actor: Actor, _entry: Entry) -> None:
    """Publish, or decline, what a submission of a proposal was answered by."""
    if actor.face == "job":
        return
    content = parsed.content
    answers = acts.SubmissionApproved | acts.SubmissionRefused | acts.SubmissionReturned
    declined_outside = isinstance(content, acts.OutsideAnswered) and not content.approved
    if not (isinstance(content, answers) or declined_outside):
        return
    facts = await events.facts_of(parsed.act.record.id)
    if facts is None or facts.subject.kind is not SubmittedKind.PUBLICATION:
        return
    if isinstance(content, acts.SubmissionApproved) and facts.state is not SubmissionState.DONE:
        return
    row = await looking.waiting(facts.subject)
    if row is None:
        return
    said = _answer(row, content)
    by = service.as_system(actor) if declined_outside else actor
    act = ledger.desk_act(RecordKind.CATALOGUE, facts.subject.record_id, *said, by)
    ledger.unwrap(await ledger.record(act, by))


def _answer(row: looking.Waiting, content: Wire) -> tuple[law.CatalogueAct, Wire]:
    """Return the catalogue's own act for an answer."""
    reason = ""
    if isinstance(content, acts.SubmissionRefused):
        reason = content.reason
    elif isinstance(content, acts.OutsideAnswered):
        reason = f"{content.signer}, {content.number}: {content.text}"[:2000]
    elif isinstance(content, acts.SubmissionReturned):
        reason = " · ".join(one.text for one in content.comments)[:2000]
    if isinstance(row, DecreeProposal):
        if reason:
            declined = law.DecreeDeclined(
                decree=row.decree, proposal_id=row.proposal_id, reason=reason
            )
            return law.CatalogueAct.DECREE_DECLINED, declined
        confirmed = law.DecreeConfirmed(
            decree=row.decree, proposal_id=row.proposal_id, sha256=row.said.sha256
        )
        return law.CatalogueAct.DECREE_CONFIRMED, confirmed
    if reason:
        no = law.ViolationDeclined(code=row.code, proposal_id=row.proposal_id, reason=reason)
        return law.CatalogueAct.VIOLATION_DECLINED, no
    yes = law.ViolationConfirmed(code=row.code, proposal_id=row.proposal_id)
    return law.CatalogueAct.VIOLATION_CONFIRMED, yes


def _subject(record_id: UUID, proposal_id: UUID) -> Submitted:
    return Submitted(
        kind=SubmittedKind.PUBLICATION,
        record_kind=RecordKind.CATALOGUE,
        record_id=record_id,
        item_id=proposal_id,
    )
