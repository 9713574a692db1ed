"""What an act may name of what the case has."""

from datetime import timedelta

import pytest

from backend.casework.derived.guards import guard
from backend.casework.rules import choices
from backend.casework.rules.guard_context import InspectionSeen
from schemas.casework.words import CaseAct, CaseState
from schemas.core.problems import Text
from schemas.fieldwork.words import InspectionState
from schemas.law.deadlines import Clock, ClockState
from tests.unit.casework.cases import made
from tests.unit.casework.cases.made import ident
from tests.unit.casework.cases.viewed import NOW, TODAY, case, paper, sheet


@pytest.mark.parametrize(
    ("form", "state", "offered"),
    [
        ("MBB01", "signed", True),
        ("MBB01", "delivered", True),
        ("MBB01", "draft", False),
        ("MBB01", "printed", False),
        ("BC", "replaced", False),
        ("MQĐ02", "replaced", True),
        ("MQĐ02", "cancelled", False),
    ],
)
def test_papers_in_force_are_named(form: str, state: str, offered: bool) -> None:
    view = case(CaseState.EXECUTING, papers=[paper(form, state)])
    assert bool(choices.papers(view)) is offered


def test_measures_that_are_not_done_keep_their_place() -> None:
    view = case(CaseState.EXECUTING, remedies=["a", "b", "c"], remedies_done=[1])
    assert choices.remedies(view) == [(0, "a"), (2, "c")]


def test_only_papers_made_elsewhere_are_own_writings() -> None:
    filed = sheet(4, TODAY)
    assert choices.filed_papers(case(CaseState.EXECUTING, folio=[filed])) == [filed]


@pytest.mark.parametrize("state", ClockState)
def test_what_is_over_is_not_extended(state: ClockState) -> None:
    clock = Clock(
        rule="D12",
        rule_set="2026-01-01",
        check=None,
        limit=None,
        trigger_act="violation.recorded",
        subject=None,
        half_at=NOW,
        met_at=None,
        moot_at=None,
        extended_by=None,
        calendar_undecided=False,
        lapses=False,
        watched=True,
        label=Text(vi="Thời hạn", en="Time limit"),
        citation=Text(vi="Điều 66", en="Art 66"),
        trigger_at=NOW,
        due_at=NOW + timedelta(days=7),
        state=state,
    )
    over = state in (ClockState.MET, ClockState.MET_LATE, ClockState.NOT_APPLICABLE)
    assert bool(choices.clocks(case(CaseState.DECISION_DUE, clocks=[clock]))) is not over


@pytest.mark.parametrize("state", InspectionState)
def test_a_case_is_opened_from_what_the_guard_takes(state: InspectionState) -> None:
    seen = InspectionSeen(
        id=ident("inspection"),
        state=state,
        team_size=3,
        leader_card_valid=True,
        no_conflict_declared=True,
        other_case=None,
    )
    content = made.inspected().facts.events[0].content
    found = guard(CaseAct.CASE_OPENED, content, None, made.guard_context(inspection=seen))
    refused = found is not None and found.code == "case_inspection_open"
    assert refused is (state not in choices.OPENS)
