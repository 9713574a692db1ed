"""The life of an inspection, as a table: complete, and true to its promises over random sequences."""

from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.inspections import rules
from backend.inspections.rules import Effect, PhotoFact, SignatureFact
from schemas.vocabulary import ActType, InspectionState

STATES = [None, *InspectionState]
_SEQUENCES = st.lists(st.sampled_from(sorted(rules.TYPES)), max_size=40)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("kind", sorted(rules.TYPES))
def test_every_act_is_answered_in_every_state(state: InspectionState | None, kind: ActType) -> None:
    cell = rules.TABLE[state][kind]
    assert (cell.next is not None) == (cell.effect is Effect.TAKES)
    assert (cell.code is not None) == (cell.effect in (Effect.HELD, Effect.REFUSED))


def test_the_table_has_no_other_states_and_acts() -> None:
    assert set(rules.TABLE) == set(STATES)
    assert all(set(row) == rules.TYPES for row in rules.TABLE.values())


def walk(kinds: list[ActType]) -> list[tuple[InspectionState | None, ActType, rules.Step]]:
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
        if kind in rules.RULINGS and cell.effect is Effect.TAKES:
            assert before is InspectionState.SUBMITTED


@given(_SEQUENCES)
def test_an_approval_is_left_only_by_new_minutes_or_a_new_submission(kinds: list[ActType]) -> None:
    for before, kind, cell in walk(kinds):
        if before is InspectionState.APPROVED and cell.next not in (None, before):
            assert kind in (ActType.MINUTES_WRITTEN, ActType.INSPECTION_SUBMITTED)


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


M, A, B = uuid4(), uuid4(), uuid4()
PHOTO = PhotoFact(sha256="a" * 64, in_force=True, stored=False)
GONE = PhotoFact(sha256="b" * 64, in_force=False, stored=True)


def signature(act_id: UUID, role: str, minutes: UUID = M) -> SignatureFact:
    """A signature on record."""
    return SignatureFact(act_id=act_id, minutes_id=minutes, role=role)


def fault(**changed: object) -> str | None:
    """Judge a submission that is right but for what changed."""
    given_facts: dict[str, object] = {
        "minutes": M,
        "minutes_in_force": M,
        "photos": ["a" * 64],
        "known_photos": [PHOTO, GONE],
        "signatures": [A, B],
        "known_signatures": [signature(A, "leader"), signature(B, "subject")],
        "places": [],
        "known_places": [],
    }
    return rules.submission_fault(**(given_facts | changed))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({}, None),
        ({"photos": []}, None),
        ({"minutes_in_force": uuid4()}, "minutes_not_in_force"),
        ({"minutes_in_force": None}, "minutes_not_in_force"),
        ({"photos": ["b" * 64]}, "photos_not_in_force"),
        ({"photos": ["c" * 64]}, "photos_not_in_force"),
        ({"photos": ["a" * 64, "a" * 64]}, "photos_not_in_force"),
        ({"places": [uuid4()]}, "places_unknown"),
        ({"signatures": [A, uuid4()]}, "signatures_unknown"),
        ({"signatures": [B]}, "leader_not_signed"),
        ({"signatures": [A]}, "subject_not_signed"),
        (
            {"known_signatures": [signature(A, "leader", uuid4()), signature(B, "subject")]},
            "signatures_of_other_minutes",
        ),
        (
            {"known_signatures": [signature(A, "leader"), signature(B, "witness")]},
            "subject_not_signed",
        ),
    ],
)
def test_a_submission_stands_only_on_what_is_here_and_in_force(
    changed: dict[str, object], code: str | None
) -> None:
    assert fault(**changed) == code


def test_an_absent_party_is_stood_in_for_by_authority_and_witness() -> None:
    third = uuid4()
    known = [signature(A, "leader"), signature(B, "authority"), signature(third, "witness")]
    assert fault(signatures=[A, B, third], known_signatures=known) is None
