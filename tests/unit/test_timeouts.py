"""A browser that waited too long gets a second try, which is told; nothing else does."""

import subprocess
import sys
from pathlib import Path

import pytest
from playwright.async_api import TimeoutError as PlaywrightTimedOut

from deploy import surroundings
from tests.support.chromium import STARTS, started

SCENES = """
from playwright.async_api import TimeoutError as PlaywrightTimedOut

from tests.support.timeouts import MAY_RUN_ONCE_MORE, BrowserTimedOut

tries = {}

def fail(name, times, error):
    tries[name] = tries.get(name, 0) + 1
    if tries[name] <= times:
        raise error

@MAY_RUN_ONCE_MORE
def test_webkit_once():
    fail("webkit", 1, BrowserTimedOut("30 s for «Mã PIN mới»"))

@MAY_RUN_ONCE_MORE
def test_playwright_once():
    fail("playwright", 1, PlaywrightTimedOut("Page.click: Timeout 30000ms exceeded."))

@MAY_RUN_ONCE_MORE
def test_expected_once():
    fail("expect", 1, AssertionError('not found; Expect "to_be_visible" with timeout 5000ms'))

@MAY_RUN_ONCE_MORE
def test_webkit_twice():
    fail("twice", 2, BrowserTimedOut("30 s"))

@MAY_RUN_ONCE_MORE
def test_a_loss():
    fail("loss", 1, AssertionError("1 photograph is missing"))

@MAY_RUN_ONCE_MORE
def test_another_time_limit():
    fail("limit", 1, TimeoutError())

def test_not_marked():
    fail("not marked", 1, BrowserTimedOut("30 s"))
"""


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What pytest says of the scenes, run as the suite is."""
    folder: Path = tmp_path_factory.mktemp("scenes")
    (folder / "test_scenes.py").write_text(SCENES)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-raR", "-p", "no:cacheprovider", "test_scenes.py"],
        cwd=folder,
        env=surroundings.for_child({"PYTHONPATH": str(surroundings.ROOT)}),
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout


@pytest.mark.parametrize("scene", ["webkit_once", "playwright_once", "expected_once"])
def test_a_browser_that_timed_out_is_tried_once_more_and_that_is_said(
    said: str, scene: str
) -> None:
    assert f"RERUN test_scenes.py::test_{scene}" in said
    assert f"FAILED test_scenes.py::test_{scene}" not in said


def test_there_is_no_third_try(said: str) -> None:
    assert "FAILED test_scenes.py::test_webkit_twice" in said
    assert said.count("RERUN test_scenes.py::test_webkit_twice") == 1


@pytest.mark.parametrize("scene", ["a_loss", "another_time_limit", "not_marked"])
def test_any_other_failure_stands(said: str, scene: str) -> None:
    assert f"FAILED test_scenes.py::test_{scene}" in said
    assert f"RERUN test_scenes.py::test_{scene}" not in said


def test_the_last_line_counts_what_was_run_again(said: str) -> None:
    assert "4 failed, 3 passed, 4 rerun in" in said.splitlines()[-1]


class Launch:
    """A browser that hangs on its first starts."""

    def __init__(self, hangs: int) -> None:
        self.hangs = hangs
        self.begun = 0

    async def __call__(self, *_: object, timeout: float) -> str:
        self.begun += 1
        if self.begun <= self.hangs:
            raise PlaywrightTimedOut(f"Timeout {timeout:.0f}ms exceeded.")
        return "running"


async def test_a_browser_that_hangs_while_it_starts_is_started_again() -> None:
    assert await started(Launch(hangs=STARTS - 1)) == "running"


async def test_a_browser_that_never_starts_is_an_error() -> None:
    launch = Launch(hangs=STARTS)
    with pytest.raises(PlaywrightTimedOut):
        await started(launch)
    assert launch.begun == STARTS
