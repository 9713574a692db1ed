"""Which information came in during the history, as data: when, to which team, and what became of it. Pure."""

import random
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from backend.core import local_time
from deploy.demo.stories.people import TEAMS

SEED = 20261130
TIPS = 200


class Outcome(StrEnum):
    """How far an information comes at most."""

    RECEIVED = "received"
    VERIFYING = "verifying"
    VIOLATION = "violation"
    """Verified, and not proposed yet."""
    CLOSED = "closed"
    """No violation was found, the informant was told, and it was closed."""
    NO_ACTION = "no_action"
    """Closed at once, with the reason."""
    REDIRECTED = "redirected"
    FORWARDED = "forwarded"


_OLD = (
    (Outcome.CLOSED, 8),
    (Outcome.NO_ACTION, 4),
    (Outcome.REDIRECTED, 4),
    (Outcome.FORWARDED, 2),
)
_NEW = ((Outcome.RECEIVED, 3), (Outcome.VERIFYING, 4), (Outcome.VIOLATION, 2), (Outcome.CLOSED, 2))
_NEW_DAYS = 12


@dataclass(frozen=True)
class Tip:
    """One information that came to a team. Its time is in UTC."""

    index: int
    team: str
    starts: datetime
    outcome: Outcome
    business: int
    subject: int
    """What it is about, of what people tell."""


def told(first: date, now: datetime, tips: int = TIPS) -> list[Tip]:
    """Return what came in from this day until now, the oldest first; the last days have more."""
    chance = random.Random(SEED)  # noqa: S311 - the same each time
    teams = sorted(TEAMS)
    span = (local_time.day_of(now) - first).days
    left: dict[bool, list[Outcome]] = {True: [], False: []}
    found = []
    for index in range(tips):
        share = (index + chance.random()) / tips
        day = first + timedelta(days=int(span * (1 - (1 - share) ** 1.15)))
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
                subject=chance.randrange(6),
            )
        )
    return sorted(found, key=lambda one: (one.starts, one.index))
