"""Corpora from which the main suite draws a sample and which a long run tests completely.

A corpus (hostile files, forms, byte flips, every role at every route, what Hypothesis generates)
finds something once in many runs, but costs time in each of them. A run that leaves the long tests
out therefore draws a part, by a seed that changes with each run. Any other run uses all of it, and
`-m long` counts such tests among the long ones. `--sample-seed` draws the same part again.

A test takes part in one of three ways: its cases are marked `sampled`, it names the fixture
`sample`, or it is one of Hypothesis's. Of the tests of the desk's pages and of the casework
(`DRAWN`) a run of the whole suite without the long ones takes half of each folder: they take a
third of its time.
"""

import random
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from math import ceil
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, settings

Case = TypeVar("Case")

WHOLE, PART = "whole", "part"
"""Hypothesis's profiles; the second is for runs that leave long tests out."""
FEWER = 4
"""In such runs Hypothesis tries a quarter of its examples."""
FEWEST_EXAMPLES = 5

DRAWN = (
    "tests/integration/admin_ui/",
    "tests/integration/casework/cases/",
    "tests/integration/casework/issued_documents/",
)
"""Folders in whose folders a run of the suite without long tests draws one test in `DRAWN_ONE_IN`. The
rules behind the pages and the acts have tests of their own, which are never drawn."""
DRAWN_ONE_IN = 2

_SEED = pytest.StashKey[int]()
_EVERYTHING = pytest.StashKey[bool]()


class Sample:
    """What a test uses of its corpora. `whole` is set if that is everything."""

    def __init__(self, chance: random.Random, *, whole: bool) -> None:
        self.chance = chance
        self.whole = whole

    def of(
        self,
        corpus: Iterable[Case],
        *,
        one_in: int,
        each: Callable[[Case], Hashable] | None = None,
    ) -> list[Case]:
        """Return one in `one_in` entries of a corpus, drawn at random and in the corpus's order,
        and at least one of each kind that `each` distinguishes."""
        cases = list(corpus)
        if self.whole:
            return cases
        kinds = defaultdict[Hashable, list[int]](list)
        for number, case in enumerate(cases):
            kinds[each(case) if each else None].append(number)
        drawn: set[int] = set()
        for numbers in kinds.values():
            drawn.update(self.chance.sample(numbers, ceil(len(numbers) / one_in)))
        return [cases[number] for number in sorted(drawn)]


def is_whole() -> bool:
    """Tell whether this run takes all of its corpora."""
    return settings.get_current_profile_name() != PART


def examples(whole: int) -> int:
    """Return how many examples a property test with its own number tries in this run."""
    return whole if is_whole() else max(FEWEST_EXAMPLES, whole // FEWER)


@pytest.fixture
def sample(request: pytest.FixtureRequest) -> Sample:
    """Draw what the test uses of a corpus in this run."""
    return _sample(request.config, request.node.nodeid)


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Choose the seed before Hypothesis's plugin asks for its own. A process of xdist gets the seed
    of its run."""
    handed_on = getattr(config, "workerinput", {}).get("sample_seed")
    given = config.getoption("--sample-seed")
    seed = next(
        (each for each in (handed_on, given) if each is not None),
        random.SystemRandom().randrange(1_000_000),
    )
    config.stash[_SEED] = seed
    whole_suite = config.args_source is pytest.Config.ArgsSource.TESTPATHS
    config.stash[_EVERYTHING] = getattr(config, "workerinput", {}).get("whole_suite", whole_suite)
    if config.option.hypothesis_seed is None:
        config.option.hypothesis_seed = str(seed)
    if config.option.hypothesis_profile is None:
        # How long an example takes, or takes to draw, only shows how busy the machine is.
        at_leisure = settings(
            deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=False
        )
        examples = settings.default.max_examples
        settings.register_profile(WHOLE, at_leisure)
        settings.register_profile(PART, at_leisure, max_examples=examples // FEWER)
        config.option.hypothesis_profile = PART if _is_part(config) else WHOLE


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Pass the seed to a process of xdist: all of them have to collect exactly the same tests."""
    node.workerinput["sample_seed"] = node.config.stash[_SEED]
    node.workerinput["whole_suite"] = node.config.stash[_EVERYTHING]


def pytest_report_header(config: pytest.Config) -> str:
    """Print the seed, so that the run can be repeated."""
    return _said(config)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Print the seed after the failures as well: in a log of thousands of tests the header is far
    away."""
    if terminalreporter.stats.keys() & {"failed", "error"}:
        terminalreporter.write_line(_said(config))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what was not drawn, as one of the long tests. In a whole run the complete corpus is
    one."""
    if not _is_part(config):
        for item in items:
            if _has_corpus(item) or item.nodeid.startswith(DRAWN):
                item.add_marker(pytest.mark.long)
        return
    if config.stash[_EVERYTHING]:
        _draw_folders(config, items)
    functions = defaultdict[str, list[pytest.Function]](list)
    for item in items:
        if isinstance(item, pytest.Function) and item.get_closest_marker("sampled"):
            functions[item.nodeid.partition("[")[0]].append(item)
    for function, cases in functions.items():
        drawn = _drawn(_sample(config, function), cases)
        for item in cases:
            if item not in drawn:
                item.add_marker(pytest.mark.long)


def _draw_folders(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out half of the tests of each drawn folder: a test goes with all of its cases."""
    folders = defaultdict[str, dict[str, list[pytest.Item]]](lambda: defaultdict(list))
    for item in items:
        if item.nodeid.startswith(DRAWN) and item.get_closest_marker("long") is None:
            folder = item.nodeid.partition("::")[0].rpartition("/")[0]
            folders[folder][item.nodeid.partition("[")[0]].append(item)
    for folder, tests in folders.items():
        drawn = set(_sample(config, folder).of(tests, one_in=DRAWN_ONE_IN))
        for test in tests.keys() - drawn:
            for item in tests[test]:
                item.add_marker(pytest.mark.long)


def _drawn(sample: Sample, cases: list[pytest.Function]) -> list[pytest.Function]:
    marker = cases[0].get_closest_marker("sampled")
    assert marker is not None
    each: Callable[[dict[str, Any]], Hashable] = marker.kwargs.get("each", len)
    return sample.of(
        cases,
        one_in=marker.kwargs["one_in"],
        each=lambda item: each(item.callspec.params),
    )


def _has_corpus(item: pytest.Item) -> bool:
    return (
        item.get_closest_marker("sampled") is not None
        or "sample" in getattr(item, "fixturenames", ())
        or getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
    )


def _is_part(config: pytest.Config) -> bool:
    return "not long" in config.option.markexpr


def _sample(config: pytest.Config, test: str) -> Sample:
    """Each test draws with its own random generator, so that it does not matter which other tests
    run."""
    return Sample(random.Random(f"{config.stash[_SEED]} {test}"), whole=not _is_part(config))


def _said(config: pytest.Config) -> str:
    what = "a part of each corpus" if _is_part(config) else "all of each corpus"
    return f"sampled: {what}; --sample-seed {config.stash[_SEED]} draws the same again"
