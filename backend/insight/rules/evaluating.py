"""From sums of events to figures. Pure.

Money stays whole đồng throughout; an average is rounded half up to a tenth, and is the only figure that is rounded.
"""

from collections.abc import Iterable
from typing import Protocol

from schemas.insight.definitions import FigureDefinition, Term
from schemas.insight.figures import CountedEvent, CountedParty


class Told(Protocol):
    """A sum of one kind of event."""

    @property
    def event(self) -> CountedEvent:
        """What happened."""

    @property
    def detail(self) -> str:
        """Which kind of it."""

    @property
    def party(self) -> CountedParty:
        """Kind of party; NOBODY if not told apart."""

    @property
    def counted(self) -> int:
        """How many."""

    @property
    def amount(self) -> int:
        """Đồng or days."""

    @property
    def annulled(self) -> int:
        """Of these, how many stand no more."""

    @property
    def annulled_amount(self) -> int:
        """Their amount."""


def events_of(figures: Iterable[FigureDefinition]) -> tuple[CountedEvent, ...]:
    """Return the events that figures are summed from, each once."""
    return tuple(dict.fromkeys(term.event for one in figures for term in one.terms))


def value(figure: FigureDefinition, sums: Iterable[Told]) -> int | None:
    """Return a figure's value; tenths for an average. None for one that nothing here can tell.

    `sums` are those of the period, or up to its end for a stock. Raises ValueError for a kind that is no sum.
    """
    told = list(sums)
    if figure.kind == "stated":
        return None
    if figure.kind == "average":
        amount, count = (_of(term, told) for term in figure.terms)
        return None if count == 0 else (20 * amount + count) // (2 * count)
    if figure.kind == "distinct":
        raise ValueError("distinct parties are counted, not summed")
    return sum(term.sign * _of(term, told) for term in figure.terms)


def _of(term: Term, told: list[Told]) -> int:
    return sum(_part(term, one) for one in told if meant(term, one))


class Kind(Protocol):
    """What a term chooses by."""

    @property
    def event(self) -> CountedEvent:
        """What happened."""

    @property
    def detail(self) -> str:
        """Which kind of it."""

    @property
    def party(self) -> CountedParty:
        """Kind of party."""


def meant(term: Term, one: Kind) -> bool:
    """Tell whether a term is about this kind of event."""
    if one.event != term.event:
        return False
    if term.parties and one.party not in term.parties:
        return False
    return not term.details or any(matches(each, one.detail) for each in term.details)


def matches(pattern: str, detail: str) -> bool:
    """Tell whether a detail is the one that is asked for, or begins as one that ends with `*`."""
    return detail.startswith(pattern[:-1]) if pattern.endswith("*") else detail == pattern


def _part(term: Term, one: Told) -> int:
    counted, amount = one.counted, one.amount
    if term.part == "annulled":
        counted, amount = one.annulled, one.annulled_amount
    elif term.part == "standing":
        counted, amount = counted - one.annulled, amount - one.annulled_amount
    return amount if term.measure == "amount" else counted
