"""What people type, read in one way on every page: whole numbers, and moments on Vietnam's clock."""

import re
from datetime import UTC, date, datetime
from uuid import UUID

from backend.core.errors import NotFound
from backend.core.local_time import VIETNAM

_UNIT = re.compile(r"(?:đồng|đ|vnđ|vnd|₫)\.?\Z", re.IGNORECASE)
"""What people write behind a sum: each of these is one đồng, and none is a thousand."""
_SPACES = str.maketrans("", "", " \u00a0\u202f")
_MOST_DIGITS = 15

_DOTTED = r"[1-9]\d{0,2}(?:\.\d{3})+"
_FOREIGN = r"[1-9]\d{0,2}(?:,\d{3})"
_PLAIN = re.compile(rf"\d+|{_DOTTED}|{_FOREIGN}{{2,}}", re.ASCII)
"""Digits, or groups of three with Vietnam's dot; with commas only where two of them can be nothing else."""
_EVEN = re.compile(rf"(\d+|{_DOTTED}),0{{1,2}}", re.ASCII)
_EITHER = re.compile(_FOREIGN, re.ASCII)
"""`1,250` is a thousand to one and one and a quarter to another."""


class Unclear(ValueError):
    """It can be read in two ways: who typed it is asked, nothing is guessed."""

    def __init__(self, *readings: str) -> None:
        super().__init__(*readings)
        self.readings = readings


def whole(text: str) -> int | None:
    """A whole number such as `1250000`, `1.250.000` or `1.250.000 đ`, `1.250.000,00`; None where nothing stands.

    The phone reads the same (mobile_app/src/domain/typed-numbers.ts, tests/cases/numbers.json). Raises Unclear for
    `1,250`, ValueError for everything else, fractions above all.
    """
    bare = _UNIT.sub("", text.strip()).translate(_SPACES)
    if not bare:
        if text.strip():
            raise ValueError(text)
        return None
    even = _EVEN.fullmatch(bare)
    if even is None and not _PLAIN.fullmatch(bare):
        if _EITHER.fullmatch(bare):
            raise Unclear(bare.replace(",", ""))
        raise ValueError(text)
    digits = (even[1] if even else bare).replace(".", "").replace(",", "")
    if len(digits) > _MOST_DIGITS:
        raise ValueError(text)
    return int(digits)


_MIXED = re.compile(rf"{_DOTTED}(?:,\d+)?", re.ASCII)
_MIXED_FOREIGN = re.compile(rf"{_FOREIGN}+\.\d+|{_FOREIGN}{{2,}}", re.ASCII)
_FRACTION = re.compile(r"\d+[.,]\d+", re.ASCII)


def amount(text: str) -> str | None:
    """A quantity, perhaps with a fraction, as papers write it: `1250`, `12,5`; None where nothing stands.

    `1.250` is a thousand, `12.5` can only be a fraction. Raises Unclear for `1,250`, ValueError for what is none.
    """
    bare = text.strip().translate(_SPACES)
    if not bare:
        return None
    if _EITHER.fullmatch(bare):
        raise Unclear(bare.replace(",", ""), _without_noughts(bare))
    if len(bare) <= 40:
        if bare.isascii() and bare.isdigit():
            return bare
        if _MIXED.fullmatch(bare):
            return _without_noughts(bare.replace(".", ""))
        if _MIXED_FOREIGN.fullmatch(bare):
            return _without_noughts(bare.replace(",", "").replace(".", ","))
        if _FRACTION.fullmatch(bare):
            return _without_noughts(bare.replace(".", ","))
    raise ValueError(text)


def _without_noughts(quantity: str) -> str:
    return quantity.rstrip("0").rstrip(",") if "," in quantity else quantity


_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)


def day(text: str) -> date:
    """A day as an input of a browser gives it (`2026-11-24`), or as people here write it (`24/11/2026`).

    Raises ValueError for what is no day of the calendar.
    """
    written = _DAY.fullmatch(text.strip())
    if written is None:
        return date.fromisoformat(text)
    return date(int(written[3]), int(written[2]), int(written[1]))


def day_or_none(text: str) -> date | None:
    """The same; None for what is no day."""
    try:
        return day(text)
    except ValueError:
        return None


def identifier(text: str) -> UUID | None:
    """An id as a form sends it; None for what is none."""
    try:
        return UUID(text)
    except ValueError:
        return None


def named(text: str) -> UUID:
    """An id that names something. Raises NotFound for what is none: nothing has such a name."""
    found = identifier(text)
    if found is None:
        raise NotFound(what=text[:60])
    return found


def utc(text: str) -> datetime:
    """A moment as an input gives it, on Vietnam's clock where it names no zone, in UTC.

    Raises ValueError for what is no moment, and for one so early or late that UTC has no day for it
    (`0001-01-01T00:00` in Hà Nội is in the year 0).
    """
    moment = datetime.fromisoformat(text)
    aware = moment if moment.tzinfo else moment.replace(tzinfo=VIETNAM)
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
