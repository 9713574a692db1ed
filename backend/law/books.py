"""Editions of the law book: which understanding of the law a case is handled under. Pure.

The law changes, and so does what we know of it. Both are dated, but by different days. An *entry* is
in force from a day of the law. An *edition* is the whole book as it was understood from a day on: a
correction never rewrites an entry that cases rest on, it is a new edition, whose id is its day in
Vietnam. A case pins the rule set of the day on which it was opened and keeps it, until an act of its
own moves it to a newer one and says what changes.

The first three rule sets are one understanding at three days of the law: the first edition.
"""

from typing import Final

FIRST: Final = "first"
"""The book of the rule sets before the first correction."""
EDITIONS: Final[tuple[str, ...]] = ("2026-11-28",)
"""Days of the later editions, in order. Each is also the id of a rule set."""


class UnknownBook(KeyError):
    """No edition has this id: the data is older than what names it."""


def book_of(rule_set: str | None) -> str:
    """Return the book to which a rule set belongs; FIRST for the old sets, and where none is named.

    Raises UnknownBook for an id later than the first edition that no edition has.
    """
    if rule_set is None or rule_set == FIRST or rule_set < EDITIONS[0]:
        return FIRST
    if rule_set not in EDITIONS:
        raise UnknownBook(rule_set)
    return rule_set


def newest() -> str:
    """Return the newest edition: what is computed without a case is computed by it."""
    return EDITIONS[-1]


def named_in_order(rule_set: str | None) -> str | None:
    """Return how an order to be computed names its book: not at all in the first edition.

    Orders of that time have no such key, and their hashes stay.
    """
    book = book_of(rule_set)
    return None if book == FIRST else book
