"""The columns of a stranger's table, recognised by their headings. Pure.

    PEOPLE = Columns(about={Column.NAME: About(Text(…), ("ho ten",)), …}, whom=(Column.NAME,), fewest=3)
    headings = PEOPLE.find(rows)

Headings are compared without case, diacritics and marks, in Vietnamese and English, and stand in
any order: units keep lists of their own, and each has its words.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

from schemas.core.problems import Text

HEADINGS_WITHIN = 30
"""The row of the headings is among the first so many rows: above it stands a title."""
_NUMBERS = ("stt", "tt", "no", "so tt")
"""Headings of the column that counts the rows."""
_SHORT = 40
"""Letters of a heading in the lower of two rows: a row of the list says more."""
C = TypeVar("C", bound=StrEnum)


class About(NamedTuple):
    """The heading of the template, and other headings that mean the same column (folded)."""

    heading: Text
    also: tuple[str, ...]


class Headings(NamedTuple, Generic[C]):
    """Where each column stands (from 0), and headings that say nothing known or the same twice."""

    at: int
    """The row's number in the sheet."""
    places: dict[C, int]
    unknown: tuple[str, ...]
    twice: tuple[str, ...]


@dataclass(frozen=True)
class Columns(Generic[C]):
    """The columns that a list may have."""

    about: Mapping[C, About]
    """In the order of the template."""
    whom: tuple[C, ...]
    """One of these at least must be there."""
    fewest: int
    """So many must be there: fewer are a row of words that happen to be known."""
    several_lines: frozenset[C] = frozenset()
    """Those whose cells may say several lines."""
    _by_words: dict[str, C] = field(init=False)

    def __post_init__(self) -> None:
        """Index the headings by their words."""
        found = {
            words: column
            for column, about in self.about.items()
            for words in (folded(about.heading.vi), folded(about.heading.en), *about.also)
        }
        object.__setattr__(self, "_by_words", found)

    def find(self, rows: Sequence[tuple[int, Sequence[str]]]) -> Headings[C] | None:
        """Return the first row that names enough columns; None if there is none.

        Headings may span two rows, a group above its columns ("Thời gian" over "Từ", "Đến"): then both are one heading,
        if they name more columns than either row alone, and the lower row says little else. `at` is the lower one.
        """
        for place, (number, cells) in enumerate(rows[:HEADINGS_WITHIN]):
            found = self._named(number, [(said, said) for said in cells])
            number_below, below = rows[place + 1] if place + 1 < len(rows) else (0, ())
            if number_below == number + 1 and _heads(below):
                both = self._named(number_below, _joined(cells, below))
                alone = (found, self._named(number_below, [(said, said) for said in below]))
                if len(both.places) > max(len(one.places) for one in alone) and self._enough(both):
                    return both
            if self._enough(found):
                return found
        return None

    def _enough(self, found: Headings[C]) -> bool:
        return len(found.places) >= self.fewest and any(one in found.places for one in self.whom)

    def _named(self, number: int, headings: Sequence[tuple[str, ...]]) -> Headings[C]:
        """Return which columns these headings name, each by the first of its words that is known."""
        places: dict[C, int] = {}
        unknown: list[str] = []
        twice: list[str] = []
        for place, words in enumerate(headings):
            known = (self._by_words.get(folded(one)) for one in words)
            column = next((one for one in known if one is not None), None)
            said = words[-1]
            if column is None:
                if said and folded(said) not in _NUMBERS:
                    unknown.append(said)
            elif column in places:
                twice.append(said)
            else:
                places[column] = place
        return Headings(number, places, tuple(unknown), tuple(twice))


def folded(text: str) -> str:
    """Return the words of a text without case, diacritics and marks, with single spaces."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    bare = "".join(one for one in plain if not unicodedata.combining(one))
    return " ".join(re.sub(r"[^0-9a-z]+", " ", bare).split())


def _heads(cells: Sequence[str]) -> bool:
    """Tell whether a row may be the lower one of two: at least half of what it says is short, and no number."""
    said = [one for one in cells if one]
    words = [one for one in said if len(one) <= _SHORT and not any(map(str.isdigit, one))]
    return bool(words) and 2 * len(words) >= len(said)


def _joined(upper: Sequence[str], lower: Sequence[str]) -> list[tuple[str, ...]]:
    """Return by what words each column may be known, the likeliest first; the last is how it is shown.

    A group's cell is merged over its columns, so that its words stand in the first of them alone. A column without a
    group is merged downwards: its words stand above.
    """
    found: list[tuple[str, ...]] = []
    group = ""
    for place in range(max(len(upper), len(lower))):
        above = upper[place] if place < len(upper) else ""
        said = lower[place] if place < len(lower) else ""
        group = above or group
        if said:
            found.append((said, f"{said} {group}", f"{group} {said}".strip()))
        else:
            found.append((above, above))
    return found


def letter(place: int) -> str:
    """Return a column's letters as spreadsheets write them; `place` from 0."""
    said, left = "", place + 1
    while left:
        left, rest = divmod(left - 1, 26)
        said = chr(65 + rest) + said
    return said
