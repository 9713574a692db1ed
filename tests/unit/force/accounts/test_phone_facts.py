"""What follows from what a phone says of itself."""

from datetime import UTC, datetime, timedelta

import pytest

from backend.force.accounts import phone_facts
from backend.force.rules import phone_facts as rules
from schemas.force.phone_facts import PhoneFacts

NOW = datetime(2026, 12, 1, 3, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "header",
    [None, "", "x", "[]", '{"acts": -1}', '{"acts": "3"}', '{"version": "a b"}', "{" + " " * 1000],
)
def test_a_header_that_makes_no_sense_says_nothing(header: str | None) -> None:
    assert rules.read(header) is None


def test_a_key_of_a_newer_phone_is_passed_over() -> None:
    facts = rules.read('{"acts": 3, "battery": 20}')
    assert facts is not None
    assert facts.acts == 3


def test_versions_order_as_people_read_them() -> None:
    said = ["0.2.0", "0.2.1+abc", "0.10.0", "1.0.0-rc", "1.0.1"]
    numbers = [rules.number_of(one) or 0 for one in said]
    assert numbers == sorted(numbers)
    assert len(set(numbers)) == len(said)
    assert rules.number_of("dev") is None


def test_a_clock_is_wrong_beyond_two_minutes_either_way() -> None:
    def off(seconds: int) -> int | None:
        return rules.clock_off(PhoneFacts(at=NOW - timedelta(seconds=seconds)), NOW)

    assert off(90) == 90
    assert not rules.is_clock_wrong(off(120))
    assert rules.is_clock_wrong(off(121))
    assert rules.is_clock_wrong(off(-121))
    assert not rules.is_clock_wrong(rules.clock_off(PhoneFacts(), NOW)), "it did not say"


def test_the_oldest_work_is_dated_by_the_server_s_clock_and_never_to_come() -> None:
    slow = PhoneFacts(at=NOW - timedelta(days=2), oldest=NOW - timedelta(days=2, hours=1))
    assert rules.oldest(slow, NOW) == NOW - timedelta(hours=1)
    assert rules.oldest(PhoneFacts(at=NOW, oldest=NOW + timedelta(hours=1)), NOW) == NOW
    assert rules.oldest(PhoneFacts(at=NOW, oldest=None), NOW) is None


def test_an_app_that_never_said_its_version_is_older_than_any_least_one() -> None:
    assert rules.is_too_old(None, 2000)
    assert rules.is_too_old(1999, 2000)
    assert not rules.is_too_old(2000, 2000)
    assert not rules.is_too_old(None, None), "the server names none"


def test_a_least_version_that_is_none_stops_the_start_with_a_sentence() -> None:
    with pytest.raises(SystemExit, match="HIENTRUONG_PHONE_APP_MINIMUM must have the form"):
        phone_facts.require_at_least("latest")
