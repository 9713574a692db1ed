"""Acts of the visit itself: it is decided, opened, announced on site, discarded or withdrawn."""

from backend.fieldwork.acts.declaring import (
    Ask,
    Declared,
    Face,
    Life,
    Move,
    Who,
    Written,
    noted,
    refusal_of,
    refused,
)
from backend.fieldwork.acts.shared import coordinates, position
from backend.fieldwork.rules.guard_context import GuardContext
from backend.fieldwork.rules.locked import LockedInspection
from backend.fieldwork.rules.steps import NOTED
from backend.fieldwork.texts.inspections import refusal
from backend.ledger.bounds.edges import At, Today
from backend.ledger.bounds.table import CLOCK, LAW, ORDER, SLIP, bound
from backend.ledger.handlers import Judgement
from schemas.fieldwork import acts as inspection_acts
from schemas.fieldwork.words import ActType
from schemas.fieldwork.words import InspectionState as State

DECISION_ISSUED = Declared(
    wire=ActType.DECISION_ISSUED,
    face=Face.DESK,
    who=Who.HEAD,
    older=Life((Move({None}, State.DECIDED),), otherwise=refusal_of("decision_exists")),
    newer=Life(otherwise=refusal_of("decision_exists")),
    writes=Written.DECISION,
    bounds=(
        bound("/issued_on", LAW, Today(30), SLIP),
        bound("/again/day", LAW, Today(), SLIP),
        bound("/start_on", At("/issued_on"), At("/issued_on", 90), ORDER),
        *coordinates(""),
    ),
)

INSPECTION_OPENED = Declared(
    wire=ActType.INSPECTION_OPENED,
    face=Face.PHONE,
    who=Who.TEAM,
    older=Life((Move({State.DECIDED, State.DISCARDED}, State.OPENED),), otherwise=NOTED),
    newer=Life((Move({State.DECIDED, State.OPENED}, State.OPENED),), otherwise=NOTED),
    writes=Written.OPENED,
)


def _guard_announced(
    _content: inspection_acts.InspectionAnnounced, state: LockedInspection, context: GuardContext
) -> Judgement | None:
    """Refuse an announcement after the decision was withdrawn, unless the phone could not know."""
    withdrawn = state.state == State.DISCARDED
    return refusal("decision_withdrawn") if withdrawn and context.heard else None


INSPECTION_ANNOUNCED = Declared(
    wire=ActType.INSPECTION_ANNOUNCED,
    face=Face.PHONE,
    who=Who.TEAM,
    older=Life(
        (
            Move({State.DECIDED, State.OPENED}, State.ANNOUNCED),
            # Minutes of non-execution need no announcement: one may still come after a submission.
            Move({State.SUBMITTED, State.RETURNED, State.REVISING, State.APPROVED}),
        ),
        (noted(State.ANNOUNCED, State.REFUSED), refused("inspection_discarded", State.DISCARDED)),
    ),
    newer=Life(
        (
            # DISCARDED: the phone announced before it could know of the withdrawal. Then the visit
            # goes on, and minutes end it.
            Move({State.DECIDED, State.OPENED, State.DISCARDED}, State.ANNOUNCED),
            Move({State.SUBMITTED, State.APPROVED}),
        ),
        (noted(State.ANNOUNCED),),
    ),
    asks=(Ask.HEARD,),
    newer_guard=_guard_announced,
    writes=Written.ANNOUNCED,
    bounds=position("/place"),
)

INSPECTION_DISCARDED = Declared(
    wire=ActType.INSPECTION_DISCARDED,
    face=Face.PHONE,
    who=Who.TEAM,
    older=Life(
        (Move({State.OPENED, State.ANNOUNCED, State.RETURNED, State.REVISING}, State.DISCARDED),),
        (
            refused("not_opened", State.DECIDED),
            refused("already_submitted", State.SUBMITTED, State.APPROVED),
            refused("record_closed", State.REFUSED),
            noted(State.DISCARDED),
        ),
    ),
    # The team can only ask for it: a supervisor (`Who.ISSUER`) withdraws the decision. After the
    # announcement only minutes end the visit.
    newer=Life(
        (Move({State.DECIDED, State.OPENED}),),
        (
            refused("announced_needs_minutes", State.ANNOUNCED),
            refused("already_submitted", State.SUBMITTED, State.APPROVED),
            noted(State.DISCARDED),
        ),
    ),
    writes=Written.DISCARDED,
)

DECISION_WITHDRAWN = Declared(
    wire=ActType.DECISION_WITHDRAWN,
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
    bounds=(bound("/issued_on", Today(-1), Today(), CLOCK),),
)

ALL = (
    DECISION_ISSUED,
    INSPECTION_OPENED,
    INSPECTION_ANNOUNCED,
    INSPECTION_DISCARDED,
    DECISION_WITHDRAWN,
)
