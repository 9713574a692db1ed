"""Acts that decide on a violation: a sanction, or remedies alone (Law Arts 56, 57, 65)."""

from collections.abc import Iterator
from typing import Any

from backend.casework.acts.clock_facts import (
    Happened,
    SoFar,
    fact,
    of_order,
    seizures_confiscated,
)
from backend.casework.acts.declaring import (
    DECIDED_BESIDE,
    WARNED,
    Ask,
    Declared,
    Move,
    Unusual,
    Who,
)
from backend.casework.acts.papers_first import Compared, NotSentBack, Stands
from backend.casework.acts.sanction_bounds import SANCTION_BOUNDS
from backend.casework.acts.shared import not_compared
from backend.casework.rules import (
    annulling,
    document_guards,
    exhibit_guards,
    handed,
    left_open,
    measures_alone,
    offering,
    outside,
    owed,
    recording,
    second,
    signed,
    taken,
    unclaimed,
)
from backend.casework.rules.facts import Event, Facts, Paper
from backend.casework.rules.guard_context import GuardContext
from backend.casework.rules.sanction_guards import day_of_paper_fault, on_spot_fault, sanction_fault
from backend.casework.rules.signed_effects import Effect
from backend.casework.rules.states import DETECTING
from backend.casework.texts.cases import not_now, refusal
from backend.law import form_facts
from backend.ledger.bounds.edges import Today
from backend.ledger.bounds.table import HAPPENED, LAW, bound
from backend.ledger.handlers import Refuse
from schemas.casework.acts import proceedings as case_acts
from schemas.casework.exceptions import ExceptionKind
from schemas.casework.words import CaseAct, CaseState
from schemas.law.deadlines import Fact
from schemas.law.sanctions import ExtraKind


def _fold_sanction_imposed(content: case_acts.SanctionImposed, facts: Facts, event: Event) -> None:
    facts.sanction, facts.on_spot = content, event.type == CaseAct.SANCTION_IMPOSED_ON_SPOT
    facts.totals.setdefault(content.document_id, []).append(content.total)


def _guard_sanction_imposed(
    content: case_acts.SanctionImposed, facts: Facts, context: GuardContext
) -> Refuse | None:
    on_spot = facts.recorded is None
    if recording.against_nobody(facts) and recording.named_later(facts) is None:
        return refusal("case_violator_unknown")
    if wrong := day_of_paper_fault(facts, content.document_id, content.decided_on):
        return wrong
    if context.differs:
        return recording.differs(context.differs)
    goods = left_open.unentered(facts, context) or exhibit_guards.confiscation_fault(
        facts, content.document_id, content.confiscated
    )
    if goods := goods or taken.fault(facts, content.order, content.confiscated):
        return goods
    if context.warning:
        return refusal("case_warning", context.warning)
    if not on_spot and (waits := outside.decision_fault(facts, content.order)):
        return waits
    if context.computation is None or context.computation != (content.computation, content.total):
        return refusal("case_computation_other")
    if context.competence:
        return refusal("case_not_competent", context.competence)
    seen = context.inspection
    if content.no_opinion and (on_spot or seen is None or seen.state == "approved"):
        return refusal("case_opinion_given")
    fault = (
        on_spot_fault(facts, context, content.decided_on)
        if on_spot
        else sanction_fault(content, facts, context)
    )
    return fault or owed.kept_fault(facts, content)


def _decided(content: Any, so_far: SoFar) -> dict[str, Any]:
    """Return the days to comply, and from which day the decision has effect: its own, or a later one."""
    so_far.decision, so_far.decided_on = content.document_id, content.decided_on
    decided_on = content.decided_on.isoformat() if content.decided_on else ""
    stated = so_far.effective_on.get(content.document_id, decided_on)
    effective_on = max(stated, decided_on) or None
    return {"comply_days": content.comply_days, "effective_on": effective_on}


def _sanction_tells(content: case_acts.SanctionImposed, so_far: SoFar) -> dict[str, Any]:
    so_far.fine = so_far.total = content.total
    so_far.publish = content.publish
    so_far.warning = not content.order.extra_penalties and all(
        one.warning for one in content.order.acts
    )
    suspended = any(
        one.kind == ExtraKind.LICENCE_SUSPENSION for one in content.order.extra_penalties
    )
    details = {"publish": content.publish, "licence_suspended": suspended}
    return _decided(content, so_far) | details


def _imposed_tells(act: Happened, so_far: SoFar) -> list[Fact]:
    """Tell the decision, and which seizures it ends by confiscation."""
    return [fact(act, _sanction_tells(act.content, so_far)), *seizures_confiscated(act, so_far)]


def _without_minutes_tells(act: Happened, so_far: SoFar) -> list[Fact]:
    """Tell also whether the party has the decision: on the spot it does; on the file of a prosecution body, or
    anew after an annulment, it is made in the office, has to be sent, and binds from its receipt (Law Arts 56.1.b,
    70.1, 73.1; Decree 118/2021 Art 15.3)."""
    handed_over = not (so_far.from_prosecution or so_far.verified_again)
    so_far.delivered |= handed_over
    if not so_far.minuted:
        of_order(act.content.order, so_far)
    told = _sanction_tells(act.content, so_far) | {"handed_over": handed_over}
    return [fact(act, told), *seizures_confiscated(act, so_far)]


_SANCTION_UNUSUAL = (
    *DECIDED_BESIDE,
    Unusual(ExceptionKind.LATE_ENTRY, "late"),
    Unusual(ExceptionKind.NO_OPINION, "no_opinion"),
)


_SANCTION_APART = ("publish", "by_device", "twice", "gain_kept", "no_opinion")
"""What the signer of a sanction says besides the paper."""


def _order_differs(
    content: case_acts.SanctionImposed, paper: Paper, beside: signed.Beside
) -> Iterator[signed.Difference | None]:
    """Yield what a sanction decision says and the act contradicts."""
    fields, order = paper.fields, content.order
    yield from signed.decision_differs(paper, order, beside)
    yield signed.same("/pay_days", fields.get("pay_days"), content.comply_days)
    yield signed.same("/total_fine", fields.get("total_fine", 0), content.total)
    borne = signed.order_of(fields)
    if borne is not None and borne != order:
        yield signed.Difference(
            "/reckoning", signed.order_in_short(borne), signed.order_in_short(order)
        )


SANCTION_IMPOSED = Declared(
    wire=CaseAct.SANCTION_IMPOSED,
    effect=Effect(
        tuple(one for one in form_facts.of_kind("sanction") if one not in form_facts.on_spot()),
        None,
        apart=_SANCTION_APART,
    ),
    who=Who.TITLE,
    moves=(Move({CaseState.DECISION_DUE}, CaseState.SANCTIONED),),
    line={CaseState.DECISION_DUE: 1},
    fold=_fold_sanction_imposed,
    needs_head=not_compared,
    compared_first=(NotSentBack("minutes", "hearing"),),
    paper=Stands("MQĐ02"),
    asks=(
        Ask.TIME_TO_DECIDE,
        Ask.INSPECTION,
        Ask.MINUTES_ON_SITE,
        Ask.SEIZURES_ON_SITE,
        Ask.SANCTION,
        Ask.UNVERIFIED,
    ),
    guard=_guard_sanction_imposed,
    tells=_imposed_tells,
    unusual=_SANCTION_UNUSUAL,
    cites_minutes=True,
    says_as_signed=_order_differs,
    bounds=SANCTION_BOUNDS,
)


def _guard_without_minutes(
    content: case_acts.SanctionImposed, facts: Facts, context: GuardContext
) -> Refuse | None:
    """Refuse a sanction without minutes where there are some, except on a prosecution body's file.

    That one is sanctioned so at any amount (Law Art 56.1.b). While facts are verified there is one only anew,
    after the annulment of one without minutes (Decree 118/2021 Arts 13.3, 15.3).
    """
    if facts.state == CaseState.DECISION_DUE and not handed.from_prosecution(facts):
        return refusal("case_on_spot_minutes")
    if facts.state == CaseState.VERIFYING and not annulling.anew_without_minutes(facts):
        return not_now(facts.state)
    return _guard_sanction_imposed(content, facts, context)


SANCTION_IMPOSED_ON_SPOT = Declared(
    wire=CaseAct.SANCTION_IMPOSED_ON_SPOT,
    effect=Effect(form_facts.on_spot(), None, apart=_SANCTION_APART),
    who=Who.TITLE,
    moves=(
        Move(
            DETECTING
            | {
                CaseState.INSPECTING,
                CaseState.INSPECTED,
                CaseState.VERIFYING,
                CaseState.DECISION_DUE,
            },
            CaseState.ONSPOT_SANCTIONED,
        ),
    ),
    leads_alone=offering.imposed_on_spot,
    offered=offering.without_minutes,
    line={CaseState.INSPECTING: 1, CaseState.VERIFYING: 3},
    fold=_fold_sanction_imposed,
    needs_head=not_compared,
    compared_first=(NotSentBack("minutes", "hearing"),),
    paper=Stands("MQĐ01"),
    asks=(
        Ask.TIME_TO_DECIDE,
        Ask.INSPECTION,
        Ask.MINUTES_ON_SITE,
        Ask.SEIZURES_ON_SITE,
        Ask.SANCTION,
        Ask.UNVERIFIED,
    ),
    guard=_guard_without_minutes,
    tells=_without_minutes_tells,
    unusual=_SANCTION_UNUSUAL,
    cites_minutes=True,
    says_as_signed=_order_differs,
    bounds=SANCTION_BOUNDS,
)


def _fold_remedy_ordered(content: case_acts.RemedyOrdered, facts: Facts, _event: Event) -> None:
    facts.remedy = content


def _no_fine_fault(content: case_acts.RemedyOrdered, facts: Facts) -> Refuse | None:
    """Return why a decision may not leave the fine out, or None (Law Art 65.1).

    The violator is known, or the ground has no proof.
    """
    if content.why == "violator_unknown":
        known = not recording.against_nobody(facts) or recording.named_later(facts) is not None
        return (
            refusal("case_remedy_known", name=facts.party.name if facts.party else "?")
            if known
            else None
        )
    if content.why not in ("violator_dead", "other") or document_guards.only_remedies(facts):
        return None
    signer = facts.papers[content.document_id].issued_by
    proved = content.ground_proof in recording.proofs_of_ground(facts, signer)
    return None if proved else refusal("case_remedy_unproved")


def _guard_remedy_ordered(
    content: case_acts.RemedyOrdered, facts: Facts, context: GuardContext
) -> Refuse | None:
    ground = facts.annulled.ground if facts.annulled else None
    if facts.state == CaseState.ANNULLED and (early := annulling.measures_fault(ground)):
        return early
    if wrong := day_of_paper_fault(facts, content.document_id, content.decided_on):
        return wrong
    if context.differs:
        return recording.differs(context.differs)
    if context.competence:
        return refusal("case_not_competent", context.competence)
    goods = left_open.unentered(facts, context) or exhibit_guards.confiscation_fault(
        facts, content.document_id, content.confiscated
    )
    if goods:
        return goods
    beyond = measures_alone.fault(context.unprovided, content.despite)
    if beyond or (beyond := _no_fine_fault(content, facts)):
        return beyond
    if content.why == "violator_unknown" and (
        early := unclaimed.waits(facts, content.confiscated, content.decided_on)
    ):
        return early
    if content.why == "time_over" and not context.over_on("D12", content.decided_on):
        return refusal("case_remedy_why")
    if content.why == "time_over":
        other = second.in_force(facts, facts.papers[content.document_id])
        if other and other.issued_on and not context.over_on("D12", other.issued_on):
            return refusal("case_decision_in_force", number=other.number or "?")
    if content.why == "statute_over" and context.statute is None:
        return refusal("case_remedy_why")
    return owed.kept_fault(facts, content)


def _no_fine_for(content: case_acts.RemedyOrdered) -> str | None:
    """Return the reason that the list of exceptions shows for a decision without a fine, or None.

    Older acts on "another ground" name no proof, and no rule lists them.
    """
    unusual = content.why == "other" and content.ground_proof is not None
    return content.reason if unusual or content.twice or content.gain_kept else None


def _measures_differ(
    content: case_acts.RemedyOrdered, paper: Paper, beside: signed.Beside
) -> Iterator[signed.Difference | None]:
    """Yield what a decision on remedies says and the act contradicts."""
    yield from signed.party_differs(paper.fields, beside.party)
    if paper.fields.get("ground"):
        yield signed.same("/ground", paper.fields["ground"], signed.GROUNDS[content.why])
    yield signed.same("/reason", paper.fields.get("reason"), content.reason)
    yield from signed.measures_differ("/remedies", paper.fields, content.remedies)
    yield from measures_alone.kinds_differ(paper.fields, content.kinds)
    yield signed.same("/remedies/0/term", signed.days_to_comply(paper.fields), content.comply_days)


def _measures_tell(act: Happened, so_far: SoFar) -> list[Fact]:
    """Tell the decision, and which seizures it ends by confiscation."""
    return [fact(act, _decided(act.content, so_far)), *seizures_confiscated(act, so_far)]


REMEDY_ORDERED = Declared(
    wire=CaseAct.REMEDY_ORDERED,
    effect=Effect(form_facts.of_kind("remedies"), None, apart=("twice", "gain_kept", "despite")),
    who=Who.HEAD,
    # After an annulment because no fine is possible: at once, see the guard.
    moves=(Move({CaseState.DECISION_DUE, CaseState.ANNULLED}, CaseState.REMEDY_ONLY),),
    line={CaseState.DECISION_DUE: 2},
    offered=offering.measures_alone,
    fold=_fold_remedy_ordered,
    needs_head=not_compared,
    compared_first=(
        NotSentBack("minutes", "hearing"),
        Compared("ground_proof"),
    ),
    paper=Stands("MQĐ14", "MQĐ15"),
    asks=(
        Ask.TIME_TO_DECIDE,
        Ask.SEIZURES_ON_SITE,
        Ask.STATUTE,
        Ask.COMPETENCE,
        Ask.DIFFERENCES,
        Ask.PROVIDED,
    ),
    guard=_guard_remedy_ordered,
    tells=_measures_tell,
    unusual=(*WARNED, *DECIDED_BESIDE, Unusual(ExceptionKind.NO_FINE, _no_fine_for)),
    cites_minutes=True,
    says_as_signed=_measures_differ,
    bounds=(bound("/decided_on", LAW, Today(), HAPPENED),),
)


ALL = (
    SANCTION_IMPOSED,
    SANCTION_IMPOSED_ON_SPOT,
    REMEDY_ORDERED,
)
