"""When officers are told of a clock: at its half, on its last day, and once it is over. Pure."""

from datetime import datetime
from typing import Literal

from backend.law.rules.clocks import last_day_at
from schemas.law.deadlines import Clock

Moment = Literal["half", "last_day", "missed", "lapsed"]


def moments(clock: Clock) -> list[tuple[datetime, Moment]]:
    """Every moment at which officers are told, in order; none of a clock that ended or that nobody watches.

    Of a limit of 48 hours or less, the half is its last day, and is told as that.
    """
    if clock.met_at is not None or clock.moot_at is not None or not clock.watched:
        return []
    last = last_day_at(clock.half_at, clock.due_at)
    found: list[tuple[datetime, Moment]] = [(clock.half_at, "half")] if clock.half_at < last else []
    return [*found, (last, "last_day"), (clock.due_at, "lapsed" if clock.lapses else "missed")]


def first_at(clock: Clock) -> datetime | None:
    """When the job that tells must look at it first."""
    return next((at for at, _ in moments(clock)), None)


def at_present(clock: Clock, now: datetime) -> tuple[Moment | None, datetime | None]:
    """What is to be told now, and when to look again. Only the latest: who was asleep at the half hears of the end."""
    told = [moment for at, moment in moments(clock) if at <= now]
    following = next((at for at, _ in moments(clock) if at > now), None)
    return (told[-1] if told else None), following
