"""Which information came in during the history, as data: when, to which team, and what became of it. Pure."""

import random
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from backend.core import local_time
from deploy.demo.stories.people import TEAMS

SEED = 20261130
TIPS = 100


class Outcome(StrEnum):
    """How far an information comes at most."""

    RECEIVED = "received"
    VERIFYING = "verifying"
    VIOLATION = "violation"
    """Verified, and not proposed yet."""
    LED = "led"
    """Verified, and an inspection was proposed: it is told within the story of that inspection."""
    NO_VIOLATION = "no_violation"
    """Verified, and the informant was told; the head has not closed it."""
    CLOSED = "closed"
    """No violation was found, the informant was told, and it was closed."""
    UNVERIFIABLE = "unverifiable"
    NO_ACTION = "no_action"
    """Closed at once, with the reason."""
    WITHDRAWN = "withdrawn"
    """Closed after its sender took it back."""
    REDIRECTED = "redirected"
    FORWARDED = "forwarded"
    MERGED = "merged"
    """Told twice: the second goes on in the first."""
    SPLIT = "split"
    """Two matters, which go on apart."""
    OFFICER = "officer"
    """About an officer of the team: the department above handles it."""
    ACCEPTED = "accepted"
    """A denunciation that is accepted for resolution."""
    DISCONTINUED = "discontinued"
    """A denunciation whose resolution is ended, as the accused died."""
    NOT_ACCEPTED = "not_accepted"
    """A complaint that is not, as it came too late."""
    RESOLVED = "resolved"
    """A complaint that is resolved."""
    TAKEN_BACK = "taken_back"
    """A complaint whose sender took it back."""


DEPARTMENTS = frozenset(
    {
        Outcome.OFFICER,
        Outcome.ACCEPTED,
        Outcome.DISCONTINUED,
        Outcome.NOT_ACCEPTED,
        Outcome.RESOLVED,
        Outcome.TAKEN_BACK,
    }
)
"""What the department handles: about an officer, denunciations and complaints."""
_OLD = (
    (Outcome.CLOSED, 8),
    (Outcome.NO_ACTION, 4),
    (Outcome.REDIRECTED, 4),
    (Outcome.FORWARDED, 2),
    (Outcome.WITHDRAWN, 1),
)
_NEW = ((Outcome.VERIFYING, 3), (Outcome.VIOLATION, 2), (Outcome.CLOSED, 4))
ONCE = (
    (Outcome.RECEIVED, 0),
    (Outcome.RECEIVED, 1),
    (Outcome.VERIFYING, 2),
    (Outcome.VIOLATION, 8),
    (Outcome.NO_VIOLATION, 14),
    (Outcome.VIOLATION, 22),
    (Outcome.OFFICER, 6),
    (Outcome.ACCEPTED, 9),
    (Outcome.UNVERIFIABLE, 15),
    (Outcome.MERGED, 25),
    (Outcome.WITHDRAWN, 30),
    (Outcome.SPLIT, 40),
    (Outcome.TAKEN_BACK, 60),
    (Outcome.DISCONTINUED, 75),
    (Outcome.RESOLVED, 90),
    (Outcome.NOT_ACCEPTED, 120),
    (Outcome.OFFICER, 200),
)
"""Every outcome that is not usual, each with the age in days of the information that is to come to it."""
_NEW_DAYS = 12
_MORE_LATELY = 1.8
"""The greater, the more of it came in the last days."""
LED = 1000
"""Indices of informations that led to an inspection begin here."""


@dataclass(frozen=True)
class Tip:
    """One information that came to a team. Its time is in UTC."""

    index: int
    team: str
    starts: datetime
    outcome: Outcome
    business: int


def told(first: date, now: datetime, tips: int = TIPS) -> list[Tip]:
    """Return what came in from this day until now, the oldest first; the last days have more."""
    chance = random.Random(SEED)  # noqa: S311 - the same each time
    teams = sorted(TEAMS)
    span = (local_time.day_of(now) - first).days
    left: dict[bool, list[Outcome]] = {True: [], False: []}
    found = []
    for index in range(tips):
        share = (index + chance.random()) / tips
        day = first + timedelta(days=int(span * (1 - (1 - share) ** _MORE_LATELY)))
        at = datetime.combine(
            day, time(7 + chance.randrange(13), chance.randrange(60)), local_time.VIETNAM
        )
        if at >= now - timedelta(hours=1):
            at = now - timedelta(hours=2 + index % 20)
        new = (now - at).days <= _NEW_DAYS
        if not left[new]:
            left[new] = [one for one, count in (_NEW if new else _OLD) for _ in range(count)]
            chance.shuffle(left[new])
        found.append(
            Tip(
                index=index,
                team=teams[index * 3 % len(teams)],
                starts=at,
                outcome=left[new].pop(),
                business=chance.randrange(40),
            )
        )
    return sorted(_once(found, now), key=lambda one: (one.starts, one.index))


def before(index: int, team: str, decided: datetime, business: int) -> Tip:
    """Return the information that led to an inspection which was decided at this moment.

    It came twelve days before: a week to verify it, and some days to prepare the inspection.
    """
    day = local_time.day_of(decided) - timedelta(days=12)
    at = datetime.combine(day, time(8 + index % 9, index * 7 % 60), local_time.VIETNAM)
    return Tip(LED + index, team, at, Outcome.LED, business)


def _once(found: list[Tip], now: datetime) -> list[Tip]:
    """Let one information each come to every outcome that is not usual: of those left, the one nearest in age."""
    made, left = list(found), list(range(len(found)))
    for outcome, days in ONCE:
        place = min(left, key=lambda at: abs((now - found[at].starts) - timedelta(days=days)))
        left.remove(place)
        made[place] = replace(made[place], outcome=outcome)
    return made
