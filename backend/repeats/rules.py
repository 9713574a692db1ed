"""What an earlier sanction still means, and in which order reasons are told. Pure."""

from datetime import date
from typing import Literal

from schemas.repeats import MatchReason, PartyIdentity

Standing = Literal["none", "counts", "lapsed"]

LIMIT = 100
"""Matches of each kind in one report; a party with more is known to everybody."""
SIMILAR_PERCENT = 45
"""From which trigram similarity two names at one address are called similar: one letter or one word more or less."""

ORDER = tuple(MatchReason)


def ordered(reasons: list[str]) -> list[MatchReason]:
    """Reasons, strongest first; a weaker one that a stronger implies is left out."""
    found = {MatchReason(reason) for reason in reasons}
    if MatchReason.NAME_AND_ADDRESS in found:
        found -= {MatchReason.SIMILAR_NAME, MatchReason.NAME_ONLY}
    return [reason for reason in ORDER if reason in found]


def is_askable(asked: PartyIdentity) -> bool:
    """Whether there is anything to look for: an address alone names a building, not a party."""
    return any((asked.subject_id, asked.name, asked.tax_code, asked.identity_number))


def cleaned(asked: PartyIdentity) -> PartyIdentity:
    """Texts trimmed, numbers without spaces and dots, empty ones null.

    From 2025-07-01 a household's or person's tax code is the 12-digit personal number, so that one field finds both.
    """
    tax, identity = _digits(asked.tax_code), _digits(asked.identity_number)
    if identity is None and tax is not None and len(tax) == 12:
        identity = tax
    if tax is None and identity is not None and len(identity) == 12:
        tax = identity
    return PartyIdentity(
        subject_id=asked.subject_id,
        name=_words(asked.name),
        address=_words(asked.address),
        tax_code=tax,
        identity_number=identity,
    )


def _digits(text: str | None) -> str | None:
    return "".join(letter for letter in text or "" if letter not in " .\t") or None


def _words(text: str | None) -> str | None:
    return " ".join((text or "").split()) or None


def open_vnd(fine: int, paid: int) -> int:
    """What of a fine is not paid."""
    return max(0, fine - paid)


def standing(sanctioned_on: date | None, lapses_on: date | None, today: date) -> Standing:
    """Whether a sanction still counts. Not executed completely, it has no day on which it lapses."""
    if sanctioned_on is None:
        return "none"
    return "lapsed" if lapses_on is not None and lapses_on < today else "counts"
