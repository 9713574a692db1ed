"""What an officer is told where: settings by kind for desk and phone, and quiet hours of the phone's banner.

A setting is a preference, no act: it changes no record and nobody else's work. What waits for an
officer stays in "my work" whatever is switched off here.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

import msgspec

from backend.core.local_time import VIETNAM
from schemas.core.vocabulary import Role
from schemas.force.notices import NoticeKind

MINUTES_A_DAY = 24 * 60

_IN_THE_FIELD = frozenset({Role.INSPECTOR, Role.TEAM_LEADER, Role.SUPERVISOR})
_AT_A_DESK = frozenset({NoticeKind.PEOPLE, NoticeKind.LAW})
"""Kinds that nobody reads on the road."""
_FOR_ALL_PHONES = frozenset(
    {
        NoticeKind.SUBMITTED,
        NoticeKind.ASSIGNED,
        NoticeKind.DUE,
        NoticeKind.OVERDUE,
        NoticeKind.SECURITY,
    }
)
"""What phones of officers who work at a desk show until they choose otherwise."""


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """Where one kind is shown."""

    desk: bool
    phone: bool


BOTH = Choice(desk=True, phone=True)


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What an officer chose. A kind without a choice follows the defaults of the roles.

    Quiet hours are minutes since midnight in Vietnam; both are None where there are none. They may
    pass midnight (22:00 to 06:00).
    """

    choices: Mapping[NoticeKind, Choice] = {}
    quiet_from: int | None = None
    quiet_until: int | None = None


def is_fixed(kind: NoticeKind) -> bool:
    """Tell whether a kind cannot be switched off."""
    return kind is NoticeKind.SECURITY


def default(kind: NoticeKind, roles: Iterable[str]) -> Choice:
    """Return where a kind is shown before the officer chose: all at the desk, the phone by role."""
    if _IN_THE_FIELD.isdisjoint(roles):
        return Choice(desk=True, phone=kind in _FOR_ALL_PHONES)
    return Choice(desk=True, phone=kind not in _AT_A_DESK)


def choice(
    kind: NoticeKind, settings: Settings, roles: Iterable[str], *, urgent: bool = False
) -> Choice:
    """Return where a notice is shown. Security and time limits of at most 24 hours are everywhere."""
    if urgent or is_fixed(kind):
        return BOTH
    return settings.choices.get(kind) or default(kind, roles)


def is_quiet(settings: Settings, now: datetime) -> bool:
    """Tell whether it is within the officer's quiet hours."""
    begins, ends = settings.quiet_from, settings.quiet_until
    if begins is None or ends is None:
        return False
    local = now.astimezone(VIETNAM)
    minute = local.hour * 60 + local.minute
    if begins < ends:
        return begins <= minute < ends
    return minute >= begins or minute < ends


def quiet_for(settings: Settings, now: datetime) -> timedelta:
    """Return how long quiet hours still last; zero outside of them."""
    if settings.quiet_until is None or not is_quiet(settings, now):
        return timedelta()
    local = now.astimezone(VIETNAM)
    left = (settings.quiet_until - local.hour * 60 - local.minute) % MINUTES_A_DAY
    return timedelta(minutes=left, seconds=-local.second)
