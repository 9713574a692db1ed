"""What an earlier sanction still means, and in which order reasons are told. Pure."""

import re
import unicodedata
from datetime import date
from typing import Literal, NamedTuple

from schemas.casework.prior_offences import MatchReason, Outcome, PartyIdentity, PriorRecord
from schemas.fieldwork.words import InspectionState

Standing = Literal["none", "counts", "lapsed"]

LIMIT = 100
"""Matches of each kind in one report; a party with more is known to everybody."""
SIMILAR_PERCENT = 45
"""From which trigram similarity two names at one address are called similar: one letter or one word more or less."""

WORDS = 8
"""So many words of a name are searched; more narrow nothing any further."""
_WORD = re.compile(r"[^\W_]{2,}")
_KINDS = (
    "cong ty trach nhiem huu han mot thanh vien",
    "cong ty trach nhiem huu han",
    "cong ty tnhh mot thanh vien",
    "cong ty tnhh mtv",
    "cong ty tnhh",
    "cong ty co phan",
    "cong ty cp",
    "cong ty",
    "doanh nghiep tu nhan",
    "ho kinh doanh",
    "hop tac xa",
    "tnhh",
    "dntn",
    "hkd",
    "htx",
)
"""What kind of party a name begins with, longest first: thousands share it, so it tells nobody apart."""


class Words(NamedTuple):
    """What a party is searched by beside what agrees wholly: words of its name; those of its address only rank."""

    name: tuple[str, ...]
    place: tuple[str, ...]


NO_WORDS = Words((), ())

ORDER = tuple(MatchReason)
_LOOSE = {MatchReason.NAME_WORDS, MatchReason.SIMILAR_NAME}


def ordered(reasons: list[str]) -> list[MatchReason]:
    """Reasons, strongest first; a weaker one that a stronger implies is left out."""
    found = {MatchReason(reason) for reason in reasons}
    if MatchReason.NAME_AND_ADDRESS in found:
        found -= {MatchReason.SIMILAR_NAME, MatchReason.NAME_ONLY}
    if len(found) > 1:
        found.discard(MatchReason.NAME_WORDS)
    return [reason for reason in ORDER if reason in found]


def is_by_words(reasons: list[MatchReason]) -> bool:
    """Whether nothing but words of the name agree."""
    return reasons == [MatchReason.NAME_WORDS]


def is_exact(reasons: list[MatchReason]) -> bool:
    """Whether anything agrees wholly: a number, an entry of the register, the whole name."""
    return not set(reasons) <= _LOOSE


def words_of(asked: PartyIdentity) -> Words:
    """By which words he is searched; none where no name was asked."""
    return Words(tuple(search_words(asked.name)), tuple(search_words(asked.address)))


def search_words(text: str | None) -> list[str]:
    """The words of a name or an address by which it is searched, folded as the database folds them.

    Letters and digits alone, so that none of them means anything to LIKE or to a regular expression. The kind of party
    is left out unless nothing else was given, so are single letters: "Công ty A" is every company.
    """
    words = words_in(text)
    return list(dict.fromkeys(_without_kind(words) or words))[:WORDS]


def words_in(text: str | None) -> list[str]:
    """All words of two letters or more, in lower case, without diacritics."""
    plain = unicodedata.normalize("NFD", (text or "").casefold().replace("đ", "d"))
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _WORD.findall(bare)


def _without_kind(words: list[str]) -> list[str]:
    said = " ".join(words)
    for kind in _KINDS:
        if f"{said} ".startswith(f"{kind} "):
            return said[len(kind) :].split()
    return words


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


_SETTLED = (InspectionState.SUBMITTED, InspectionState.APPROVED)
_BEFORE = (InspectionState.DECIDED, InspectionState.OPENED)
FOUND_OUT = frozenset({Outcome.VIOLATIONS, Outcome.NO_VIOLATION})
"""Inspections of which somebody can say that they found something, or nothing."""


def outcome(state: str, form: str | None, found: int) -> Outcome:
    """What an inspection came to, by its state, the form of its minutes in force and how many violations they name.

    That nothing was found is said only where minutes were submitted that say so. A phone knows the same rule
    (tests/cases/outcomes.json); a state that it does not know is under way.
    """
    if state == InspectionState.DISCARDED:
        return Outcome.GIVEN_UP
    if form == "BB-KKT":
        return Outcome.NOT_EXECUTED
    if state in _BEFORE:
        return Outcome.NOT_CARRIED_OUT
    if found:
        return Outcome.VIOLATIONS
    if state == InspectionState.REFUSED:
        return Outcome.NOT_ACCEPTED
    return Outcome.NO_VIOLATION if state in _SETTLED else Outcome.UNDER_WAY


def was_carried_out(match: PriorRecord) -> bool:
    """Whether this is an inspection that took place. What the reader may not see is told only once it was announced."""
    return match.outcome is None or match.outcome in FOUND_OUT


def standing(sanctioned_on: date | None, lapses_on: date | None, today: date) -> Standing:
    """Whether a sanction still counts. Not executed completely, it has no day on which it lapses."""
    if sanctioned_on is None:
        return "none"
    return "lapsed" if lapses_on is not None and lapses_on < today else "counts"
