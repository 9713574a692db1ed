"""When plans of a year are made, as data: each November for the next (Circular 27/2020 Art 6). Pure."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from backend.core import local_time
from deploy.demo.stories.people import PROVINCES, TEAMS

ITEMS = 12
"""Of a team's proposal."""
CAMPAIGN_ITEMS = 10
_BESIDE_DAYS = 60


@dataclass(frozen=True)
class Season:
    """The weeks in which the units of a province plan the next year. Its time is in UTC."""

    province: str
    year: int
    """For which."""
    starts: datetime

    @property
    def team(self) -> str:
        """The first team, in whose part of the history it is played."""
        return self.teams[0]

    @property
    def teams(self) -> list[str]:
        """The province's teams."""
        return sorted(code for code in TEAMS if code[:2] == self.province)

    def on(self, days: int, hour: int) -> datetime:
        """Return an hour so many days after its beginning."""
        day = local_time.day_of(self.starts) + timedelta(days=days)
        return datetime.combine(day, time(hour, 5), local_time.VIETNAM)


def told(first: date, now: datetime) -> list[Season]:
    """Return the last season that has begun by now, of each province; none before the history."""
    year = local_time.year_of(now)
    for of in (year + 1, year):
        begun = datetime.combine(date(of - 1, 11, 16), time(8, 30), local_time.VIETNAM)
        if first <= begun.date() and begun < now:
            return [Season(province, of, begun) for province in PROVINCES]
    return []


@dataclass(frozen=True)
class Beside:
    """Plans of the last weeks besides those that are carried out: another agency's, one given up, one submitted.

    Its time is in UTC.
    """

    province: str
    starts: datetime
    until: datetime
    """When the history ends."""

    @property
    def team(self) -> str:
        """The team that drafts them."""
        return max(code for code in TEAMS if code[:2] == self.province)


def beside(first: date, now: datetime) -> list[Beside]:
    """Return them, of each province; none if the history is too short."""
    day = local_time.day_of(now) - timedelta(days=_BESIDE_DAYS)
    starts = datetime.combine(day, time(9, 40), local_time.VIETNAM)
    return [Beside(one, starts, now) for one in PROVINCES] if day > first else []
