"""Which clock limits the decision on the violation. Pure."""

from collections.abc import Sequence

from schemas.law.deadlines import Clock

DECIDING, RETURNED, ANEW = "D12", "P04", "P05"
RULES = (DECIDING, RETURNED, ANEW)
"""It runs from the minutes (D12), from the receipt of a prosecution body's file (P04), or from the verification
minutes after an annulment (P05). Rule sets before 2026-11-28 have D12 alone."""


def clock_of(clocks: Sequence[Clock]) -> Clock | None:
    """Return the clock of the decision that began last, or None.

    Violation minutes made after an annulment or a return give no new time: that of the decision runs from the
    verification minutes (Decree 118/2021 Art 15.3), or from the receipt of the file (Law Art 63.3).
    """
    found = [one for one in clocks if one.rule in RULES]
    return max(found, key=lambda one: (one.rule != DECIDING, one.trigger_at), default=None)
