"""The table of a case's life: complete, every state reachable, every end archivable, nothing in an archived file."""

from backend.casework.derived import states as rules
from backend.casework.rules.states import CLOSED, CLOSINGS, Effect
from schemas.casework.contents import CASE_CONTENTS
from schemas.casework.words import CaseAct, CaseState


def test_every_state_says_something_of_every_act() -> None:
    assert set(rules.TABLE) == {None, *CaseState}
    for state, cells in rules.TABLE.items():
        assert set(cells) == set(CaseAct), state


def test_every_act_has_a_content_and_some_state_in_which_it_takes_effect() -> None:
    assert set(CASE_CONTENTS) == set(CaseAct)
    for kind in CaseAct:
        assert any(rules.step(state, kind).effect is Effect.TAKES for state in rules.TABLE), kind


def nexts(state: CaseState | None) -> set[CaseState]:
    """Where the table leads from a state, the ways that a content chooses included."""
    found = {cell.next for cell in rules.TABLE[state].values() if cell.effect is Effect.TAKES}
    found |= set(CLOSINGS.get(state, {}).values()) if state else set()
    if state == CaseState.ARCHIVED:
        found |= set(CLOSED)
    return {one for one in found if one is not None}


def test_every_state_is_reached_from_nothing() -> None:
    reached: set[CaseState | None] = {None}
    while more := {one for state in reached for one in nexts(state)} - reached:
        reached |= more
    assert reached == {None, *CaseState}


def test_from_every_state_there_is_a_way_to_the_archive() -> None:
    for state in CaseState:
        reached = {state}
        while more := {one for each in reached for one in nexts(each)} - reached:
            reached |= more
        assert CaseState.ARCHIVED in reached, state


def test_nothing_but_reopening_happens_to_an_archived_file() -> None:
    assert rules.possible(CaseState.ARCHIVED) == [
        CaseAct.CASE_REOPENING_ASKED,
        CaseAct.CASE_REOPENED,
    ]


def test_what_the_inspection_did_is_taken_note_of_wherever_the_case_stands() -> None:
    for state in CaseState:
        for kind in rules.FOLLOWED:
            assert rules.step(state, kind).effect is not Effect.REFUSED


def test_no_sanction_before_the_violation_minutes_and_none_after_the_case_ended() -> None:
    can = {s for s in CaseState if rules.step(s, CaseAct.SANCTION_IMPOSED).effect is Effect.TAKES}
    assert can == {CaseState.DECISION_DUE}
