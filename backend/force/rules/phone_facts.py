"""What follows from what a phone says of itself. Pure.

A header that cannot be read says nothing: it never stands in the way of a sync.
"""

import re
from datetime import datetime, timedelta

import msgspec
from msgspec import UNSET

from schemas.force.phone_facts import MOST, PhoneFacts

CLOCK_TOLERANCE_S = 120
"""From this difference on a phone's clock counts as wrong, as in the ledger's verdicts: an answer may take seconds."""
CONTACT_EVERY = timedelta(minutes=1)
"""How often the last contact is written: each request would be a write, and nobody reads seconds."""
_MOST_OFF_S = 2_000_000_000
_VERSION = re.compile(r"(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:[+-].*)?", re.ASCII)


def read(header: str | None) -> PhoneFacts | None:
    """Return what the header says; None if there is none, or it makes no sense."""
    if not header or len(header) > MOST:
        return None
    try:
        return msgspec.json.decode(header.encode(), type=PhoneFacts)
    except (msgspec.DecodeError, UnicodeError):
        return None


def number_of(version: str) -> int | None:
    """Return a version such as `0.2.0+1a2b3c4d` as a number that orders like it; None if it is none."""
    found = _VERSION.fullmatch(version)
    if found is None:
        return None
    major, minor, patch = (int(one) for one in found.groups())
    return (major * 1000 + minor) * 1000 + patch


def clock_off(facts: PhoneFacts, now: datetime) -> int | None:
    """Return the server's clock minus the phone's, in seconds; None if the phone did not say its own.

    The way here takes time, so a right clock looks slow by a second or so.
    """
    if facts.at is UNSET or facts.at.tzinfo is None:
        return None
    off = round((now - facts.at).total_seconds())
    return max(-_MOST_OFF_S, min(_MOST_OFF_S, off))


def oldest(facts: PhoneFacts, now: datetime) -> datetime | None:
    """Return when the oldest unsent work was made, put right by how far the phone's clock is off; never to come."""
    if facts.oldest is UNSET or facts.oldest is None or facts.oldest.tzinfo is None:
        return None
    try:
        return min(facts.oldest + timedelta(seconds=clock_off(facts, now) or 0), now)
    except OverflowError:
        return None


def is_clock_wrong(off_s: int | None) -> bool:
    """Tell whether the desk warns of a clock that is off by so much."""
    return off_s is not None and abs(off_s) > CLOCK_TOLERANCE_S


def is_too_old(number: int | None, minimum: int | None) -> bool:
    """Tell whether a version is below the least one. A phone that never said its version is older than that key."""
    return minimum is not None and (number is None or number < minimum)
