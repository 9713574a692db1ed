"""What comes next in an inspection, by either flow, and who may be named to draw the minutes up."""

from types import SimpleNamespace
from typing import Any

import pytest

from backend.fieldwork.rules.next_steps import comes_next, last_return, may_entrust, open_return
from schemas.fieldwork.minutes_flow import FLOW
from schemas.fieldwork.words import InspectionState

NOTHING = {"rule": False, "approve": False, "draft": False, "file": False, "agree": False}


def view(
    state: InspectionState, flow: int = FLOW, *, may: tuple[str, ...] = (), **changed: Any
) -> Any:
    given: dict[str, Any] = {
        "state": state,
        "minutes_flow": flow,
        "permitted": SimpleNamespace(**(NOTHING | dict.fromkeys(may, True))),
        "missing_count": 0,
        "file": None,
        "drafts": [],
        "discard_asked": None,
        "approvals": [],
        "team": [],
    }
    return SimpleNamespace(**(given | changed))


def told(seen: Any) -> tuple[str, bool]:
    found = comes_next(seen)
    return str(found.step), found.newer


@pytest.mark.parametrize("state", InspectionState)
def test_who_rules_on_nothing_is_told_where_it_stands(state: InspectionState) -> None:
    assert told(view(state, 1)) == (state, False)
    expected = ("withdrawn", True) if state is InspectionState.DISCARDED else (state, False)
    assert told(view(state)) == expected


def test_a_revision_is_ruled_on_once_it_is_whole() -> None:
    assert told(view(InspectionState.SUBMITTED, 1, may=("rule", "approve"))) == ("rule", False)
    assert told(view(InspectionState.SUBMITTED, 1, may=("rule",), missing_count=2)) == (
        "rule_missing",
        False,
    )
    assert told(view(InspectionState.SUBMITTED, 1, may=("rule",))) == ("rule_stale", False)


def test_a_draft_waits_for_its_supervisor_and_the_team_for_him() -> None:
    waits = [SimpleNamespace(waits=True)]
    assert told(view(InspectionState.ANNOUNCED, may=("draft",), drafts=waits)) == ("draft", True)
    assert told(view(InspectionState.ANNOUNCED, drafts=waits)) == ("draft_waits", True)
    assert told(view(InspectionState.ANNOUNCED, discard_asked=object())) == ("asked", True)


@pytest.mark.parametrize("status", ["open", "supplement_asked", "verifying", "agreed"])
def test_a_file_is_ruled_on_unless_a_supplement_is_waited_for(status: str) -> None:
    file = SimpleNamespace(status=status)
    assert told(view(InspectionState.SUBMITTED, file=file)) == (status, True)
    whole = told(view(InspectionState.SUBMITTED, may=("file", "agree"), file=file))
    parts = told(view(InspectionState.SUBMITTED, may=("file",), file=file))
    asked = status == "supplement_asked"
    assert whole == ((status, True) if asked else ("rule", True))
    assert parts == ((status, True) if asked else ("rule_missing", True))


@pytest.mark.parametrize("state", InspectionState)
def test_remarks_are_open_until_what_follows_them_is_ruled_on(state: InspectionState) -> None:
    first, last = SimpleNamespace(kind="returned"), SimpleNamespace(kind="returned")
    seen = view(state, 1, approvals=[first, last, SimpleNamespace(kind="approved")])
    assert last_return(seen) is last
    waits = state in (InspectionState.SUBMITTED, InspectionState.RETURNED, InspectionState.REVISING)
    assert open_return(seen) is (last if waits else None)


@pytest.mark.parametrize("state", InspectionState)
def test_the_leader_names_who_draws_the_minutes_up_before_the_submission(
    state: InspectionState,
) -> None:
    team = [
        SimpleNamespace(leader=True, officer_id="a"),
        SimpleNamespace(leader=False, officer_id="b"),
    ]
    leader: Any = SimpleNamespace(officer_id="a")
    other: Any = SimpleNamespace(officer_id="b")
    before = state in (InspectionState.DECIDED, InspectionState.OPENED, InspectionState.ANNOUNCED)
    assert may_entrust(view(state, team=team), leader) is before
    assert not may_entrust(view(state, team=team), other)
    assert not may_entrust(view(state, 1, team=team), leader)
