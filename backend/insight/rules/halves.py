"""Half months: the 1st to the 14th, and the 15th to the month's end. Pure.

Both kinds of month are made of them without a rest: the calendar's, and the reporting month from the 15th to the 14th
(Decree 09/2019 Art 12; Circular 55/2020). So one sum of half a month serves both, and only weeks need single days.
"""

from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

SPLIT = 15
"""The first day of the second half."""
_DAY = timedelta(days=1)


def start_of(day: date) -> date:
    """Return the first day of the half month in which a day lies."""
    return day.replace(day=SPLIT if day.day >= SPLIT else 1)


def next_start(start: date) -> date:
    """Return the first day of the half month after this one."""
    if start.day < SPLIT:
        return start.replace(day=SPLIT)
    return (start.replace(day=28) + timedelta(days=4)).replace(day=1)


class Parts(msgspec.Struct, frozen=True, kw_only=True):
    """A period as whole half months, and the days before and after them. Each may be empty."""

    halves: tuple[date, date] | None
    """First days of the first and of the last whole half month."""
    days: list[tuple[date, date]]
    """Spans of single days, both ends inclusive."""


def parts(first: date, last: date) -> Parts:
    """Divide a period, both days inclusive, into whole half months and the days at its ends.

    Raises ValueError if it ends before it begins.
    """
    if last < first:
        raise ValueError("a period ends before it begins")
    begin = first if start_of(first) == first else next_start(start_of(first))
    after = start_of(last + _DAY)  # the half month of the day after the period is not whole
    if begin >= after:
        return Parts(halves=None, days=[(first, last)])
    days = [(first, begin - _DAY)] if first < begin else []
    days += [(after, last)] if after <= last else []
    return Parts(halves=(begin, start_of(after - _DAY)), days=days)


def starts(first: date, last: date) -> Iterator[date]:
    """Yield the first days of all half months that begin in a period."""
    at = first if start_of(first) == first else next_start(start_of(first))
    while at <= last:
        yield at
        at = next_start(at)
