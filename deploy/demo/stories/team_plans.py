"""Which plans the teams carried out during the history, as data. Pure.

Teams have thematic plans alone (Circular 27/2020 Art 5.3). The long one of a year ends as periodic plans of departments
do, on 14 November (Art 5.1); what comes after it, and before the first one of the history, is a plan for its own time.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Protocol
from uuid import NAMESPACE_URL, UUID, uuid5

from backend.core import local_time
from deploy.demo.stories.people import TEAMS, businesses

_LAST_OF_YEARLY = (11, 14)
_ENDS_AFTER = timedelta(days=10)
_LONG_DAYS = 120


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

    @property
    def business(self) -> int:
        """The place of the business among the province's."""


@dataclass(frozen=True)
class Item:
    """An inspection as its plan names it."""

    id: UUID
    first_day: date
    last_day: date
    kind: int = 0
    """Of the criterion by which the subject is chosen, where none is named."""
    business: int | None = None
    """The subject that it names: each once in a province's plans of a year."""


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
    never: tuple[Item, ...] = field(default=())
    """What is not done: late while it runs, and said with a reason in the end."""
    ceased: Item | None = None
    """What is known not to be done before the end, as the subject has ceased to trade."""
    dropped: Item | None = None
    """What an amendment took out."""

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
    visits, found, today = list(planned), list[TeamPlan](), local_time.day_of(now)
    named: set[tuple[str, int, int]] = set()
    for place, team in enumerate(sorted(TEAMS)):
        for begin, end, yearly in _times(first, today):
            before = begin.replace(year=begin.year - 1, month=11, day=24) if yearly else None
            day = before or max(first, begin) - timedelta(days=1 if begin == first else 3)
            drafted = _at(day, 8) + timedelta(minutes=place)
            theirs = [
                one
                for one in visits
                if one.team == team and begin <= local_time.day_of(one.decided) <= end
            ]
            if not theirs:
                continue
            items = [_item(one, begin, end, named) for one in theirs]
            made = TeamPlan(
                team,
                begin,
                end,
                yearly,
                drafted,
                items=(*items, *_ahead(team, begin, end, today, named)),
                never=_never(team, begin, end),
                ceased=_beside("ceased", team, begin, end, 1),
                dropped=_beside("dropped", team, begin, end, 2),
            )
            found += [
                one
                for one in (made, replace(made, ends=True))
                if (one.starts if one.ends else one.on(0, 17)) < now
            ]
    return found


def _ahead(
    team: str, begin: date, end: date, today: date, named: set[tuple[str, int, int]]
) -> tuple[Item, ...]:
    """Return two inspections of the weeks to come, of a plan that runs: of a subject, and of one still to be chosen."""
    days = [today + timedelta(days=ahead) for ahead in (4, 11)]
    found = []
    for place, day in enumerate(days):
        if not begin <= today or day > end:
            continue
        year = team[:2], begin.year
        free = (n for n in range(len(businesses(team[:2]))) if (*year, n) not in named)
        business = next(free, None) if place == 0 else None
        if business is not None:
            named.add((*year, business))
        last = min(end, day + timedelta(days=9))
        found.append(Item(_id("ahead", team, day), day, last, place + int(team), business))
    return tuple(found)


def _never(team: str, begin: date, end: date) -> tuple[Item, ...]:
    """Return what will not have been done: of a long plan two, of a short one the first that is due."""
    long = (end - begin).days > _LONG_DAYS
    starts = (begin, begin + timedelta(days=90)) if long else (begin,)
    days = 45 if long else 7
    return tuple(
        Item(
            _id("never", team, day),
            day,
            min(end, day + timedelta(days=days)),
            place + 4 + int(team),
        )
        for place, day in enumerate(starts)
    )


def _beside(what: str, team: str, begin: date, end: date, kind: int) -> Item:
    return Item(_id(what, team, begin), begin, end, kind + int(team) + begin.month)


def _id(what: str, team: str, day: date) -> UUID:
    return uuid5(NAMESPACE_URL, f"{what} {team} {day}")


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


def _item(one: Visit, begin: date, end: date, named: set[tuple[str, int, int]]) -> Item:
    decided, visited = local_time.day_of(one.decided), local_time.day_of(one.visited)
    key = one.team[:2], begin.year, one.business
    first = key not in named
    named.add(key)
    return Item(
        item_id(one),
        max(begin, decided - timedelta(days=2)),
        min(end, visited + timedelta(days=12)),
        one.index,
        one.business if first else None,
    )


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour, 3), local_time.VIETNAM)
