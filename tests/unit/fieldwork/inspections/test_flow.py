"""The life of an inspection with a draft before and a file after: complete, and true to its promises."""

import hashlib
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.fieldwork.acts.submission import RULINGS
from backend.fieldwork.derived import states as rules
from backend.fieldwork.rules import flow, steps
from backend.fieldwork.rules.steps import Effect
from schemas.fieldwork.minutes_flow import FLOW
from schemas.fieldwork.words import ActType, InspectionState

_SEQUENCES = st.lists(st.sampled_from(sorted(rules.TYPES)), max_size=40)


@pytest.mark.parametrize("state", rules.REACHED)
@pytest.mark.parametrize("kind", sorted(rules.TYPES))
def test_every_act_is_answered_in_every_state(state: InspectionState, kind: ActType) -> None:
    cell = rules.NEWER[state][kind]
    assert (cell.next is not None) == (cell.effect is Effect.TAKES)
    assert (cell.code is not None) == (cell.effect in (Effect.HELD, Effect.REFUSED))


def test_the_table_has_no_other_acts_and_leads_to_no_other_state() -> None:
    assert set(rules.NEWER) == set(rules.REACHED)
    for row in rules.NEWER.values():
        assert set(row) == rules.TYPES
        assert {cell.next for cell in row.values()} - {None} <= set(rules.REACHED)


def walk(kinds: list[ActType]) -> list[tuple[InspectionState | None, ActType, steps.Step]]:
    """Play acts on a fresh record; each step with the state before it."""
    state: InspectionState | None = None
    taken = []
    for kind in kinds:
        cell = rules.step(state, kind, FLOW)
        taken.append((state, kind, cell))
        if cell.effect is Effect.TAKES:
            state = cell.next
    return taken


@given(_SEQUENCES)
def test_evidence_is_never_refused_and_only_evidence_is_held(kinds: list[ActType]) -> None:
    for _, kind, cell in walk(kinds):
        if kind in rules.EVIDENCE:
            assert cell.effect is not Effect.REFUSED
        else:
            assert cell.effect is not Effect.HELD


@given(_SEQUENCES)
def test_no_minutes_take_effect_after_the_submission_and_nothing_leads_back_before_it(
    kinds: list[ActType],
) -> None:
    final = (InspectionState.SUBMITTED, InspectionState.APPROVED)
    for before, kind, cell in walk(kinds):
        if before in final:
            assert cell.next in (None, *final)
            if kind is ActType.MINUTES_WRITTEN:
                assert (cell.effect, cell.code) == (Effect.HELD, "minutes_final")


@given(_SEQUENCES)
def test_the_team_discards_nothing_by_itself(kinds: list[ActType]) -> None:
    for _, kind, cell in walk(kinds):
        heads = (ActType.DECISION_WITHDRAWN, ActType.DECISION_LAPSED)
        if cell.next is InspectionState.DISCARDED and kind not in heads:
            assert _ is InspectionState.DISCARDED


@given(_SEQUENCES)
def test_an_approval_is_never_left(kinds: list[ActType]) -> None:
    for before, _, cell in walk(kinds):
        if before is InspectionState.APPROVED:
            assert cell.next in (None, InspectionState.APPROVED)


@given(_SEQUENCES, st.booleans())
def test_the_state_is_the_fold_of_the_acts(kinds: list[ActType], own_file: bool) -> None:
    state: InspectionState | None = None
    taken = []
    for kind in kinds:
        cell = rules.step(state, kind, FLOW)
        taken.append((str(kind), cell.effect is Effect.TAKES))
        if cell.effect is Effect.TAKES:
            state = cell.next
            if own_file:
                state = rules.of_own_file(kind, FLOW) or state
    assert rules.fold(taken, FLOW, own_file=own_file) == state


@pytest.mark.parametrize("kind", sorted(one.wire for one in RULINGS))
@pytest.mark.parametrize("state", rules.REACHED)
def test_signed_minutes_are_neither_returned_nor_approved_nor_refused(
    kind: ActType, state: InspectionState
) -> None:
    assert rules.NEWER[state][kind].code == "flow_newer"


@pytest.mark.parametrize("kind", sorted(rules.NEWER_TYPES))
def test_an_older_record_knows_none_of_its_acts(kind: ActType) -> None:
    assert rules.step(InspectionState.SUBMITTED, kind).code == "flow_older"


def test_hashes_are_over_the_canonical_form_as_written_down() -> None:
    """RFC 8785: keys in order, no blanks; the expectation is written out by hand."""
    minutes = UUID("01890000-0000-7000-8000-000000000001")
    photo = "ab" * 32
    draft = f'{{"minutes":"{minutes}","photos":["{photo}"]}}'
    assert flow.draft_hash(minutes, [photo]) == hashlib.sha256(draft.encode()).hexdigest()
    revision = "cd" * 32
    file = f'{{"addenda":["{minutes}"],"revision":"{revision}","supplements":[]}}'
    assert flow.file_hash(revision, [minutes], []) == hashlib.sha256(file.encode()).hexdigest()
