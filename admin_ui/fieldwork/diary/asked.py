"""What the address of the work diary asks for."""

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date

from admin_ui.shell import typed
from backend.fieldwork.diary import service as diary

FIELDS = ("unit", "month", "officer", "waiting")
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)


def filters(given: Mapping[str, str]) -> diary.Filters:
    """Return what is asked for; a month that is none is left out."""
    days = _days(given.get("month", ""))
    return diary.Filters(
        unit_id=typed.identifier(given.get("unit", "")),
        from_on=days[0] if days else None,
        until_on=days[1] if days else None,
        officer_id=typed.identifier(given.get("officer", "")),
        waiting=given.get("waiting", "") == "yes",
    )


def _days(month: str) -> tuple[date, date] | None:
    found = _MONTH.fullmatch(month)
    if found is None or not 1 <= int(found[2]) <= 12 or int(found[1]) < 2000:
        return None
    year, number = int(found[1]), int(found[2])
    return date(year, number, 1), date(year, number, monthrange(year, number)[1])
