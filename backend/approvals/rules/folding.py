"""From acts to facts: what each accepted act changes in a submission. Pure.

`hientruong verify` folds the same acts by the same function and compares the tables with them.
"""

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from backend.approvals.rules import terms
from backend.approvals.rules.facts import Answer, Event, Remark, Step, Submission
from backend.law.rules.counting import Calendar
from backend.ledger.rules.events import SharedFacts
from schemas.approvals import submissions as acts
from schemas.approvals.words import Outcome, StepKind, SubmissionState
from schemas.approvals.words import SubmissionAct as Act


def fold(record_id: UUID, events: Iterable[Event], calendar: Calendar) -> Submission | None:
    """Return the submission after these accepted acts, in order; None if there are none."""
    facts: Submission | None = None
    for event in events:
        facts = take(record_id, facts, event, calendar)
    return facts


def take(record_id: UUID, facts: Submission | None, event: Event, calendar: Calendar) -> Submission:
    """Return the submission after one more accepted act. `facts` itself is changed.

    Raises ValueError if the first act is not the submission, and SharedFacts.
    """
    if facts is not None and facts.shared:
        raise SharedFacts(f"{event.type} was to be folded into the facts of all readers")
    if facts is None:
        if not isinstance(event.content, acts.SubmissionMade):
            raise ValueError(f"no submission begins with {event.type}")
        facts = _made(record_id, event.content, event)
    else:
        _FOLDS[event.type](facts, event.content, event)
    if isinstance(event.content, acts.SubmissionChanged) and event.content.moves_limit:
        _time_anew(facts, calendar)
    _begin(facts, event, calendar)
    return facts


def _made(record_id: UUID, content: acts.SubmissionMade, event: Event) -> Submission:
    return Submission(
        id=record_id,
        subject=content.subject,
        title=content.title,
        form=content.form,
        form_version=content.form_version,
        amount_vnd=content.amount_vnd,
        field_name=content.field,
        route=content.route,
        steps=[Step(number, one, list(one.keys)) for number, one in enumerate(content.steps, 1)],
        state=SubmissionState.WAITING,
        shown=content.shown,
        material=content.material,
        note=content.note,
        due_at=content.due_at,
        due_rule=content.due_rule,
        drafters=list(content.drafters),
        submitted_by=event.officer_id,
        submitted_at=event.at,
        renewed_at=event.at,
    )


def _begin(facts: Submission, event: Event, calendar: Calendar) -> None:
    """Begin the first step without an answer, if the submission waits and it has not begun."""
    current = facts.current
    if facts.state is not SubmissionState.WAITING or current is None or current.began_at:
        return
    current.began_at = event.at
    _time_anew(facts, calendar)


def _time_anew(facts: Submission, calendar: Calendar) -> None:
    """Set the end of the step that waits, from when it began and the legal limit as it is."""
    current = facts.current
    if current is None or current.began_at is None:
        return
    left = [one for one in facts.steps if one.open]
    limit = facts.limit_of(current)
    current.due_at = terms.due_of(current, current.began_at, left, limit, calendar)


def _stop(facts: Submission) -> None:
    """Forget that open steps began: their time runs anew once it waits again."""
    for step in facts.steps:
        if step.open:
            step.began_at = step.due_at = None


def _answered(
    facts: Submission, step: Step, outcome: Outcome, event: Event, text: str = "", **more: Any
) -> None:
    officer_id = None if outcome is Outcome.NO_OPINION else event.officer_id
    step.answer = Answer(
        outcome, officer_id, event.at, facts.shown, facts.material, text=text, **more
    )


def _pass(facts: Submission, numbers: Iterable[int], event: Event) -> None:
    for number in numbers:
        step = facts.step(number)
        if step is not None and step.open:
            _answered(facts, step, Outcome.NO_OPINION, event)


def _done(facts: Submission, event: Event) -> None:
    if facts.current is None:
        facts.state, facts.ended_at = SubmissionState.DONE, event.at


def _void(facts: Submission, event: Event) -> None:
    """Void what was said of another content (practice B7)."""
    for step in facts.steps:
        answer = step.answer
        if answer is None or answer.material == facts.material:
            continue
        answer.voided_at = event.at
        step.former.append(answer)
        step.answer = step.began_at = step.due_at = None


def _keep(facts: Submission, before: str) -> None:
    """Keep what was said of the content before, under what the signer made of it (practice B7).

    An authority outside decided on what was sent to it: the signer cannot change that alone.
    """
    for step in facts.steps:
        if step.kind is StepKind.OUTSIDE:
            continue
        if step.answer is not None and step.answer.material == before:
            step.answer.material = facts.material


def _renewed(facts: Submission, content: acts.SubmissionRenewed, event: Event) -> None:
    before = facts.material
    facts.shown, facts.material = content.shown, content.material
    facts.title, facts.amount_vnd, facts.due_at = content.title, content.amount_vnd, content.due_at
    facts.due_rule = (content.due_rule or facts.due_rule) if content.due_at else None
    facts.note, facts.drafters = content.note, list(content.drafters)
    facts.state, facts.renewed_at, facts.remark = SubmissionState.WAITING, event.at, None
    facts.rounds += 1
    facts.returned_at = None
    if content.by_signer:
        _keep(facts, before)
    _void(facts, event)


def _withdrawn(facts: Submission, content: acts.SubmissionWithdrawn, event: Event) -> None:
    facts.state, facts.reason, facts.ended_at = SubmissionState.WITHDRAWN, content.reason, event.at
    _stop(facts)


def _remarked(
    facts: Submission, shown: str, comments: list[acts.Comment], event: Event, *, supplement: bool
) -> None:
    facts.remark = Remark(
        event.act_id, event.officer_id, event.at, shown, comments, supplement=supplement
    )
    facts.remarks.append(facts.remark)
    if facts.current is not None and facts.current.sent is not None:
        facts.current.sent_back = True
    facts.state, facts.returned_at = SubmissionState.WITH_SUBMITTER, event.at
    _stop(facts)


def _returned(facts: Submission, content: acts.SubmissionReturned, event: Event) -> None:
    _remarked(facts, content.shown, content.comments, event, supplement=False)


def _supplement(facts: Submission, content: acts.SupplementAsked, event: Event) -> None:
    _remarked(facts, content.shown, content.points, event, supplement=True)


def _opinion(facts: Submission, content: acts.OpinionGiven, event: Event) -> None:
    step = facts.steps[content.step - 1]
    outcome = Outcome.AGREED if content.favour else Outcome.DISAGREED
    _answered(facts, step, outcome, event, content.text, checks=list(content.checks))
    _done(facts, event)


def _agreed(facts: Submission, content: acts.SubmissionAgreed, event: Event) -> None:
    _pass(facts, content.without, event)
    approved = isinstance(content, acts.SubmissionApproved)
    outcome = Outcome.APPROVED if approved else Outcome.AGREED
    _answered(facts, facts.steps[content.step - 1], outcome, event, content.note)
    _done(facts, event)


def _refused(facts: Submission, content: acts.SubmissionRefused, event: Event) -> None:
    facts.state, facts.reason = SubmissionState.REFUSED, content.reason
    facts.refused_by, facts.ended_at = event.officer_id, event.at
    _stop(facts)


def _handed(facts: Submission, content: acts.HandedOn, event: Event) -> None:
    step = facts.steps[content.step - 1]
    step.keys = list(content.to)
    if not content.up and content.from_id is None:
        step.handed_by.append(event.officer_id)


def _taken(facts: Submission, content: acts.TakenOver, event: Event) -> None:
    facts.steps[content.step - 1].keys = [f"officer:{event.officer_id}"]


def _reopened(facts: Submission, _content: acts.Reopened, _event: Event) -> None:
    facts.state, facts.ended_at, facts.refused_by = SubmissionState.WAITING, None, None
    facts.reason = ""


def _passed(facts: Submission, content: acts.PassedOn, event: Event) -> None:
    _pass(facts, [content.step], event)
    _done(facts, event)


def _changed(facts: Submission, content: acts.SubmissionChanged, event: Event) -> None:
    facts.shown, facts.title, facts.amount_vnd = content.shown, content.title, content.amount_vnd
    facts.drafters = list(content.drafters)
    if content.due_at is not None:
        facts.due_at, facts.due_rule = content.due_at, content.due_rule
    before, facts.material = facts.material, content.material
    if content.by_signer:
        _keep(facts, before)
    _void(facts, event)


def _recalled(facts: Submission, _content: acts.Recalled, event: Event) -> None:
    facts.state, facts.returned_at = SubmissionState.WITH_SUBMITTER, event.at
    _stop(facts)


def _completed(facts: Submission, content: acts.Completed, event: Event) -> None:
    _pass(facts, content.without, event)
    for step in facts.steps:
        if step.open:
            signed = step.kind is StepKind.SIGN
            _answered(facts, step, Outcome.SIGNED if signed else Outcome.APPROVED, event)
    facts.state, facts.number, facts.ended_at = SubmissionState.DONE, content.number, event.at
    facts.remark = facts.returned_at = None


def _ended(facts: Submission, content: acts.SubmissionEnded, event: Event) -> None:
    facts.state, facts.reason, facts.ended_at = SubmissionState.ENDED, content.why, event.at
    _stop(facts)


def _sent(facts: Submission, content: acts.SentOutside, event: Event) -> None:
    step = facts.steps[content.step - 1]
    step.sent_at, step.sent, step.sent_material = event.at, content, facts.material
    step.sent_back = False


def _outside(facts: Submission, content: acts.OutsideAnswered, event: Event) -> None:
    """Take the authority's answer. A refusal is the authority's: who entered it cannot reopen it alone."""
    step = facts.steps[content.step - 1]
    step.answered = content
    if content.approved:
        _answered(facts, step, Outcome.APPROVED, event, content.text, signer=content.signer)
        _done(facts, event)
    else:
        _stop(facts)
        facts.state, facts.reason = SubmissionState.REFUSED, content.text or content.number
        facts.refused_by, facts.ended_at = None, event.at


_FOLDS: dict[Act, Callable[[Submission, Any, Event], None]] = {
    Act.RENEWED: _renewed,
    Act.WITHDRAWN: _withdrawn,
    Act.RETURNED: _returned,
    Act.SUPPLEMENT_ASKED: _supplement,
    Act.OPINION_GIVEN: _opinion,
    Act.AGREED: _agreed,
    Act.APPROVED: _agreed,
    Act.REFUSED: _refused,
    Act.HANDED_ON: _handed,
    Act.TAKEN_OVER: _taken,
    Act.REOPENED: _reopened,
    Act.PASSED_ON: _passed,
    Act.CHANGED: _changed,
    Act.RECALLED: _recalled,
    Act.COMPLETED: _completed,
    Act.ENDED: _ended,
    Act.SENT_OUTSIDE: _sent,
    Act.OUTSIDE_ANSWERED: _outside,
}
