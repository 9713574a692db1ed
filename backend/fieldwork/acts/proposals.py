"""Acts about an inspection that an officer proposes to the head, before there is an inspection.

Circular 27/2020/TT-BCT Art 11. Whether one takes effect depends on the draft of the decision that it
is about (backend/fieldwork/inspections/paper_judging.py). Refusing a proposal is giving the draft up.
"""

from backend.fieldwork.acts.declaring import ANYWHERE, Declared, Face, Life, Move, Who, Written
from backend.fieldwork.acts.shared import coordinates
from backend.ledger.bounds.edges import Fixed, Today
from backend.ledger.bounds.table import LAW, SLIP, bound
from schemas.fieldwork.words import ActType

_BEFORE = Life((Move({None, *ANYWHERE}),))
_AFTER = Life((Move(ANYWHERE),))

DECISION_PROPOSED = Declared(
    wire=ActType.DECISION_PROPOSED,
    face=Face.EITHER,
    who=Who.OFFICE,
    older=_BEFORE,
    newer=_AFTER,
    of_desk_paper=True,
    writes=Written.PROPOSAL,
    bounds=(
        bound("/start_on", LAW, Today(366), SLIP),
        bound("/duration_days", Fixed(1), Fixed(5), SLIP),
        *coordinates(""),
    ),
)
DECISION_RETURNED = Declared(
    wire=ActType.DECISION_RETURNED,
    face=Face.DESK,
    who=Who.OFFICE,
    older=_BEFORE,
    newer=_AFTER,
    of_desk_paper=True,
    writes=Written.PROPOSAL,
)

ALL = (DECISION_PROPOSED, DECISION_RETURNED)
