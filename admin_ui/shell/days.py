"""The days of a register that is taken away: from the first to the last one, both included."""

from collections.abc import Mapping
from datetime import date

from admin_ui.shell import exporting, typed
from admin_ui.shell.words import Language, say
from backend.core import clock

FIELDS = ("since", "until", "year")


def asked(query: Mapping[str, str], language: Language) -> tuple[date, date]:
    """Return the days that an address names, else those of its year, else this year until today. Raises Invalid."""
    today, year = clock.today(), query.get("year", "")
    of = (
        int(year)
        if len(year) == 4 and year.isascii() and year.isdigit() and year > "1900"
        else None
    )
    try:
        first = _day(query.get("since", "")) or date(of or today.year, 1, 1)
        last = _day(query.get("until", "")) or (date(of, 12, 31) if of else today)
    except ValueError:
        first, last = today, date.min
    exporting.require_understood([say(language, "outgoing.days_wrong")] if first > last else [])
    return first, last


def _day(text: str) -> date | None:
    return typed.edge(text) if text else None
