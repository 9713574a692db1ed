"""The cells of a table of states: the effect of an act in a state. Pure; both flows use them."""

from enum import StrEnum

import msgspec

from schemas.fieldwork.words import InspectionState


class Effect(StrEnum):
    """The effect of an act in a state."""

    TAKES = "takes"
    """It takes effect; the state becomes `next`."""
    NOTED = "noted"
    """It is accepted and changes nothing, because it repeats an earlier act or came late."""
    HELD = "held"
    """It is evidence, and is kept in quarantine under `code`."""
    REFUSED = "refused"
    """It may not happen in this state, for the reason `code`."""


class Step(msgspec.Struct, frozen=True):
    """One cell of the table."""

    effect: Effect
    next: InspectionState | None = None
    code: str | None = None


NOTED = Step(Effect.NOTED)
"""Accepted, and nothing changes."""
