"""What happened in a year and a half, as data: which visit, when, by which team, and how it went on. Pure.

The same day and seed give the same stories. A story is an inspection and the case that follows from
it, and is entered whole: what of it lies in the days to come has not happened yet. Its numbers are
planned too, in the order of their days.
"""

import random
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Protocol

from backend.core import local_time
from deploy.demo.stories import seasons, team_plans, tips
from deploy.demo.stories.ends import (
    BEFORE_THE_OPINION,
    BY_PROPOSAL,
    DECIDED,
    FORESEEN,
    NEW,
    NOBODY_CAME,
    NOT_VISITED,
    OF_HOUSEHOLDS,
    OLD,
    ONCE,
    RECENT,
    RELIEVED,
    WITHOUT_VIOLATION,
    End,
)
from deploy.demo.stories.people import TEAMS
from deploy.demo.stories.seasons import Beside, Season
from deploy.demo.stories.team_plans import TeamPlan
from deploy.demo.stories.tips import Tip

SEED = 20261129
MONTHS = 18
FIRST_DAY = date(2025, 7, 1)
"""On which the provinces and the competences of today began (Resolution 202/2025, Decree 189/2025)."""
INSPECTIONS = 160
PHOTOGRAPHS = 300
PARTS = ("1", "2")
"""Played at the same time, each by a process of its own."""


class Calendar(Protocol):
    """Which days are worked (backend/law/deadlines)."""

    def next_working(self, day: date) -> date:
        """Return the day, or the next working day after it."""


_OLD_DAYS, _NEW_DAYS = 60, 12
_LAST_DAYS, _LAST_SHARE = 8, 6
"""In the last working days one story in so many happens: the boards show work of today."""
BEFORE, AFTER = timedelta(minutes=40), timedelta(hours=3)
"""A proposal comes so long before the decision, and a case so long after the visit began."""
_NO_PICTURES = NOT_VISITED | NOBODY_CAME | {End.OPENED, End.GIVEN_UP, End.CALLED_OFF}
_LARGE, _SMALL = 6, 7
"""Goods (deploy/demo/living/goods.py) whose fine is large enough for a relief; small enough without minutes."""
_GOODS = {End.ON_SPOT: _SMALL, End.ON_SPOT_PAID: _SMALL}
_STEP = 3
"""From one story's team to the next one's: so the last days have stories in each province."""
_SOLD = (0, 0, 1, 2, 3, 8, 5, 9, 0, 10)
"""The goods of a kind of business (people.py has ten)."""
_EACH_SEEN = 4
"""One proposal in so many rests on what an officer saw, the others on information."""
_EACH_PROPOSED = 9
"""One story in so many begins with a proposal."""


@dataclass(frozen=True)
class Story:
    """One inspection, with its case if it has one. Times are in UTC."""

    index: int
    team: str
    business: int
    """Place among the province's businesses."""
    decided: datetime
    visited: datetime
    end: End
    goods: int
    """Which goods, of pictures and minutes."""
    photographs: int
    number: int
    """Of the inspection decision, in its department's register of the year; 0 without one."""
    case_number: int | None = None
    sanctioned: datetime | None = None
    sanction_number: int | None = None
    late: bool = False
    """On purpose: the party has not paid in time."""
    proposed: bool = False
    """Its case begins with an officer's proposal, before the decision."""
    tip: Tip | None = None
    """The information from which the proposal came, if it came of one."""

    @property
    def province(self) -> str:
        """The code of the department whose team it is."""
        return self.team[:2]

    @property
    def starts(self) -> datetime:
        """When it begins."""
        if self.tip is not None:
            return self.tip.starts
        before = self.proposed or self.end in FORESEEN
        return self.opened if before and self.opened else self.decided

    @property
    def opened(self) -> datetime | None:
        """When its case begins, if it has one."""
        if self.proposed or self.end in FORESEEN:
            return self.decided - BEFORE
        return None if self.end in WITHOUT_VIOLATION else self.visited + AFTER


Told = Story | Tip | Season | Beside | TeamPlan
"""Whatever is played at once."""


def part_of(story: Told) -> str:
    """Return the part to which a story belongs: a team's stories are all in one, in their order."""
    return PARTS[sorted(TEAMS).index(story.team) % len(PARTS)]


def parts(now: datetime, calendar: Calendar) -> dict[str, list[Told]]:
    """Return everything that has happened by now, by part, each in the order in which it began."""
    visits = stories(now, calendar)
    planned = [one for one in visits if not one.proposed and one.end not in FORESEEN]
    made: list[Told] = [*visits]
    first = begins(local_time.day_of(now))
    made += [
        *tips.told(first, now),
        *seasons.told(first, now),
        *seasons.beside(first, now),
        *team_plans.told(first, now, planned),
    ]
    made.sort(key=lambda one: one.starts)
    return {part: [one for one in made if part_of(one) == part] for part in PARTS}


def begins(today: date) -> date:
    """Return the first day of the history that ends today."""
    month = today.year * 12 + today.month - 1 - MONTHS
    return max(FIRST_DAY, date(month // 12, month % 12 + 1, 1))


def stories(now: datetime, calendar: Calendar, inspections: int = INSPECTIONS) -> list[Story]:
    """Return all stories by the day of their decision, which have happened by now."""
    chance = random.Random(SEED)  # noqa: S311 - a plan that is the same each time
    today = local_time.day_of(now)
    ahead = calendar.next_working(today + timedelta(days=1))
    days = _working_days(begins(today), ahead, calendar)
    most = max(at for at, day in enumerate(days[:-1]) if _moment(day, 10, 0) < now)
    made: list[Story] = []
    teams, ends = sorted(TEAMS), _Ends(chance)
    taken: set[tuple[str, date]] = set()
    last = inspections // _LAST_SHARE
    for index in range(inspections):
        team, early = teams[index * _STEP % len(teams)], index < inspections - last
        if early:
            share = (index + chance.random()) / (inspections - last)
            at = int(share * (most - _LAST_DAYS))
        else:
            at = most - (inspections - 1 - index) * _LAST_DAYS // last
        while (team, days[at]) in taken and at > 0:
            at -= 1
        taken.add((team, days[at]))
        made.append(_one(index, team, days, at, now, chance, ends))
    made.sort(key=lambda one: one.decided)
    told = _led(_pictured(_once(made, now)), begins(today))
    return _numbered(told, calendar, now)


class _Ends:
    """Deals out how stories end, by their age: each kind as often as its list says, in any order."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._left: dict[int, list[End]] = {}

    def next(self, age: int) -> End:
        """Return how a story of so many days ends."""
        kind = 0 if age > _OLD_DAYS else 1 if age > _NEW_DAYS else 2
        left = self._left.get(kind)
        if not left:
            share = (OLD, RECENT, NEW)[kind]
            left = [end for end, count in share for _ in range(count)]
            self._chance.shuffle(left)
            self._left[kind] = left
        return left.pop()


def _one(
    index: int,
    team: str,
    days: list[date],
    at: int,
    now: datetime,
    chance: random.Random,
    ends: "_Ends",
) -> Story:
    decided = _moment(days[at], 8 + chance.randrange(2), chance.randrange(60))
    visited = _moment(days[at + 1], 8 + chance.randrange(3), chance.randrange(60))
    age, business = (now - visited).days, chance.randrange(40)
    end = ends.next(age) if visited + timedelta(hours=4) <= now else End.WAITS
    if end not in BEFORE_THE_OPINION and visited + timedelta(hours=27) > now:
        end = End.SUBMITTED if end is End.CLEAN else End.RECORDED
    return Story(
        index=index,
        team=team,
        business=business,
        decided=decided,
        visited=visited,
        end=end,
        goods=_SOLD[business % len(_SOLD)],
        photographs=0,
        number=0,
        late=end in (End.PART_PAID, End.DELIVERED) and age > _OLD_DAYS,
        proposed=end in BY_PROPOSAL or index % _EACH_PROPOSED == 4,
    )


def _once(made: list[Story], now: datetime) -> list[Story]:
    """Let one story each come to every end that is not usual: of those left, the one nearest in age."""
    found = list(made)
    left = [place for place, one in enumerate(made) if one.end is not End.WAITS]
    for end, days in ONCE:
        least = timedelta(0) if end in BEFORE_THE_OPINION else timedelta(hours=27)
        old = [place for place in left if now - made[place].visited >= least]
        if not old:
            continue
        place = min(old, key=lambda at: abs((now - made[at].visited) - timedelta(days=days)))
        left.remove(place)
        one, of_household = found[place], end in RELIEVED | OF_HOUSEHOLDS or end in _GOODS
        found[place] = replace(
            one,
            end=end,
            proposed=end in BY_PROPOSAL,
            goods=_GOODS.get(end, _LARGE if end in RELIEVED else one.goods),
            business=_household(one.business) if of_household else one.business,
            late=False,
        )
    return found


def _household(business: int) -> int:
    """Return a household near this business: every third is a company (people.py)."""
    return business // 3 * 3 % 39 + 1


def _pictured(made: list[Story]) -> list[Story]:
    """Share the photographs out among the inspections that took place, more where goods were found."""
    there = [place for place, one in enumerate(made) if one.end not in _NO_PICTURES]
    counts: Counter[int] = Counter()
    weighed = [
        place for place in there for _ in range(1 if made[place].end in WITHOUT_VIOLATION else 2)
    ]
    for turn in range(PHOTOGRAPHS):
        counts[weighed[turn * len(weighed) // PHOTOGRAPHS]] += 1
    return [replace(one, photographs=counts[place]) for place, one in enumerate(made)]


def _led(made: list[Story], first: date) -> list[Story]:
    """Let most inspections that were proposed come of an information."""
    found = []
    for one in made:
        if one.proposed and one.index % _EACH_SEEN != 0:
            tip = tips.before(one.index, one.team, one.decided, one.business)
            if local_time.day_of(tip.starts) >= first:
                found.append(replace(one, tip=tip))
                continue
        found.append(one)
    return found


def _numbered(made: list[Story], calendar: Calendar, now: datetime) -> list[Story]:
    """Number decisions, cases and sanctions by their days, each in the register of its unit and year."""
    given: Counter[tuple[str, str, int]] = Counter()

    def number(register: str, unit: str, moment: datetime) -> int:
        key = (register, unit, local_time.year_of(moment))
        given[key] += 1
        return given[key]

    by = {one.index: one for one in made}
    for one in made:
        if one.end not in NOT_VISITED:
            number_of = number("QĐ-KT", one.province, one.decided)
            by[one.index] = replace(by[one.index], number=number_of)
    cases = [(one.opened, one) for one in made if one.opened is not None]
    for opened, one in sorted(cases, key=lambda pair: (pair[0], pair[1].index)):
        by[one.index] = replace(by[one.index], case_number=number("VV", one.team, opened))
    signed = {one.index: _signed(one, calendar) for one in made if one.end in DECIDED}
    signed = {index: moment for index, moment in signed.items() if moment < now}
    for index in sorted(signed, key=lambda index: (signed[index], index)):
        moment, one = signed[index], by[index]
        by[index] = replace(
            one, sanctioned=moment, sanction_number=number("MQĐ02", one.province, moment)
        )
    return [by[one.index] for one in made]


def _signed(one: Story, calendar: Calendar) -> datetime:
    """Return when the decision is signed: on the fourth day after the minutes, or the next that is worked.

    Within the seven working days of the Law on Handling Administrative Violations Art 66.1.a.
    """
    day = calendar.next_working(local_time.day_of(one.visited) + timedelta(days=4))
    return _moment(day, 14, one.index % 50)


def _moment(day: date, hour: int, minute: int) -> datetime:
    return datetime.combine(day, time(hour, minute), local_time.VIETNAM)


def _working_days(first: date, last: date, calendar: Calendar) -> list[date]:
    days, day = [], calendar.next_working(first)
    while day <= last:
        days.append(day)
        day = calendar.next_working(day + timedelta(days=1))
    return days


def registers(made: list[Story]) -> Counter[tuple[str, str, int]]:
    """Return how many numbers the history takes of each register: by form, unit's code and year."""
    taken: Counter[tuple[str, str, int]] = Counter()
    for one in made:
        if one.number:
            taken["QĐ-KT", one.province, local_time.year_of(one.decided)] += 1
        if one.opened is not None:
            taken["VV", one.team, local_time.year_of(one.opened)] += 1
        if one.sanctioned is not None:
            taken["MQĐ02", one.province, local_time.year_of(one.sanctioned)] += 1
    return taken
