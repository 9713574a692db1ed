"""What an officer may switch off, what breaks quiet hours (practice B16), and what each sentence is for its reader."""

from datetime import datetime, timedelta
from itertools import product

import pytest

from backend.force.rules import notice_kinds
from backend.force.rules import notice_settings as rules
from backend.force.rules.notice_settings import Choice, Settings
from backend.force.texts import notices as texts
from schemas.core.vocabulary import Role
from schemas.force.notices import NoticeKind
from tests.support.clocks import vn

OFF = Choice(desk=False, phone=False)
NOON = vn("2026-03-09 12:00")
NIGHT = Settings(quiet_from=22 * 60, quiet_until=6 * 60)


def test_every_sentence_has_a_title_and_is_of_a_kind_that_its_reader_knows() -> None:
    assert set(texts.TITLES) == set(texts.BODIES) == set(texts.ABOUT)


def test_whoever_switches_everything_off_is_still_told_of_security_and_of_short_limits() -> None:
    nothing = Settings(choices=dict.fromkeys(NoticeKind, OFF))
    for kind in NoticeKind:
        told = rules.choice(kind, nothing, [Role.INSPECTOR])
        assert told == (rules.BOTH if kind is NoticeKind.SECURITY else OFF)
        assert rules.choice(kind, nothing, [Role.INSPECTOR], urgent=True) == rules.BOTH


def test_everything_is_at_the_desk_until_its_reader_says_otherwise() -> None:
    for kind, role in product(NoticeKind, Role):
        assert rules.choice(kind, Settings(), [role]).desk


@pytest.mark.parametrize(
    ("role", "kind", "on_phone"),
    [
        (Role.INSPECTOR, NoticeKind.RETURNED, True),
        (Role.SUPERVISOR, NoticeKind.AGREED, True),
        (Role.SUPERVISOR, NoticeKind.PEOPLE, False),
        (Role.LEGAL, NoticeKind.SUBMITTED, True),
        (Role.CLERK, NoticeKind.CHANGED, False),
        (Role.ADMINISTRATOR, NoticeKind.SECURITY, True),
    ],
)
def test_the_phone_begins_with_what_the_role_needs_on_the_road(
    role: Role, kind: NoticeKind, on_phone: bool
) -> None:
    assert rules.choice(kind, Settings(), [role]).phone is on_phone


@pytest.mark.parametrize(
    ("left", "of", "urgent"),
    [
        (timedelta(hours=24), None, True),
        (timedelta(hours=25), None, False),
        (timedelta(0), None, True),
        (-timedelta(hours=1), timedelta(days=7), False),
        (-timedelta(hours=1), timedelta(hours=24), True),
        (timedelta(hours=30), timedelta(hours=24), True),
    ],
)
def test_a_time_limit_of_at_most_24_hours_is_urgent_and_stays_so_once_it_is_over(
    left: timedelta, of: timedelta | None, urgent: bool
) -> None:
    due = NOON + left
    assert notice_kinds.is_urgent(due, NOON, due - of if of else None) is urgent


def test_what_has_no_end_is_never_urgent() -> None:
    assert not notice_kinds.is_urgent(None, NOON)


@pytest.mark.parametrize(
    ("settings", "at", "left"),
    [
        (NIGHT, "2026-03-09 21:59", 0),
        (NIGHT, "2026-03-09 22:00", 480),
        (NIGHT, "2026-03-10 05:59", 1),
        (NIGHT, "2026-03-10 06:00", 0),
        (Settings(quiet_from=720, quiet_until=780), "2026-03-09 12:30", 30),
        (Settings(), "2026-03-09 03:00", 0),
    ],
)
def test_quiet_hours_are_vietnams_and_may_pass_midnight(
    settings: Settings, at: str, left: int
) -> None:
    now: datetime = vn(at)
    assert rules.is_quiet(settings, now) is (left > 0)
    assert rules.quiet_for(settings, now) == timedelta(minutes=left)
