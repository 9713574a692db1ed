"""A living demonstration that a module's tests share: fixture `living`."""

from collections.abc import Iterator

import pytest

from tests.integration.deploy.running import Running, up

WHOLE = "the history of the demonstration is whole"
STOPPED = "the history stopped"


@pytest.fixture(scope="module")
def living(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A living demonstration whose history was interrupted once, went on, and is whole."""
    folder = tmp_path_factory.mktemp("living") / "data"
    with up(folder, "--demo", "living") as first:
        assert first.is_ready(), "before its history is there"
        _read_until(first, "20%")
        first.interrupt()
    with up(folder, port=first.port) as running:
        said = _read_until(running, WHOLE)
        assert " 10%" not in said, "it begins where it stopped"
        yield running


def _read_until(running: Running, word: str) -> str:
    said = ""
    for line in running.process.stdout or ():
        said += line
        assert STOPPED not in line, (running.folder / "logs/history.log").read_text()
        if word in line:
            return said
    raise AssertionError(f"it ended before it said {word!r}: {said}")
