"""The seed of a run, and where its measurements go."""

import pytest

from tests.faults.afterwards import Stopwatch


@pytest.fixture
def seed(pytestconfig: pytest.Config) -> int:
    """What `--seed` says: the same faults come again."""
    given: int = pytestconfig.getoption("--seed")
    return given


@pytest.fixture
def watch(request: pytest.FixtureRequest, seed: int) -> Stopwatch:
    """Prints what is measured, named by the test."""
    return Stopwatch(request.node.name.removeprefix("test_"), seed)
