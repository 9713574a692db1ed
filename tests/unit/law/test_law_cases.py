"""Every case of the law that was derived from the texts is answered as the texts say.

The cases are in tests/cases/law; its README says how to read a row, and lists the open ones.
"""

from functools import cache
from pathlib import Path

import pytest

from backend.casework.reckoner import service

CASES = Path(__file__).parents[2] / "cases" / "law"
_OPEN = "## Open"


@cache
def _run(name: str) -> dict[str, service.Compared]:
    found = service.run((CASES / f"{name}.csv").read_bytes())
    return {one.case.id: one for one in found}


def _open() -> set[str]:
    """Return the ids in the table of open cases of the README."""
    _, _, listed = (CASES / "README.md").read_text("utf-8").partition(_OPEN)
    rows = [line.split("|")[1] for line in listed.splitlines() if line.startswith("| `")]
    return {one.strip(" `") for row in rows for one in row.split(",")}


OPEN = _open()
EVERY = [
    pytest.param(path.stem, row, id=f"{path.stem}-{row}")
    for path in sorted(CASES.glob("*.csv"))
    for row in _run(path.stem)
]


@pytest.mark.parametrize(("name", "row"), EVERY)
def test_a_case_of_the_law_is_answered_as_the_texts_say(name: str, row: str) -> None:
    found = _run(name)[row]
    told = [f"{one.key}: expected {one.expected}, got {one.got or '–'}" for one in found.differs]
    if row in OPEN:
        assert told, "an open case is answered now: take it off the list of the README"
        return
    refused = found.answer.refused
    assert not told, f"{told} {refused.en if refused else ''} ({found.case.source})"


def test_open_cases_exist() -> None:
    known = {one.values[1] for one in EVERY}
    assert known >= OPEN, OPEN - known
