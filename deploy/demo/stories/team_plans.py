"""Which plans the teams carried out during the history, as data. Pure.

Teams have thematic plans alone (Circular 27/2020 Art 5.3). The long one of a year ends as periodic plans of departments
do, on 14 November (Art 5.1); what comes after it, and before the first one of the history, is a plan for its own time.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Protocol
from uuid import NAMESPACE_URL, UUID, uuid5

from backend.core import local_time
from deploy.demo.stories.people import TEAMS

_LAST_OF_YEARLY = (11, 14)
_ENDS_AFTER = timedelta(days=20)


class Visit(Protocol):
    """What a plan must know of an inspection."""

    @property
    def index(self) -> int:
        """Its number among all."""

    @property
    def team(self) -> str:
        """The code of its team."""

    @property
    def decided(self) -> datetime:
        """When it was decided."""

    @property
    def visited(self) -> datetime:
        """When it took place."""


@dataclass(frozen=True)
class Item:
    """An inspection as its plan names it."""

    id: UUID
    first_day: date
    last_day: date


@dataclass(frozen=True)
class TeamPlan:
    """A plan of a team, or its end. Times are in UTC."""

    team: str
    first_day: date
    last_day: date
    yearly: bool
    drafted: datetime
    ends: bool = False
    """This is its end: the report."""
    items: tuple[Item, ...] = field(default=())

    @property
    def starts(self) -> datetime:
        """When it is drafted, or ended."""
        over = self.last_day + _ENDS_AFTER
        return _at(over, 9) if self.ends else self.drafted

    @property
    def id(self) -> UUID:
        """Its own, the same each time."""
        return uuid5(NAMESPACE_URL, f"{self.team} {self.first_day} {self.drafted}")

    def on(self, days: int, hour: int) -> datetime:
        """Return an hour so many days after it is drafted."""
        return _at(local_time.day_of(self.drafted) + timedelta(days=days), hour)


def item_id(visit: Visit) -> UUID:
    """Return the id of the item that an inspection carries out, the same each time."""
    return uuid5(NAMESPACE_URL, f"{visit.team} {visit.decided.isoformat()} {visit.index}")


def told(first: date, now: datetime, planned: Iterable[Visit]) -> list[TeamPlan]:
    """Return every team's plans from this day until now, with the inspections that carry them out."""
    visits, found = list(planned), []
    for place, team in enumerate(sorted(TEAMS)):
        for begin, end, yearly in _times(first, local_time.day_of(now)):
            before = begin.replace(year=begin.year - 1, month=11, day=24) if yearly else None
            day = before or max(first, begin) - timedelta(days=1 if begin == first else 3)
            drafted = _at(day, 8) + timedelta(minutes=place)
            theirs = [
                one
                for one in visits
                if one.team == team and begin <= local_time.day_of(one.decided) <= end
            ]
            items = tuple(_item(one, begin, end) for one in theirs)
            made = TeamPlan(team, begin, end, yearly, drafted, items=items)
            over = TeamPlan(team, begin, end, yearly, drafted, ends=True)
            found += [
                one
                for one in (made, over)
                if items and (one.starts if one.ends else one.on(0, 17)) < now
            ]
    return found


def _times(first: date, last: date) -> list[tuple[date, date, bool]]:
    """Return (first day, last day, whether it is the long plan of a year) of each plan."""
    found = []
    for year in range(first.year, last.year + 1):
        middle = date(year, *_LAST_OF_YEARLY)
        if first <= middle:
            begin = max(first, date(year, 1, 1))
            found.append((begin, middle, begin != first))
        begin = max(first, middle + timedelta(days=1))
        found.append((begin, date(year, 12, 31), False))
    return [one for one in found if one[0] <= last]


def _item(one: Visit, begin: date, end: date) -> Item:
    decided, visited = local_time.day_of(one.decided), local_time.day_of(one.visited)
    return Item(
        item_id(one),
        max(begin, decided - timedelta(days=2)),
        min(end, visited + timedelta(days=12)),
    )


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour, 3), local_time.VIETNAM)
