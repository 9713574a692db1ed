"""Pure decisions about ranks of officers (ngạch công chức, Circular 02/2022)."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from backend.core.sheets.headings import folded
from schemas.force.rank_acts import RankCode

_SAID: Final[dict[RankCode, str]] = {
    "21.187": "kiem soat vien cao cap thi truong",
    "21.188": "kiem soat vien chinh thi truong",
    "21.189": "kiem soat vien thi truong",
    "21.190": "kiem soat vien trung cap thi truong",
}


def held(ranks: Sequence[tuple[date, str]], day: date) -> str | None:
    """Return the code of the rank that holds on a day, of those with their first days; None before the first."""
    begun = [one for one in ranks if one[0] <= day]
    return max(begun)[1] if begun else None


def fault(ranks: Sequence[tuple[date, str]], valid_from: date, code: str) -> str | None:
    """Return why a rank cannot begin on a day beside those that are known; None if it can."""
    if any(one[0] == valid_from for one in ranks):
        return "rank_same_day"
    return "rank_held" if held(ranks, valid_from) == code else None


def meant(said: str) -> RankCode | None:
    """Return the rank that a cell means: by its code, its name, or both as lists of choices have them; None if none.

    A spreadsheet that takes codes for numbers writes 21.190 as 21.19.
    """
    code, _, name = said.strip().partition(" ")
    for one, called in _SAID.items():
        by_code = code in (one, one.rstrip("0")) and folded(name.lstrip("-– ")) in ("", called)
        if by_code or folded(said) == called:
            return one
    return None
