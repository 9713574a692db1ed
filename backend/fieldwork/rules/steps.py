"""The words of a table of states: what becomes of an act. Pure; both flows use them."""

from enum import StrEnum

import msgspec

from schemas.fieldwork.words import InspectionState


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


NOTED = Step(Effect.NOTED)
"""Accepted, and nothing changes."""
