"""Which papers have no use any more when an information ends, is merged or split (Circular 27/2020 Arts 9.3, 10.1)."""

import pytest

from backend.intake.rules.submitting import KINDS, is_over
from schemas.intake.words import InformationState as State

ENDED = (State.NO_ACTION, State.FORWARDED, State.REDIRECTED, State.PROPOSED, State.RESOLVED)
OPEN = (State.RECEIVED, State.VERIFYING, State.VIOLATION, State.ACCEPTED)


@pytest.mark.parametrize("state", ENDED)
def test_nobody_is_assigned_to_verify_what_ended_but_its_informant_is_still_told(
    state: State,
) -> None:
    assert is_over("QĐ-NV", state)
    assert not is_over("TB", state)
    assert not is_over("CV", state)


@pytest.mark.parametrize("form", sorted(KINDS))
def test_what_was_merged_or_split_goes_on_elsewhere_with_its_papers(form: str) -> None:
    assert is_over(form, State.MERGED)
    assert is_over(form, State.SPLIT)
    assert not any(is_over(form, state) for state in OPEN)


def test_a_report_is_nobody_s_to_decide_on_and_is_never_over() -> None:
    assert not any(is_over("BC", state) for state in State)
