"""The visit itself: decided, taken up, announced on site, given up or withdrawn."""

from typing import Any

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
from backend.fieldwork.rules.guard_context import World
from backend.fieldwork.rules.steps import NOTED
from backend.fieldwork.texts.inspections import refusal
from backend.ledger.handlers import Judgement
from schemas.fieldwork import acts as inspection_acts
from schemas.fieldwork.words import ActType
from schemas.fieldwork.words import InspectionState as S

DECISION_ISSUED = Declared(
    wire=ActType.DECISION_ISSUED,
    face=Face.DESK,
    who=Who.HEAD,
    older=Life((Move({None}, S.DECIDED),), otherwise=refusal_of("decision_exists")),
    newer=Life(otherwise=refusal_of("decision_exists")),
    writes=Written.DECISION,
)

INSPECTION_OPENED = Declared(
    wire=ActType.INSPECTION_OPENED,
    face=Face.PHONE,
    who=Who.TEAM,
    older=Life((Move({S.DECIDED, S.DISCARDED}, S.OPENED),), otherwise=NOTED),
    newer=Life((Move({S.DECIDED, S.OPENED}, S.OPENED),), otherwise=NOTED),
    writes=Written.OPENED,
)


def _guard_announced(
    _content: inspection_acts.InspectionAnnounced, state: Any, world: World
) -> Judgement | None:
    """A withdrawal ends the visit, unless it was announced by a phone that could not know of it."""
    withdrawn = state["state"] == S.DISCARDED
    return refusal("decision_withdrawn") if withdrawn and world.heard else None


INSPECTION_ANNOUNCED = Declared(
    wire=ActType.INSPECTION_ANNOUNCED,
    face=Face.PHONE,
    who=Who.TEAM,
    older=Life(
        (
            Move({S.DECIDED, S.OPENED}, S.ANNOUNCED),
            # Minutes of non-execution may be submitted before the announcement: it may come after them.
            Move({S.SUBMITTED, S.RETURNED, S.REVISING, S.APPROVED}),
        ),
        (noted(S.ANNOUNCED, S.REFUSED), refused("inspection_discarded", S.DISCARDED)),
    ),
    newer=Life(
        (
            # Also where it was announced before the phone could know of the withdrawal: then minutes end the visit.
            Move({S.DECIDED, S.OPENED, S.DISCARDED}, S.ANNOUNCED),
            Move({S.SUBMITTED, S.APPROVED}),
        ),
        (noted(S.ANNOUNCED),),
    ),
    asks=(Ask.HEARD,),
    newer_guard=_guard_announced,
    writes=Written.ANNOUNCED,
)

INSPECTION_DISCARDED = Declared(
    wire=ActType.INSPECTION_DISCARDED,
    face=Face.PHONE,
    who=Who.TEAM,
    older=Life(
        (Move({S.OPENED, S.ANNOUNCED, S.RETURNED, S.REVISING}, S.DISCARDED),),
        (
            refused("not_opened", S.DECIDED),
            refused("already_submitted", S.SUBMITTED, S.APPROVED),
            refused("record_closed", S.REFUSED),
            noted(S.DISCARDED),
        ),
    ),
    # The team only asks: who issued the decision withdraws it, and after the announcement minutes end the visit.
    newer=Life(
        (Move({S.DECIDED, S.OPENED}),),
        (
            refused("announced_needs_minutes", S.ANNOUNCED),
            refused("already_submitted", S.SUBMITTED, S.APPROVED),
            noted(S.DISCARDED),
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
        (Move({S.DECIDED, S.OPENED}, S.DISCARDED),),
        (
            refused("announced_already", S.ANNOUNCED, S.SUBMITTED, S.APPROVED),
            refused("withdrawn_already", S.DISCARDED),
        ),
    ),
    ends_draft=True,
    writes=Written.WITHDRAWN,
)

ALL = (
    DECISION_ISSUED,
    INSPECTION_OPENED,
    INSPECTION_ANNOUNCED,
    INSPECTION_DISCARDED,
    DECISION_WITHDRAWN,
)
