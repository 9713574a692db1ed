"""Acts that change the inspection decision before the submission, by its issuer or a head above.

They are made at the desk with their paper. Phones hear of them with the inspection; evidence that an
officer captured before hearing of a change is kept as ever.
"""

from backend.fieldwork.acts.declaring import Declared, Face, Life, Move, Who, Written, refused
from backend.fieldwork.rules.guard_context import GuardContext
from backend.fieldwork.rules.locked import LockedInspection
from backend.fieldwork.texts.inspections import refusal
from backend.ledger.bounds.edges import Today
from backend.ledger.bounds.table import CLOCK, bound
from backend.ledger.handlers import Judgement
from schemas.fieldwork.decision_changes import TeamHandedOver
from schemas.fieldwork.words import ActType
from schemas.fieldwork.words import InspectionState as State

_CHANGED = Life(
    (Move({State.DECIDED, State.OPENED, State.ANNOUNCED}),),
    (
        refused("change_too_late", State.SUBMITTED, State.APPROVED),
        refused("withdrawn_already", State.DISCARDED),
    ),
)
_LEAST = 2
"""Officers of a team (Ordinance 11/2016 Art 23)."""
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


def _guard_handed_over(
    content: TeamHandedOver, state: LockedInspection, _context: GuardContext
) -> Judgement | None:
    """Refuse who does not work on the file, and a leader without a card (Ordinance 11/2016 Art 23)."""
    if content.from_id not in state.team or content.to.officer_id == content.from_id:
        return refusal("not_on_team")
    if content.to.leader != (content.from_id == state.leader_id):
        return refusal("handed_leader")
    if content.to.leader and content.to.card_number is None:
        return refusal("handed_card")
    left = {*state.team, content.to.officer_id} - {content.from_id}
    return None if len(left) >= _LEAST else refusal("handed_small")


_VISIT = (State.DECIDED, State.OPENED, State.ANNOUNCED)
_AGAIN = (State.RETURNED, State.REVISING)
ON_VISIT = frozenset({*_VISIT, *_AGAIN})
"""States in which the visit is or can go on, in either flow: a written decision of the issuer alone changes the team
(Circular 27/2020 Arts 15.2, 17.4)."""
ON_FILE = frozenset({State.SUBMITTED})
"""States in which the visit is over and its file is still worked on."""
_HANDED = Life(
    (Move({*ON_FILE}),),
    (
        refused("team_by_decision", *_VISIT, *_AGAIN),
        refused("change_too_late", State.APPROVED, State.REFUSED),
        refused("withdrawn_already", State.DISCARDED),
    ),
)
TEAM_HANDED_OVER = Declared(
    wire=ActType.TEAM_HANDED_OVER,
    face=Face.DESK,
    who=Who.HEAD,
    by_the_system=True,
    older=_HANDED,
    newer=Life(
        (Move({*ON_FILE}),),
        (
            refused("team_by_decision", *_VISIT),
            refused("change_too_late", State.APPROVED),
            refused("withdrawn_already", State.DISCARDED),
        ),
    ),
    guard=_guard_handed_over,
    writes=Written.HANDED_OVER,
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

ALL = (DECISION_AMENDED, DECISION_EXTENDED, TEAM_HANDED_OVER, DECISION_LAPSED)
