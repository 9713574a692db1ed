"""Assigns tests to the processes of a run: what starts a whole system comes first, and what shares
one stays together.

xdist gives each process a sequence of tests, and a process that is done takes the end of another's.
Slow files at the end would be taken in pieces, and the system that the tests of a file share would
be started in each process.
"""

from collections import defaultdict

import pytest

_SHARED = {"system", "forger"}
"""Fixtures that many tests of a process share and that take long to start."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Put the slow files at the beginnings of the processes' shares, in turn. All processes
    calculate the same order."""
    processes = getattr(config, "workerinput", {}).get("workercount", 1)
    if processes > 1:
        items[:] = shared_out(items, processes)


def shared_out(items: list[pytest.Item], processes: int) -> list[pytest.Item]:
    """The order in which each process begins with slow tests. The rest keeps its order."""
    slow = defaultdict[str, list[pytest.Item]](list)
    rest = []
    for item in items:
        together = _together(item)
        (slow[together] if together else rest).append(item)
    groups = list(slow.values())
    ordered: list[pytest.Item] = []
    for number in range(processes):
        ordered += (item for group in groups[number::processes] for item in group)
        share = max(0, len(items) * (number + 1) // processes - len(ordered))
        ordered += rest[:share]
        del rest[:share]
    return ordered + rest


def _together(item: pytest.Item) -> str:
    """What connects the test with others that should run next to it: a fixture of a file or folder,
    or its file. Nothing if it is not slow."""
    for name in _SHARED.intersection(getattr(item, "fixturenames", ())):
        return str(item._fixtureinfo.name2fixturedefs[name][-1].baseid)  # type: ignore[attr-defined]
    return item.nodeid.partition("::")[0] if item.get_closest_marker("slow") else ""
