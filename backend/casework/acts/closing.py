"""How a case ends and begins again: annulled, closed, archived, reopened.

See Decree 118/2021 Art 13.
"""

from datetime import date
from typing import Any

import msgspec

from backend.casework.acts.clock_facts import SoFar
from backend.casework.acts.declaring import (
    SAME_HAND,
    Also,
    Ask,
    Completed,
    Decision,
    Declared,
    Move,
    Unusual,
    Who,
)
from backend.casework.acts.papers_first import AllCompared, Compared, Stands
from backend.casework.rules import (
    annulling,
    document_guards,
    effects_on_decisions,
    ending,
    left_open,
    licence_terms,
    offering,
    owed,
    prefilled,
    righting,
)
from backend.casework.rules.document_guards import CANCELLING
from backend.casework.rules.facts import Event, Facts
from backend.casework.rules.guard_context import GuardContext
from backend.casework.rules.papers_in_force import Needed
from backend.casework.rules.signed_effects import Effect
from backend.casework.rules.states import AFTER_DECISION, CLOSED, CLOSINGS
from backend.casework.texts.cases import refusal
from backend.core.local_time import day_of
from backend.ledger.bounds.edges import Fixed, Now, Today, Told
from backend.ledger.bounds.table import BORN, HAPPENED, LAW, bound
from backend.ledger.handlers import Refuse
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.acts import proceedings as case_acts
from schemas.casework.exceptions import ExceptionKind
from schemas.casework.views import CaseView
from schemas.casework.words import CaseAct, CaseState, CloseOutcome
from schemas.core.problems import Text


def _closed_as(facts: Facts, content: case_acts.CaseClosed) -> CaseState | None:
    """As its outcome says."""
    return CLOSINGS[facts.state][content.outcome]


def _back_to(_facts: Facts, content: case_execution_acts.CaseReopened) -> CaseState | None:
    """Where it stood before it was archived."""
    return content.back_to


def _fold_decision_annulled(
    content: case_execution_acts.DecisionAnnulled, facts: Facts, _event: Event
) -> None:
    """Remove from the facts what the decision said and what was granted under it; payments stay."""
    facts.annulled = content
    facts.sanction = facts.remedy = facts.instalments = facts.chair = None
    facts.on_spot, facts.reductions, facts.remedies_done = False, [], set()
    facts.delivered_on = facts.executed_on = None
    facts.suspension = facts.before_suspension = facts.partial = None
    facts.stopped = 0


def _guard_decision_annulled(
    content: case_execution_acts.DecisionAnnulled, facts: Facts, _world: GuardContext
) -> Refuse | None:
    """Refuse an annulment that the paper which cancels the decision does not state.

    See Decree 118/2021 Art 13.
    """
    by = facts.decision_gone_by
    if content.document_id != facts.decision_id or by is None or by.id != content.by:
        return refusal("case_paper_missing", form="MQĐ40")
    said = by.fields.get("ground")
    if said is None:
        return None if content.alone else refusal("case_ground_unwritten")
    return None if said == content.ground else refusal("case_ground_other")


def _nothing_decided(_content: object, so_far: SoFar) -> dict[str, Any]:
    so_far.decision, so_far.decided_on = None, None
    so_far.fine, so_far.warning = 0, False
    return {"publish": so_far.publish}


DECISION_ANNULLED = Declared(
    wire=CaseAct.DECISION_ANNULLED,
    effect=Effect(CANCELLING, effects_on_decisions.annulled, "by"),
    takes=(Needed(CANCELLING, "by", first=False),),
    ground=CANCELLING,
    said_by_ground=prefilled.annulled,
    who=Who.HEAD,
    also=(Also.SIGNER,),
    # Prosecuted: the decision on what went to the prosecution bodies is cancelled (Art 62.3).
    moves=(Move(AFTER_DECISION | {CaseState.CRIMINAL_TRANSFER}, CaseState.ANNULLED),),
    leads_alone=offering.cancelled,
    offered=offering.cancelled,
    binds=True,
    fold=_fold_decision_annulled,
    compared_first=(Compared("by"),),
    guard=_guard_decision_annulled,
    about_decision=True,
    details=_nothing_decided,
    unusual=SAME_HAND,
)


def _fold_decision_due_again(
    content: case_execution_acts.DecisionDueAgain, facts: Facts, event: Event
) -> None:
    """Put the right violator in place of the wrong one.

    For the right violator the violation is recorded by these minutes, if it was recorded at all.
    """
    if content.party is None:
        return
    facts.party, facts.righted = content.party, event.number
    if facts.recorded is None:
        return
    facts.recorded = msgspec.structs.replace(
        facts.recorded, party=content.party, recorded_at=content.recorded_at
    )


def _guard_decision_due_again(
    content: case_execution_acts.DecisionDueAgain, facts: Facts, context: GuardContext
) -> Refuse | None:
    """Refuse a new decision without verification minutes made after the annulment.

    The annulment's ground must also leave a violation.
    """
    if fault := annulling.again_fault(facts.annulled.ground if facts.annulled else None):
        return fault
    if facts.annulled is None:
        return refusal("case_no_new_decision")
    minutes, ended = facts.papers[content.document_id], facts.papers.get(facts.annulled.by)
    since = ended.issued_on if ended else None
    if minutes.issued_on != day_of(content.recorded_at) or (
        since and minutes.issued_on and minutes.issued_on < since
    ):
        return refusal("case_verified_before")
    if minutes.issued_by == context.officer_id and content.alone is None:
        return refusal("case_verified_own", number=minutes.number or "?")
    return righting.fault(facts, content)


def _verified_without_minutes(
    facts: Facts, _content: case_execution_acts.DecisionDueAgain
) -> CaseState | None:
    """Verified, if the annulled decision was one without minutes: what it was about was never recorded.

    Violation minutes follow, or another decision without them if the Law asks for none (Arts 56.1, 57).
    """
    return CaseState.VERIFYING if facts.recorded is None else None


def _due_again_tells(_content: Any, so_far: SoFar) -> dict[str, Any]:
    """Tell the statute of limitation of the violations: it binds the new decision too (Law Arts 6.1, 65.1.c)."""
    so_far.verified_again = True
    return dict(so_far.acts_told)


DECISION_DUE_AGAIN = Declared(
    wire=CaseAct.DECISION_DUE_AGAIN,
    who=Who.HEAD,
    moves=(Move({CaseState.ANNULLED}, CaseState.DECISION_DUE),),
    line={CaseState.ANNULLED: 1},
    leads_to=_verified_without_minutes,
    binds=True,
    fold=_fold_decision_due_again,
    compared_first=(Compared("document_id"),),
    paper=Stands("MBB05"),
    guard=_guard_decision_due_again,
    details=_due_again_tells,
    completed=Completed.VIOLATOR,
    unusual=SAME_HAND,
    bounds=(
        bound("/party/birth_date", Fixed(date(1900, 1, 1)), Today(), BORN),
        bound("/recorded_at", (LAW, Told("decided")), Now(), HAPPENED),
    ),
)


_CLEAN = frozenset({CloseOutcome.COMPLIANT, CloseOutcome.NO_VIOLATION})


def _over_findings(
    content: case_acts.CaseClosed, facts: Facts, context: GuardContext
) -> Refuse | None:
    """Return why a file may not end as clean, or None.

    The inspection's minutes wait for approval, or name violations (Law Art 58). Verification
    minutes (MBB05) by another than the closing officer answer them. Otherwise that officer gives a
    reason and is checked.
    """
    if content.outcome not in _CLEAN:
        return None
    if context.inspection is not None and context.inspection.state != "approved":
        return refusal("case_inspection_unapproved")
    if not context.found_on_site or content.alone is not None:
        return None
    paper = facts.papers.get(content.document_id) if content.document_id else None
    verified = paper is not None and paper.form == "MBB05" and paper.stands
    if verified and paper is not None and paper.issued_by != context.officer_id:
        return None
    return refusal("case_findings_stand")


def _guard_case_closed(
    content: case_acts.CaseClosed, facts: Facts, context: GuardContext
) -> Refuse | None:
    if content.outcome not in CLOSINGS.get(facts.state, {}):
        return refusal("case_outcome")
    others = (context.minutes_on_site, context.officer_id)
    unheeded = document_guards.minutes_unheeded(facts, content.document_id, *others)
    if unclean := unheeded or _over_findings(content, facts, context):
        return unclean
    if facts.informant_waits and content.informant_told_on is None:
        return refusal("case_informant")
    return left_open.without_end(facts, context)


CASE_CLOSED = Declared(
    wire=CaseAct.CASE_CLOSED,
    who=Who.HEAD,
    moves=(Move(frozenset(CLOSINGS)),),
    line={
        CaseState.INFO_RECEIVED: 4,
        CaseState.INFO_VERIFYING: 2,
        CaseState.PLANNED: 2,
        CaseState.NOT_EXECUTED: 2,
        CaseState.INSPECTED: 4,
        CaseState.VERIFYING: 2,
    },
    leads_to=_closed_as,
    decides=Decision(frozenset({"BC", "ĐX"})),
    compared_first=(Compared("document_id"),),
    asks=(
        Ask.INSPECTION,
        Ask.MINUTES_ON_SITE,
        Ask.FOUND_ON_SITE,
        Ask.SEIZURES_ON_SITE,
    ),
    guard=_guard_case_closed,
    details=lambda content, _: {"outcome": str(content.outcome)},
    unusual=SAME_HAND,
    bounds=(bound("/informant_told_on", LAW, Today(), HAPPENED),),
)


def _fold_case_archived(
    content: case_execution_acts.CaseArchived, facts: Facts, _event: Event
) -> None:
    facts.archived_on = content.archived_on
    facts.reopening_asked_by = None


def _undone(content: case_execution_acts.CaseArchived, facts: Facts) -> Refuse | None:
    """Return what was left undone without a reason, so that the file is not archived; or None.

    After a fine has lapsed its measures are carried out all the same (Law Art 74), and a measure
    that can never be carried out needs a reason. A suspension that began is served to its end. If
    execution was completed, this was asked then.
    """
    if facts.state != CaseState.LAPSED or content.undone is not None:
        return None
    asked = (
        ending.unfinished(facts),
        owed.unpaid(facts, None),
        licence_terms.serving(facts, content.archived_on),
    )
    found = [one for one in asked if one]
    if not found:
        return None
    words = Text(vi=", ".join(one.vi for one in found), en=", ".join(one.en for one in found))
    return refusal("case_undone", words)


def _guard_case_archived(
    content: case_execution_acts.CaseArchived, facts: Facts, context: GuardContext
) -> Refuse | None:
    if context.numbers_waiting:
        return refusal("case_number_waiting", forms=", ".join(context.numbers_waiting))
    return left_open.archiving(facts, context) or _undone(content, facts)


CASE_ARCHIVED = Declared(
    wire=CaseAct.CASE_ARCHIVED,
    who=Who.HEAD,
    moves=(Move(CLOSED, CaseState.ARCHIVED),),
    line={
        CaseState.FORWARDED: 1,
        CaseState.REJECTED: 1,
        CaseState.EXPIRED: 1,
        CaseState.NO_SANCTION: 2,
        CaseState.EXECUTED: 3,
        CaseState.LAPSED: 4,
        CaseState.ANNULLED: 3,
        CaseState.TRANSFERRED: 2,
        CaseState.CRIMINAL_TRANSFER: 2,
        CaseState.CLOSED_NO_ACTION: 1,
        CaseState.CLOSED_NO_VIOLATION: 1,
        CaseState.CLOSED_COMPLIANT: 1,
    },
    fold=_fold_case_archived,
    compared_first=(AllCompared(),),
    asks=(
        Ask.SEIZURES_ON_SITE,
        Ask.FINE_DUE,
        Ask.NUMBERS_WAITING,
    ),
    guard=_guard_case_archived,
    unusual=(Unusual(ExceptionKind.UNDONE, "undone"),),
    bounds=(bound("/archived_on", LAW, Today(), HAPPENED),),
)


def _fold_case_reopening_asked(
    _content: case_execution_acts.CaseReopeningAsked, facts: Facts, event: Event
) -> None:
    facts.reopening_asked_by = event.officer_id


CASE_REOPENING_ASKED = Declared(
    wire=CaseAct.CASE_REOPENING_ASKED,
    who=Who.WORKER,
    moves=(Move({CaseState.ARCHIVED}),),
    line={CaseState.ARCHIVED: 2},
    fold=_fold_case_reopening_asked,
)


def _fold_case_reopened(
    _content: case_execution_acts.CaseReopened, facts: Facts, _event: Event
) -> None:
    facts.archived_on = facts.reopening_asked_by = None


def _guard_case_reopened(
    content: case_execution_acts.CaseReopened, facts: Facts, context: GuardContext
) -> Refuse | None:
    """Refuse unless two officers take part (practice B6): one asks, another opens.

    In a small unit the other is the parent unit's.
    """
    if content.back_to != facts.before_archive:
        return refusal("case_reopen_state")
    if facts.reopening_asked_by is None:
        return refusal("case_reopen_asked")
    return refusal("case_reopen_own") if facts.reopening_asked_by == context.officer_id else None


def _reopening_asked(view: CaseView, _today: date) -> bool:
    """Tell whether somebody has asked to open the archived file again."""
    about = (CaseAct.CASE_REOPENING_ASKED, CaseAct.CASE_ARCHIVED)
    last = next((one.type for one in reversed(view.story) if one.type in about), None)
    return last == CaseAct.CASE_REOPENING_ASKED


CASE_REOPENED = Declared(
    wire=CaseAct.CASE_REOPENED,
    who=Who.HEAD,
    moves=(Move({CaseState.ARCHIVED}),),
    line={CaseState.ARCHIVED: 1},
    offered=_reopening_asked,
    leads_to=_back_to,
    binds=True,
    fold=_fold_case_reopened,
    guard=_guard_case_reopened,
    unusual=(Unusual(ExceptionKind.REOPENED, "reason"),),
)

ALL = (
    DECISION_ANNULLED,
    DECISION_DUE_AGAIN,
    CASE_CLOSED,
    CASE_ARCHIVED,
    CASE_REOPENING_ASKED,
    CASE_REOPENED,
)
