"""The stages of a case by law: what is done and when, where it stands, what lies ahead."""

from datetime import timedelta

import msgspec
import pytest

from backend.casework.derived import stages
from backend.casework.rules.facts import Facts
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.acts import intake as case_intake_acts
from schemas.casework.acts import proceedings as case_acts
from schemas.casework.stages import Stage, StageName
from schemas.casework.words import CaseAct, CaseState, CloseOutcome, ExplanationMode
from tests.unit.casework.cases.made import (
    NOW,
    TODAY,
    Made,
    ident,
    informed,
    inspected,
    minutes,
    opening,
    party,
    recorded,
)

_N = StageName
TO_THE_END = [_N.DECISION, _N.DELIVERY, _N.EXECUTION, _N.ARCHIVE]


def named(found: list[Stage], standing: str) -> list[StageName]:
    return [one.name for one in found if one.standing == standing]


def closed(made: Made, outcome: CloseOutcome) -> list[Stage]:
    content = case_acts.CaseClosed(
        outcome=outcome, reason="Không vi phạm", informant_told_on=None, document_id=None
    )
    return stages.of(made.add(CaseAct.CASE_CLOSED, content).facts)


def test_every_state_of_a_case_belongs_to_a_stage() -> None:
    assert set(stages.STANDS) == set(CaseState)


@pytest.mark.parametrize("state", list(CaseState))
def test_whatever_the_state_the_line_is_done_then_here_then_ahead(state: CaseState) -> None:
    facts = recorded(right=True).facts
    facts.state = state
    found = stages.of(facts)
    standings = [one.standing for one in found]
    assert standings == sorted(standings, key=["done", "now", "ahead"].index)
    assert standings.count("now") == (state is not CaseState.ARCHIVED)
    assert found[-1].name is _N.ARCHIVE, "every file is closed and kept"
    assert all(one.on is None for one in found if one.standing == "ahead")


def test_after_an_inspection_the_minutes_come_only_if_there_is_a_violation() -> None:
    """Law Art 58.1: minutes are made of a violation; without one the case is closed."""
    found = stages.of(inspected().facts)
    assert named(found, "done") == [_N.INSPECTION, _N.BEGINNING], "it was opened after it"
    assert named(found, "now") == [_N.MINUTES]
    assert named(found, "ahead") == TO_THE_END
    assert [one.name for one in found if one.if_violation] == [
        _N.MINUTES,
        _N.DECISION,
        _N.DELIVERY,
        _N.EXECUTION,
    ]
    ended = closed(inspected(), CloseOutcome.COMPLIANT)
    assert named(ended, "done") == [_N.INSPECTION, _N.BEGINNING, _N.ENDING]
    assert ended[2].state is CaseState.CLOSED_COMPLIANT
    assert ended[2].on == TODAY
    assert named(ended, "now") == [_N.ARCHIVE]
    assert named(ended, "ahead") == []


def test_minutes_that_name_a_violation_leave_no_doubt_of_what_follows() -> None:
    content = case_intake_acts.CaseOpened(
        opening=opening(),
        inspection_id=ident("inspection"),
        decision_number="01010001/QĐ-KT",
        party=party(),
        ended=case_intake_acts.InspectionEnd(at=NOW - timedelta(days=2), violation=True),
    )
    found = stages.of(Made(CaseAct.CASE_OPENED, content).facts)
    assert not any(one.if_violation for one in found)
    assert found[0].on == TODAY - timedelta(days=2)


def test_what_is_only_told_still_has_an_inspection_before_it() -> None:
    found = stages.of(informed().facts)
    assert (found[0].name, found[0].standing, found[0].begun) == (
        _N.BEGINNING,
        "now",
        CaseAct.INFORMATION_RECEIVED,
    )
    assert named(found, "ahead") == [_N.INSPECTION, _N.MINUTES, *TO_THE_END]


def test_an_explanation_is_a_stage_only_where_the_law_gives_the_right_to_it() -> None:
    """Law Art 61.1."""
    without = stages.of(recorded(right=False).facts)
    assert named(without, "now") == [_N.DECISION]
    assert _N.EXPLANATION not in [one.name for one in without]
    made = recorded(right=True)
    assert named(stages.of(made.facts), "now") == [_N.EXPLANATION]
    assert named(stages.of(made.facts), "ahead") == TO_THE_END
    given = case_acts.ExplanationReceived(
        mode=ExplanationMode.WRITTEN,
        received_at=NOW,
        content="Mua trôi nổi",
        accepted=False,
        document_id=None,
    )
    found = stages.of(made.add(CaseAct.EXPLANATION_RECEIVED, given).facts)
    assert named(found, "done")[-1] is _N.EXPLANATION
    assert named(found, "now") == [_N.DECISION]


def sanctioned(state: CaseState) -> Facts:
    """Decided on remedies alone, which needs no reckoning; then in this state."""
    made = recorded()
    made.paper("MQĐ15")
    made.facts.remedy = case_acts.RemedyOrdered(
        document_id=ident("MQĐ15"),
        decided_on=TODAY,
        why="statute_over",
        reason="Hết thời hiệu",
        confiscated=[],
        remedies=["Tiêu hủy"],
        comply_days=10,
    )
    made.facts.state = state
    return made.facts


def test_a_sanction_on_the_spot_has_no_minutes() -> None:
    """Law Art 56: nobody makes minutes of what is sanctioned on the spot."""
    facts = sanctioned(CaseState.ONSPOT_SANCTIONED)
    facts.on_spot = True
    found = stages.of(facts)
    assert _N.MINUTES not in [one.name for one in found]
    assert named(found, "now") == [_N.DELIVERY]


def test_delivery_is_done_with_its_day_and_execution_stands_until_all_is_done() -> None:
    facts = sanctioned(CaseState.POSTPONED)
    facts.delivered_on = TODAY
    found = stages.of(facts)
    assert [(one.name, one.on) for one in found if one.standing == "done"][-2:] == [
        (_N.DECISION, TODAY),
        (_N.DELIVERY, TODAY),
    ]
    assert named(found, "now") == [_N.EXECUTION]
    facts.state, facts.executed_on = CaseState.EXECUTED, TODAY
    assert named(stages.of(facts), "done")[-1] is _N.EXECUTION
    assert named(stages.of(facts), "now") == [_N.ARCHIVE]
    facts.before_archive, facts.state = CaseState.EXECUTED, CaseState.ARCHIVED
    facts.archived_on = TODAY + timedelta(days=1)
    whole = stages.of(facts)
    assert {one.standing for one in whole} == {"done"}
    assert whole[-1].on == TODAY + timedelta(days=1)


def test_an_annulled_decision_is_no_decision_and_another_is_a_stage_again() -> None:
    """Decree 118/2021 Arts 13.3, 16: after some grounds another decision follows, after others none."""
    made = recorded()
    made.paper("MQĐ02")
    made.paper("MQĐ40")
    made.facts.state = CaseState.SANCTIONED
    content = case_execution_acts.DecisionAnnulled(
        document_id=ident("MQĐ02"), by=ident("MQĐ40"), ground="b", reason="Sai thẩm quyền"
    )
    made.add(CaseAct.DECISION_ANNULLED, content)
    found = stages.of(made.facts)
    assert named(found, "done") == [_N.INSPECTION, _N.BEGINNING, _N.MINUTES]
    (now,) = [one for one in found if one.standing == "now"]
    assert (now.state, now.on) == (CaseState.ANNULLED, TODAY)
    assert named(found, "ahead") == [_N.ARCHIVE]
    made.facts.state = CaseState.DECISION_DUE
    again = stages.of(made.facts)
    assert again[-5].state is CaseState.ANNULLED, "it happened, and the decision is due anew"
    assert named(again, "now") == [_N.DECISION]


def test_a_file_that_went_to_the_prosecution_in_part_never_left() -> None:
    made = recorded()
    before = stages.of(made.facts)
    part = case_acts.CrimeReferred(
        to="Cơ quan điều tra", document_id=ident("MQĐ33"), reason="Dấu hiệu tội phạm", part=[0]
    )
    assert stages.of(made.add(CaseAct.CRIME_REFERRED, part).facts) == before


def test_minutes_tell_their_own_day_not_that_of_their_entry() -> None:
    made = inspected()
    made.paper("MBB01")
    early = msgspec.structs.replace(minutes(), recorded_at=NOW - timedelta(days=3))
    found = stages.of(made.add(CaseAct.VIOLATION_RECORDED, early).facts)
    (told,) = [one for one in found if one.name is _N.MINUTES]
    assert told.on == TODAY - timedelta(days=3)
    done = [one.name for one in found if one.standing == "done"]
    assert done == [_N.INSPECTION, _N.MINUTES, _N.BEGINNING], "a case is opened after its minutes"
