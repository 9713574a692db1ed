"""Years as filters of plans name them."""

from backend.core import clock


def year_of(text: str) -> int | None:
    """Return the year that a filter names; None for any."""
    return int(text) if text.isascii() and text.isdecimal() and 2016 <= int(text) <= 2999 else None


def this_year() -> int:
    """Return the present year in Vietnam."""
    return clock.today().year
