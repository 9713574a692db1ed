"""When officers are reminded of an information's limits, and of which. Pure.

Each limit is told twice: on the morning of its last day, and once it is over.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from backend.intake.rules.clocks import Own
from schemas.law.deadlines import Clock

NEAR = timedelta(hours=16)
"""Limits end with a day in Vietnam: 16 hours before it are eight in the morning, when people are at work."""
_MISSED = timedelta(days=2)
"""How long after its moment a reminder is still sent, if no worker ran or an act came in between."""


@dataclass(frozen=True)
class Ending:
    """A limit that runs, and when it ends."""

    rule: str
    due_at: datetime


@dataclass(frozen=True)
class Reminder:
    """A limit of which somebody is told now."""

    rule: str
    due_at: datetime
    late: bool


def endings(own: Sequence[Own], clocks: Sequence[Clock]) -> list[Ending]:
    """Return the limits that run: those of the circular and those of the law book."""
    found = [Ending(one.rule, one.due_at) for one in own if one.watched]
    running = [
        Ending(one.rule, one.due_at)
        for one in clocks
        if one.watched and one.met_at is None and one.moot_at is None and not one.lapses
    ]
    return [*found, *running]


def due_now(running: Sequence[Ending], now: datetime) -> list[Reminder]:
    """Return of which limits somebody is told now. Who was told is not told again (`once` of notices)."""
    return [
        Reminder(one.rule, one.due_at, one.due_at <= now)
        for one in running
        if one.due_at - NEAR <= now < one.due_at + _MISSED
    ]


def next_at(running: Sequence[Ending], after: datetime) -> datetime | None:
    """Return the first moment after `after` at which a limit is near or over; None if there is none."""
    moments = [at for one in running for at in (one.due_at - NEAR, one.due_at) if at > after]
    return min(moments, default=None)


def from_act(running: Sequence[Ending], now: datetime) -> datetime | None:
    """Return when the job looks next after an act: at once for moments that it may not have seen yet."""
    return next_at(running, now - _MISSED)
