"""What must be so before an act of a case may take effect: pure, a function a type, each refusal with its article.

The table (rules.py) has said already that the state allows it. Who may do it at all is in authority.py; papers and
exhibits are judged in side_guards.py.
"""

from datetime import date
from functools import singledispatch
from typing import Any
from uuid import UUID

from backend.cases import (
    amending,
    carrying_out,
    changing,
    delivering,
    ending,
    filed,
    goods,
    left_open,
    owed,
    paying,
    pins,
    recording,
    righting,
    second,
)
from backend.cases.changing import stands
from backend.cases.facts import Facts
from backend.cases.side_guards import side_guard
from backend.cases.states import CLOSINGS
from backend.cases.texts import refusal
from backend.cases.world import World
from backend.ledger.books import Refuse
from schemas import case_acts as a
from schemas import case_execution_acts as x
from schemas import case_side_acts as s
from schemas.case_words import CaseState, InformationSource
from schemas.problems import Text

_DIRECTLY = (InformationSource.ORDER, InformationSource.OFFICER)


@singledispatch
def guard(content: Any, facts: Facts | None, world: World) -> Refuse | None:
    """Why the act may not take effect; None where nothing stands against it."""
    return side_guard(content, facts, world) if facts is not None else None


def _opening(opening: a.Opening, world: World) -> Refuse | None:
    if opening.rule_set != world.rule_set:
        return refusal("case_rule_set", rule_set=opening.rule_set)
    return None


@guard.register
def _(content: a.InformationReceived, _facts: Facts | None, world: World) -> Refuse | None:
    if content.received_at > world.now:
        return refusal(
            "case_dates", Text(vi="thông tin đến sau bây giờ", en="information from the future")
        )
    return _opening(content.opening, world)


@guard.register
def _(content: a.PlanItemEntered, _facts: Facts | None, world: World) -> Refuse | None:
    if world.planned_same:
        return refusal("case_planned_twice", numbers=", ".join(world.planned_same))
    return _opening(content.opening, world)


@guard.register
def _(content: a.InspectionProposed, facts: Facts | None, world: World) -> Refuse | None:
    if (facts is None) != (content.opening is not None):
        return refusal("case_unknown" if facts is None else "case_exists")
    if content.opening is not None:
        return _opening(content.opening, world)
    given = facts.information if facts else None
    if facts and facts.state == CaseState.INFO_RECEIVED and given and given.source not in _DIRECTLY:
        return refusal("case_verify_first")
    return None


@guard.register
def _(content: a.AdhocPlanIssued, facts: Facts, _world: World) -> Refuse | None:
    return stands(facts, content.document_id, "PA")


def _inspection(world: World) -> Refuse | None:
    seen = world.inspection
    if seen is None:
        return refusal("case_inspection_unknown")
    if seen.other_case is not None:
        return refusal("case_inspection_taken", number=seen.other_case)
    if seen.withdrawn:
        return refusal("case_decision_withdrawn")
    if seen.team_size < 2 or not seen.leader_card_valid:
        return refusal("case_team")
    return None if seen.no_conflict_declared else refusal("case_conflict")


@guard.register
def _(content: a.CaseOpened, _facts: Facts | None, world: World) -> Refuse | None:
    seen = world.inspection
    if seen is None:
        return refusal("case_inspection_unknown")
    if beside := recording.beside_another_case(content, seen, world):
        return beside
    if seen.state not in ("submitted", "returned", "revising", "approved"):
        return refusal("case_inspection_open")
    return _opening(content.opening, world) or recording.against_another(content, seen)


@guard.register
def _(content: a.DecisionLinked, facts: Facts, world: World) -> Refuse | None:
    if facts.state == CaseState.PROPOSED and content.emergency is None:
        return refusal("case_plan_needed")
    return _inspection(world)


@guard.register
def _(content: a.DecisionExpired, facts: Facts, world: World) -> Refuse | None:
    return ending.expiring(content, facts, world)


@guard.register
def _(content: a.SanctionImposed, facts: Facts, world: World) -> Refuse | None:
    on_spot = facts.recorded is None
    if missing := stands(facts, content.document_id, "MQĐ01" if on_spot else "MQĐ02"):
        return missing
    if recording.against_nobody(facts) and recording.named_later(facts) is None:
        return refusal("case_violator_unknown")
    if wrong := _day_of_paper(facts, content.document_id, content.decided_on):
        return wrong
    if world.differs:
        return recording.differs(world.differs)
    taken = left_open.unentered(facts, world) or goods.confiscation_fault(
        facts, content.document_id, content.confiscated
    )
    if taken:
        return taken
    if world.warning:
        return refusal("case_warning", world.warning)
    if world.computation is None or world.computation != (content.computation, content.total):
        return refusal("case_computation_other")
    if world.competence:
        return refusal("case_not_competent", world.competence)
    seen = world.inspection
    if content.no_opinion and (on_spot or seen is None or seen.state == "approved"):
        return refusal("case_opinion_given")
    fault = _on_spot(facts, world) if on_spot else _sanction(content, facts, world)
    return fault or owed.kept_fault(facts, content)


def _on_spot(facts: Facts, world: World) -> Refuse | None:
    """Without minutes, and only where there are none: one violation is decided once (Law Art 3.1 d, 56)."""
    if world.on_spot:
        return refusal("case_on_spot", world.on_spot)
    if world.minutes_on_site or recording.minutes_made(facts):
        return refusal("case_on_spot_minutes")
    return refusal("case_statute_over", world.statute) if world.statute else None


def _day_of_paper(facts: Facts, document_id: UUID, decided_on: date) -> Refuse | None:
    """A decision is of the day on which its paper was signed: competence and time limits follow that day."""
    if facts.papers[document_id].issued_on == decided_on:
        return None
    why = Text(vi="khác ngày ký quyết định", en="another than that of the signed decision")
    return refusal("case_dates", why)


def _sanction(content: a.SanctionImposed, facts: Facts, world: World) -> Refuse | None:
    recorded = facts.recorded
    acts = [one.behaviour.code for one in content.order.acts]
    if recorded is None or sorted(acts) != sorted(one.code for one in recorded.violations):
        return refusal("case_acts_differ")
    if other := pins.differs(recorded, content.order, nobody=recording.against_nobody(facts)):
        return refusal(
            "case_differs_from_minutes", other.where, paper=other.paper, typed=other.typed
        )
    if recording.may_explain(facts, world) and not recording.heard(facts):
        return refusal("case_hearing_due", recording.why_heard(world))
    if world.inspection is not None and world.inspection.state != "approved":
        if not world.nearly_over("D12"):
            return refusal("case_inspection_unapproved")
        if content.no_opinion is None:
            return refusal("case_opinion_missing")
    if changing.only_remedies(facts):
        return refusal("case_remedies_only")
    if world.over_on("D12", content.decided_on):
        return refusal("case_decision_late")
    if world.over("D12") and content.late is None:
        return refusal("case_late_entry")
    if world.unverified:
        return refusal("case_verification_open")
    if world.statute:
        return refusal("case_statute_over", world.statute)
    return None


@guard.register
def _(content: a.RemedyOrdered, facts: Facts, world: World) -> Refuse | None:
    if missing := stands(facts, content.document_id, "MQĐ14", "MQĐ15"):
        return missing
    if wrong := _day_of_paper(facts, content.document_id, content.decided_on):
        return wrong
    if world.differs:
        return recording.differs(world.differs)
    if world.competence:
        return refusal("case_not_competent", world.competence)
    taken = left_open.unentered(facts, world) or goods.confiscation_fault(
        facts, content.document_id, content.confiscated
    )
    if taken:
        return taken
    if fined := recording.no_fine_fault(content, facts):
        return fined
    if content.why == "time_over" and not world.over_on("D12", content.decided_on):
        return refusal("case_remedy_why")
    if content.why == "time_over":
        other = second.in_force(facts, facts.papers[content.document_id])
        if other and other.issued_on and not world.over_on("D12", other.issued_on):
            return refusal("case_decision_in_force", number=other.number or "?")
    if content.why == "statute_over" and world.statute is None:
        return refusal("case_remedy_why")
    return owed.kept_fault(facts, content)


@guard.register
def _(content: a.CrimeReferred, facts: Facts, world: World) -> Refuse | None:
    missing = stands(facts, content.document_id, "MQĐ33")
    return missing or (recording.differs(world.differs) if world.differs else None)


@guard.register
def _(content: a.SanctionDeclined, facts: Facts, world: World) -> Refuse | None:
    own = filed.own_report(content, facts, world.officer_id)
    missing = stands(facts, content.document_id, "BC", "ĐX")
    return missing or left_open.declining(content, facts, world) or own


@guard.register
def _(content: a.CaseTransferred, facts: Facts, world: World) -> Refuse | None:
    missing = stands(facts, content.document_id, "BC", "ĐX", "MQĐ33")
    missing = missing or filed.own_report(content, facts, world.officer_id)
    return missing or (recording.differs(world.differs) if world.differs else None)


@guard.register
def _(content: a.CaseClosed, facts: Facts, world: World) -> Refuse | None:
    if content.outcome not in CLOSINGS.get(facts.state, {}):
        return refusal("case_outcome")
    others = (world.minutes_on_site, world.officer_id)
    unheeded = changing.minutes_unheeded(facts, content.document_id, *others)
    if unclean := unheeded or ending.over_findings(content, facts, world):
        return unclean
    if facts.informant_waits and content.informant_told_on is None:
        return refusal("case_informant")
    return left_open.without_end(facts, world)


@guard.register
def _(content: x.DecisionDelivered, facts: Facts, world: World) -> Refuse | None:
    return delivering.fault(content, facts, world)


def _again(content: Any, facts: Facts, name: str) -> Refuse | None:
    """Whether the case has this very thing already: a form that was sent twice must not count twice."""
    same = (one for one in facts.events if isinstance(one.content, type(content)))
    known = any(getattr(one.content, name) == getattr(content, name) for one in same)
    return refusal("case_recorded_already") if known else None


@guard.register
def _(content: x.PaymentReceived, facts: Facts, world: World) -> Refuse | None:
    return _again(content, facts, "payment_id") or paying.fault(content, facts, world)


@guard.register
def _(content: x.InstalmentsGranted, facts: Facts, world: World) -> Refuse | None:
    if missing := stands(facts, content.document_id, "MQĐ05"):
        return missing
    if world.differs:
        return recording.differs(world.differs)
    return refusal("case_instalments", world.instalments) if world.instalments else None


@guard.register
def _(content: x.ExecutionPostponed, facts: Facts, world: World) -> Refuse | None:
    if missing := stands(facts, content.document_id, "MQĐ03"):
        return missing
    if world.differs:
        return recording.differs(world.differs)
    fault = carrying_out.postponed_fault(facts, content)
    return refusal("case_postponed", fault) if fault else None


@guard.register
def _(content: x.FineReduced, facts: Facts, world: World) -> Refuse | None:
    if missing := stands(facts, content.document_id, "MQĐ04"):
        return missing
    if again := _again(content, facts, "document_id"):
        return again
    if world.differs:
        return recording.differs(world.differs)
    left = facts.fine - facts.paid
    return (
        refusal("case_overpaid", left=f"{left:,}".replace(",", ".")) if content.by > left else None
    )


@guard.register
def _(content: x.RemedyCarriedOut, facts: Facts, _world: World) -> Refuse | None:
    return None if content.remedy < len(facts.remedies) else refusal("case_remedy_index")


@guard.register
def _(content: x.EnforcementOrdered, facts: Facts, world: World) -> Refuse | None:
    if not world.over("D15"):
        return refusal("case_enforce_early")
    return carrying_out.decided_elsewhere(facts, content, world)


@guard.register
def _(content: x.ExecutionSuspended, facts: Facts, world: World) -> Refuse | None:
    return carrying_out.decided_elsewhere(facts, content, world)


@guard.register
def _(_content: x.ExecutionLapsed, _facts: Facts, world: World) -> Refuse | None:
    return None if world.over("D18") else refusal("case_lapse_early")


@guard.register
def _(content: x.ExecutionCompleted, facts: Facts, world: World) -> Refuse | None:
    return ending.completing(content, facts, world)


@guard.register
def _(content: x.DecisionAnnulled, facts: Facts, _world: World) -> Refuse | None:
    return changing.annulling(facts, content)


@guard.register
def _(content: x.DecisionDueAgain, facts: Facts, world: World) -> Refuse | None:
    return changing.due_again(facts, content, world.officer_id) or righting.fault(facts, content)


@guard.register
def _(content: s.DocumentCancelled, facts: Facts, _world: World) -> Refuse | None:
    return changing.cancelling(facts, content)


@guard.register
def _(content: s.DocumentReplaced, facts: Facts, _world: World) -> Refuse | None:
    return changing.replacing(facts, content)


@guard.register
def _(content: s.DocumentAmended, facts: Facts, _world: World) -> Refuse | None:
    return changing.amending(facts, content) or amending.fault(facts, content)


@guard.register
def _(content: x.CaseArchived, facts: Facts, world: World) -> Refuse | None:
    if world.numbers_waiting:
        return refusal("case_number_waiting", forms=", ".join(world.numbers_waiting))
    return left_open.archiving(facts, world) or ending.archiving(content, facts)


@guard.register
def _(content: x.CaseReopened, facts: Facts, world: World) -> Refuse | None:
    """Two persons (practice B6): one asks, another opens; in a small unit the other is the parent's."""
    if content.back_to != facts.before_archive:
        return refusal("case_reopen_state")
    if facts.reopening_asked_by is None:
        return refusal("case_reopen_asked")
    return refusal("case_reopen_own") if facts.reopening_asked_by == world.officer_id else None


@guard.register
def _(content: x.ComplaintFiled, facts: Facts, _world: World) -> Refuse | None:
    return _again(content, facts, "complaint_id") or stands(facts, content.against)


@guard.register
def _(content: x.ComplaintResolved, facts: Facts, _world: World) -> Refuse | None:
    return (
        None if facts.complaints.get(content.complaint_id) is False else refusal("case_complaint")
    )


@guard.register
def _(content: x.SanctionPublished, facts: Facts, _world: World) -> Refuse | None:
    return changing.published(facts, content.document_id)


@guard.register
def _(_content: x.DeadlineExtended, _facts: Facts, world: World) -> Refuse | None:
    return refusal("case_extension", world.extension) if world.extension else None
