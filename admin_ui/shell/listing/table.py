"""One table for every list of the desk: what a list says, as texts, so that its template decides nothing.

A page of a list has fifty rows. Each is one line of 44 px on a wide window (two, if the list is `stacked`), and a few
on a phone (macros/table.html, style/listing.css): its title, which leads to the record, then short cells. A text that
is too long is clipped, and is whole in the `title` of its cell, in the row's details, or on the record's page. What a
template asks of a row by macros and filters costs three times as much as texts that are made here.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from admin_ui.shell.words import Language, say
from backend.core import formats

Tone = Literal["", "soon", "late"]
"""Amber and red, for risk alone: a limit that ends soon, one that is over, a state that needs somebody."""
MarkTone = Literal["", "accent", "good", "warn", "bad"]
Width = Literal["xs", "s", "m", "l", "xl", "xxl"]
_FITS = {"xs": 6, "s": 10, "m": 15, "l": 17, "xl": 23, "xxl": 36}
"""About so many letters of a cell are seen at 1280 px; what is longer has a `title`."""

_SHORT = 13
"""Letters of what can be done with a row that the usual width of its column has room for."""


class Order(NamedTuple):
    """How a column orders the list, and where it is ordered the other way, or by this column."""

    href: str
    now: Literal["ascending", "descending", "none"]


class Column(NamedTuple):
    """One column behind the title's."""

    heading: str
    width: Width = "m"
    number: bool = False
    """At the right, with figures of one width."""
    spare: bool = False
    """Left out where the table is narrower than 64rem: the record's page, or the row's details, say it too."""
    phone: bool = True
    """Whether a phone shows it in the second line of a row; the record's page says it in any case."""
    named: bool = False
    """Whether a phone needs its heading before it: a number or a day that does not explain itself."""
    order: Order | None = None
    wraps: bool = False
    """Whether words of several lines tell rows apart: the row grows, and nothing of them is cut."""


class Cell(NamedTuple):
    """What stands in one field; empty where there is nothing to say."""

    text: str = ""
    href: str = ""
    tone: Tone = ""
    whole: str = ""
    """The `title`, if it is more than the text: the whole name of a unit, the day on which a limit ends."""
    at: str = ""
    """The moment or day in ISO 8601, for machines."""


class Mark(NamedTuple):
    """A badge, for what is an exception."""

    text: str
    tone: MarkTone = ""
    href: str = ""


class Pick(NamedTuple):
    """A box that chooses the row for what the form around the list does."""

    name: str
    value: str
    label: str
    """Read out: what the row is."""
    checked: bool = False
    disabled: bool = False


class Act(NamedTuple):
    """A link at the end of a row that does something with it."""

    text: str
    href: str
    about: str
    """Read out behind the text: with what."""
    danger: bool = False


class Line(NamedTuple):
    """One row."""

    key: str
    """The `id` of the row, by which a page that is brought up to date keeps its place."""
    title: str
    href: str = ""
    about: str = ""
    """Softer, behind the title."""
    marks: Sequence[Mark] = ()
    cells: Sequence[Cell | str] = ()
    more: Sequence[tuple[str, str]] = ()
    """Details on demand, name and text: for what has no page of its own."""
    form: str = ""
    """The words on which the row opens, if the page's own block (`{% call(line) table.listing(list) %}`) stands among
    the details: what is answered or done right in the list."""
    open: bool = False
    """Whether the details are open at first: something in them is to be answered, or was answered wrongly."""
    acts: Sequence[Act] = ()
    pick: Pick | None = None
    at: str = ""
    """The moment, if the title is one."""
    level: int = 0
    """How deep it stands below the row above, in a list that is a tree."""
    under: bool = False
    """Whether it goes on with what the row above is of, whose name is not said again."""


class Chip(NamedTuple):
    """A condition of the list that is set, and where the list is without it."""

    name: str
    value: str
    href: str


class Empty(NamedTuple):
    """What an empty list says, and the one thing that helps."""

    text: str
    href: str = ""
    act: str = ""


class Listing(NamedTuple):
    """A list as its page shows it."""

    caption: str
    heading: str
    """Of the titles."""
    columns: Sequence[Column]
    lines: Sequence[Line]
    empty: Empty
    total: str = ""
    chips: Sequence[Chip] = ()
    clear: str = ""
    """Where the list is without any condition."""
    first: str = ""
    """Where it begins; empty on its first page."""
    following: str = ""
    wordy: bool = False
    """Whether titles are sentences, which need more of the room than what is beside them."""
    stacked: bool = False
    """Whether the softer words tell rows apart: they stand below the title, and what is long has a second line."""
    compact: bool = False
    """Whether it stands in a column of its page: few short columns, one line down to 32rem."""
    taken: str = ""
    """What the address of "Xuất…" says, if the list can be taken away."""

    @property
    def shown(self) -> list[tuple[Column, str, int]]:
        """Return each column with the class of its fields, and how many letters of a text are seen."""
        rows = 2 if self.stacked else 1
        return [(one, _classes(one), rows * _FITS[one.width]) for one in self.columns]

    @property
    def picks(self) -> bool:
        """Tell whether rows can be chosen."""
        return any(one.pick for one in self.lines)

    @property
    def acts(self) -> bool:
        """Tell whether what can be done at the end of a row has a column of its own."""
        return any(one.acts for one in self.lines) and not self.one_end

    @property
    def one_end(self) -> bool:
        """Tell whether each row either opens on words or has something done with it: both stand in one column."""
        return self.worded and not any(one.acts and (one.more or one.form) for one in self.lines)

    @property
    def acts_wide(self) -> bool:
        """Tell whether what can be done takes more room than a word or two."""
        return any(sum(len(act.text) for act in one.acts) > _SHORT for one in self.lines)

    @property
    def spares(self) -> int:
        """Return how many columns a narrow table leaves out: details must not span what is not there."""
        return sum(one.spare for one in self.columns)

    @property
    def opens(self) -> bool:
        """Tell whether a row has details."""
        return any(one.more or one.form for one in self.lines)

    @property
    def worded(self) -> bool:
        """Tell whether rows open on words of their own."""
        return any(one.form for one in self.lines)

    @property
    def ordered(self) -> bool:
        """Tell whether a heading orders the list."""
        return any(one.order for one in self.columns)


def _classes(column: Column) -> str:
    shown = (
        ("n", column.number),
        ("spare", column.spare),
        ("desk-only", not column.phone),
        ("named", column.named and column.phone),
        ("wraps", column.wraps),
    )
    return " ".join(name for name, there in shown if there)


def total_shown(
    language: Language, count: int, first: str, following: str, key: str = "listing.total"
) -> str:
    """Return the total of a list that its page shows whole.

    Nothing of one that goes on and that nobody counts, and of an empty one, which says so itself.
    """
    return "" if first or following or not count else totalled(language, key, count)


def totalled(language: Language, key: str, count: int) -> str:
    """Return how many there are in words: `1.234 vụ việc`, `Hơn 10.000 vụ việc`. `key` is a sentence with {count}."""
    said = say(language, key, count=formats.totalled(count, language))
    return said[:1].upper() + said[1:]
