"""When a fine is no longer collected, and what goes on (MQĐ17): Law Art 75; Decree 118/2021 Art 19. Pure."""

from datetime import date
from typing import Final, Literal, NamedTuple

FORM: Final = "MQĐ17"
CAUSES: Final = frozenset({"dead", "missing", "dissolved", "bankrupt"})
"""An individual died or is missing; an organisation was dissolved or is bankrupt."""
EFFECT: Final = {"fine": "stops", "confiscation": "goes_on", "remedies": "goes_on"}
"""What stops, and what goes on within the estate."""

Why = Literal["cause_not_provided", "lapsed", "late"]


class Stop(NamedTuple):
    """A decision that only a part is executed."""

    cause: str
    signed_on: date | None = None
    last: date | None = None
    """The last of the sixty days since the death paper, the judgment or the notice (P09)."""
    execute_by: date | None = None
    """The last day of the limitation period for execution (D18): afterwards nothing of a fine is left to stop."""
    excused: bool = False
    """There is a reason for a later decision."""


def fault(stop: Stop) -> Why | None:
    """Return why the fine does not stop so, or None. Days that are not known are not judged."""
    if stop.cause not in CAUSES:
        return "cause_not_provided"
    if stop.signed_on is None:
        return None
    if stop.execute_by is not None and stop.signed_on > stop.execute_by:
        return "lapsed"
    late = stop.last is not None and stop.signed_on > stop.last
    return "late" if late and not stop.excused else None
