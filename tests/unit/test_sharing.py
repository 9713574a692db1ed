"""How a run of several processes orders its tests: what is slow begins, what shares a system stays together."""

from types import SimpleNamespace
from typing import Any

import pytest

from tests.support.sharing import shared_out


def a_test(file: str, name: str, *, system: str = "", slow: bool = False) -> Any:
    """A collected test; `system` says which file or folder defines the system that it shares."""
    return SimpleNamespace(
        nodeid=f"{file}::{name}",
        fixturenames=["system"] if system else [],
        get_closest_marker=lambda marker: (slow and marker == "slow") or None,
        _fixtureinfo=SimpleNamespace(
            name2fixturedefs={"system": [SimpleNamespace(baseid=system)]} if system else {}
        ),
    )


FOLDER = [a_test(f"phone/test_{letter}.py", "shares", system="phone") for letter in "ab"]
FILE = [a_test("test_up.py", f"shares_{number}", system="test_up.py") for number in range(3)]
SLOW = [a_test("test_kills.py", f"kills_{number}", slow=True) for number in range(2)]
QUICK = [a_test("test_words.py", f"word_{number}") for number in range(20)]
ALL = [*QUICK[:5], *FOLDER[:1], *QUICK[5:9], *FILE, *QUICK[9:15], *SLOW, *QUICK[15:], *FOLDER[1:]]


@pytest.mark.parametrize("processes", [1, 2, 3, 4, 40])
def test_every_test_is_there_once_and_the_quick_ones_in_their_order(processes: int) -> None:
    ordered = shared_out(ALL, processes)
    assert sorted(map(id, ordered)) == sorted(map(id, ALL))
    assert [test for test in ordered if test in QUICK] == QUICK


def test_each_process_begins_with_what_is_slow_and_what_shares_a_system_is_in_one() -> None:
    ordered = shared_out(ALL, 3)
    share = len(ALL) // 3
    begins = [ordered[share * number : share * number + 3] for number in range(3)]
    assert begins == [[*FOLDER, QUICK[0]], FILE, [*SLOW, QUICK[13]]]


def test_what_is_slow_may_be_more_than_a_share() -> None:
    assert shared_out([*QUICK[:1], *FILE], 2) == [*FILE, *QUICK[:1]]
