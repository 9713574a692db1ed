"""Acts by which the violation is recorded, and the violator explains or does not (Law Arts 58, 61)."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from backend.casework.acts import clock_facts
from backend.casework.acts.clock_facts import Happened, SoFar, of_violations
from backend.casework.acts.declaring import (
    SAME_HAND,
    WARNED,
    Ask,
    Completed,
    Declared,
    Move,
    Unusual,
    Who,
)
from backend.casework.acts.papers_first import Compared, Stands
from backend.casework.rules import (
    effects_on_decisions,
    explaining,
    minuted,
    outside,
    prefilled,
    recording,
    second,
    signed,
    violators,
)
from backend.casework.rules.contradictions import folded
from backend.casework.rules.facts import Event, Facts, Paper
from backend.casework.rules.guard_context import GuardContext
from backend.casework.rules.papers_in_force import Needed
from backend.casework.rules.signed_effects import Effect
from backend.casework.rules.states import DETECTING, UNDECIDED
from backend.casework.rules.violators import Violator
from backend.casework.texts.cases import refusal
from backend.core import formats
from backend.law.rules.counting import start_of
from backend.ledger.bounds.edges import At, Fixed, Now, Today, Told
from backend.ledger.bounds.table import BORN, HAPPENED, LAW, ORDER, bound
from backend.ledger.handlers import Refuse
from schemas.casework.acts import proceedings as case_acts
from schemas.casework.exceptions import ExceptionKind
from schemas.casework.words import CaseAct, CaseState
from schemas.core.problems import Text
from schemas.law.deadlines import Fact


def _fold_violation_recorded(
    content: case_acts.ViolationRecorded, facts: Facts, event: Event
) -> None:
    facts.recorded, facts.party = content, content.party
    facts.recorded_in = event.number
    facts.verifying = []


def _minuted_another(content: case_acts.ViolationRecorded, facts: Facts) -> Refuse | None:
    """Refuse minutes against another than the case's party without a reason: no straw man answers for it."""
    known, said = facts.party, content.party
    nobody = signed.unknown(facts.papers[content.document_id].fields)
    if known is None or nobody or content.another_party is not None:
        return None
    names = {folded(one) for one in (known.name, known.trade_name, known.representative) if one}
    same = folded(said.name) in names or any(
        getattr(said, one) is not None and getattr(said, one) == getattr(known, one)
        for one in ("subject_id", "tax_code", "identity_number")
    )
    return None if same else refusal("case_party_other", name=known.name)


def _guard_violation_recorded(
    content: case_acts.ViolationRecorded, facts: Facts, context: GuardContext
) -> Refuse | None:
    if content.recorded_at > context.now or content.detected_on > context.today:
        return refusal(
            "case_dates", Text(vi="biên bản lập sau bây giờ", en="minutes from the future")
        )
    alone = (content.document_id, context.minutes_on_site, context.officer_id)
    if left_out := second.unrecorded(facts, *alone):
        return left_out
    if unclear := outside.recording_fault(content.violations, facts.book):
        return unclear
    if context.differs:
        return recording.differs(context.differs)
    if not context.versions_stand:
        return refusal("case_catalogue_version")
    grounds = (content.complex_serious, content.complex_facts, content.complex_time)
    if (not all(grounds)) if content.complex else any(grounds):
        return refusal("case_complex_grounds")
    return _minuted_another(content, facts) or recording.right_as_provided(content, facts, context)


_GROUNDS = ("complex_serious", "complex_facts", "complex_time")
"""The three grounds for two months to decide: one alone gives nothing (Law Art 66.1.c)."""


def _minutes_tell(content: case_acts.ViolationRecorded, so_far: SoFar) -> dict[str, Any]:
    so_far.minuted = True
    details: dict[str, Any] = {name: bool(getattr(content, name)) for name in _GROUNDS}
    details["explanation_right"], details["complex"] = content.explanation_right, content.complex
    details["sent_up"] = content.document_id in so_far.sent_up
    details["detected_on"] = content.detected_on.isoformat()
    return details | of_violations(content.violations, so_far)


def _recorded_tells(act: Happened, so_far: SoFar) -> list[Fact]:
    """Return the fact of it and, where no inspection told when the violation was found, its detection.

    The time to make the minutes runs from then (D06, Decree 118/2021 Art 12.2).
    """
    recorded = clock_facts.fact(act, _minutes_tell(act.content, so_far))
    if so_far.inspected:
        return [recorded]
    on = act.content.detected_on
    at = min(start_of(on), recorded.at)
    return [Fact(act="violation.detected", at=at, details={"on": on.isoformat()}), recorded]


def _minutes_differ(
    content: case_acts.ViolationRecorded, paper: Paper, beside: signed.Beside
) -> Iterator[signed.Difference | None]:
    """Yield what the minutes say of the violation and the act contradicts."""
    fields = paper.fields
    yield from signed.party_differs(fields, content.party)
    yield from signed.nobody_else(fields, content.party)
    yield signed.same("/started_at", signed.moment(fields.get("started_at")), content.recorded_at)
    if signed.holds(paper, "/detected_on"):
        yield signed.same(
            "/detected_on", signed.said_day(fields.get("detected_on")), content.detected_on
        )
    yield signed.same("/e_consent", fields.get("e_consent") is True, content.electronic_consent)
    rows = fields.get("violations") or []
    if len(rows) != len(content.violations):
        yield signed.Difference("/violations", str(len(rows)), str(len(content.violations)))
        return
    for number, (row, one) in enumerate(zip(rows, content.violations, strict=True)):
        yield from signed.behaviour_differs(f"/violations/{number}", row, one, paper, beside)


def _against(content: case_acts.ViolationRecorded, facts: Facts) -> Violator | None:
    """Return the violator: of the act's minutes, or of the act if the case does not have them."""
    paper = facts.papers.get(content.document_id)
    return violators.of_fields(paper.fields) if paper else violators.of_party(content.party)


VIOLATION_RECORDED = Declared(
    wire=CaseAct.VIOLATION_RECORDED,
    effect=Effect(
        ("MBB01",),
        None,
        offers=minuted.offered,
        each=("violations", "code", "outside", "aggravating", "mitigating"),
        said_each=minuted.said_of_row,
        apart=minuted.APART,
    ),
    ground=("MBB01",),
    said_by_ground=prefilled.violation,
    held_by_ground=prefilled.held_violation,
    who=Who.WORKER,
    moves=(
        Move(DETECTING | {CaseState.INSPECTED, CaseState.VERIFYING}, CaseState.VIOLATION_RECORDED),
    ),
    line={
        CaseState.INFO_RECEIVED: 5,
        CaseState.INFO_VERIFYING: 4,
        CaseState.INSPECTED: 1,
        CaseState.VERIFYING: 1,
    },
    fold=_fold_violation_recorded,
    paper=Stands("MBB01"),
    asks=(
        Ask.MINUTES_ON_SITE,
        Ask.DIFFERENCES_BY_CATALOGUE,
        Ask.HEARING_OF_ACT,
        Ask.VERSIONS,
    ),
    guard=_guard_violation_recorded,
    completed=Completed.BEHAVIOURS,
    tells=_recorded_tells,
    unusual=(Unusual(ExceptionKind.ANOTHER_PARTY, "another_party"),),
    cites_minutes=True,
    says_as_signed=_minutes_differ,
    against=_against,
    bounds=(
        bound("/party/birth_date", Fixed(date(1900, 1, 1)), Today(), BORN),
        bound("/recorded_at", LAW, Now(), HAPPENED),
        bound("/detected_on", LAW, (Today(), At("/recorded_at")), ORDER),
        bound("/violations/*/ended_on", LAW, (Today(), At("/detected_on")), ORDER),
    ),
)


def _guard_explanation_requested(
    content: case_acts.ExplanationRequested, facts: Facts, context: GuardContext
) -> Refuse | None:
    if not recording.may_explain(facts, context):
        return refusal("case_no_explanation_right")
    return explaining.unasked(facts, context) or explaining.request_fault(content, facts, context)


def _in_time_tells(act: Happened, _so_far: SoFar) -> list[Fact]:
    """Tell what was asked or explained in time; what came late ends and lengthens no time limit (Art 66.1.b)."""
    if act.content.despite is not None:
        return []
    received = isinstance(act.content, case_acts.ExplanationReceived)
    mode = {"mode": str(act.content.mode)}
    return [clock_facts.fact(act, mode, "received_at" if received else None)]


def _fold_explanation_requested(
    _content: case_acts.ExplanationRequested, facts: Facts, event: Event
) -> None:
    facts.explaining.append(event)
    facts.asked_in = event.number


EXPLANATION_REQUESTED = Declared(
    wire=CaseAct.EXPLANATION_REQUESTED,
    who=Who.WORKER,
    moves=(
        # From DECISION_DUE too: a waiver can be withdrawn while the time to explain runs (Decree 118/2021 Art 17.2).
        Move(UNDECIDED, CaseState.AWAIT_EXPLANATION),
    ),
    line={CaseState.VIOLATION_RECORDED: 1},
    fold=_fold_explanation_requested,
    asks=(Ask.TIME, Ask.HEARING, Ask.TIME_TO_ASK),
    guard=_guard_explanation_requested,
    tells=_in_time_tells,
    unusual=(*WARNED, *SAME_HAND),
    bounds=(bound("/requested_at", (LAW, Told("recorded")), Now(), HAPPENED),),
)


def _fold_explanation_received(
    content: case_acts.ExplanationReceived, facts: Facts, event: Event
) -> None:
    facts.explaining.append(event)
    facts.explanations.append(content)


def _guard_explanation_received(
    content: case_acts.ExplanationReceived, facts: Facts, context: GuardContext
) -> Refuse | None:
    if closed := explaining.unasked(facts, context):
        return closed
    if not recording.may_explain(facts, context):
        return refusal("case_no_explanation_right")
    return explaining.receipt_fault(content, facts, context)


EXPLANATION_RECEIVED = Declared(
    wire=CaseAct.EXPLANATION_RECEIVED,
    effect=Effect(("MBB03",), effects_on_decisions.heard, asks=("accepted", "despite", "alone")),
    takes=(Needed(("MBB03",)),),
    who=Who.WORKER,
    moves=(
        # Also after a detour (to the prosecution and back) that skipped them: no sanction comes
        # before one of the two.
        Move(UNDECIDED, CaseState.DECISION_DUE),
    ),
    line={CaseState.VIOLATION_RECORDED: 2, CaseState.AWAIT_EXPLANATION: 1},
    fold=_fold_explanation_received,
    compared_first=(Compared("document_id"),),
    asks=(Ask.TIME, Ask.HEARING),
    guard=_guard_explanation_received,
    tells=_in_time_tells,
    unusual=(*WARNED, *SAME_HAND),
    bounds=(bound("/received_at", (LAW, Told("recorded")), Now(), HAPPENED),),
)


def _said_so_in_the_minutes(content: case_acts.ExplanationWaived, _facts: Facts) -> bool:
    """The violator said so, and his own writing is not filed."""
    return content.how == "declared" and content.sheet is None


def _declared(
    content: case_acts.ExplanationWaived, facts: Facts, context: GuardContext
) -> Refuse | None:
    """Refuse unless the minutes say that the violator does not ask to explain, or their writing is filed."""
    paper = None if facts.righted else recording.minutes(facts)
    if paper is not None and paper.fields.get("explanation_waived") is True:
        return None
    if content.sheet is None:
        return refusal("case_waiver_unproved")
    return recording.own_writing(content.sheet, facts, context)


def _ran_out(
    content: case_acts.ExplanationWaived, facts: Facts, context: GuardContext
) -> Refuse | None:
    """Refuse unless the violator let the time to explain pass.

    A violator who asked for a hearing is heard, unless their own writing is filed or the minutes say that they
    did not come (Art 61.3).
    """
    if not (context.over("D09") or context.hearing_over):
        return refusal("case_explanation_right")
    if content.sheet is not None:
        return recording.own_writing(content.sheet, facts, context)
    if recording.hearing_asked(facts):
        return refusal("case_hearing_asked")
    # For minutes written by hand and entered later: the sheet that was handed over is then in the
    # file.
    return _fresh(facts) if context.minutes_fresh else None


def _fresh(facts: Facts) -> Refuse:
    paper = recording.minutes(facts)
    day = formats.day(paper.issued_on) if paper and paper.issued_on else "?"
    return refusal("case_minutes_fresh", day=day)


def _guard_explanation_waived(
    content: case_acts.ExplanationWaived, facts: Facts, context: GuardContext
) -> Refuse | None:
    if late := explaining.unasked(facts, context, again=False):
        return late
    right = recording.may_explain(facts, context)
    if content.how == "no_right":
        return refusal("case_hearing_due", recording.why_heard(context)) if right else None
    if content.how == "time_over" and right:
        return _ran_out(content, facts, context)
    return _declared(content, facts, context) if content.how == "declared" else None


def _fold_explanation_waived(
    _content: case_acts.ExplanationWaived, facts: Facts, event: Event
) -> None:
    facts.explaining.append(event)
    facts.waived_in = event.number


EXPLANATION_WAIVED = Declared(
    wire=CaseAct.EXPLANATION_WAIVED,
    who=Who.WORKER,
    moves=(Move(UNDECIDED, CaseState.DECISION_DUE),),
    line={CaseState.VIOLATION_RECORDED: 3, CaseState.AWAIT_EXPLANATION: 2},
    fold=_fold_explanation_waived,
    compared_first=(Compared("minutes", when=_said_so_in_the_minutes),),
    asks=(Ask.TIME, Ask.HEARING),
    guard=_guard_explanation_waived,
    details=lambda content, _: {"how": content.how},
    happened_at="at",
    bounds=(bound("/at", (LAW, Told("recorded")), Now(), HAPPENED),),
)

ALL = (
    VIOLATION_RECORDED,
    EXPLANATION_REQUESTED,
    EXPLANATION_RECEIVED,
    EXPLANATION_WAIVED,
)
