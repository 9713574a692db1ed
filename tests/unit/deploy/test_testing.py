"""`hientruong test` leaves out what takes minutes or a browser, and never what was asked for."""

import pytest

from deploy.testing import environment, leaves_out_long, words_for_pytest

STEAL = ("--dist", "worksteal")


@pytest.mark.parametrize(
    ("asked", "runs"),
    [
        ([], ["-m", "(not long)"]),
        (["-x", "tests/unit"], ["-x", "tests/unit", "-m", "(not long)"]),
        (["--all", "-x"], ["-x"]),
        (["-m", "long"], ["-m", "(long)"]),
        (["-mlong"], ["-m", "(long)"]),
        (["-m", "slow", "-m=browser or slow"], ["-m", "(browser or slow)"]),
    ],
)
def test_long_tests_run_when_they_are_asked_for(asked: list[str], runs: list[str]) -> None:
    assert words_for_pytest(asked, browser=True, cores=1) == runs


@pytest.mark.parametrize(
    ("asked", "runs"),
    [
        ([], ["-m", "(not long) and (not browser)"]),
        (["--all"], ["-m", "(not browser)"]),
        (["-m", "slow or long"], ["-m", "(slow or long) and (not browser)"]),
    ],
)
def test_without_a_browser_what_was_asked_for_still_holds(
    asked: list[str], runs: list[str]
) -> None:
    assert words_for_pytest(asked, browser=False, cores=1) == runs


@pytest.mark.parametrize(
    ("asked", "cores", "runs"),
    [
        ([], 2, ["-n", "3", *STEAL, "-m", "(not long)"]),
        (["-q", "-x"], 64, ["-q", "-x", "-n", "4", *STEAL, "-m", "(not long)"]),
        (
            ["--sample-seed=7"],
            2,
            ["--sample-seed=7", "-n", "3", *STEAL, "-m", "(not long)"],
        ),
        (["--durations=9"], 2, ["--durations=9", "-n", "3", *STEAL, "-m", "(not long)"]),
        (["tests/unit"], 2, ["tests/unit", "-m", "(not long)"]),
        (["-m", "long"], 2, ["-m", "(long)"]),
        (["--all"], 2, []),
    ],
)
def test_the_whole_suite_alone_runs_side_by_side(
    asked: list[str], cores: int, runs: list[str]
) -> None:
    assert words_for_pytest(asked, browser=True, cores=cores) == runs


@pytest.mark.parametrize(
    ("asked", "said"),
    [([], True), (["-k", "x"], True), (["--all"], False), (["-m", "long"], False)],
)
def test_it_is_said_when_long_tests_are_left_out(asked: list[str], said: bool) -> None:
    assert leaves_out_long(asked) is said


def test_python_keeps_what_it_compiled_whatever_the_image_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("HIENTRUONG_DATA_DIR", "/nowhere")
    given = environment()
    assert "PYTHONDONTWRITEBYTECODE" not in given
    assert "HIENTRUONG_DATA_DIR" not in given
    assert given["PATH"]
