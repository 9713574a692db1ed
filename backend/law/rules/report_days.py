"""Which day the law names for a periodic report of a level of units. Pure."""

from datetime import date, timedelta

from schemas.law.report_limits import ReportLimit


def named_day(limit: ReportLimit, level: int, last: date) -> date | None:
    """Return the day by whose end a unit of this level sends its report of a period that ended on `last`.

    None if the law sets that level no day. A level below the listed ones has the day of the lowest.
    """
    known = sorted(limit.due, key=lambda one: -one.level)
    found = next((one for one in known if one.level <= level), None)
    if found is None:
        return None
    if found.weekday is not None:
        return last + timedelta(days=(found.weekday - last.weekday()) % 7)
    return last.replace(day=found.day) if found.day is not None else None
