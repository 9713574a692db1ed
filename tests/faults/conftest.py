"""The seed of a run, and where its measurements go."""

import logging

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


@pytest.fixture(autouse=True)
def quiet_clients() -> None:
    """Thousands of requests, and `-s` is for what was measured."""
    logging.getLogger("httpx").setLevel(logging.WARNING)
