"""Whether an act of a submission may happen now. Pure: facts, content and context in, a code out."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from backend.approvals.rules import checksheets, keys, terms
from backend.approvals.rules.facts import ADVICE, Step, Submission
from backend.approvals.rules.keys import Basis, Claims
from backend.core.actors import UnitPath
from schemas.approvals import submissions as acts
from schemas.approvals.words import StepKind, SubmissionState
from schemas.approvals.words import SubmissionAct as Act

Fault = str | None
"""A code of backend/approvals/texts/refusals.py."""


@dataclass(frozen=True)
class Context:
    """What is asked besides the submission's own acts."""

    officer_id: UUID
    now: datetime
    claims: Claims
    by_the_system: bool = False
    """A group to the right, or a job, writes what happened elsewhere in the same transaction."""
    covers: bool = False
    """The officer is a supervisor of the subject's unit or of one above it."""
    level: int = 9
    """Of the officer's unit: 1 is the nation, 2 a department, 3 a team."""
    path: UnitPath | None = None
    """The subject's unit."""
    heads: bool = False
    """The officer heads the subject's unit or one above it: a deputy does not."""
    legal: bool = False
    """A legal officer in whose scope it is."""
    clerk: bool = False
    works_on: bool = False
    """The officer works on the record: may submit, change and renew it."""
    shown: str | None = None
    """The hash of what is submitted, as its own record has it now. None: it is gone."""
    scan_known: bool = True
    """The scan that an answer from outside names belongs to this submission."""
    package_known: bool = True
    """The same of the package that was sent."""
    target_known: bool = True
    """Whom a step is handed on to can answer it."""


def fault(kind: Act, content: Any, facts: Submission, context: Context) -> Fault:
    """Return why the act may not happen, or None."""
    if kind in _SYSTEM:
        return _SYSTEM[kind](content, facts, context) if context.by_the_system else "by_system_only"
    return _BY_PEOPLE[kind](content, facts, context)


def answerable(facts: Submission, context: Context) -> list[tuple[Step, Basis]]:
    """Return the open steps that this officer may answer now, each with the ground.

    An officer who drafted it answers no step but the signature: drafting and signing by one person
    is possible with a reason (practice B6), which the paper's own record asks for.
    """
    if facts.state is not SubmissionState.WAITING:
        return []
    found: list[tuple[Step, Basis]] = []
    for step, since in terms.open_steps(facts):
        basis = context.claims.basis(step)
        if basis is None or since > context.now:
            continue
        if step.kind is not StepKind.SIGN and own_work(facts, context.officer_id):
            continue
        found.append((step, basis))
    return found


def own_work(facts: Submission, officer_id: UUID) -> bool:
    """Tell whether an officer drafted or submitted it."""
    return officer_id == facts.submitted_by or officer_id in facts.drafters


def skipped(facts: Submission, step: Step) -> list[int]:
    """Return the earlier steps without an answer, which an answer to this one passes on."""
    return [one.number for one in facts.steps[: step.number - 1] if one.open]


def early(facts: Submission, step: Step, now: datetime) -> list[int]:
    """Return those of skipped() whose time is not over: passing these on needs a reason."""
    return [
        one for one in skipped(facts, step) if not terms.may_pass(facts.steps[one - 1], facts, now)
    ]


def _waiting(facts: Submission) -> Fault:
    return None if facts.state is SubmissionState.WAITING else "not_waiting"


def _as_seen(shown: str, facts: Submission, context: Context) -> Fault:
    """Refuse an answer to other content than what is submitted and what is there now."""
    return None if shown == facts.shown == context.shown else "changed_since"


def _mine(number: int | None, facts: Submission, context: Context) -> Step | str:
    """Return the step that this officer may answer, or a code."""
    if why := _waiting(facts):
        return why
    if context.by_the_system:
        named_or_first = facts.step(number) if number is not None else facts.current
        return named_or_first or "step_other"
    mine = [step for step, _ in answerable(facts, context)]
    named = [step for step in mine if number in (None, step.number)]
    if named:
        return named[0]
    held = any(context.claims.basis(step) for step, _ in terms.open_steps(facts))
    return "own_work" if held and own_work(facts, context.officer_id) else "not_yours"


def _withdrawn(_content: acts.SubmissionWithdrawn, facts: Submission, context: Context) -> Fault:
    if why := _waiting(facts):
        return why
    return None if own_work(facts, context.officer_id) or context.by_the_system else "not_submitter"


def _renewed(content: acts.SubmissionRenewed, facts: Submission, context: Context) -> Fault:
    if facts.state is not SubmissionState.WITH_SUBMITTER:
        return "not_returned"
    if not (context.works_on or context.by_the_system):
        return "not_submitter"
    return None if content.shown == context.shown else "changed_since"


def _returned(content: acts.SubmissionReturned, facts: Submission, context: Context) -> Fault:
    """Returning is a right of its own: see may_return()."""
    if why := _waiting(facts):
        return why
    step = _mine(None, facts, context)
    if isinstance(step, str) and not may_return(facts, context):
        return step
    return _as_seen(content.shown, facts, context)


def may_return(facts: Submission, context: Context) -> bool:
    """Tell whether an officer returns it: who holds an open step, a legal officer, and who enters what an
    authority outside says, which may send it back too."""
    if facts.state is not SubmissionState.WAITING:
        return False
    other = not own_work(facts, context.officer_id)
    enters = other and (context.legal or outside_step(facts, context) is not None)
    return enters or bool(answerable(facts, context))


def _supplement(content: acts.SupplementAsked, facts: Submission, context: Context) -> Fault:
    step = _mine(None, facts, context)
    return step if isinstance(step, str) else _as_seen(content.shown, facts, context)


def _opinion(content: acts.OpinionGiven, facts: Submission, context: Context) -> Fault:
    step = _mine(content.step, facts, context)
    if isinstance(step, str):
        return step
    if step.kind not in ADVICE:
        return "step_other"
    if step.kind is StepKind.LEGAL_CHECK:
        if why := checksheets.fault(facts.subject.kind, content.sheet, content.checks):
            return why
    elif content.checks:
        return "checks_other"
    if not content.favour and not content.text.strip():
        return "opinion_reason"
    return _as_seen(content.shown, facts, context)


def _agreed(content: acts.SubmissionAgreed, facts: Submission, context: Context) -> Fault:
    wanted = StepKind.APPROVE if isinstance(content, acts.SubmissionApproved) else StepKind.AGREE
    step = _mine(content.step, facts, context)
    if isinstance(step, str):
        return step
    if step.kind is not wanted:
        return "step_other"
    return _as_seen(content.shown, facts, context) or _without(content, step, facts, context)


def _without(content: Any, step: Step, facts: Submission, context: Context) -> Fault:
    """Refuse an answer that does not name the earlier steps that it does not wait for."""
    if list(content.without) != skipped(facts, step):
        return "without_other"
    early = [
        number
        for number in content.without
        if not terms.may_pass(facts.steps[number - 1], facts, context.now)
    ]
    return "without_reason" if early and not content.reason.strip() else None


def _refused(content: acts.SubmissionRefused, facts: Submission, context: Context) -> Fault:
    step = _mine(None, facts, context)
    if isinstance(step, str):
        return step
    mine = answerable(facts, context)
    kinds = {one.kind for one, _ in mine}
    if kinds and kinds <= ADVICE | {StepKind.OUTSIDE} and StepKind.OUTSIDE in kinds:
        return "outside_refuses"
    decides = context.by_the_system or not kinds <= ADVICE
    return _as_seen(content.shown, facts, context) if decides else "advice_only"


def is_above(step: Step, context: Context) -> bool:
    """Tell whether the officer is a supervisor of a unit above the one where a step waits.

    Above the step, not above what is submitted: a deputy of the department is above a team, and not
    above the head of the department.
    """
    path = context.path
    return context.covers and path is not None and context.level < keys.level_of(step, path)


def may_take_over(step: Step, context: Context) -> bool:
    """Tell whether an officer may take over a step: of a unit above it, or of the unit once it is overdue."""
    over = step.due_at is not None and step.due_at <= context.now
    return is_above(step, context) or (context.covers and over)


def may_hand_on(step: Step, context: Context) -> bool:
    """Tell whether an officer may hand on a step: who holds it, the head of the unit, and who may take it over."""
    holds = context.claims.basis(step) is not None
    return holds or context.heads or may_take_over(step, context)


def _may_not_hand(content: acts.HandedOn, step: Step, context: Context) -> Fault:
    if content.up or content.from_id is not None:
        return "by_system_only"
    if not may_hand_on(step, context):
        return "not_yours"
    may_keep = context.claims.basis(step) is not None or may_take_over(step, context)
    return "not_above" if keys.officer(context.officer_id) in content.to and not may_keep else None


def _handed(content: acts.HandedOn, facts: Submission, context: Context) -> Fault:
    step = facts.step(content.step)
    if why := _waiting(facts):
        return why
    if step is None or not step.open:
        return "step_other"
    if not context.by_the_system and (why := _may_not_hand(content, step, context)):
        return why
    if not content.up and not context.target_known:
        head = "target_head" if keys.decides_as_head(step) else "target_unknown"
        return "target_role" if keys.role_for(step) else head
    if any(keys.officer(one) in content.to for one in step.handed_by):
        return "circle"
    barred = {keys.officer(one) for one in (*facts.drafters, facts.submitted_by)}
    if step.kind is not StepKind.SIGN and barred.issuperset(content.to):
        return "own_work"
    return "target_same" if set(content.to) == set(step.keys) else None


def _taken(content: acts.TakenOver, facts: Submission, context: Context) -> Fault:
    step = facts.step(content.step)
    if why := _waiting(facts):
        return why
    if step is None or not step.open:
        return "step_other"
    if not may_take_over(step, context):
        return "not_above"
    if step.kind is StepKind.LEGAL_CHECK and not context.legal:
        return "legal_only"  # its silence passes on: nobody else answers the sheet in its place
    if step.kind is not StepKind.SIGN and own_work(facts, context.officer_id):
        return "own_work"
    return "target_same" if step.keys == [keys.officer(context.officer_id)] else None


def may_reopen(facts: Submission, context: Context) -> bool:
    """Tell whether an officer may take a refusal back: who refused, or a unit above the step that did."""
    step = facts.current
    return context.officer_id == facts.refused_by or (step is not None and is_above(step, context))


def _reopened(_content: acts.Reopened, facts: Submission, context: Context) -> Fault:
    match facts.state:
        case SubmissionState.REFUSED:
            may = may_reopen(facts, context)
        case SubmissionState.WITHDRAWN:
            may = own_work(facts, context.officer_id) or context.works_on
        case _:
            return "not_closed"
    if not may:
        return "not_yours"
    return None if context.shown == facts.shown else "changed_since"


def _sent(content: acts.SentOutside, facts: Submission, context: Context) -> Fault:
    step = _outside(content.step, facts, context)
    if isinstance(step, str):
        return step
    if not content.number.strip() or not content.to.strip():
        return "letter_missing"
    if not context.package_known:
        return "package_unknown"
    return _as_seen(content.shown or facts.shown, facts, context)


def _answer(content: acts.OutsideAnswered, facts: Submission, context: Context) -> Fault:
    """Judge an answer that came on paper: two persons, its scan, and about what was sent (practice B6)."""
    step = _outside(content.step, facts, context)
    if isinstance(step, str):
        return step
    if own_work(facts, context.officer_id):
        return "outside_two_persons"
    if why := _as_seen(content.shown or facts.shown, facts, context):
        return why
    if step.sent is None or not step.with_authority:
        return "not_sent"
    if step.sent_material != facts.material:
        return "sent_other"
    if content.decided_on < step.sent.sent_on:
        return "answered_before"
    if not content.number.strip() or not content.signer.strip():
        return "answer_missing"
    if not content.approved and not content.text.strip():
        return "outside_reason"
    return None if context.scan_known else "scan_unknown"


def _outside(number: int, facts: Submission, context: Context) -> Step | str:
    """Return the step if this officer sends to the authority and enters its answer, or a code."""
    if why := _waiting(facts):
        return why
    step = facts.current
    if step is None or step.number != number or step.kind is not StepKind.OUTSIDE:
        return "step_other"
    may = context.clerk or context.covers or context.claims.basis(step) is not None
    return step if may else "not_yours"


def outside_step(facts: Submission, context: Context) -> Step | None:
    """Return the step that waits for an authority outside, if this officer looks after it."""
    current = facts.current
    if current is None:
        return None
    step = _outside(current.number, facts, context)
    return None if isinstance(step, str) else step


def _passed(content: acts.PassedOn, facts: Submission, context: Context) -> Fault:
    step = facts.current
    if why := _waiting(facts):
        return why
    if step is None or step.number != content.step:
        return "step_other"
    return None if terms.passes(step, facts, context.now) else "not_over"


def _changed(_content: acts.SubmissionChanged, facts: Submission, _context: Context) -> Fault:
    return None if facts.state in _ALIVE else "not_waiting"


def _recalled(_content: acts.Recalled, facts: Submission, _context: Context) -> Fault:
    return _waiting(facts)


def _completed(content: acts.Completed, facts: Submission, _context: Context) -> Fault:
    if facts.state not in _ALIVE:
        return "not_waiting"
    return None if content.shown == facts.shown else "changed_since"


def _ended(_content: acts.SubmissionEnded, facts: Submission, _context: Context) -> Fault:
    return None if facts.state in _OPEN_ENDED else "not_waiting"


_ALIVE = frozenset({SubmissionState.WAITING, SubmissionState.WITH_SUBMITTER})
_OPEN_ENDED = _ALIVE | {SubmissionState.REFUSED, SubmissionState.WITHDRAWN}

_Guard = Callable[[Any, Submission, Context], Fault]
_SYSTEM: dict[Act, _Guard] = {
    Act.PASSED_ON: _passed,
    Act.CHANGED: _changed,
    Act.RECALLED: _recalled,
    Act.COMPLETED: _completed,
    Act.ENDED: _ended,
}
_BY_PEOPLE: dict[Act, _Guard] = {
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
    Act.SENT_OUTSIDE: _sent,
    Act.OUTSIDE_ANSWERED: _answer,
}
ALL = frozenset({Act.MADE, *_SYSTEM, *_BY_PEOPLE})
"""Every act is judged here; a test compares with SubmissionAct."""
