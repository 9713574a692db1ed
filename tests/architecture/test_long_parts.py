"""How .ci/run splits the long tests: each test is in one part, and no part takes longer than a
landing can wait."""

import ast
import json
import re
from collections.abc import Iterator

from tests.architecture.tree import ROOT, listed, name, python, syntax, text
from tests.support.sampling import DRAWN

SECONDS = ROOT / "tests/long_seconds.json"
MOST_SECONDS = 7 * 60
_LONG = re.compile(r"pytest\.mark\.(long|sampled)|\bgiven\(")
_DRAWING = {"sample", "forger"}


def measured() -> dict[str, float]:
    """Seconds per test, as `make long-seconds` measured them."""
    seconds: dict[str, float] = json.loads(text(SECONDS))
    return seconds


def long_functions() -> Iterator[str]:
    """file::function of every test that is long in at least some cases, or in runs that sample
    nothing."""
    for path in python("tests"):
        tree = syntax(path)
        whole = any(
            isinstance(node, ast.Assign)
            and ast.unparse(node.targets[0]) == "pytestmark"
            and "pytest.mark.long" in ast.unparse(node.value)
            for node in tree.body
        )
        whole = whole or name(path).startswith(DRAWN)
        for node in tree.body:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                marks = " ".join(ast.unparse(each) for each in node.decorator_list)
                if node.name.startswith("test_") and (
                    whole or _LONG.search(marks) or samples(node)
                ):
                    yield f"{name(path)}::{node.name}"


def samples(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Tell whether a test draws from a corpus, by itself or through a fixture."""
    return bool(_DRAWING & {argument.arg for argument in node.args.args})


def test_what_was_measured_are_the_long_tests_of_today() -> None:
    """A new test counts as one of average length until `make long-seconds` has measured it. A
    renamed one must leave no entry behind."""
    known = {test.partition("[")[0] for test in measured()}
    today = set(long_functions())
    assert known <= today, listed(sorted(known - today))
    assert len(today - known) <= len(today) / 10, "time for `make long-seconds`"


def test_a_part_takes_seven_minutes_at_the_most() -> None:
    """Each test goes into the part that is shortest so far. A part may exceed the mean by its last
    test, and none is empty."""
    run = text(ROOT / ".ci/run")
    [parts] = re.findall(r"^long_parts=(\d+)$", run, re.MULTILINE)
    assert "--splitting-algorithm least_duration" in run
    seconds = list(measured().values())
    assert sum(seconds) / int(parts) + max(seconds) <= MOST_SECONDS
