"""Goods from their seizure to their end (Law Arts 125, 126)."""

from typing import Any
from uuid import UUID

from backend.cases import carrying_out, dividing, goods, recording
from backend.cases.acts.clock_facts import Happened, SoFar, fact, until
from backend.cases.acts.declaring import Ask, Decision, Declared, Move, Who
from backend.cases.acts.papers_first import Compared, Stands
from backend.cases.facts import Event, Facts, Thing
from backend.cases.goods import things
from backend.cases.states import AT_INSPECTION, DECIDED_ON, SEIZABLE, UNDECIDED, WITH_EXHIBITS
from backend.cases.texts import refusal
from backend.cases.world import World
from backend.deadlines.rules import day_of
from backend.ledger.books import Refuse
from schemas import case_side_acts
from schemas.case_words import CaseAct, ExhibitState
from schemas.case_words import CaseState as S
from schemas.deadlines import Fact
from schemas.problems import Text

_ON_STRENGTH = frozenset({ExhibitState.CONFISCATED, ExhibitState.DESTROYED, ExhibitState.SOLD})


def _on_its_strength(content: case_side_acts.ExhibitsDisposed) -> bool:
    """What is given back needs no decision."""
    return content.disposition in _ON_STRENGTH


def _goods_out(content: case_side_acts.ExhibitsDisposed | None, _facts: Facts) -> Decision | None:
    """Handing goods on to another body is decided."""
    if content is None or content.disposition != ExhibitState.TRANSFERRED:
        return None
    return Decision(frozenset({"MQĐ33"}))


def _fold_exhibits_seized(
    content: case_side_acts.ExhibitsSeized, facts: Facts, _event: Event
) -> None:
    for exhibit in content.exhibits:
        facts.things[exhibit.exhibit_id] = Thing(
            content=exhibit,
            position=len(facts.things) + 1,
            state=ExhibitState.SEIZED,
            keeper=content.keeper,
            place=content.place,
            seized_at=content.seized_at,
        )


def _guard_exhibits_seized(
    content: case_side_acts.ExhibitsSeized, facts: Facts, world: World
) -> Refuse | None:
    if any(
        isinstance(one.content, case_side_acts.ExhibitsSeized)
        and one.content.document_id == content.document_id
        for one in facts.events
    ):
        number = facts.papers[content.document_id].number
        return refusal("case_seized_already", number=number or "?")
    ids = [one.exhibit_id for one in content.exhibits]
    if len(set(ids)) != len(ids) or set(ids) & facts.things.keys():
        return refusal("case_exhibit")
    return recording.differs(world.differs) if world.differs else None


def _seizure_tells(act: Happened, so_far: SoFar) -> list[Fact]:
    """Once it is decided nothing is left to seize for but the execution (Law Art 125.1)."""
    content = act.content
    so_far.held[content.document_id] = {one.exhibit_id for one in content.exhibits}
    details = {"seizure_id": str(content.document_id)}
    if so_far.decided_on and day_of(content.seized_at) >= so_far.decided_on:
        details["purpose"] = "secure"
    return [fact(act, details, "seized_at")]


EXHIBITS_SEIZED = Declared(
    wire=CaseAct.EXHIBITS_SEIZED,
    who=Who.WORKER,
    moves=(Move(SEIZABLE),),
    fold=_fold_exhibits_seized,
    touches=lambda content, _facts: [one.exhibit_id for one in content.exhibits],
    paper=Stands("MBB15", "MBB01", "BK"),
    asks=(Ask.DIFFERENCES,),
    guard=_guard_exhibits_seized,
    tells=_seizure_tells,
)


def _fold_seizure_decided(
    content: case_side_acts.SeizureDecided | case_side_acts.SeizureExtended,
    facts: Facts,
    _event: Event,
) -> None:
    for one in content.exhibits:
        facts.things[one].until = content.until
        if isinstance(content, case_side_acts.SeizureDecided):
            facts.things[one].purpose = content.purpose


def _named(content: Any, _facts: Facts) -> list[UUID]:
    """The goods that it names."""
    exhibits: list[UUID] = content.exhibits
    return exhibits


def _holds(
    content: case_side_acts.SeizureDecided | case_side_acts.SeizureExtended,
    facts: Facts,
    world: World,
) -> Refuse | None:
    if things(facts, content.exhibits, ExhibitState.SEIZED) is None:
        return refusal("case_exhibit")
    if world.differs:
        return recording.differs(world.differs)
    return refusal("case_seizure_long", world.seizure) if world.seizure else None


def _guard_seizure_decided(
    content: case_side_acts.SeizureDecided, facts: Facts, world: World
) -> Refuse | None:
    if why := _holds(content, facts, world):
        return why
    if facts.papers[content.document_id].issued_on != content.decided_on:
        why_not = Text(vi="khác ngày ký quyết định", en="another than that of the signed decision")
        return refusal("case_dates", why_not)
    fault = carrying_out.seizure_fault(facts, content)
    return refusal("case_seizure_long", fault) if fault else None


def _holding_tells(act: Happened, so_far: SoFar) -> list[Fact]:
    content = act.content
    details = until(content, content.until)
    if (purpose := getattr(content, "purpose", None)) is not None:
        details["purpose"] = str(purpose)
    return [
        fact(act, details | {"seizure_id": str(seizure)})
        for seizure, held in so_far.held.items()
        if held & set(content.exhibits)
    ]


SEIZURE_DECIDED = Declared(
    wire=CaseAct.SEIZURE_DECIDED,
    who=Who.HEAD,
    moves=(Move(AT_INSPECTION | UNDECIDED | DECIDED_ON),),
    fold=_fold_seizure_decided,
    touches=_named,
    paper=Stands("MQĐ20"),
    asks=(
        Ask.SEIZURE_DAYS,
        Ask.DIFFERENCES,
    ),
    guard=_guard_seizure_decided,
    tells=_holding_tells,
    undone=lambda content, undone: content.document_id in undone.granting,
)


def _held_by_a_decision(
    content: case_side_acts.SeizureExtended, facts: Facts, _world: World
) -> Refuse | None:
    found = things(facts, content.exhibits, ExhibitState.SEIZED)
    known = found is not None and all(thing.until is not None for thing in found)
    return None if known else refusal("case_exhibit")


SEIZURE_EXTENDED = Declared(
    wire=CaseAct.SEIZURE_EXTENDED,
    who=Who.HEAD,
    moves=(Move(AT_INSPECTION | UNDECIDED | DECIDED_ON),),
    fold=_fold_seizure_decided,
    touches=_named,
    paper=Stands("MQĐ21", asked_before=_held_by_a_decision),
    asks=(
        Ask.EXTENSION_DAYS,
        Ask.DIFFERENCES,
    ),
    guard=_holds,
    tells=_holding_tells,
    undone=lambda content, undone: content.document_id in undone.granting,
)


def _fold_exhibits_sealed(
    content: case_side_acts.ExhibitsSealed, facts: Facts, _event: Event
) -> None:
    for number, one in enumerate(content.exhibits):
        facts.things[one].seal = content.seals[min(number, len(content.seals) - 1)]


def _guard_exhibits_sealed(
    content: case_side_acts.ExhibitsSealed, facts: Facts, _world: World
) -> Refuse | None:
    found = things(facts, content.exhibits, ExhibitState.SEIZED, ExhibitState.CONFISCATED)
    if found is None or any(thing.seal for thing in found):
        return refusal("case_exhibit")
    if len(content.seals) not in (1, len(content.exhibits)):
        return refusal("case_exhibit")
    paper = facts.papers[content.document_id]
    return goods.sealing_fault(facts, paper, content.exhibits, content.seals)


EXHIBITS_SEALED = Declared(
    wire=CaseAct.EXHIBITS_SEALED,
    who=Who.WORKER,
    moves=(Move(WITH_EXHIBITS),),
    fold=_fold_exhibits_sealed,
    touches=_named,
    paper=Stands("MBB26"),
    guard=_guard_exhibits_sealed,
)


def _fold_exhibits_unsealed(
    content: case_side_acts.ExhibitsUnsealed, facts: Facts, _event: Event
) -> None:
    for one in content.exhibits:
        facts.things[one].seal = None


def _guard_exhibits_unsealed(
    content: case_side_acts.ExhibitsUnsealed, facts: Facts, _world: World
) -> Refuse | None:
    found = things(facts, content.exhibits)
    if not found or not all(thing.seal for thing in found):
        return refusal("case_exhibit")
    return goods.unsealing_fault(facts, facts.papers[content.document_id], content.exhibits)


EXHIBITS_UNSEALED = Declared(
    wire=CaseAct.EXHIBITS_UNSEALED,
    who=Who.WORKER,
    moves=(Move(WITH_EXHIBITS),),
    fold=_fold_exhibits_unsealed,
    touches=_named,
    paper=Stands("MBB27"),
    guard=_guard_exhibits_unsealed,
)


def _fold_exhibits_moved(
    content: case_side_acts.ExhibitsMoved, facts: Facts, _event: Event
) -> None:
    for one in content.exhibits:
        facts.things[one].keeper, facts.things[one].place = content.keeper, content.place
        if facts.things[one].state == ExhibitState.TRANSFERRED:  # back from the prosecution bodies
            thing = facts.things[one]
            thing.state = ExhibitState.SOLD_EARLY if thing.sold_early else ExhibitState.SEIZED


def _guard_exhibits_moved(
    content: case_side_acts.ExhibitsMoved, facts: Facts, world: World
) -> Refuse | None:
    return goods.moving(facts, content, world) or (
        recording.differs(world.differs) if world.differs else None
    )


EXHIBITS_MOVED = Declared(
    wire=CaseAct.EXHIBITS_MOVED,
    who=Who.WORKER,
    moves=(Move(WITH_EXHIBITS),),
    fold=_fold_exhibits_moved,
    touches=_named,
    asks=(Ask.DIFFERENCES,),
    guard=_guard_exhibits_moved,
)


def _fold_exhibits_divided(
    content: case_side_acts.ExhibitsDivided, facts: Facts, _event: Event
) -> None:
    dividing.divide(content, facts)


def _guard_exhibits_divided(
    content: case_side_acts.ExhibitsDivided, facts: Facts, _world: World
) -> Refuse | None:
    return dividing.fault(content, facts)


def _division_tells(act: Happened, so_far: SoFar) -> list[Fact]:
    """A part belongs to the seizure of its whole."""
    for held in so_far.held.values():
        held |= {act.content.part_id} if set(act.content.exhibits) <= held else set()
    return []


EXHIBITS_DIVIDED = Declared(
    wire=CaseAct.EXHIBITS_DIVIDED,
    who=Who.WORKER,
    moves=(Move(AT_INSPECTION | UNDECIDED | {S.ANNULLED, S.NO_SANCTION}),),
    fold=_fold_exhibits_divided,
    touches=lambda content, _facts: [*content.exhibits, content.part_id],
    guard=_guard_exhibits_divided,
    tells=_division_tells,
)


def _fold_exhibits_disposed(
    content: case_side_acts.ExhibitsDisposed, facts: Facts, _event: Event
) -> None:
    for one in content.exhibits:
        facts.things[one].state = content.disposition
        facts.things[one].sold_early |= content.disposition == ExhibitState.SOLD_EARLY


def _sold(content: case_side_acts.ExhibitsDisposed, _facts: Facts) -> bool:
    """Sold as confiscated."""
    return content.disposition == ExhibitState.SOLD


def _handed_on(content: case_side_acts.ExhibitsDisposed, _facts: Facts) -> bool:
    """Given back, or handed on to another body."""
    return content.disposition in (ExhibitState.RETURNED, ExhibitState.TRANSFERRED)


def _needs_the_head(
    content: case_side_acts.ExhibitsDisposed, facts: Facts, _officer_id: UUID
) -> bool:
    return goods.needs_the_head(facts, content)


def _guard_exhibits_disposed(
    content: case_side_acts.ExhibitsDisposed, facts: Facts, world: World
) -> Refuse | None:
    return goods.disposing(facts, content, world) or (
        recording.differs(world.differs) if world.differs else None
    )


def _end_tells(act: Happened, so_far: SoFar) -> list[Fact]:
    """A seizure is at an end with the last of its goods."""
    gone, found = set(act.content.exhibits), []
    for seizure, held in so_far.held.items():
        if held and not held - gone:
            found.append(fact(act, {"seizure_id": str(seizure)}))
        held -= gone
    return found


EXHIBITS_DISPOSED = Declared(
    wire=CaseAct.EXHIBITS_DISPOSED,
    who=Who.WORKER,
    moves=(Move(WITH_EXHIBITS),),
    decides=_goods_out,
    carries_out=_on_its_strength,
    fold=_fold_exhibits_disposed,
    touches=_named,
    needs_head=_needs_the_head,
    compared_first=(
        Compared("decision", "document_id", when=_sold),
        Compared("document_id", when=_handed_on),
    ),
    asks=(Ask.DIFFERENCES,),
    guard=_guard_exhibits_disposed,
    tells=_end_tells,
)


def _fold_exhibits_destroyed(
    content: case_side_acts.ExhibitsDestroyed, facts: Facts, _event: Event
) -> None:
    for one in content.exhibits:
        facts.things[one].state = ExhibitState.DESTROYED


def _guard_exhibits_destroyed(
    content: case_side_acts.ExhibitsDestroyed, facts: Facts, _world: World
) -> Refuse | None:
    return goods.destroying(facts, content)


EXHIBITS_DESTROYED = Declared(
    wire=CaseAct.EXHIBITS_DESTROYED,
    who=Who.HEAD,
    moves=(Move(WITH_EXHIBITS),),
    binds=True,
    carries_out=True,
    fold=_fold_exhibits_destroyed,
    touches=_named,
    compared_first=(Compared("decision", "decision_id", "minutes_id"),),
    guard=_guard_exhibits_destroyed,
    tells=_end_tells,
)

ALL = (
    EXHIBITS_SEIZED,
    SEIZURE_DECIDED,
    SEIZURE_EXTENDED,
    EXHIBITS_SEALED,
    EXHIBITS_UNSEALED,
    EXHIBITS_MOVED,
    EXHIBITS_DIVIDED,
    EXHIBITS_DISPOSED,
    EXHIBITS_DESTROYED,
)
