"""Pure decisions about ranks of officers (ngạch công chức, Circular 02/2022)."""

from collections.abc import Sequence
from datetime import date


def held(ranks: Sequence[tuple[date, str]], day: date) -> str | None:
    """Return the code of the rank that holds on a day, of those with their first days; None before the first."""
    begun = [one for one in ranks if one[0] <= day]
    return max(begun)[1] if begun else None


def fault(ranks: Sequence[tuple[date, str]], valid_from: date, code: str) -> str | None:
    """Return why a rank cannot begin on a day beside those that are known; None if it can."""
    if any(one[0] == valid_from for one in ranks):
        return "rank_same_day"
    return "rank_held" if held(ranks, valid_from) == code else None
