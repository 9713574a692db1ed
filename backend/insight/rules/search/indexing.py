"""What the search keeps of a record: its texts as they are shown, and their words for PostgreSQL.

    words = indexing.vector(texts, tags)        # "'gao':1,3 'hoa':1 '@u4fz…':1"

A word is kept once for each place where it stands (Place), and bears that place as a weight: A name or number, B where,
C what the record is about, D all longer texts. A number is kept with all its ends of three digits and more, so that any
part of it is the beginning of one of them: 12345 is found by 234. Tags tell what a record is of (unit, officer,
behaviour, state, month), so that one index answers words and filters together. No text has a tag: `@` is no letter.
"""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID

import msgspec

from backend.core.local_time import VIETNAM, day_of
from backend.insight.rules.search import folding

SHORTEST_PART = 3
"""Digits of a part of a number that is found anywhere in it."""
LONGEST_WORD = 40
MOST_LETTERS = 60_000
"""Letters of a record that are searched. A paper of a hundred pages has more; what is behind is not found."""
MOST_IN_ONE = 20_000
"""Letters of one text of it."""
MOST_DIGITS = 24


class Place(StrEnum):
    """Where in a record a text stands; the value is PostgreSQL's weight."""

    NAME = "A"
    """Number of the record, name of its party."""
    WHERE = "B"
    """Addresses."""
    ABOUT = "C"
    """Goods, behaviours, other numbers."""
    TEXT = "D"
    """Minutes, papers, comments."""


class Said(msgspec.Struct, frozen=True, array_like=True):
    """One text of a record: where it stands, what it is (of schemas.insight.search.TextKind), and the text."""

    place: Place
    what: str
    text: str


_POSITION = {place: number for number, place in enumerate(Place, start=1)}


def fitting(texts: Iterable[Said]) -> list[Said]:
    """Return texts without the empty and the doubled ones, and no more than is searched."""
    found: list[Said] = []
    left = MOST_LETTERS
    seen: set[tuple[str, str]] = set()
    for one in texts:
        text = " ".join(one.text.replace("\0", "").split())[: min(MOST_IN_ONE, left)]
        if not text or (one.what, text) in seen:
            continue
        seen.add((one.what, text))
        left -= len(text)
        found.append(Said(one.place, one.what, text))
    return found


def vector(texts: Sequence[Said], tags: Iterable[str]) -> str:
    """Return the words of texts, and the tags, as a value of the type tsvector."""
    places: dict[str, set[Place]] = {}
    for one in texts:
        for kept in _kept_of_short(one.text) if len(one.text) < _SHORT else _kept_of(one.text):
            places.setdefault(kept, set()).add(one.place)
    said = [
        f"'{word}':" + ",".join(f"{_POSITION[place]}{place}" for place in sorted(where))
        for word, where in places.items()
    ]
    return " ".join([*sorted(said), *(f"'{tag}':1" for tag in sorted(set(tags)))])


def letters(texts: Iterable[Said]) -> frozenset[str]:
    """Return the words of texts that are no numbers."""
    words = (word for one in texts for word in folding.folded(one.text))
    return frozenset(word[:LONGEST_WORD] for word in words if not word[0].isdigit())


def _kept_of(text: str) -> tuple[str, ...]:
    return tuple(kept for word in folding.folded(text) for kept in kept_of(word))


_SHORT = 300
"""Letters of a text that is likely to be said again: a behaviour, goods, an address. It is taken apart once."""
_kept_of_short = lru_cache(maxsize=10_000)(_kept_of)


def kept_of(word: str) -> list[str]:
    """Return what is kept of one word: itself, or of a number all its ends."""
    if not word[0].isdigit():
        return [word[:LONGEST_WORD]]
    number = word[:MOST_DIGITS]
    ends = [number[begin:] for begin in range(1, len(number) - SHORTEST_PART + 1)]
    return [number, *ends]


def unit_tag(unit_id: UUID) -> str:
    """Return the tag of a record of this unit, or of one below it."""
    return "@u" + _short(unit_id)


def officer_tag(officer_id: UUID) -> str:
    """Return the tag of a record on which this officer works."""
    return "@o" + _short(officer_id)


def party_tag(subject_id: UUID) -> str:
    """Return the tag of a record of this party of the register."""
    return "@p" + _short(subject_id)


def behaviour_tag(code: str) -> str:
    """Return the tag of a record that names this behaviour of the catalogue."""
    return "@b" + hashlib.sha256(code.encode()).hexdigest()[:12]


def state_tag(state: str) -> str:
    """Return the tag of a record in this state."""
    return "@s" + hashlib.sha256(state.encode()).hexdigest()[:12]


YEAR, QUARTER = 12, 3
"""Months."""


class Span(NamedTuple):
    """A month, a quarter or a year in Vietnam, by its first month and how many it has."""

    first: int
    """Months since the year 0."""
    months: int

    @property
    def tag(self) -> str:
        """The tag of a record that began in it."""
        year, month = divmod(self.first, 12)
        match self.months:
            case 1:
                return f"@m{year}{month + 1:02}"
            case 3:
                return f"@q{year}{month // 3 + 1}"
            case _:
                return f"@y{year}"

    @property
    def shorter(self) -> list["Span"]:
        """The quarters of a year, the months of a quarter, the newest first; of a month none."""
        many = self.months // 4 if self.months == YEAR else 1
        if self.months == 1:
            return []
        return [
            Span(first, many)
            for first in range(self.first + self.months - many, self.first - 1, -many)
        ]

    @property
    def end(self) -> datetime:
        """The moment at which the next one begins."""
        year, month = divmod(self.first + self.months, 12)
        return datetime(year, month + 1, 1, tzinfo=VIETNAM)


SHORT_SPANS = 5
"""So many of no more than a quarter come first."""


def spans_back(newest: date, years: int) -> list[Span]:
    """Return spans from the month of a day back, the newest first, without a gap: months, then quarters, then years.

    Each is the longest that ends there, but for the first ones: what is sought is most often in the last months, and
    a long span has long lists in the index of words.
    """
    found = [Span(_month(newest), 1)]
    last = YEAR * (newest.year - years + 1)
    while (ends := found[-1].first) > last:
        longest = YEAR if len(found) >= SHORT_SPANS else QUARTER
        months = next(many for many in (YEAR, QUARTER, 1) if many <= longest and ends % many == 0)
        found.append(Span(ends - months, months))
    return found


def quarters_back(newest: date, many: int) -> list[Span]:
    """Return the quarter of a day and those before it, the newest first."""
    first = _month(newest) // QUARTER * QUARTER
    return [Span(first - QUARTER * back, QUARTER) for back in range(many)]


def time_tags(at: datetime) -> list[str]:
    """Return the tags of when a record began: its month, quarter and year in Vietnam, each one list in the index.

    Several tags of one kind with OR between them would be slower: PostgreSQL then reads all of their lists, even
    where a word has a shorter one.
    """
    month = _month(day_of(at))
    return [Span(month - month % many, many).tag for many in (1, QUARTER, YEAR)]


def _month(day: date) -> int:
    return YEAR * day.year + day.month - 1


def _short(of: UUID) -> str:
    """Return twelve letters for an id. Two that fell together would cost time and no truth: rows are asked again."""
    return hashlib.sha256(of.bytes).hexdigest()[:12]
