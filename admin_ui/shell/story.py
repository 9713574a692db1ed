"""The timeline of a record: plain lines of what was done, by whom and when, folded by day.

A record's page makes its acts into `Told`. Lines of other records that belong into the same story
(a submission's steps, say) are made the same way and come in through merged(). Of each day the
newest is first, and runs of the same kind are one line that opens: "24 ảnh, 09:02–09:31".
"""

from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime
from itertools import chain
from typing import Any

import msgspec

from backend.core import folding
from backend.core.local_time import day_of


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was done."""

    at: datetime
    """By the server's clock: it orders the lines and gives them their day."""
    made_at: datetime
    """By the maker's clock, which readers are shown."""
    who: str
    kind: str
    """Lines of the same kind and person may be folded into one."""
    sentence: str
    detail: str | None = None
    """A longer text that an officer typed."""
    system: bool = False
    """The system did it by itself; shown small."""
    act: Any = None
    """The page's own view of the act, for what it shows beside the sentence."""


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the timeline: one thing, or several of the same kind."""

    told: list[Told]
    """The newest first."""
    summary: str
    """Of several; empty for one."""

    @property
    def span(self) -> tuple[datetime, datetime]:
        """From when to when, by the makers' clocks."""
        times = [one.made_at for one in self.told]
        return min(times), max(times)

    @property
    def of_one_day(self) -> bool:
        """Tell whether all of it was made on the day under which it stands."""
        return {day_of(one) for one in self.span} == {day_of(self.told[0].at)}


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """What was done on one day in Vietnam."""

    day: date
    runs: list[Run]
    count: int


def merged(*stories: Sequence[Told]) -> list[Told]:
    """Return lines of several records as one story, the newest first.

    Lines of one moment keep the order in which they were given.
    """
    return sorted(chain(*stories), key=lambda one: one.at, reverse=True)


def by_day(
    told: Sequence[Told],
    summary: Callable[[str, int], str],
    *,
    scattered: Collection[str] = (),
) -> list[Day]:
    """Fold a story, the newest first, into days and runs.

    `summary` returns what so many of a kind are called. A run is unbroken, but for kinds in
    `scattered`: photographs and their captions take turns, and are two runs all the same.
    """

    def run(items: list[Told]) -> Run:
        count = len(items)
        return Run(told=items, summary=summary(items[0].kind, count) if count > 1 else "")

    def days() -> list[tuple[date, list[Told]]]:
        return folding.days(told, lambda one: one.at)

    def runs(items: list[Told]) -> list[list[Told]]:
        return folding.runs(
            items,
            lambda one: (one.kind, one.who),
            lambda one: one.at,
            unbroken=lambda one: one.kind not in scattered,
        )

    return [
        Day(day=day, runs=[run(one) for one in runs(items)], count=len(items))
        for day, items in days()
    ]
