"""What stands against acts of execution: each rule with its article. See test_guards.py for the others."""

from datetime import timedelta

from schemas import case_execution_acts as x
from schemas import case_side_acts as s
from schemas.case_words import CaseAct, ExhibitState
from tests.unit.cases import made
from tests.unit.cases.made import NOW, TODAY, ident
from tests.unit.cases.test_guards import code


def test_enforcement_waits_for_the_time_to_comply_and_lapse_for_the_year() -> None:
    facts = made.recorded().facts
    ordered = x.EnforcementOrdered(measure="Khấu trừ tiền", decided_on=TODAY, document_id=None)
    lapsed = x.ExecutionLapsed(lapsed_on=TODAY, reason="Quá một năm")
    later = NOW + timedelta(seconds=1)
    assert code(ordered, facts, due={"D15": later}) == "case_enforce_early"
    assert code(ordered, facts, due={"D15": NOW}) == "case_decision_filed"
    assert code(lapsed, facts, due={"D18": later}) == "case_lapse_early"
    assert code(lapsed, facts, due={"D18": NOW}) is None


def test_a_case_with_things_still_held_is_neither_closed_nor_archived() -> None:
    case = made.seized()
    assert code(x.CaseArchived(archived_on=TODAY, shelf=None), case.facts) == "case_exhibits_open"
    moved = s.ExhibitsDisposed(
        exhibits=[ident("thing 1"), ident("thing 2")],
        disposition=ExhibitState.TRANSFERRED,
        on=TODAY,
        document_id=None,
        proceeds=None,
        reason="Chuyển cơ quan điều tra",
    )
    case.add(CaseAct.EXHIBITS_DISPOSED, moved)
    assert code(x.CaseArchived(archived_on=TODAY, shelf=None), case.facts) is None
