"""One finding of a check-up: how a thing stands, since when, and what to do about it, in both languages."""

from datetime import datetime, timedelta
from enum import StrEnum

import msgspec

from backend.core.local_time import VIETNAM
from schemas.core.problems import Text


class Level(StrEnum):
    """How much a finding asks of an operator."""

    GOOD = "good"
    LOOK = "look"
    """Somebody should look at it in the next days."""
    ACT = "act"
    """Somebody must do something now."""


class Area(StrEnum):
    """What a finding is about, in the order of the page."""

    PARTS = "parts"
    WORK = "work"
    RECORDS = "records"
    BACKUPS = "backups"
    STORAGE = "storage"
    CERTIFICATES = "certificates"
    VERSIONS = "versions"


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """How one thing stands. `key` names the thing, for programs; it never changes with the level."""

    key: str
    area: Area
    level: Level
    said: Text
    do: Text | None = None
    """What to do; None where there is nothing to do."""
    since: datetime | None = None
    runbook: str | None = None
    """The name of a page in docs/runbooks."""
    fix: str | None = None
    """The name of what `doctor --fix` would do about it."""


def good(key: str, area: Area, vi: str, en: str) -> Finding:
    """Return a finding that asks for nothing."""
    return Finding(key=key, area=area, level=Level.GOOD, said=Text(vi=vi, en=en))


def moment(at: datetime) -> Text:
    """Return a moment by Vietnam's clock, as a sentence has it."""
    here = at.astimezone(VIETNAM)
    return Text(vi=f"{here:%H:%M} ngày {here:%d/%m/%Y}", en=f"{here:%H:%M on %d/%m/%Y}")


def day(at: datetime) -> str:
    """Return the day in Vietnam."""
    return f"{at.astimezone(VIETNAM):%d/%m/%Y}"


_UNITS = ((86_400, "ngày", "day"), (3_600, "giờ", "hour"), (60, "phút", "minute"))


def span(seconds: float) -> Text:
    """Return a length of time by its largest unit, rounded down."""
    for length, vi, en in _UNITS:
        if seconds >= length:
            number = int(seconds // length)
            return Text(vi=f"{number} {vi}", en=f"{number} {en}{'' if number == 1 else 's'}")
    number = max(0, int(seconds))
    return Text(vi=f"{number} giây", en=f"{number} second{'' if number == 1 else 's'}")


def between(later: datetime, earlier: datetime) -> Text:
    """Return the time between two moments; none is shorter than nothing."""
    return span(max(timedelta(), later - earlier).total_seconds())


_SIZES = ("byte", "kB", "MB", "GB", "TB")


def size(number: float) -> Text:
    """Return a number of bytes by powers of a thousand, as disks are sold."""
    at = 0
    while number >= 1000 and at < len(_SIZES) - 1:
        number, at = number / 1000, at + 1
    said = f"{number:.1f}" if at > 1 and number < 100 else f"{number:.0f}"
    return Text(vi=f"{said.replace('.', ',')} {_SIZES[at]}", en=f"{said} {_SIZES[at]}")


def count(number: float) -> Text:
    """Return a whole number with its thousands apart."""
    said = f"{int(number):,}"
    return Text(vi=said.replace(",", "."), en=said)
