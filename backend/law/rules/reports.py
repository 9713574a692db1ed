"""Periodic reports: the period that a day belongs to, and when its report is due. Pure.

Sources: Circular 55/2020 Arts 8 and 9 (weeks from Thursday to Wednesday; months, quarters and years
are cut from the 15th to the 14th, as Decree 09/2019 has it); Decree 118/2021 Art 35.2 with Circular
01/2023/TT-BTP (the yearly report on sanctions).
"""

from datetime import date, timedelta

import msgspec

from backend.law.rules.limits import Report
from backend.law.rules.spans import months_after

_WEDNESDAY, _WEEK = 2, 7
FIRST_DAY, LAST_DAY = 15, 14
"""Days of the month with which a period of months begins and ends."""


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """The period of a report, both days included, and the last day to send it."""

    first: date
    last: date
    due_on: date


def due(report: Report, day: date) -> Due:
    """Return the period of a report in which a day lies, and the day by which it is sent.

    That day is as the text has it: whether it moves from a day off is not said there.
    """
    if not report.months:
        last = _next(day, _WEDNESDAY)
        due_on = _next(last, report.due)
        return Due(first=last - timedelta(days=_WEEK - 1), last=last, due_on=due_on)
    last = _end(report, day)
    first = months_after(last.replace(day=FIRST_DAY), -report.months)
    return Due(first=first, last=last, due_on=last.replace(day=report.due))


def _next(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % _WEEK)


def _end(report: Report, day: date) -> date:
    last = day.replace(day=LAST_DAY)
    if day.day > LAST_DAY:
        last = months_after(last, 1)
    while last.month not in report.ends_in:
        last = months_after(last, 1)
    return last
