"""Months and years from a day.

They end on the corresponding day, or on the last day of that month if there is none (Civil Code Art
148).
"""

from calendar import monthrange
from datetime import date


def months_after(start: date, months: int) -> date:
    """Return the last day of a period of months that begins the day after `start`."""
    whole = start.year * 12 + start.month - 1 + months
    year, month = divmod(whole, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
