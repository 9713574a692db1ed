"""Vietnam's clock, by which the law counts days and papers are dated.

Pure: moments come in as arguments. Times are kept in UTC. The present comes from `clock`, which
rules must not import.
"""

from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
"""UTC+7 without daylight saving; before 1975 with the offsets of that time."""

SINCE_1975 = timezone(timedelta(hours=7))
"""UTC+7 for every moment, even before 1975: a phone or camera that lost its clock shows 1970."""


def day_of(moment: datetime) -> date:
    """Return the day in Vietnam on which an instant falls."""
    return moment.astimezone(VIETNAM).date()


def year_of(moment: datetime) -> int:
    """Return the year in Vietnam in which an instant falls. Papers are numbered by it."""
    return day_of(moment).year
