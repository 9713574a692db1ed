"""Which request under a key of a machine is let in, and when its owner is told of the end."""

from datetime import date, timedelta

import pytest

from backend.force.rules import machines as rules

TODAY = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("203.0.113.0/28", "203.0.113.0/28"),
        (" 203.0.113.7 ", "203.0.113.7/32"),
        ("2001:db8::/48", "2001:db8::/48"),
        ("203.0.113.7/28", None),
        ("0.0.0.0/0", None),
        ("10.0.0.0/8", None),
        ("::/0", None),
        ("example.vn", None),
    ],
)
def test_a_network_names_some_addresses_and_not_the_world(text: str, stored: str | None) -> None:
    assert rules.network(text) == stored


@pytest.mark.parametrize(
    ("address", "inside"),
    [
        ("203.0.113.9", True),
        ("203.0.113.16", False),
        ("::ffff:203.0.113.9", True),
        ("2001:db8::1", True),
        ("2001:db9::1", False),
        ("", False),
        ("testserver", False),
    ],
)
def test_an_address_is_within_a_network_of_its_own_version(address: str, inside: bool) -> None:
    assert rules.is_within(address, ["203.0.113.0/28", "2001:db8::/48"]) is inside


def refusal(**given: object) -> str | None:
    said = {
        "expires_on": TODAY + timedelta(days=1),
        "stops_on": None,
        "today": TODAY,
        "networks": ["203.0.113.0/28"],
        "address": "203.0.113.1",
        "permissions": ["catalogue"],
        "wanted": "catalogue",
    }
    return rules.refusal(**(said | given))  # type: ignore[arg-type]  # facts by name


def test_a_request_is_refused_for_its_day_its_address_or_what_it_wants() -> None:
    assert refusal() is None
    assert refusal(expires_on=TODAY) == "machine_ended", "the day is the first without"
    assert refusal(stops_on=TODAY + timedelta(days=1)) is None
    assert refusal(stops_on=TODAY) == "machine_owner_gone"
    assert rules.stops_on(TODAY) == TODAY + timedelta(days=14)
    assert refusal(address="198.51.100.1") == "machine_address"
    assert refusal(wanted="figures") == "machine_permission"
    assert refusal(wanted="health") is None, "how it stands, every account may ask"


def test_each_warning_is_due_once_and_none_after_the_end() -> None:
    due = [rules.warned_of(TODAY + timedelta(days=left), TODAY) for left in range(-1, 32)]
    assert due == [None, None, 1, *[7] * 6, *[30] * 23, None]


def test_only_what_looks_like_a_key_is_looked_up() -> None:
    assert rules.is_shaped_like_a_key("htm_" + "a" * 43)
    assert not rules.is_shaped_like_a_key("htm_" + "a" * 42)
    assert not rules.is_shaped_like_a_key("a" * 47)
