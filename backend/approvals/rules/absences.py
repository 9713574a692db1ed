"""How long somebody stands in for another. Pure."""

from datetime import date

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


def may_stand_in(absent: frozenset[Role], stand_in: frozenset[Role]) -> bool:
    """Tell whether an officer with the second roles stands in for one with the first: a head for a head."""
    if Role.SUPERVISOR not in absent:
        return True
    return not stand_in.isdisjoint({Role.SUPERVISOR, Role.TEAM_LEADER})
