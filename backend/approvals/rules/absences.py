"""How long somebody stands in for another. Pure."""

from datetime import date

from backend.approvals.rules.keys import HEADS
from schemas.core.vocabulary import Role

MOST_DAYS = 92
"""The longest absence, in days: three months, as for a long course or treatment. Standing in (xử lý thay) keeps
work from waiting; who is away for longer is replaced by a decision about the post, with its number, day and scan
(practice B5). No law sets this number: it is ours."""
MOST_AHEAD = 184
"""How many days ahead an absence may begin, so that no row of entries is a post of years."""


def fault(first_day: date, last_day: date, today: date) -> str | None:
    """Return why an absence of these days (inclusive) cannot be entered today, or None."""
    if last_day < max(first_day, today):
        return "absence_days"
    if (last_day - first_day).days >= MOST_DAYS:
        return "absence_long"
    return "absence_far" if (first_day - today).days > MOST_AHEAD else None


_CHECKS = frozenset({Role.LEGAL, Role.SUPERVISOR})


def unfit(absent: frozenset[Role], stand_in: frozenset[Role]) -> str | None:
    """Return why an officer with the second roles does not stand in for one with the first, or None.

    A head for a head. For a legal officer another, or a supervisor, who answers the legal check of a unit without
    one too. Anybody else would check the papers of close colleagues.
    """
    if Role.SUPERVISOR in absent and stand_in.isdisjoint(HEADS):
        return "absence_rank"
    return "absence_legal" if Role.LEGAL in absent and stand_in.isdisjoint(_CHECKS) else None
