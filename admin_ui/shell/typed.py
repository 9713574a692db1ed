"""Parses what people type in the same way on every page: whole numbers, quantities, days, moments."""

import re
from calendar import monthrange
from datetime import UTC, date, datetime, time
from uuid import UUID

from backend.core.errors import NotFound
from backend.core.local_time import VIETNAM

_UNIT = re.compile(r"(?:đồng|đ|vnđ|vnd|₫)\.?\Z", re.IGNORECASE)
"""Units that people write after an amount. Each means one đồng, none a thousand."""
_SPACES = str.maketrans("", "", " \u00a0\u202f")
_MOST_DIGITS = 15

_DOTTED = r"[1-9]\d{0,2}(?:\.\d{3})+"
_FOREIGN = r"[1-9]\d{0,2}(?:,\d{3})"
_PLAIN = re.compile(rf"\d+|{_DOTTED}|{_FOREIGN}{{2,}}", re.ASCII)
"""Digits, or groups of three with Vietnamese dots. Commas only if two or more, which can only
separate groups.
"""
_EVEN = re.compile(rf"(\d+|{_DOTTED}),0{{1,2}}", re.ASCII)
_EITHER = re.compile(_FOREIGN, re.ASCII)
"""`1,250` means 1250 to some people and 1.25 to others."""


class Unclear(ValueError):
    """The text can be read in two ways. The page asks the officer instead of guessing."""

    def __init__(self, *readings: str) -> None:
        super().__init__(*readings)
        self.readings = readings


def whole(text: str) -> int | None:
    """Parse a whole number: `1250000`, `1.250.000`, `1.250.000 đ`, `1.250.000,00`; None if empty.

    The phone app reads the same (mobile_app/src/domain/typed-numbers.ts, tests/cases/numbers.json).
    Raises Unclear for `1,250`, ValueError for everything else, fractions in particular.
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


def signed(text: str) -> int | None:
    """Parse a whole number that may be below nought: `-3`, `1.250`; None if empty. Raises as whole() does."""
    bare = text.strip()
    below = bare[:1] in ("-", "\u2212")
    value = whole(bare[1:] if below else bare)
    if value is None and below:
        raise ValueError(text)
    return -value if below and value is not None else value


def tenths(text: str) -> int | None:
    """Parse a quantity with at most one decimal, in tenths: `12,5` is 125; None if empty. Raises as amount() does."""
    bare = text.strip()
    below = bare[:1] in ("-", "\u2212")
    value = amount(bare[1:] if below else bare)
    if value is None:
        if below:
            raise ValueError(text)
        return None
    units, _, tenth = value.partition(",")
    if len(tenth) > 1 or len(units) > _MOST_DIGITS:
        raise ValueError(text)
    return (int(units) * 10 + int(tenth or 0)) * (-1 if below else 1)


def counted(text: str, digits: int = 4) -> int | None:
    """Parse a number by which a form counts its rows, as the page wrote it; None for anything else.

    Python reads no number of thousands of digits, and a form may bear one.
    """
    bare = text.strip()
    return int(bare) if bare.isascii() and bare.isdigit() and len(bare) <= digits else None


_MIXED = re.compile(rf"{_DOTTED}(?:,\d+)?", re.ASCII)
_MIXED_FOREIGN = re.compile(rf"{_FOREIGN}+\.\d+|{_FOREIGN}{{2,}}", re.ASCII)
_FRACTION = re.compile(r"\d+[.,]\d+", re.ASCII)


def amount(text: str) -> str | None:
    """Parse a quantity that may have a fraction: `1250`, `12,5`; None if empty.

    `1.250` means 1250; `12.5` can only be a fraction. Raises Unclear for `1,250`, ValueError for
    text that is no quantity.
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


_DAY = re.compile(r"(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{4})", re.ASCII)
_DIGITS = re.compile(r"(\d\d)(\d\d)((?:19|20|21)\d\d)", re.ASCII)
"""As a phone's keypad of digits has no stroke. Read as year, month and day it would have a month above 12."""
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)


class NoSuchDay(ValueError):
    """A day that its month does not have, such as 31/02: the page says which days it has."""

    def __init__(self, day: int, month: int, year: int) -> None:
        super().__init__(f"{day}/{month}/{year}")
        self.day = day
        self.month = f"{month:02}/{year}"
        self.last = monthrange(year, month)[1]


def day(text: str) -> date:
    """Parse a day as people write it here: `24/11/2026`, `1-2-2026`, `01.02.2026`, `24112026`; or as addresses do.

    Raises NoSuchDay for the 31st of a shorter month, ValueError for anything else. A year has four digits: `26` may be
    1926.
    """
    bare = " ".join(text.split())
    if written := _DAY.fullmatch(bare) or _DIGITS.fullmatch(bare):
        number, month, year = map(int, written.groups())
    elif written := _ISO_DAY.fullmatch(bare):
        year, month, number = map(int, written.groups())
    else:
        raise ValueError(text)
    try:
        return date(year, month, number)
    except ValueError:
        if year and 1 <= month <= 12 and number > 28:
            raise NoSuchDay(number, month, year) from None
        raise


_CLOCK = re.compile(
    "([0-9]{1,2})(?: ?(?::|h|giờ) ?([0-9]{2})(?: ?phút)?| ?(?:h|giờ))", re.IGNORECASE
)


def clock(text: str) -> time:
    """Parse a time of the day in 24 hours: `14:30`, `14h30`, `14 giờ 30`, `14h`. Raises ValueError."""
    written = _CLOCK.fullmatch(text.strip())
    if written is None:
        raise ValueError(text)
    return time(int(written[1]), int(written[2] or 0))


def edge(text: str) -> date:
    """Parse a day from or until which a list counts, as day() does.

    Raises ValueError also for the first and the last day that there is: neither has a midnight before it and another
    one after it.
    """
    found = day(text)
    if found in (date.min, date.max):
        raise ValueError(f"no day to count by: {text}")
    return found


def edge_or_none(text: str) -> date | None:
    """Parse a day as edge() does; None if the text is none."""
    try:
        return edge(text)
    except ValueError:
        return None


def day_or_none(text: str) -> date | None:
    """Parse a day as day() does; None if the text is no day."""
    try:
        return day(text)
    except ValueError:
        return None


def identifier(text: str) -> UUID | None:
    """Parse an id of a form; None if the text is none."""
    try:
        return UUID(text)
    except ValueError:
        return None


def named(text: str) -> UUID:
    """Parse an id that names something. Raises NotFound if the text is no id, as nothing has that name."""
    found = identifier(text)
    if found is None:
        raise NotFound(what=text[:60])
    return found


_ISO_MOMENT = re.compile(
    r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:\d\d)?", re.ASCII
)
_DAY_FIRST = re.compile("([0-9][0-9 /.-]*[0-9]),? +([0-9]{1,2} ?(?::|h|giờ).*)", re.IGNORECASE)
_CLOCK_FIRST = re.compile(
    "([0-9]{1,2} ?(?::|h|giờ)(?: ?[0-9]{2})?(?: ?phút)?),?(?: ngày)? +([0-9].*)", re.IGNORECASE
)


def utc(text: str) -> datetime:
    """Parse a moment and convert it to UTC: `24/11/2026 14:30`, `14:30 24/11/2026`, `2026-11-24T14:30`.

    Without a zone it is in Vietnam time. Raises NoSuchDay, and ValueError for other text, for a day without a time, and
    for a moment so early or late that UTC has no day for it (`0001-01-01T00:00` in Hà Nội is in the year 0).
    """
    moment = _moment(" ".join(text.split()))
    aware = moment if moment.tzinfo else moment.replace(tzinfo=VIETNAM)
    try:
        return aware.astimezone(UTC)
    except OverflowError as cause:
        raise ValueError(text) from cause


def _moment(text: str) -> datetime:
    if _ISO_MOMENT.fullmatch(text):
        return datetime.fromisoformat(text)
    if len(text) <= 60:
        if written := _CLOCK_FIRST.fullmatch(text):
            return datetime.combine(day(written[2]), clock(written[1]))
        if written := _DAY_FIRST.fullmatch(text):
            return datetime.combine(day(written[1]), clock(written[2]))
    raise ValueError(text)


LEAST_REASON = 3
"""Shortest reason that an act may carry, in characters."""


def reason(text: str) -> str | None:
    """Trim a reason and cut it to the length that an act may carry; None if it is too short."""
    said = text.strip()[:2000]
    return said if len(said) >= LEAST_REASON else None
