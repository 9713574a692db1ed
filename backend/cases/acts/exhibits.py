"""Goods from their seizure to their end (Law Arts 125, 126)."""

from backend.cases import dividing
from backend.cases.acts.declaring import Decision, Declared, Move, Who
from backend.cases.facts import Event, Facts, Thing
from backend.cases.states import AT_INSPECTION, DECIDED_ON, SEIZABLE, UNDECIDED, WITH_EXHIBITS
from schemas import case_side_acts
from schemas.case_words import CaseAct, ExhibitState
from schemas.case_words import CaseState as S

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


EXHIBITS_SEIZED = Declared(
    wire=CaseAct.EXHIBITS_SEIZED,
    who=Who.WORKER,
    moves=(Move(SEIZABLE),),
    fold=_fold_exhibits_seized,
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


SEIZURE_DECIDED = Declared(
    wire=CaseAct.SEIZURE_DECIDED,
    who=Who.HEAD,
    moves=(Move(AT_INSPECTION | UNDECIDED | DECIDED_ON),),
    fold=_fold_seizure_decided,
)


SEIZURE_EXTENDED = Declared(
    wire=CaseAct.SEIZURE_EXTENDED,
    who=Who.HEAD,
    moves=(Move(AT_INSPECTION | UNDECIDED | DECIDED_ON),),
    fold=_fold_seizure_decided,
)


def _fold_exhibits_sealed(
    content: case_side_acts.ExhibitsSealed, facts: Facts, _event: Event
) -> None:
    for number, one in enumerate(content.exhibits):
        facts.things[one].seal = content.seals[min(number, len(content.seals) - 1)]


EXHIBITS_SEALED = Declared(
    wire=CaseAct.EXHIBITS_SEALED,
    who=Who.WORKER,
    moves=(Move(WITH_EXHIBITS),),
    fold=_fold_exhibits_sealed,
)


def _fold_exhibits_unsealed(
    content: case_side_acts.ExhibitsUnsealed, facts: Facts, _event: Event
) -> None:
    for one in content.exhibits:
        facts.things[one].seal = None


EXHIBITS_UNSEALED = Declared(
    wire=CaseAct.EXHIBITS_UNSEALED,
    who=Who.WORKER,
    moves=(Move(WITH_EXHIBITS),),
    fold=_fold_exhibits_unsealed,
)


def _fold_exhibits_moved(
    content: case_side_acts.ExhibitsMoved, facts: Facts, _event: Event
) -> None:
    for one in content.exhibits:
        facts.things[one].keeper, facts.things[one].place = content.keeper, content.place
        if facts.things[one].state == ExhibitState.TRANSFERRED:  # back from the prosecution bodies
            thing = facts.things[one]
            thing.state = ExhibitState.SOLD_EARLY if thing.sold_early else ExhibitState.SEIZED


EXHIBITS_MOVED = Declared(
    wire=CaseAct.EXHIBITS_MOVED,
    who=Who.WORKER,
    moves=(Move(WITH_EXHIBITS),),
    fold=_fold_exhibits_moved,
)


def _fold_exhibits_divided(
    content: case_side_acts.ExhibitsDivided, facts: Facts, _event: Event
) -> None:
    dividing.divide(content, facts)


EXHIBITS_DIVIDED = Declared(
    wire=CaseAct.EXHIBITS_DIVIDED,
    who=Who.WORKER,
    moves=(Move(AT_INSPECTION | UNDECIDED | {S.ANNULLED, S.NO_SANCTION}),),
    fold=_fold_exhibits_divided,
)


def _fold_exhibits_disposed(
    content: case_side_acts.ExhibitsDisposed, facts: Facts, _event: Event
) -> None:
    for one in content.exhibits:
        facts.things[one].state = content.disposition
        facts.things[one].sold_early |= content.disposition == ExhibitState.SOLD_EARLY


EXHIBITS_DISPOSED = Declared(
    wire=CaseAct.EXHIBITS_DISPOSED,
    who=Who.WORKER,
    moves=(Move(WITH_EXHIBITS),),
    decides=_goods_out,
    carries_out=_on_its_strength,
    fold=_fold_exhibits_disposed,
)


def _fold_exhibits_destroyed(
    content: case_side_acts.ExhibitsDestroyed, facts: Facts, _event: Event
) -> None:
    for one in content.exhibits:
        facts.things[one].state = ExhibitState.DESTROYED


EXHIBITS_DESTROYED = Declared(
    wire=CaseAct.EXHIBITS_DESTROYED,
    who=Who.HEAD,
    moves=(Move(WITH_EXHIBITS),),
    binds=True,
    carries_out=True,
    fold=_fold_exhibits_destroyed,
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
