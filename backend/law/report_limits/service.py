"""Reads the law's data about periodic reports, as it is in force on a day."""

from datetime import date
from functools import cache
from pathlib import Path

import msgspec

from backend.law.rules.report_days import named_day
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
    """Return the day that the law names for a report of a period that ended on `last`; None if it names none.

    A day off moves the end: backend/insight/rules/report_days.py. Raises LookupError.
    """
    return named_day(limit(name), level, last)
