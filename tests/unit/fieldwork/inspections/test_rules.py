"""The life of an inspection, as a table: complete, and true to its promises over random sequences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.fieldwork.acts.index import ACTS
from backend.fieldwork.acts.submission import RULINGS
from backend.fieldwork.derived import states as rules
from backend.fieldwork.rules import steps
from backend.fieldwork.rules.steps import Effect
from schemas.fieldwork.words import ActType, InspectionState

STATES = [None, *InspectionState]
_SEQUENCES = st.lists(st.sampled_from(sorted(rules.OLDER_TYPES)), max_size=40)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("kind", sorted(rules.TYPES))
def test_every_act_is_answered_in_every_state(state: InspectionState | None, kind: ActType) -> None:
    cell = rules.step(state, kind)
    # A paper of the desk may be drafted before there is an inspection, and makes none.
    none_yet = state is None and ACTS[kind].of_desk_paper
    assert (cell.next is not None) == (cell.effect is Effect.TAKES and not none_yet)
    assert (cell.code is not None) == (cell.effect in (Effect.HELD, Effect.REFUSED))


def test_the_table_has_no_other_states_and_acts() -> None:
    assert set(rules.OLDER) == set(STATES)
    assert set(rules.OLDER[None]) == rules.TYPES
    assert all(set(rules.OLDER[state]) == rules.OLDER_TYPES for state in STATES if state)


def walk(kinds: list[ActType]) -> list[tuple[InspectionState | None, ActType, steps.Step]]:
    """Play acts on a fresh record; each step with the state before it."""
    state: InspectionState | None = None
    steps = []
    for kind in kinds:
        cell = rules.step(state, kind)
        steps.append((state, kind, cell))
        if cell.effect is Effect.TAKES:
            state = cell.next
    return steps


@given(_SEQUENCES)
def test_evidence_is_never_refused_and_only_evidence_is_held(kinds: list[ActType]) -> None:
    for _, kind, cell in walk(kinds):
        if kind in rules.EVIDENCE:
            assert cell.effect is not Effect.REFUSED
        else:
            assert cell.effect is not Effect.HELD


@given(_SEQUENCES)
def test_only_a_submitted_revision_is_ever_ruled_on(kinds: list[ActType]) -> None:
    for before, kind, cell in walk(kinds):
        if kind in {one.wire for one in RULINGS} and cell.effect is Effect.TAKES:
            assert before is InspectionState.SUBMITTED


@given(_SEQUENCES)
def test_an_approval_is_left_only_by_a_new_submission(kinds: list[ActType]) -> None:
    for before, kind, cell in walk(kinds):
        if before is InspectionState.APPROVED and cell.next not in (None, before):
            assert kind is ActType.INSPECTION_SUBMITTED


def test_minutes_that_are_in_effect_after_an_approval_were_admitted_or_taken_under_the_older_rule() -> (
    None
):
    approved = [
        (str(kind), True)
        for kind in (
            ActType.DECISION_ISSUED,
            ActType.INSPECTION_ANNOUNCED,
            ActType.MINUTES_WRITTEN,
            ActType.INSPECTION_SUBMITTED,
            ActType.MINUTES_APPROVED,
        )
    ]
    assert rules.fold(approved) is InspectionState.APPROVED
    assert rules.fold([*approved, ("minutes.written", False)]) is InspectionState.APPROVED
    assert rules.fold([*approved, ("minutes.written", True)]) is InspectionState.REVISING


@given(_SEQUENCES)
def test_a_refused_inspection_stays_refused(kinds: list[ActType]) -> None:
    for before, _, cell in walk(kinds):
        if before is InspectionState.REFUSED:
            assert cell.next in (None, InspectionState.REFUSED)


@given(_SEQUENCES)
def test_the_state_is_the_fold_of_the_acts(kinds: list[ActType]) -> None:
    steps = walk(kinds)
    taken = [(str(kind), cell.effect is Effect.TAKES) for _, kind, cell in steps]
    last = steps[-1] if steps else (None, None, None)
    state = last[2].next if last[2] and last[2].effect is Effect.TAKES else last[0]
    assert rules.fold(taken) == state


@given(_SEQUENCES)
def test_a_discarded_inspection_is_left_by_opening_it_again_alone(kinds: list[ActType]) -> None:
    for before, kind, cell in walk(kinds):
        if before is InspectionState.DISCARDED and cell.next not in (None, before):
            assert (kind, cell.next) == (ActType.INSPECTION_OPENED, InspectionState.OPENED)


def test_what_was_submitted_cannot_be_given_up() -> None:
    kept = {state for state in InspectionState if _discards(state) is not Effect.TAKES}
    assert kept == {
        InspectionState.DECIDED,
        InspectionState.SUBMITTED,
        InspectionState.APPROVED,
        InspectionState.REFUSED,
        InspectionState.DISCARDED,
    }


def _discards(state: InspectionState) -> Effect:
    return rules.step(state, ActType.INSPECTION_DISCARDED).effect
