"""How a case begins, up to the inspection: information, plan, proposal, decision.

See Circular 27/2020 Arts 5 to 12.
"""

from datetime import date

from backend.casework.acts.clock_facts import Happened, SoFar, fact
from backend.casework.acts.declaring import Ask, Completed, Decision, Declared, Move, Unusual, Who
from backend.casework.acts.papers_first import Stands
from backend.casework.acts.shared import join_officers
from backend.casework.rules import effects_on_decisions
from backend.casework.rules.contradictions import folded
from backend.casework.rules.facts import Event, Facts
from backend.casework.rules.guard_context import GuardContext, InspectionSeen
from backend.casework.rules.papers_in_force import Needed
from backend.casework.rules.signed_effects import Effect
from backend.casework.texts.cases import refusal
from backend.ledger.bounds.edges import At, Fixed, Now, OfYear, ThisYear, Today
from backend.ledger.bounds.table import AHEAD, BORN, HAPPENED, LAW, ORDER, SIGNED, SLIP, bound
from backend.ledger.handlers import Refuse
from schemas.casework.acts import intake as case_intake_acts
from schemas.casework.acts import parts as case_parts
from schemas.casework.exceptions import ExceptionKind
from schemas.casework.words import CaseAct, CaseState, InformationSource
from schemas.core.problems import Text
from schemas.core.vocabulary import SubjectKind
from schemas.law.deadlines import Fact


def _fold_information_received(
    content: case_intake_acts.InformationReceived, facts: Facts, _event: Event
) -> None:
    facts.information, facts.party = content, content.party
    facts.ordered = content.source == InformationSource.ORDER


def _opening(opening: case_parts.Opening, context: GuardContext) -> Refuse | None:
    if opening.rule_set != context.rule_set:
        return refusal("case_rule_set", rule_set=opening.rule_set)
    return None


def _guard_information_received(
    content: case_intake_acts.InformationReceived, _facts: Facts | None, context: GuardContext
) -> Refuse | None:
    if content.received_at > context.now:
        return refusal(
            "case_dates", Text(vi="thông tin đến sau bây giờ", en="information from the future")
        )
    return _opening(content.opening, context)


def _information_tells(act: Happened, _so_far: SoFar) -> list[Fact]:
    """Return the fact of it; a superior's order is a fact of its own (Circular 27/2020 Art 20.2)."""
    told = fact(act)
    ordered = act.content.source == InformationSource.ORDER
    return [told, *([Fact(act="case.ordered", at=told.at)] if ordered else [])]


INFORMATION_RECEIVED = Declared(
    wire=CaseAct.INFORMATION_RECEIVED,
    who=Who.WORKER,
    moves=(Move({None}, CaseState.INFO_RECEIVED),),
    fold=_fold_information_received,
    guard=_guard_information_received,
    tells=_information_tells,
    bounds=(
        bound("/received_at", Today(-366), Now(), HAPPENED),
        bound("/party/birth_date", Fixed(date(1900, 1, 1)), Today(), BORN),
        bound("/opening/again/day", LAW, Today(), SIGNED),
    ),
)


def _fold_plan_item_entered(
    content: case_intake_acts.PlanItemEntered, facts: Facts, _event: Event
) -> None:
    facts.plan_item, facts.party = content, content.party


def _guard_plan_item_entered(
    content: case_intake_acts.PlanItemEntered, _facts: Facts | None, context: GuardContext
) -> Refuse | None:
    if context.planned_same:
        return refusal("case_planned_twice", numbers=", ".join(context.planned_same))
    return _opening(content.opening, context)


PLAN_ITEM_ENTERED = Declared(
    wire=CaseAct.PLAN_ITEM_ENTERED,
    who=Who.HEAD,
    moves=(Move({None}, CaseState.PLANNED),),
    fold=_fold_plan_item_entered,
    asks=(Ask.PLANNED_SAME,),
    guard=_guard_plan_item_entered,
    bounds=(
        bound("/party/birth_date", Fixed(date(1900, 1, 1)), Today(), BORN),
        bound("/plan_approved_on", Today(-3 * 366), Today(), HAPPENED),
        bound("/year", ThisYear(-1), ThisYear(1), SLIP),
        bound(
            "/expected_from",
            OfYear("/year"),
            OfYear("/year", last=True),
            ("trong năm của kế hoạch", "in the year of the plan"),
        ),
        bound(
            "/expected_to",
            (OfYear("/year"), At("/expected_from")),
            OfYear("/year", last=True),
            ("trong năm của kế hoạch", "in the year of the plan"),
        ),
        bound("/opening/again/day", LAW, Today(), SIGNED),
    ),
)


def _fold_inspection_proposed(
    content: case_intake_acts.InspectionProposed, facts: Facts, _event: Event
) -> None:
    facts.proposal, facts.party, facts.ordered = content, content.party, content.ordered


_DIRECTLY = (InformationSource.ORDER, InformationSource.OFFICER)
"""Sources on which an inspection may be proposed without verification."""


def _guard_inspection_proposed(
    content: case_intake_acts.InspectionProposed, facts: Facts | None, context: GuardContext
) -> Refuse | None:
    if (facts is None) != (content.opening is not None):
        return refusal("case_unknown" if facts is None else "case_exists")
    if content.opening is not None:
        return _opening(content.opening, context)
    given = facts.information if facts else None
    if facts and facts.state == CaseState.INFO_RECEIVED and given and given.source not in _DIRECTLY:
        return refusal("case_verify_first")
    return None


def _proposed_tells(act: Happened, _so_far: SoFar) -> list[Fact]:
    """Return the fact of it; a superior's order for several places is a fact of its own (Arts 13.4, 20.2)."""
    told = fact(act)
    return [told, *([Fact(act="case.ordered", at=told.at)] if act.content.ordered else [])]


INSPECTION_PROPOSED = Declared(
    wire=CaseAct.INSPECTION_PROPOSED,
    takes=(Needed(("ĐX",), first=False),),
    who=Who.WORKER,
    moves=(Move({None, CaseState.INFO_RECEIVED, CaseState.INFO_VERIFYING}, CaseState.PROPOSED),),
    line={CaseState.INFO_RECEIVED: 2, CaseState.INFO_VERIFYING: 1},
    fold=_fold_inspection_proposed,
    guard=_guard_inspection_proposed,
    tells=_proposed_tells,
    bounds=(
        bound("/party/birth_date", Fixed(date(1900, 1, 1)), Today(), BORN),
        bound("/proposed_start", Today(), Today(90), AHEAD),
        bound("/opening/again/day", LAW, Today(), SIGNED),
    ),
)


def _fold_case_opened(content: case_intake_acts.CaseOpened, facts: Facts, _event: Event) -> None:
    facts.party = content.party
    facts.inspection_id, facts.inspection_number = content.inspection_id, content.decision_number


def _beside_another_case(
    content: case_intake_acts.CaseOpened, seen: InspectionSeen, context: GuardContext
) -> Refuse | None:
    """Refuse a further case of an inspection, except against another violator and with the reason.

    See Decree 118/2021 Art 12.3.
    """
    if context.same_violator is not None:
        return refusal("case_inspection_taken", number=context.same_violator)
    if seen.other_case is not None and content.another_party is None:
        return refusal("case_second_violator", number=seen.other_case)
    return None


def _against_another(content: case_intake_acts.CaseOpened, seen: InspectionSeen) -> Refuse | None:
    """Refuse a case against another than the inspected party without a reason.

    The party is the same by a number, by name, or, for a household, by its representative's name
    (the owner is the violator, not the shop).
    """
    inspected, party = seen.subject, content.party
    if inspected is None or content.another_party is not None:
        return None
    names = {folded(inspected.name)}
    if inspected.kind == SubjectKind.HOUSEHOLD and inspected.representative:
        names.add(folded(inspected.representative))
    same = (
        folded(party.name) in names
        or (party.subject_id is not None and party.subject_id == inspected.subject_id)
        or (party.tax_code and party.tax_code == inspected.tax_code)
    )
    return None if same else refusal("case_another_party", name=inspected.name)


def _opened_tells(act: Happened, so_far: SoFar) -> list[Fact]:
    """Return the fact of it, and what its inspection did before (Decree 118/2021 Art 12.2)."""
    so_far.inspected = True
    return [*_end_told(act.content.ended), fact(act)]


def _end_told(ended: case_intake_acts.InspectionEnd | None) -> list[Fact]:
    """Return the facts of an inspection that ended before the case knew of it; none if it did not."""
    if ended is None:
        return []
    end = Fact(act="inspection.ended", at=ended.at, details={"violation": ended.violation})
    return [end, Fact(act="inspection.reported", at=ended.at)]


def _guard_case_opened(
    content: case_intake_acts.CaseOpened, _facts: Facts | None, context: GuardContext
) -> Refuse | None:
    seen = context.inspection
    if seen is None:
        return refusal("case_inspection_unknown")
    if content.ended is not None and content.ended != seen.ended:
        return refusal("case_system_only")
    if beside := _beside_another_case(content, seen, context):
        return beside
    if seen.state not in ("submitted", "returned", "revising", "approved"):
        return refusal("case_inspection_open")
    return _opening(content.opening, context) or _against_another(content, seen)


CASE_OPENED = Declared(
    wire=CaseAct.CASE_OPENED,
    who=Who.WORKER,
    moves=(Move({None}, CaseState.INSPECTED),),
    fold=_fold_case_opened,
    asks=(
        Ask.HELD_INSPECTION,
        Ask.SAME_VIOLATOR,
        Ask.INSPECTION,
    ),
    guard=_guard_case_opened,
    completed=Completed.INSPECTION,
    tells=_opened_tells,
    set_by_the_system={"/ended/at": "taken from the inspection, compared by the guard"},
    unusual=(Unusual(ExceptionKind.ANOTHER_PARTY, "another_party"),),
    bounds=(
        bound("/party/birth_date", Fixed(date(1900, 1, 1)), Today(), BORN),
        bound("/opening/again/day", LAW, Today(), SIGNED),
    ),
)


VERIFICATION_ASSIGNED = Declared(
    wire=CaseAct.VERIFICATION_ASSIGNED,
    who=Who.HEAD,
    moves=(Move({CaseState.INFO_RECEIVED, CaseState.INFO_VERIFYING}, CaseState.INFO_VERIFYING),),
    line={CaseState.INFO_RECEIVED: 1},
    fold=join_officers,
    names_officers=True,
    details=lambda content, _: {"due_on": content.due_on.isoformat()},
    bounds=(bound("/due_on", Today(), Today(60), AHEAD),),
)


INFORMATION_FORWARDED = Declared(
    wire=CaseAct.INFORMATION_FORWARDED,
    who=Who.HEAD,
    moves=(Move({CaseState.INFO_RECEIVED, CaseState.INFO_VERIFYING}, CaseState.FORWARDED),),
    line={CaseState.INFO_RECEIVED: 3, CaseState.INFO_VERIFYING: 3},
)


PROPOSAL_REJECTED = Declared(
    wire=CaseAct.PROPOSAL_REJECTED,
    who=Who.HEAD,
    moves=(Move({CaseState.PROPOSED}, CaseState.REJECTED),),
    line={CaseState.PROPOSED: 3},
    decides=Decision(form="PA"),
)


ADHOC_PLAN_ISSUED = Declared(
    wire=CaseAct.ADHOC_PLAN_ISSUED,
    effect=Effect(("PA",), effects_on_decisions.adhoc_plan),
    who=Who.HEAD,
    moves=(Move({CaseState.PROPOSED}, CaseState.PLAN_READY),),
    line={CaseState.PROPOSED: 1},
    paper=Stands("PA"),
    bounds=(
        bound("/start_on", Today(-30), Today(30), SIGNED),
        bound("/end_on", At("/start_on"), At("/start_on", 30), ORDER),
    ),
)


def _fold_decision_linked(
    content: case_intake_acts.DecisionLinked, facts: Facts, _event: Event
) -> None:
    facts.inspection_id, facts.inspection_number = content.inspection_id, content.decision_number


def _inspection(context: GuardContext) -> Refuse | None:
    seen = context.inspection
    if seen is None:
        return refusal("case_inspection_unknown")
    if seen.other_case is not None:
        return refusal("case_inspection_taken", number=seen.other_case)
    if seen.withdrawn:
        return refusal("case_decision_withdrawn")
    if seen.team_size < 2 or not seen.leader_card_valid:
        return refusal("case_team")
    return None if seen.no_conflict_declared else refusal("case_conflict")


def _guard_decision_linked(
    content: case_intake_acts.DecisionLinked, facts: Facts, context: GuardContext
) -> Refuse | None:
    known = context.inspection is not None and context.inspection.plan_said
    if facts.state == CaseState.PROPOSED and content.emergency is None and not known:
        return refusal("case_plan_needed")
    if why := _inspection(context):
        return why
    ended = context.inspection.ended if context.inspection else None
    return refusal("case_system_only") if content.ended != ended else None


def _inspected_already(_facts: Facts, content: case_intake_acts.DecisionLinked) -> CaseState | None:
    """Where the inspection left the case, if it ended before it was linked: no later act of it says so."""
    return CaseState.INSPECTED if content.ended is not None else None


def _linked_tells(act: Happened, so_far: SoFar) -> list[Fact]:
    """Return the fact of it, and of an inspection that had ended: then nothing is left to begin in time (D01)."""
    so_far.inspected = True
    ended = act.content.ended
    details = {"planned": act.content.planned and ended is None}
    return [fact(act, details), *_end_told(ended)]


DECISION_LINKED = Declared(
    wire=CaseAct.DECISION_LINKED,
    who=Who.HEAD,
    moves=(
        Move(
            {CaseState.PLANNED, CaseState.PROPOSED, CaseState.PLAN_READY, CaseState.NOT_EXECUTED},
            CaseState.DECIDED,
        ),
    ),
    line={
        CaseState.PLANNED: 1,
        CaseState.PROPOSED: 2,
        CaseState.PLAN_READY: 1,
        CaseState.NOT_EXECUTED: 1,
    },
    leads_to=_inspected_already,
    fold=_fold_decision_linked,
    asks=(
        Ask.HELD_INSPECTION,
        Ask.INSPECTION,
    ),
    guard=_guard_decision_linked,
    completed=Completed.INSPECTION,
    tells=_linked_tells,
    unusual=(Unusual(ExceptionKind.EMERGENCY, "emergency"),),
    set_by_the_system={"/ended/at": "taken from the inspection, compared by the guard"},
)

ALL = (
    INFORMATION_RECEIVED,
    PLAN_ITEM_ENTERED,
    INSPECTION_PROPOSED,
    CASE_OPENED,
    VERIFICATION_ASSIGNED,
    INFORMATION_FORWARDED,
    PROPOSAL_REJECTED,
    ADHOC_PLAN_ISSUED,
    DECISION_LINKED,
)
