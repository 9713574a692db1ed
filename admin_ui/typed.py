"""What people type, read in one way on every page: whole numbers, and moments on Vietnam's clock."""

import re
from datetime import UTC, date, datetime

from admin_ui.formats import HOUR_ZONE

_WHOLE = re.compile(r"\d{1,15}|\d{1,3}(?:\.\d{3}){1,4}", re.ASCII)
"""Digits, or digits in groups of three with Vietnam's dot: up to 999.999.999.999.999. A dot elsewhere,
and any comma, is a decimal or a foreign grouping: `1.5` must never become 15, nor `1,500` a guess."""


_UNIT = re.compile(r"(?:đồng|đ|vnđ|vnd|₫)\.?\Z", re.IGNORECASE)
"""What people write behind a sum: each of these is one đồng, and none is a thousand."""


def whole(text: str) -> int | None:
    """A whole number such as `1250000`, `1.250.000` or `1.250.000 đ`, `1.250.000 VNĐ`; None where nothing stands.

    Raises ValueError for everything else, decimals and commas above all.
    """
    bare = _UNIT.sub("", text.strip()).replace(" ", "").replace("\u00a0", "")
    if not bare:
        if text.strip():
            raise ValueError(text)
        return None
    if not _WHOLE.fullmatch(bare):
        raise ValueError(text)
    return int(bare.replace(".", ""))


_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)


def day(text: str) -> date:
    """A day as an input of a browser gives it (`2026-11-24`), or as people here write it (`24/11/2026`).

    Raises ValueError for what is no day of the calendar.
    """
    written = _DAY.fullmatch(text.strip())
    if written is None:
        return date.fromisoformat(text)
    return date(int(written[3]), int(written[2]), int(written[1]))


def utc(text: str) -> datetime:
    """A moment as an input gives it, on Vietnam's clock where it names no zone, in UTC.

    Raises ValueError for what is no moment, and for one so early or late that UTC has no day for it
    (`0001-01-01T00:00` in Hà Nội is in the year 0).
    """
    moment = datetime.fromisoformat(text)
    aware = moment if moment.tzinfo else moment.replace(tzinfo=HOUR_ZONE)
    try:
        return aware.astimezone(UTC)
    except OverflowError as cause:
        raise ValueError(text) from cause


LEAST_REASON = 3
"""As short as a reason of an act may be; in characters."""


def reason(text: str) -> str | None:
    """A reason that an act may carry; None where nothing is said, or less than the least."""
    said = text.strip()[:2000]
    return said if len(said) >= LEAST_REASON else None
