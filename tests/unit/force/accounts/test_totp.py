"""Which one-time codes count."""

from datetime import UTC, datetime, timedelta

import pyotp

from backend.force.accounts import totp

SEED = bytes(range(20))
NOW = datetime(2026, 11, 24, 2, 30, 10, tzinfo=UTC)
STEP = int(NOW.timestamp()) // 30


def code(steps: int) -> str:
    return pyotp.TOTP(totp.base32(SEED)).at(NOW + timedelta(seconds=30 * steps))


def test_the_present_code_and_the_one_before_count() -> None:
    assert totp.matching_step(SEED, code(0), NOW) == STEP
    assert totp.matching_step(SEED, code(-1), NOW) == STEP - 1


def test_older_codes_and_the_next_one_do_not() -> None:
    for steps in (-3, -2, 1, 2):
        assert totp.matching_step(SEED, code(steps), NOW) is None


def test_nonsense_is_no_code() -> None:
    for text in ("", "12345", "1234567", "12345６", "abcdef", "-12345", "1 2345"):
        assert totp.matching_step(SEED, text, NOW) is None


def test_nobody_has_a_code_without_a_seed() -> None:
    dummy = pyotp.TOTP(totp.base32(bytes(20))).at(NOW)
    assert totp.matching_step(None, dummy, NOW) is None


def test_a_seed_survives_base32() -> None:
    assert totp.from_base32(totp.base32(SEED)) == SEED
    assert totp.from_base32(totp.base32(SEED).lower()) == SEED
