"""What an earlier sanction still means, and in which order reasons are shown. Pure."""

import re
import unicodedata
from datetime import date
from typing import Literal, NamedTuple
from uuid import UUID

from schemas.casework.prior_offences import MatchReason, Outcome, PartyIdentity, PriorRecord
from schemas.fieldwork.words import InspectionState

Standing = Literal["none", "counts", "lapsed"]

LIMIT = 100
"""Matches of each kind in one report. A party with more is well known anyway."""
SIMILAR_PERCENT = 45
"""Trigram similarity from which two names at one address are called similar: about one letter or
one word of difference."""

WORDS = 8
"""Words of a name that are searched; more of them do not narrow the result."""
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
"""Kinds of party that a name begins with, longest first. Thousands of names share them."""


class AlsoKnown(NamedTuple):
    """What else a party is found by: entries of the register that are one with it since they were merged.

    `names` and `addresses` go in pairs.
    """

    ids: tuple[UUID, ...] = ()
    tax_codes: tuple[str, ...] = ()
    identities: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()


_BRANCH_DIGITS = 13
_MAIN_DIGITS = 10


def tax_spellings(code: str) -> tuple[str, ...]:
    """Return how papers write a tax code: that of a dependent unit also with a hyphen after ten digits."""
    if len(code) == _BRANCH_DIGITS and code.isdigit():
        return code, f"{code[:_MAIN_DIGITS]}-{code[_MAIN_DIGITS:]}"
    return (code,)


class Words(NamedTuple):
    """Words by which a party is searched besides exact matches. Words of the address only rank."""

    name: tuple[str, ...]
    place: tuple[str, ...]


NO_WORDS = Words((), ())

ORDER = tuple(MatchReason)
_LOOSE = {MatchReason.NAME_WORDS, MatchReason.SIMILAR_NAME}


def ordered(reasons: list[str]) -> list[MatchReason]:
    """Order reasons, strongest first, without those that a stronger one implies."""
    found = {MatchReason(reason) for reason in reasons}
    if MatchReason.NAME_AND_ADDRESS in found:
        found -= {MatchReason.SIMILAR_NAME, MatchReason.NAME_ONLY}
    if len(found) > 1:
        found.discard(MatchReason.NAME_WORDS)
    return [reason for reason in ORDER if reason in found]


def is_by_words(reasons: list[MatchReason]) -> bool:
    """Tell whether only words of the name match."""
    return reasons == [MatchReason.NAME_WORDS]


def is_exact(reasons: list[MatchReason]) -> bool:
    """Tell whether anything matches exactly: a number, an entry of the register, the whole name."""
    return not set(reasons) <= _LOOSE


def words_of(asked: PartyIdentity) -> Words:
    """Return the words to search by; none if no name was given."""
    return Words(tuple(search_words(asked.name)), tuple(search_words(asked.address)))


def search_words(text: str | None) -> list[str]:
    """Return the words of a name or an address to search by, normalised as the database does it.

    Only letters and digits, so nothing in them has a meaning to LIKE or to a regular expression.
    Single letters and the kind of party are left out, the kind unless nothing else was given: "Công
    ty A" is every company.
    """
    words = words_in(text)
    return list(dict.fromkeys(_without_kind(words) or words))[:WORDS]


def words_in(text: str | None) -> list[str]:
    """List all words of two letters or more, in lower case, without diacritics."""
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
    """Tell whether there is anything to look for: an address alone names no party."""
    return any((asked.subject_id, asked.name, asked.tax_code, asked.identity_number))


def cleaned(asked: PartyIdentity) -> PartyIdentity:
    """Normalise an identity: trim texts, drop spaces and dots in numbers, make empty ones null.

    From 2025-07-01 a household's or person's tax code is the 12-digit personal number, so one of
    these fields fills both.
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


def open_vnd(fine: int, paid: int, lapsed_on: date | None = None) -> int:
    """Return what of a fine is owed: nothing once its execution is time-barred (Law Art 74)."""
    return 0 if lapsed_on is not None else max(0, fine - paid)


_SETTLED = (InspectionState.SUBMITTED, InspectionState.APPROVED)
_BEFORE = (InspectionState.DECIDED, InspectionState.OPENED)
FOUND_OUT = frozenset({Outcome.VIOLATIONS, Outcome.NO_VIOLATION})
"""Outcomes of which one can say that the inspection found something, or nothing."""


def outcome(state: str, form: str | None, found: int) -> Outcome:
    """Return an inspection's outcome.

    It follows from the state, the form of the minutes in force, and how many violations these name.
    "No violation" needs submitted minutes that say so. Phones apply the same rule
    (tests/cases/outcomes.json), and treat an unknown state as under way.
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
    """Tell whether the inspection took place.

    Without an outcome the match is out of the reader's sight, and was told only because it was
    announced.
    """
    return match.outcome is None or match.outcome in FOUND_OUT


def counts_since(executed_on: date | None, lapsed_on: date | None) -> date | None:
    """Return the day from which the term of Law Art 7.1 runs, or None while it does not run.

    That is the end of the execution or the lapse of its time, whichever came first: remedies that are
    carried out after the lapse (Art 74) do not make the term begin anew.
    """
    return min((day for day in (executed_on, lapsed_on) if day is not None), default=None)


def standing(sanctioned_on: date | None, lapses_on: date | None, today: date) -> Standing:
    """Say whether a sanction counts or lapsed. One that is not wholly executed has no last day."""
    if sanctioned_on is None:
        return "none"
    return "lapsed" if lapses_on is not None and lapses_on < today else "counts"
