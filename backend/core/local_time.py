"""Vietnam's clock, by which the law counts its days and a paper bears its date. Pure: moments come in as arguments.

Times are kept in UTC; the present is asked of `clock`, which rules may not.
"""

from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
"""UTC+7 without daylight saving; before 1975 as the clocks went then."""

SINCE_1975 = timezone(timedelta(hours=7))
"""UTC+7 for every moment, also one before 1975: a phone or camera that lost its clock tells 1970."""


def day_of(moment: datetime) -> date:
    """The day in Vietnam on which an instant falls."""
    return moment.astimezone(VIETNAM).date()


def year_of(moment: datetime) -> int:
    """The year in Vietnam in which an instant falls: a paper is numbered in it."""
    return day_of(moment).year
