"""What a certificate is worth now, as its owner's page says it."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from backend.documents.signing.own_certificates import standing

NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("changed", "worth"),
    [
        ({}, "valid"),
        ({"valid_to": NOW}, "valid"),
        ({"valid_to": NOW - timedelta(seconds=1)}, "expired"),
        ({"held_since": NOW}, "held"),
        ({"held_since": NOW, "valid_to": NOW - timedelta(seconds=1)}, "expired"),
        ({"revoked_at": NOW, "held_since": NOW}, "revoked"),
    ],
)
def test_what_a_certificate_is_worth(changed: dict[str, Any], worth: str) -> None:
    given = {"revoked_at": None, "held_since": None, "valid_to": NOW + timedelta(days=1)}
    row: Any = SimpleNamespace(**(given | changed))
    assert standing(row, NOW) == worth
