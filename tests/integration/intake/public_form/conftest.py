"""Each test of the citizens' form begins with full turns."""

import pytest

from backend.intake.public_form import limits


@pytest.fixture(autouse=True)
def full_turns() -> None:
    """Forget what this process counted of earlier tests."""
    limits.start()
