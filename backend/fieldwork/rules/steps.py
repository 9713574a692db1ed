"""The words of a table of states: what becomes of an act, and which acts are of one kind. Pure; both flows use them."""

from enum import StrEnum

import msgspec

from schemas.fieldwork.words import ActType, InspectionState


class Effect(StrEnum):
    """What becomes of an act in a state."""

    TAKES = "takes"
    """It takes effect; the state becomes `next`."""
    NOTED = "noted"
    """It is accepted and changes nothing: a repeat in meaning, or one that came late."""
    HELD = "held"
    """Evidence kept in quarantine under `code`."""
    REFUSED = "refused"
    """A step that may not happen now, for the reason `code`."""


class Step(msgspec.Struct, frozen=True):
    """One cell of the table."""

    effect: Effect
    next: InspectionState | None = None
    code: str | None = None


EVIDENCE = frozenset(
    {
        ActType.PLACE_FIXED,
        ActType.PHOTO_TAKEN,
        ActType.PHOTO_WITHDRAWN,
        ActType.PHOTO_CAPTIONED,
        ActType.MINUTES_WRITTEN,
        ActType.PERSON_SIGNED,
        ActType.DOCUMENT_WRITTEN,
        ActType.DOCUMENT_SIGNED,
        ActType.DOCUMENT_NUMBERED,
    }
)
"""What a person captured on site: kept whoever sent it and whenever."""

RULINGS = frozenset({ActType.MINUTES_RETURNED, ActType.MINUTES_APPROVED, ActType.MINUTES_REFUSED})
"""What a supervisor says of a submitted revision."""

QUARANTINE_RULINGS = frozenset({ActType.EVIDENCE_ADMITTED, ActType.EVIDENCE_DISMISSED})

WEIGHINGS = frozenset({ActType.FINDING_WEIGHED})
"""What a supervisor says of a doubt: possible at any time, for it changes no state."""


def to(state: InspectionState) -> Step:
    """It takes effect, and the state is this one."""
    return Step(Effect.TAKES, state)


def refused(code: str) -> Step:
    """A step that may not happen now."""
    return Step(Effect.REFUSED, None, code)


def stay(state: InspectionState, *types: ActType) -> dict[ActType, Step]:
    """These take effect and leave the state as it is."""
    return {kind: Step(Effect.TAKES, state) for kind in types}


NOTED = Step(Effect.NOTED)
"""Accepted, and nothing changes."""
