"""Acts about goods in custody, until their end (Law Art 126)."""

from collections.abc import Iterator
from uuid import UUID

from backend.casework.acts.clock_facts import Happened, SoFar, confiscated, fact
from backend.casework.acts.declaring import SAME_HAND, Ask, Decision, Declared, Move, Who
from backend.casework.acts.papers_first import Compared, Stands
from backend.casework.acts.shared import named
from backend.casework.rules import (
    carrying_out,
    confiscating,
    destroying,
    dividing,
    effects_on_goods,
    exhibit_guards,
    exhibit_seals,
    offering,
    prefilled,
    recording,
    returning,
    signed,
    unclaimed,
)
from backend.casework.rules.destroying import DESTROYED_BY
from backend.casework.rules.exhibit_guards import HANDED_OVER, find_exhibits
from backend.casework.rules.facts import Event, Facts, Paper
from backend.casework.rules.guard_context import GuardContext
from backend.casework.rules.papers_in_force import Needed
from backend.casework.rules.signed import Difference
from backend.casework.rules.signed_effects import Effect
from backend.casework.rules.states import AT_INSPECTION, UNDECIDED, WITH_EXHIBITS
from backend.casework.texts.cases import refusal
from backend.ledger.bounds.edges import Now, Today, Told
from backend.ledger.bounds.table import HAPPENED, LAW, bound
from backend.ledger.handlers import Refuse
from schemas.casework.acts import exhibits as case_exhibit_acts
from schemas.casework.words import CaseAct, CaseState, ExhibitState
from schemas.law.deadlines import Fact

_NOT_DECIDED = {CaseState.WITH_CHAIR, CaseState.ANNULLED, CaseState.NO_SANCTION}
_ON_STRENGTH = frozenset({ExhibitState.CONFISCATED, ExhibitState.DESTROYED, ExhibitState.SOLD})


def _on_its_strength(content: case_exhibit_acts.ExhibitsDisposed) -> bool:
    """What is given back needs no decision."""
    return content.disposition in _ON_STRENGTH


def _goods_out(
    content: case_exhibit_acts.ExhibitsDisposed | None, _facts: Facts
) -> Decision | None:
    """Handing goods on to another body is decided."""
    if content is None or content.disposition != ExhibitState.TRANSFERRED:
        return None
    return Decision(frozenset({"MQĐ33", "MQĐ42"}))


def _fold_exhibits_sealed(
    content: case_exhibit_acts.ExhibitsSealed, facts: Facts, _event: Event
) -> None:
    for number, one in enumerate(content.exhibits):
        facts.exhibits[one].seal = content.seals[min(number, len(content.seals) - 1)]


def _guard_exhibits_sealed(
    content: case_exhibit_acts.ExhibitsSealed, facts: Facts, _world: GuardContext
) -> Refuse | None:
    found = find_exhibits(facts, content.exhibits, ExhibitState.SEIZED, ExhibitState.CONFISCATED)
    if found is None or any(exhibit.seal for exhibit in found):
        return refusal("case_exhibit")
    if why := exhibit_seals.kind_fault(exhibit.content for exhibit in found):
        return why
    if len(content.seals) not in (1, len(content.exhibits)):
        return refusal("case_exhibit")
    paper = facts.papers[content.document_id]
    return exhibit_seals.sealing_fault(facts, paper, content.exhibits, content.seals)


EXHIBITS_SEALED = Declared(
    wire=CaseAct.EXHIBITS_SEALED,
    effect=Effect(("MBB26",), effects_on_goods.sealed),
    ground=("MBB26",),
    said_by_ground=prefilled.sealed,
    who=Who.WORKER,
    moves=(Move(WITH_EXHIBITS),),
    offered=offering.goods_left,
    fold=_fold_exhibits_sealed,
    touches=named,
    paper=Stands("MBB26"),
    guard=_guard_exhibits_sealed,
    bounds=(bound("/sealed_at", (LAW, Told("seized")), Now(), HAPPENED),),
)


def _fold_exhibits_unsealed(
    content: case_exhibit_acts.ExhibitsUnsealed, facts: Facts, _event: Event
) -> None:
    for one in content.exhibits:
        facts.exhibits[one].seal = None


def _guard_exhibits_unsealed(
    content: case_exhibit_acts.ExhibitsUnsealed, facts: Facts, _world: GuardContext
) -> Refuse | None:
    found = find_exhibits(facts, content.exhibits)
    if not found or not all(exhibit.seal for exhibit in found):
        return refusal("case_exhibit")
    return exhibit_seals.unsealing_fault(facts, facts.papers[content.document_id], content.exhibits)


EXHIBITS_UNSEALED = Declared(
    wire=CaseAct.EXHIBITS_UNSEALED,
    effect=Effect(("MBB27",), effects_on_goods.unsealed),
    who=Who.WORKER,
    moves=(Move(WITH_EXHIBITS),),
    offered=offering.goods_left,
    fold=_fold_exhibits_unsealed,
    touches=named,
    paper=Stands("MBB27"),
    guard=_guard_exhibits_unsealed,
    bounds=(bound("/unsealed_at", (LAW, Told("seized")), Now(), HAPPENED),),
)


def _fold_exhibits_moved(
    content: case_exhibit_acts.ExhibitsMoved, facts: Facts, _event: Event
) -> None:
    for one in content.exhibits:
        facts.exhibits[one].keeper, facts.exhibits[one].place = content.keeper, content.place
        if (
            facts.exhibits[one].state == ExhibitState.TRANSFERRED
        ):  # back from the prosecution bodies
            exhibit = facts.exhibits[one]
            exhibit.state = ExhibitState.SOLD_EARLY if exhibit.sold_early else ExhibitState.SEIZED


def _guard_exhibits_moved(
    content: case_exhibit_acts.ExhibitsMoved, facts: Facts, context: GuardContext
) -> Refuse | None:
    return exhibit_guards.moving(facts, content, context) or (
        recording.differs(context.differs) if context.differs else None
    )


def _custody_differs(
    content: case_exhibit_acts.ExhibitsMoved, paper: Paper, _facts: Facts
) -> Iterator[Difference | None]:
    """Yield differences: sealing minutes name the keeper of the goods and the place."""
    keeper = (paper.fields.get("keeper") or {}).get("name")
    place = paper.fields.get("custody_place")
    if keeper:
        yield signed.same("/keeper/name", keeper, content.keeper)
    if place:
        yield signed.same("/custody_place", place, content.place)


EXHIBITS_MOVED = Declared(
    wire=CaseAct.EXHIBITS_MOVED,
    effect=Effect(HANDED_OVER, effects_on_goods.moved),
    takes=(Needed(HANDED_OVER, first=False),),
    who=Who.WORKER,
    moves=(Move(WITH_EXHIBITS),),
    offered=offering.goods_left,
    fold=_fold_exhibits_moved,
    touches=named,
    asks=(Ask.DIFFERENCES,),
    guard=_guard_exhibits_moved,
    unusual=SAME_HAND,
    carries_as_signed=_custody_differs,
    bounds=(bound("/moved_at", (LAW, Told("seized")), Now(), HAPPENED),),
)


def _fold_exhibits_divided(
    content: case_exhibit_acts.ExhibitsDivided, facts: Facts, _event: Event
) -> None:
    dividing.divide(content, facts)


def _guard_exhibits_divided(
    content: case_exhibit_acts.ExhibitsDivided, facts: Facts, _world: GuardContext
) -> Refuse | None:
    return dividing.fault(content, facts)


def _division_tells(act: Happened, so_far: SoFar) -> list[Fact]:
    """Add the part to the seizure of its whole; returns no fact."""
    for held in so_far.held.values():
        held |= {act.content.part_id} if set(act.content.exhibits) <= held else set()
    return []


EXHIBITS_DIVIDED = Declared(
    wire=CaseAct.EXHIBITS_DIVIDED,
    who=Who.WORKER,
    moves=(Move(AT_INSPECTION | UNDECIDED | _NOT_DECIDED),),
    offered=offering.goods_left,
    fold=_fold_exhibits_divided,
    touches=lambda content, _facts: [*content.exhibits, content.part_id],
    begins_goods=lambda content: [content.part_id],
    guard=_guard_exhibits_divided,
    tells=_division_tells,
)


def _fold_exhibits_disposed(
    content: case_exhibit_acts.ExhibitsDisposed, facts: Facts, _event: Event
) -> None:
    for one in content.exhibits:
        facts.exhibits[one].state = content.disposition
        facts.exhibits[one].sold_early |= content.disposition == ExhibitState.SOLD_EARLY
        if content.disposition == ExhibitState.CONFISCATED:
            unclaimed_by = unclaimed.is_order(facts, content.document_id)
            facts.exhibits[one].taken_by = content.document_id if unclaimed_by else None
    if content.disposition in (ExhibitState.SOLD, ExhibitState.SOLD_EARLY):
        facts.proceeds.append(content.proceeds)


def _sold(content: case_exhibit_acts.ExhibitsDisposed, _facts: Facts) -> bool:
    """Sold as confiscated."""
    return content.disposition == ExhibitState.SOLD


def _taken(content: case_exhibit_acts.ExhibitsDisposed, _facts: Facts) -> bool:
    """Confiscated."""
    return content.disposition == ExhibitState.CONFISCATED


def _handed_on(content: case_exhibit_acts.ExhibitsDisposed, _facts: Facts) -> bool:
    """Given back, or handed on to another body."""
    return content.disposition in (ExhibitState.RETURNED, ExhibitState.TRANSFERRED)


def _needs_the_head(
    content: case_exhibit_acts.ExhibitsDisposed, facts: Facts, _officer_id: UUID
) -> bool:
    return exhibit_guards.needs_the_head(facts, content)


def _guard_exhibits_disposed(
    content: case_exhibit_acts.ExhibitsDisposed, facts: Facts, context: GuardContext
) -> Refuse | None:
    beside = content.disposition == ExhibitState.CONFISCATED and unclaimed.is_order(
        facts, content.document_id
    )
    why = unclaimed.confiscating(facts, content) if beside else None
    return (
        why
        or exhibit_guards.disposing(facts, content, context, unclaimed=beside)
        or (confiscating.fault(facts, content, context) if _taken(content, facts) else None)
        or returning.fault(facts, content)
        or (recording.differs(context.differs) if context.differs else None)
    )


def _end_tells(act: Happened, so_far: SoFar) -> list[Fact]:
    """Return the facts of the seizures that end with the last of their goods, or of those not confiscated."""
    gone, found = set(act.content.exhibits), []
    for seizure, held in so_far.held.items():
        if held and not held - gone:
            found.append(fact(act, {"seizure_id": str(seizure)}))
        elif held & gone and held - gone <= so_far.confiscated:
            found.append(confiscated(act, seizure))
        held -= gone
    if so_far.papers_held & gone:
        so_far.papers_held -= gone
        if not so_far.papers_held:
            found.append(Fact(act="papers.returned", at=fact(act).at, details={}))
    return found


def _end_differs(
    content: case_exhibit_acts.ExhibitsDisposed, paper: Paper, facts: Facts
) -> Iterator[Difference | None]:
    """Yield differences: goods go back by a decision (MQĐ24) about the decision that holds them."""
    if paper.form == "MQĐ24":
        about = carrying_out.holding(facts, content.exhibits, CaseAct.SEIZURE_DECIDED)
        yield from carrying_out.about_differs(paper, facts, about)


ENDED_BY = Needed((confiscating.MINUTES, *returning.MINUTES, "MBB30"), "minutes_id", first=False)
"""The minutes of a confiscation, a return or a handover of licences; they may have been made elsewhere and be filed."""

EXHIBITS_DISPOSED = Declared(
    wire=CaseAct.EXHIBITS_DISPOSED,
    effect=Effect(("MBB20", "MBB17", "MBB30"), effects_on_goods.disposed, "minutes_id"),
    takes=(ENDED_BY,),
    who=Who.WORKER,
    moves=(Move(WITH_EXHIBITS),),
    line={
        CaseState.NO_SANCTION: 1,
        CaseState.EXECUTED: 1,
        CaseState.LAPSED: 2,
        CaseState.ANNULLED: 2,
        CaseState.TRANSFERRED: 1,
    },
    offered=offering.goods_left,
    decides=_goods_out,
    carries_out=_on_its_strength,
    fold=_fold_exhibits_disposed,
    touches=named,
    needs_head=_needs_the_head,
    compared_first=(
        Compared("decision", "document_id", when=_sold),
        Compared("document_id", when=_handed_on),
    ),
    asks=(Ask.DIFFERENCES,),
    guard=_guard_exhibits_disposed,
    tells=_end_tells,
    undone=lambda content, undone: (
        content.disposition == ExhibitState.CONFISCATED and content.document_id in undone.granting
    ),
    unusual=SAME_HAND,
    carries_as_signed=_end_differs,
    bounds=(bound("/on", (LAW, Told("seized")), Today(), HAPPENED),),
)


def _fold_exhibits_destroyed(
    content: case_exhibit_acts.ExhibitsDestroyed, facts: Facts, _event: Event
) -> None:
    for one in content.exhibits:
        facts.exhibits[one].state = ExhibitState.DESTROYED


def _guard_exhibits_destroyed(
    content: case_exhibit_acts.ExhibitsDestroyed, facts: Facts, _world: GuardContext
) -> Refuse | None:
    return destroying.destroying(facts, content)


EXHIBITS_DESTROYED = Declared(
    wire=CaseAct.EXHIBITS_DESTROYED,
    effect=Effect(("MBB21",), effects_on_goods.destroyed, "minutes_id"),
    takes=DESTROYED_BY,
    said_by_case=prefilled.destroyed,
    who=Who.HEAD,
    moves=(Move(WITH_EXHIBITS),),
    line={CaseState.EXECUTED: 2, CaseState.LAPSED: 3},
    offered=offering.goods_left,
    binds=True,
    carries_out=True,
    fold=_fold_exhibits_destroyed,
    touches=named,
    compared_first=(Compared("decision", "decision_id", "minutes_id"),),
    guard=_guard_exhibits_destroyed,
    tells=_end_tells,
    bounds=(bound("/destroyed_on", (LAW, Told("seized")), Today(), HAPPENED),),
)

ALL = (
    EXHIBITS_SEALED,
    EXHIBITS_UNSEALED,
    EXHIBITS_MOVED,
    EXHIBITS_DIVIDED,
    EXHIBITS_DISPOSED,
    EXHIBITS_DESTROYED,
)
