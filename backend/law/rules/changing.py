"""How long a decision may be corrected, amended or annulled in part, and by which form. Pure.

Within a year of the faulty decision, and not after the statute of limitation of the violation. There is no limit for
parts about confiscation and remedies, nor after a complaint, a denunciation or a judgment, nor if it is annulled whole.
The limit holds for decisions since 1 January 2021 (Decree 118/2021 Arts 13, 15, 42.2).
"""

from datetime import date
from typing import Literal, NamedTuple

LIMITED_SINCE = date(2021, 1, 1)
"""Decisions from this day have the limit (Decree 118/2021 Art 42.2)."""
CORRECTING, AMENDING, ANNULLING = "MQĐ39", "MQĐ38", "MQĐ40"
_FORMS = {"slip": CORRECTING, "13_1": ANNULLING}

Why = Literal["late", "statute"]


class Change(NamedTuple):
    """A change of a decision that imposes something."""

    decided_on: date
    changed_on: date
    last: date
    """The last day of the year, moved from a day off (P18)."""
    statute_over: bool = False
    """The statute of limitation of the violation is over on the day of the change."""
    free: bool = False
    """It is about measures alone, follows a result, or annuls the decision whole."""


def form(fault: str) -> str:
    """Return the form by the fault: a slip of drafting, a ground of Art 13.1 (`13_1`), or any other."""
    return _FORMS.get(fault, AMENDING)


def fault(change: Change) -> Why | None:
    """Return why it is too late, or None."""
    if change.free or change.decided_on < LIMITED_SINCE:
        return None
    if change.changed_on > change.last:
        return "late"
    return "statute" if change.statute_over else None
