"""A browser that waited too long gets a second try, which is told; nothing else does."""

import subprocess
import sys
from pathlib import Path

import pytest

from deploy import surroundings

_SCENE = """
from tests.support.timeouts import MAY_RUN_ONCE_MORE, BrowserTimedOut
from playwright.async_api import TimeoutError as PlaywrightTimedOut

tries = []

{mark}
def test_of_a_page():
    tries.append(1)
    if len(tries) <= {failures}:
        raise {error}
"""
_WEBKIT = "BrowserTimedOut('30 s for «Mã PIN mới»')"
_PLAYWRIGHT = "PlaywrightTimedOut('Page.click: Timeout 30000ms exceeded.')"
_EXPECT = """AssertionError('Locator expected to be visible ... Expect "to_be_visible" with timeout 5000ms')"""


def run(folder: Path, *, error: str, failures: int, mark: str = "@MAY_RUN_ONCE_MORE") -> str:
    """A test that fails so often, run as the suite is; what pytest says."""
    file = folder / "test_scene.py"
    file.write_text(_SCENE.format(mark=mark, failures=failures, error=error))
    words = [sys.executable, "-m", "pytest", "-raR", "-p", "no:cacheprovider", str(file)]
    done = subprocess.run(
        words,
        cwd=folder,
        env=surroundings.for_child({"PYTHONPATH": str(surroundings.ROOT)}),
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout


@pytest.mark.parametrize("error", [_WEBKIT, _PLAYWRIGHT, _EXPECT])
def test_a_browser_that_timed_out_is_tried_once_more_and_that_is_said(
    tmp_path: Path, error: str
) -> None:
    said = run(tmp_path, error=error, failures=1)
    assert "RERUN test_scene.py::test_of_a_page" in said
    assert "1 passed, 1 rerun" in said


def test_there_is_no_third_try(tmp_path: Path) -> None:
    assert "1 failed, 1 rerun" in run(tmp_path, error=_WEBKIT, failures=2)


@pytest.mark.parametrize(
    "error", ["AssertionError('1 photograph is missing')", "TimeoutError()", "ValueError('x')"]
)
def test_any_other_failure_stands(tmp_path: Path, error: str) -> None:
    said = run(tmp_path, error=error, failures=1)
    assert "1 failed in" in said


def test_a_test_that_is_not_marked_runs_once(tmp_path: Path) -> None:
    assert "1 failed in" in run(tmp_path, error=_WEBKIT, failures=1, mark="")
