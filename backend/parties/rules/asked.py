"""What a search in the register asks for: a number, or the beginnings of words of a name. Pure."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

import msgspec

from backend.parties.rules import identifiers, normal
from schemas.core.vocabulary import SubjectKind
from schemas.parties.words import IdentifierKind, PartyState

_LEAST_DIGITS = 8
"""Shorter numbers are parts of names and addresses: "Quán 36"."""
_MOST_WORDS = 8


class PartyFilters(msgspec.Struct, frozen=True, kw_only=True):
    """Conditions of the list; what is empty asks for everything."""

    words: str = ""
    kind: SubjectKind | None = None
    state: PartyState | None = None
    province: str = ""
    commune: str = ""
    area_officer: str = ""
    """An officer's id; `none`: parties that nobody is to know."""
    licence: str = ""
    """`soon`: ends within a month; `expired`: ended. Closed parties need none."""


class Typed(NamedTuple):
    """A search as the database compares it; one of the two."""

    numbers: list[str]
    """Spellings of one number."""
    words: list[str]


def typed(text: str) -> Typed:
    """Tell whether a number or words were typed, and return them as they are compared."""
    plain = "".join(one for one in text if one.isalnum())
    digits = sum(one.isdigit() for one in plain)
    if digits >= _LEAST_DIGITS and digits >= len(plain) - 3:
        found = {identifiers.compact(kind, text) for kind in IdentifierKind}
        return Typed(sorted(found), [])
    return Typed([], normal.folded(text).split()[:_MOST_WORDS])


def query(words: list[str]) -> str:
    """Return words as PostgreSQL's text search has them: each is the beginning of a word. They hold letters and digits
    alone."""
    return " & ".join(f"{one}:*" for one in words)


class After(NamedTuple):
    """Behind which row a page goes on."""

    key: str
    """The folded name, or the day on which a licence ends."""
    id: UUID


def day(text: str) -> date:
    """Read a cursor's day. Raises ValueError."""
    return date.fromisoformat(text)
