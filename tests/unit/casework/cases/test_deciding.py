"""Which acts decide, so that a role alone does not do them."""

from backend.casework.derived import deciding
from backend.casework.derived.authority import OF_THE_HEAD
from schemas.casework.words import CaseAct


def test_only_acts_of_who_has_the_authority_decide() -> None:
    assert set(deciding.DECISIONS) <= OF_THE_HEAD


def test_what_enters_a_paper_that_was_judged_when_signed_is_not_asked_again() -> None:
    judged = {
        CaseAct.FINE_REDUCED,
        CaseAct.EXECUTION_POSTPONED,
        CaseAct.INSTALMENTS_GRANTED,
        CaseAct.REMEDY_ORDERED,
    }
    assert not (judged | {CaseAct.SEIZURE_DECIDED, CaseAct.CRIME_REFERRED}) & set(
        deciding.DECISIONS
    )


def test_a_decision_on_the_violation_states_nothing_of_what_follows_it() -> None:
    for one in deciding.DECISIONS.values():
        assert not one.papers & {"MQĐ01", "MQĐ02", "MQĐ14", "MQĐ15"}
