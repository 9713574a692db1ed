"""Time limits in words, in both languages: their length, end, and the time that is left. Pure."""

from datetime import datetime, time, timedelta
from functools import lru_cache

from backend.core import formats
from backend.core.local_time import VIETNAM
from schemas.core.problems import Text
from schemas.law.deadlines import Limit

_UNITS = {
    "h": ("giờ", "hour"),
    "d": ("ngày", "day"),
    "wd": ("ngày làm việc", "working day"),
    "m": ("tháng", "month"),
    "y": ("năm", "year"),
}


def limit_words(limit: Limit) -> Text:
    """`07 ngày làm việc`, `7 working days`: below ten with a zero, as official papers write it."""
    vi, en = _UNITS[limit.unit]
    return Text(
        vi=f"{limit.count:02} {vi}", en=f"{limit.count} {en}{'' if limit.count == 1 else 's'}"
    )


@lru_cache(maxsize=2000)  # most limits end with a day: a list says the same few ends in many rows
def end_words(due_at: datetime) -> Text:
    """`hết ngày 18/03/2026` if the limit ends with a day, `17:30 ngày 07/03/2026` if at an hour."""
    local = due_at.astimezone(VIETNAM)
    if local.time() == time():
        last = local.date() - timedelta(days=1)
        return Text(vi=f"hết ngày {formats.day(last)}", en=f"the end of {formats.day(last)}")
    return Text(
        vi=f"{formats.hour(local)} ngày {formats.day(local)}",
        en=f"{formats.hour(local)} on {formats.day(local)}",
    )


def rest_words(due_at: datetime, now: datetime) -> Text:
    """Return how much time is left, or how long the limit is over, in one unit.

    Days from 48 hours on, hours from one hour on, else minutes.
    """
    minutes = int(abs((due_at - now).total_seconds()) // 60)
    if minutes >= 48 * 60:
        count, vi, en = minutes // (24 * 60), "ngày", "day"
    elif minutes >= 60:
        count, vi, en = minutes // 60, "giờ", "hour"
    else:
        count, vi, en = minutes, "phút", "minute"
    many = en if count == 1 else f"{en}s"
    if now > due_at:
        return Text(vi=f"quá hạn {count} {vi}", en=f"{count} {many} over")
    return Text(vi=f"còn {count} {vi}", en=f"{count} {many} left")
