"""A lawyer's own cases are read from a spreadsheet's table, and compared with what is answered."""

import pytest

from backend.law.rules import reckoned_cases as cases
from schemas.core.problems import Text
from schemas.law.reckoning import Asked, Reckoning

HEAD = "id,kind,facts,expected,source,certainty,note\n"


def _unread() -> Reckoning:
    said = Text(vi="Thiếu ngày.", en="A day is missing.")
    return Reckoning(asked=Asked.DEADLINE, book="x", facts={}, result={}, refused=said)


def _answer(**result: str) -> Reckoning:
    return Reckoning(asked=Asked.DEADLINE, book="x", facts={}, result=result)


def test_a_row_says_what_is_asked_given_and_expected() -> None:
    row = 'a1,deadline,"rule=D12; start=2026-03-02","last_day = 2026-03-11",L 66.1.a,R2,\n'
    (case,) = cases.read((HEAD + row).encode("utf-8-sig"))
    assert case.kind is Asked.DEADLINE
    assert case.facts == {"rule": "D12", "start": "2026-03-02"}
    assert case.expected == {"last_day": "2026-03-11"}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"id,kind\na,deadline\n", "columns are missing: facts, expected, source, certainty"),
        ((HEAD + "a,tides,,,,,\n").encode(), "line 2: 'tides'"),
        ((HEAD + "a,deadline,start,,,,\n").encode(), "line 2: “start”: write key=value"),
        ((HEAD + "a,deadline,r=1; r=2,,,,\n").encode(), "line 2: “r” stands twice"),
        ((HEAD + "a,deadline,,,,,\na,explain,,,,,\n").encode(), "ids stand twice: a"),
        ("id".encode("utf-16"), "not UTF-8"),
        ((HEAD + f"a,deadline,{'x' * 200_000},,,,\n").encode(), "after line 1: field larger than"),
    ],
)
def test_a_table_that_cannot_be_read_says_where_and_what_to_write(
    content: bytes, told: str
) -> None:
    with pytest.raises(cases.CaseFault) as fault:
        cases.read(content)
    assert told in str(fault.value)


def test_only_what_is_expected_is_compared_and_lists_have_no_order() -> None:
    answer = _answer(may="no", why="fine_beyond+remedy_beyond", lowest="team_head")
    assert not cases.differences({"may": "no", "why": "remedy_beyond+fine_beyond"}, answer)
    (wrong,) = cases.differences({"may": "yes"}, answer)
    assert (wrong.key, wrong.expected, wrong.got) == ("may", "yes", "no")
    (silent,) = cases.differences({"amount": "1"}, answer)
    assert silent.got is None


def test_a_question_that_cannot_be_answered_meets_no_expectation_of_a_refusal() -> None:
    assert cases.differences({"refused": "yes"}, _unread())
    assert cases.differences({"last_day": "2026-01-01"}, _unread())
    assert not cases.differences({"refused": "yes"}, _answer(refused="yes"))


@pytest.mark.parametrize(
    ("key", "wanted", "got", "meets"),
    [
        ("why", "fine_beyond", "remedy_beyond+fine_beyond", True),
        ("why", "fine_beyond/value_missing", "value_missing", True),
        ("why", "fine_beyond", "remedy_beyond", False),
        ("last_day", "2026-03-11..2026-03-13", "2026-03-12", True),
        ("last_day", "2026-03-11..2026-03-13", "2026-03-14", False),
        ("to", "executing/enforcing", "enforcing", True),
        ("remedies", "destroy/recycle+disgorge", "disgorge+recycle/destroy", True),
        ("remedies", "destroy/recycle", "destroy", False),
    ],
)
def test_an_expectation_may_leave_open_what_the_text_leaves_open(
    key: str, wanted: str, got: str, meets: bool
) -> None:
    assert bool(cases.differences({key: wanted}, _answer(**{key: got}))) is not meets
