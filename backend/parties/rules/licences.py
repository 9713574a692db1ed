"""Which licences hold, which are about to expire, and from when the register warns. Pure."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import Literal

from backend.parties.rules.facts import Licence
from schemas.parties.words import LicenceKind

SOON = timedelta(days=30)
"""A month is enough to ask for a new licence: procedures of the trade's licences take 5 to 20 working days."""


class Standing(StrEnum):
    """How a licence stands on a day."""

    FUTURE = "future"
    IN_FORCE = "in_force"
    SOON = "soon"
    """In force, and its term ends within a month."""
    EXPIRED = "expired"
    REPLACED = "replaced"
    """Its term is over, and a later one of its kind goes on."""
    ENDED = "ended"
    """Revoked, given back, replaced or mistaken."""


def next_end(licences: Iterable[Licence]) -> date | None:
    """Return the first day that ends something which the party may do: of each kind the licence that holds longest.

    None if nothing ends. A term that was over before a later licence of the same kind began to hold says nothing.
    """
    ends = [one for one in _longest(licences).values() if one is not None]
    return min(ends, default=None)


def standing(one: Licence, licences: Iterable[Licence], today: date) -> Standing:
    """Tell how a licence of a party stands on a day, among all of them."""
    if one.ended_on is not None and one.ended_on <= today:
        return Standing.ENDED
    if one.valid_from is not None and one.valid_from > today:
        return Standing.FUTURE
    if one.valid_to is None or one.valid_to > today + SOON:
        return Standing.IN_FORCE
    longest = _longest(licences)[_key(one)]
    if longest is None or longest > one.valid_to:
        return Standing.REPLACED if one.valid_to < today else Standing.IN_FORCE
    return Standing.EXPIRED if one.valid_to < today else Standing.SOON


def _key(one: Licence) -> tuple[LicenceKind, str]:
    return one.kind, (one.title or "").strip().casefold() if one.kind is LicenceKind.OTHER else ""


def _longest(licences: Iterable[Licence]) -> dict[tuple[LicenceKind, str], date | None]:
    """Return the last day of each kind, None if one of them has no term."""
    found: dict[tuple[LicenceKind, str], date | None] = {}
    for one in licences:
        if one.ended_on is not None:
            continue
        key = _key(one)
        if key not in found:
            found[key] = one.valid_to
            continue
        known = found[key]
        found[key] = None if known is None or one.valid_to is None else max(known, one.valid_to)
    return found


def near_end(today: date, until: date | None) -> Literal["", "expired", "soon"]:
    """Tell whether the row of a party warns of the licence that ends first; empty if it does not."""
    if until is None or until > today + SOON:
        return ""
    return "expired" if until < today else "soon"
