"""Tests that may run a second time: browser tests of how pages look and are reached, and no others."""

from pathlib import Path

import pytest

from tests.architecture.tree import listed, name, python, text
from tests.support.timeouts import MAY_RUN_ONCE_MORE

MARK = "MAY_RUN_ONCE_MORE"
OF_LOSS_OR_AUTHORITY = (
    "tests/faults/",
    "tests/journeys/",
    "tests/integration/authorisation/",
    "tests/integration/operations/",
    "tests/integration/fieldwork/evidence/",
    "tests/integration/ledger/",
    "tests/integration/mobile_api/",
    "tests/integration/exchange/rescue/",
    "tests/phone_app/",
)
BUT_OF_LOOKS = {"tests/phone_app/test_screens.py", "tests/phone_app/test_webkit.py"}


def marked() -> list[Path]:
    """Test modules in which a test may run once more."""
    return [
        path for path in python("tests") if path.stem.startswith("test_") and MARK in text(path)
    ]


def test_no_test_of_loss_or_of_authority_runs_a_second_time() -> None:
    """Such a test exists for what it finds once in a thousand runs."""
    found = [
        file
        for file in map(name, marked())
        if file.startswith(OF_LOSS_OR_AUTHORITY)
        if file not in BUT_OF_LOOKS
    ]
    assert not found, listed(found)


def test_only_tests_of_a_browser_run_a_second_time() -> None:
    """Elsewhere a time limit that is exceeded now and then is a fault of the test or of our code."""
    found = [name(path) for path in marked() if "pytest.mark.browser" not in text(path)]
    assert found == ["tests/unit/test_timeouts.py"], listed(found)


def test_nothing_else_runs_tests_again() -> None:
    """There is one way with one list of reasons: no module has its own marker or option."""
    found = [
        f"{name(path)}"
        for path in python("tests")
        if name(path) not in {name(Path(__file__)), "tests/support/timeouts.py"}
        if "mark.flaky" in text(path) or "--reruns" in text(path)
    ]
    assert not found, listed(found)
    assert MAY_RUN_ONCE_MORE.mark.kwargs["reruns"] == 1


def test_every_browser_of_a_test_is_started_in_the_one_way_that_outlives_a_hanging_start() -> None:
    """A landing failed once because a browser hung before its first page."""
    found = [
        name(path)
        for path in python("tests")
        if name(path) not in {name(Path(__file__)), "tests/support/chromium.py"}
        if "chromium.launch(" in text(path) or "chromium.launch_persistent_context(" in text(path)
    ]
    assert not found, listed(found)


@pytest.mark.parametrize("folder", OF_LOSS_OR_AUTHORITY)
def test_the_folders_of_loss_and_authority_are_there(folder: str) -> None:
    """Otherwise a folder that moved would silently drop out of this list."""
    assert any(name(path).startswith(folder) for path in python("tests"))
