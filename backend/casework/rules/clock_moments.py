"""When officers are notified of a clock: at its half, on its last day, once it is over. Pure."""

from datetime import datetime
from typing import Literal

from backend.law.rules.clocks import last_day_at
from schemas.law.deadlines import Clock

Moment = Literal["half", "last_day", "missed", "lapsed"]


def moments(clock: Clock) -> list[tuple[datetime, Moment]]:
    """List the moments at which officers are notified, in order.

    Empty for a clock that ended or that nobody watches. In a limit of 48 hours or less, the half is
    on its last day and is reported as the last day.
    """
    if clock.met_at is not None or clock.moot_at is not None or not clock.watched:
        return []
    last = last_day_at(clock.half_at, clock.due_at)
    found: list[tuple[datetime, Moment]] = [(clock.half_at, "half")] if clock.half_at < last else []
    return [*found, (last, "last_day"), (clock.due_at, "lapsed" if clock.lapses else "missed")]


def first_at(clock: Clock) -> datetime | None:
    """Return when the reminding job must first look at the clock."""
    return next((at for at, _ in moments(clock)), None)


def at_present(clock: Clock, now: datetime) -> tuple[Moment | None, datetime | None]:
    """Return what to report now, and when to look again.

    Only the latest moment is reported. If nothing ran at the half, officers are notified of the
    last day only.
    """
    told = [moment for at, moment in moments(clock) if at <= now]
    following = next((at for at, _ in moments(clock) if at > now), None)
    return (told[-1] if told else None), following
