"""Goods from their seizure to their end (Law Arts 125, 126)."""

from backend.cases.acts.declaring import Decision, Declared, Move, Who
from backend.cases.facts import Facts
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


EXHIBITS_SEIZED = Declared(
    wire=CaseAct.EXHIBITS_SEIZED,
    who=Who.WORKER,
    moves=(Move(SEIZABLE),),
)


SEIZURE_DECIDED = Declared(
    wire=CaseAct.SEIZURE_DECIDED,
    who=Who.HEAD,
    moves=(Move(AT_INSPECTION | UNDECIDED | DECIDED_ON),),
)


SEIZURE_EXTENDED = Declared(
    wire=CaseAct.SEIZURE_EXTENDED,
    who=Who.HEAD,
    moves=(Move(AT_INSPECTION | UNDECIDED | DECIDED_ON),),
)


EXHIBITS_SEALED = Declared(
    wire=CaseAct.EXHIBITS_SEALED,
    who=Who.WORKER,
    moves=(Move(WITH_EXHIBITS),),
)


EXHIBITS_UNSEALED = Declared(
    wire=CaseAct.EXHIBITS_UNSEALED,
    who=Who.WORKER,
    moves=(Move(WITH_EXHIBITS),),
)


EXHIBITS_MOVED = Declared(
    wire=CaseAct.EXHIBITS_MOVED,
    who=Who.WORKER,
    moves=(Move(WITH_EXHIBITS),),
)


EXHIBITS_DIVIDED = Declared(
    wire=CaseAct.EXHIBITS_DIVIDED,
    who=Who.WORKER,
    moves=(Move(AT_INSPECTION | UNDECIDED | {S.ANNULLED, S.NO_SANCTION}),),
)


EXHIBITS_DISPOSED = Declared(
    wire=CaseAct.EXHIBITS_DISPOSED,
    who=Who.WORKER,
    moves=(Move(WITH_EXHIBITS),),
    decides=_goods_out,
    carries_out=_on_its_strength,
)


EXHIBITS_DESTROYED = Declared(
    wire=CaseAct.EXHIBITS_DESTROYED,
    who=Who.HEAD,
    moves=(Move(WITH_EXHIBITS),),
    binds=True,
    carries_out=True,
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
