"""Acts that change the inspection decision before the submission, by its issuer or a head above.

They are made at the desk with their paper. Phones hear of them with the inspection; evidence that an
officer captured before hearing of a change is kept as ever.
"""

from backend.fieldwork.acts.declaring import Declared, Face, Life, Move, Who, Written, refused
from backend.ledger.bounds.edges import Today
from backend.ledger.bounds.table import CLOCK, bound
from schemas.fieldwork.words import ActType
from schemas.fieldwork.words import InspectionState as State

_CHANGED = Life(
    (Move({State.DECIDED, State.OPENED, State.ANNOUNCED}),),
    (
        refused("change_too_late", State.SUBMITTED, State.APPROVED),
        refused("withdrawn_already", State.DISCARDED),
    ),
)
_ISSUED = (bound("/issued_on", Today(-1), Today(), CLOCK),)

DECISION_AMENDED = Declared(
    wire=ActType.DECISION_AMENDED,
    face=Face.DESK,
    who=Who.ISSUER,
    older=None,
    newer=_CHANGED,
    changes_decision=True,
    writes=Written.AMENDED,
    bounds=_ISSUED,
)
DECISION_EXTENDED = Declared(
    wire=ActType.DECISION_EXTENDED,
    face=Face.DESK,
    who=Who.ISSUER,
    older=None,
    newer=_CHANGED,
    changes_decision=True,
    writes=Written.EXTENDED,
    bounds=_ISSUED,
)
DECISION_LAPSED = Declared(
    wire=ActType.DECISION_LAPSED,
    face=Face.DESK,
    who=Who.ISSUER,
    older=None,
    newer=Life(
        (Move({State.DECIDED, State.OPENED}, State.DISCARDED),),
        (
            refused("announced_already", State.ANNOUNCED, State.SUBMITTED, State.APPROVED),
            refused("withdrawn_already", State.DISCARDED),
        ),
    ),
    ends_draft=True,
    changes_decision=True,
    writes=Written.WITHDRAWN,
)

ALL = (DECISION_AMENDED, DECISION_EXTENDED, DECISION_LAPSED)
