"""How long a decision took, in spans that the law knows. Pure.

Law on Handling Administrative Violations Art 66.1 (as amended in 2020): seven working days from the minutes, a month
with an explanation, two months for a grave case with many circumstances. Counted in calendar days, as the average is.
"""

from typing import Final

SPANS: Final = ("0_1", "2_7", "8_30", "31_60", "61_")
"""First and last day of each, the shortest first; the last has no end."""


def of(days: int) -> str:
    """Return the span of so many days; a decision dated before its minutes took no day."""
    return next(one for one in reversed(SPANS) if max(0, days) >= int(one.split("_")[0]))
