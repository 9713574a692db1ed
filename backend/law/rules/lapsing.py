"""When a decision can no longer be executed (Law Art 74; Decree 118/2021 Art 16.3). Pure.

The fine lapses. Confiscation and remedies are executed all the same. The last day is that of the clock D18, which
knows evasion and later corrections.
"""

from datetime import date, timedelta
from typing import Final, Literal

GOES_ON: Final = {"confiscation": "goes_on", "remedies": "goes_on"}

Why = Literal["early", "other_day"]


def lapses_on(last: date) -> date:
    """Return the first day on which the fine cannot be executed, from the last day of the period."""
    return last + timedelta(days=1)


def fault(on: date, last: date | None, lapsed_on: date | None = None) -> Why | None:
    """Return why a lapse is not recorded on a day, or not from that day (`lapsed_on`); or None.

    `last` is None if no period runs: nothing lapses then.
    """
    if last is None or on <= last:
        return "early"
    return "other_day" if lapsed_on not in (None, lapses_on(last)) else None
