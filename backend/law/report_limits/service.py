"""Reads the law's data about periodic reports, as it is in force on a day."""

from datetime import date, timedelta
from functools import cache
from pathlib import Path

import msgspec

from schemas.law.report_limits import ReportLimit, ReportLimits

_FILE = Path(__file__).parent / "rules.json"


@cache
def limits() -> list[ReportLimit]:
    """Return all limits, of any day. Raises msgspec.ValidationError."""
    return msgspec.json.decode(_FILE.read_bytes(), type=ReportLimits).limits


def limit(name: str) -> ReportLimit:
    """Return a limit by its id. Raises LookupError."""
    found = next((one for one in limits() if one.id == name), None)
    if found is None:
        raise LookupError(name)
    return found


def due_on(name: str, level: int, last: date) -> date | None:
    """Return the last day on which a unit of this level sends its report of a period that ended on `last`.

    None if the law sets that level no day. A level below the listed ones has the day of the lowest.
    """
    known = sorted(limit(name).due, key=lambda one: -one.level)
    found = next((one for one in known if one.level <= level), None)
    if found is None:
        return None
    if found.weekday is not None:
        return last + timedelta(days=(found.weekday - last.weekday()) % 7)
    if found.day is not None:
        return last.replace(day=found.day)
    return None
