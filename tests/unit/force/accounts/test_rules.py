"""Limits, passwords, names: decisions without a database."""

from datetime import UTC, date, datetime, timedelta

import pytest

from backend.core.errors import Invalid
from backend.force.rules import accounts as rules
from schemas.core.vocabulary import Role

NOW = datetime(2026, 11, 24, 2, 30, tzinfo=UTC)


def test_nine_failures_leave_one_try_and_ten_leave_none() -> None:
    failures = [NOW - timedelta(minutes=minute) for minute in range(9, 0, -1)]
    assert rules.wait_until(failures, 10, NOW) is None
    failures.append(NOW)
    assert rules.wait_until(failures, 10, NOW) == NOW + timedelta(minutes=6)


def test_failures_out_of_the_window_count_no_longer() -> None:
    old = [NOW - timedelta(minutes=16)] * 50
    assert rules.wait_until(old, 10, NOW) is None


def test_waiting_is_told_in_whole_minutes_rounded_up() -> None:
    assert rules.minutes_between(NOW, NOW + timedelta(seconds=1)) == 1
    assert rules.minutes_between(NOW, NOW + timedelta(minutes=5, seconds=1)) == 6
    assert rules.minutes_between(NOW, NOW) == 1


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("testclient", "0.0.0.0"),  # noqa: S104
    ],
)
def test_one_customer_of_ipv6_is_counted_as_one(address: str, counted: str) -> None:
    assert rules.guess_address(address) == counted


@pytest.mark.parametrize("name", ["a", "Hoài An", "UPPER", "-an", "an/../x", "an\n", "x" * 64])
def test_a_user_name_is_plain(name: str) -> None:
    with pytest.raises(Invalid):
        rules.check_username(name)


def test_an_administrator_holds_no_role_in_inspections() -> None:
    case_roles = frozenset({Role.SUPERVISOR, Role.INSPECTOR})
    assert rules.excluded_by(Role.ADMINISTRATOR, case_roles) == case_roles
    assert rules.excluded_by(Role.SUPERVISOR, frozenset({Role.ADMINISTRATOR}))
    assert not rules.excluded_by(Role.SUPERVISOR, frozenset({Role.INSPECTOR}))


def test_an_auditor_does_nothing_that_auditors_check_and_may_advise() -> None:
    for role in (Role.INSPECTOR, Role.TEAM_LEADER, Role.SUPERVISOR, Role.CLERK):
        assert rules.excluded_by(role, frozenset({Role.AUDITOR})) == {Role.AUDITOR}
        assert rules.excluded_by(Role.AUDITOR, frozenset({role})) == {role}
    assert not rules.excluded_by(Role.LEGAL, frozenset({Role.AUDITOR, Role.INSPECTOR}))
    assert not rules.excluded_by(Role.AUDITOR, frozenset({Role.LEGAL}))


def test_a_card_lasts_five_years_even_from_a_leap_day() -> None:
    assert rules.five_years_after(date(2026, 11, 24)) == date(2031, 11, 24)
    assert rules.five_years_after(date(2028, 2, 29)) == date(2033, 3, 1)
