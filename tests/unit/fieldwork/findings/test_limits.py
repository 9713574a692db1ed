"""Limits come from the environment, one by one; a wrong one stops the start with a sentence."""

import pytest

from backend.core import settings
from backend.core.limits import Limits

NEEDED = {
    "DATABASE_URL": "postgresql://app@localhost/x",
    "S3_ENDPOINT": "localhost:1",
    "S3_ACCESS_KEY": "a",
    "S3_SECRET_KEY": "b",
    "SPOOL_DIR": "/nowhere",
    "KEYS_DIR": "/nowhere",
}


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """What every start needs."""
    for name, value in NEEDED.items():
        monkeypatch.setenv(f"HIENTRUONG_{name}", value)


def test_without_any_the_limits_are_those_of_the_documentation() -> None:
    assert settings.load().findings == Limits()


def test_one_limit_is_set_and_the_others_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HIENTRUONG_FINDING_SPEED_KMH", "900")
    assert settings.load().findings == Limits(speed_kmh=900)


@pytest.mark.parametrize(
    ("name", "value"),
    [("SIMILAR_BITS", "8"), ("ADDRESS_M", "-1"), ("CLOCK_S", "2 minutes"), ("FIX_AGE_S", "")],
)
def test_a_limit_that_is_none_stops_the_start(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(f"HIENTRUONG_FINDING_{name}", value)
    with pytest.raises(SystemExit, match="HIENTRUONG_FINDING_"):
        settings.load()
