"""Acts of an inspection that began on site from a decision signed by hand.

The first `decision.hand_signed` begins the inspection as an issued decision would; it never needs a
signal. Whether one takes effect is judged in backend/fieldwork/inspections/hand_signed_judging.py.
"""

from typing import Any

from backend.fieldwork.acts.declaring import (
    ANYWHERE,
    Declared,
    Face,
    Life,
    Move,
    Who,
    Written,
    refusal_of,
)
from backend.fieldwork.acts.shared import coordinates
from backend.ledger.bounds.edges import At, Today
from backend.ledger.bounds.table import LAW, ORDER, SLIP, bound
from schemas.fieldwork.words import ActType
from schemas.fieldwork.words import InspectionState as State

DECISION_HAND_SIGNED = Declared(
    wire=ActType.DECISION_HAND_SIGNED,
    face=Face.PHONE,
    who=Who.TEAM,
    older=Life((Move({None}, State.DECIDED),), otherwise=refusal_of("not_hand_signed")),
    newer=Life((Move(ANYWHERE),)),
    of_hand_signed=True,
    writes=Written.HAND_SIGNED,
    bounds=(
        bound("/decision/issued_on", LAW, Today(), SLIP),
        bound(
            "/decision/start_on", At("/decision/issued_on"), At("/decision/issued_on", 90), ORDER
        ),
        bound("/decision/again/day", LAW, Today(), SLIP),
        *coordinates("/decision"),
    ),
)


def _differs(content: Any) -> tuple[str, str] | None:
    if content.outcome == "sheets" and content.plan is None:
        return "no_plan", ""
    return ("sheet_differs", content.reason or "") if content.outcome == "differs" else None


DECISION_MATCHED = Declared(
    wire=ActType.DECISION_MATCHED,
    face=Face.DESK,
    who=Who.OFFICE,
    older=None,
    newer=Life((Move(ANYWHERE),)),
    of_hand_signed=True,
    writes=Written.HAND_MATCHED,
    exceptional=_differs,
)

ALL = (DECISION_HAND_SIGNED, DECISION_MATCHED)
