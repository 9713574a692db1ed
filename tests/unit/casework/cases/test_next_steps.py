"""What can be done next: the main line of every state, what this very case has nothing for, and the ways to a paper."""

from datetime import timedelta
from typing import Any

import msgspec
import pytest

from admin_ui.casework.cases import next_steps as case_next
from backend.casework.derived import states as rules
from backend.casework.derived.next_steps import MAIN, ahead
from backend.casework.rules.states import CLOSED
from schemas.casework.next_steps import NextSteps, OpenDraft, PaperOnSite
from schemas.casework.views import CaseView
from schemas.casework.words import CaseAct, CaseState
from schemas.core.problems import Text
from schemas.law.deadlines import Clock, ClockState
from tests.unit.casework.cases.made import ident
from tests.unit.casework.cases.viewed import (
    NOTHING_OWED,
    NOW,
    TODAY,
    case,
    clock,
    exhibit,
    on_site,
    paper,
    sheet,
    told,
)


def seen(view: CaseView, *papers: Any) -> NextSteps:
    return ahead(view, list(papers), TODAY)


def line(view: CaseView) -> list[CaseAct]:
    return [one.kind for one in seen(view).line]


def others(view: CaseView) -> list[CaseAct]:
    return [one.kind for one in seen(view).others]


def complained() -> dict[str, Any]:
    """A complaint from before acceptance was kept."""
    return {
        "complaint_id": str(ident("complaint")),
        "against": str(ident("MQĐ02")),
        "lawsuit": False,
        "filed_at": NOW.isoformat(),
        "by": "Bà Lựu",
        "content": "Không đồng ý",
    }


def everything(state: CaseState, **changed: Any) -> CaseView:
    """A case in which whatever the table allows is possible, with all that an act could be about."""
    given: dict[str, Any] = {
        "exhibits": [exhibit()],
        "remedies": ["Tiêu hủy"],
        "decision_id": ident("MQĐ02"),
        "papers": [paper("MQĐ02")],
        "money": msgspec.structs.replace(NOTHING_OWED, fine=5, left=5),
        "story": told(
            (CaseAct.COMPLAINT_FILED, complained()),
            CaseAct.CASE_ARCHIVED,
            CaseAct.CASE_REOPENING_ASKED,
        ),
    }
    offered = [one for one in rules.possible(state) if one is not CaseAct.CASE_SUCCEEDED]
    return case(state, *offered, **(given | changed))


TABLE = {
    CaseState.INFO_RECEIVED: "verification.assigned inspection.proposed information.forwarded case.closed"
    " violation.recorded",
    CaseState.INFO_VERIFYING: "inspection.proposed case.closed information.forwarded violation.recorded",
    CaseState.PLANNED: "decision.linked case.closed",
    CaseState.PROPOSED: "adhoc_plan.issued decision.linked proposal.rejected",
    CaseState.PLAN_READY: "decision.linked",
    CaseState.DECIDED: "decision.expired",
    CaseState.NOT_EXECUTED: "decision.linked case.closed",
    CaseState.INSPECTING: "sanction.imposed_on_spot exhibits.seized",
    CaseState.INSPECTED: "violation.recorded exhibits.seized verification.ordered case.closed",
    CaseState.VERIFYING: "violation.recorded case.closed",
    CaseState.VIOLATION_RECORDED: "explanation.requested explanation.received explanation.waived",
    CaseState.AWAIT_EXPLANATION: "explanation.received explanation.waived",
    CaseState.DECISION_DUE: "sanction.imposed remedy.ordered sanction.declined",
    CaseState.WITH_CHAIR: "chair.decided",
    CaseState.ONSPOT_SANCTIONED: "decision.delivered payment.received",
    CaseState.SANCTIONED: "decision.delivered sanction.published",
    CaseState.REMEDY_ONLY: "decision.delivered",
    CaseState.DELIVERED: "payment.received remedy.carried_out execution.completed",
    CaseState.POSTPONED: "execution.resumed payment.received execution.completed",
    CaseState.INSTALMENT: "payment.received enforcement.ordered execution.completed",
    CaseState.EXECUTING: "payment.received remedy.carried_out execution.completed enforcement.ordered",
    CaseState.ENFORCING: "payment.received remedy.carried_out execution.completed",
    CaseState.SUSPENDED: "execution.resumed",
    CaseState.EXECUTED: "exhibits.disposed exhibits.destroyed case.archived",
    CaseState.LAPSED: "remedy.carried_out exhibits.disposed exhibits.destroyed case.archived",
    CaseState.ANNULLED: "decision.due_again exhibits.disposed case.archived",
    CaseState.NO_SANCTION: "exhibits.disposed case.archived",
    CaseState.TRANSFERRED: "exhibits.disposed case.archived",
    CaseState.CRIMINAL_TRANSFER: "crime.declined case.archived",
    CaseState.ARCHIVED: "case.reopened case.reopening_asked",
    CaseState.FORWARDED: "case.archived",
    CaseState.REJECTED: "case.archived",
    CaseState.EXPIRED: "case.archived",
    CaseState.CLOSED_NO_ACTION: "case.archived",
    CaseState.CLOSED_NO_VIOLATION: "case.archived",
    CaseState.CLOSED_COMPLIANT: "case.archived",
}


@pytest.mark.parametrize("state", CaseState)
def test_the_main_line_of_every_state(state: CaseState) -> None:
    assert [str(kind) for kind in line(everything(state))] == TABLE[state].split()


@pytest.mark.parametrize("state", CaseState)
def test_the_main_line_names_only_what_the_table_allows(state: CaseState) -> None:
    if state in MAIN:
        assert set(MAIN[state]) <= set(rules.possible(state))
    else:
        assert state in CLOSED


@pytest.mark.parametrize("state", CaseState)
def test_whatever_is_offered_is_possible_and_is_offered_once(state: CaseState) -> None:
    view = everything(state)
    offered = line(view) + others(view)
    assert len(offered) == len(set(offered))
    assert set(map(str, offered)) <= set(view.possible)


@pytest.mark.parametrize("state", CaseState)
def test_who_may_do_nothing_is_offered_nothing(state: CaseState) -> None:
    view = msgspec.structs.replace(everything(state), possible=[])
    assert seen(view, on_site("MBB01")) == NextSteps(
        to_adopt=[], minutes=None, line=[], others=[], withheld=[]
    )


@pytest.mark.parametrize(
    ("changed", "gone"),
    [
        (
            {"exhibits": []},
            {CaseAct.EXHIBITS_SEALED, CaseAct.EXHIBITS_DISPOSED, CaseAct.EXHIBITS_DESTROYED},
        ),
        ({"exhibits": [exhibit("returned")]}, {CaseAct.EXHIBITS_SEALED, CaseAct.EXHIBITS_DISPOSED}),
        ({"remedies": []}, {CaseAct.REMEDY_CARRIED_OUT}),
        (
            {"papers": [paper("MQĐ02", "draft")]},
            {CaseAct.DOCUMENT_DELIVERED, CaseAct.DOCUMENT_CANCELLED},
        ),
        ({"story": []}, {CaseAct.COMPLAINT_RESOLVED}),
        ({"money": NOTHING_OWED, "remedies_done": [0]}, {CaseAct.ENFORCEMENT_ORDERED}),
        ({"violations": [], "decision_id": None}, {CaseAct.SANCTION_PUBLISHED}),
    ],
)
def test_what_the_case_has_nothing_for_is_left_out(
    changed: dict[str, Any], gone: set[CaseAct]
) -> None:
    before, after = everything(CaseState.EXECUTING), everything(CaseState.EXECUTING, **changed)
    assert gone <= set(line(before) + others(before))
    assert not gone & set(line(after) + others(after))


def test_an_archived_file_is_opened_again_once_somebody_asked() -> None:
    assert CaseAct.CASE_REOPENED in line(everything(CaseState.ARCHIVED))
    assert line(everything(CaseState.ARCHIVED, story=told(CaseAct.CASE_ARCHIVED))) == [
        CaseAct.CASE_REOPENING_ASKED
    ]


def annulment(**changed: Any) -> Any:
    return paper("MQĐ40", replaces=ident("MQĐ02"), **changed)


def test_a_signed_annulment_is_entered_before_anything_is_carried_out() -> None:
    view = everything(CaseState.EXECUTING, papers=[paper("MQĐ02"), annulment()])
    assert line(view) == [CaseAct.DOCUMENT_CANCELLED]
    assert CaseAct.PAYMENT_RECEIVED not in others(view)
    assert CaseAct.EXHIBITS_DISPOSED in others(view)


@pytest.mark.parametrize(
    "other",
    [
        annulment(state="content_ready"),
        annulment(fields={"scope": "part"}),
        annulment(fields={"effective_on": "2026-11-25"}),
        paper("MQĐ40", replaces=ident("another")),
    ],
)
def test_what_does_not_end_the_decision_today_stops_nothing(other: Any) -> None:
    view = everything(CaseState.EXECUTING, papers=[paper("MQĐ02"), other])
    assert line(view)[0] is CaseAct.PAYMENT_RECEIVED


def test_of_a_cancelled_decision_its_annulment_alone_is_left() -> None:
    view = everything(CaseState.EXECUTING, papers=[paper("MQĐ02", "cancelled"), annulment()])
    assert line(view) == [CaseAct.DECISION_ANNULLED]
    assert seen(view).annulling
    assert "hủy bỏ vào vụ việc" in case_next.worded(view, seen(view), "vi").said
    assert not seen(everything(CaseState.EXECUTING)).annulling
    assert CaseAct.DECISION_ANNULLED not in others(everything(CaseState.EXECUTING))


def test_a_missing_paper_is_begun_gone_on_with_or_taken_in_from_the_phone() -> None:
    view = case(CaseState.INSPECTED, CaseAct.VIOLATION_RECORDED, CaseAct.DOCUMENT_ADOPTED)
    (begin,) = seen(view).line
    assert (begin.on_site, begin.drafts, begin.forms) == ([], [], ["MBB01"])

    found = seen(view, on_site("MBB01"), on_site("MBB15", None))
    there = PaperOnSite(form="MBB01", number="0001")
    assert found.to_adopt == [there]
    assert (found.line[0].on_site, found.line[0].forms) == ([there], [])

    draft = msgspec.structs.replace(view, papers=[paper("MBB01", "draft")])
    (go_on,) = seen(draft).line
    assert go_on.drafts == [OpenDraft(id=ident("MBB01"), form="MBB01")]

    signed = msgspec.structs.replace(view, papers=[paper("MBB01")])
    (ready,) = seen(signed, on_site("MBB01")).line
    assert (ready.on_site, ready.drafts, ready.forms) == ([], [], [])


def test_a_destruction_waits_for_its_order_and_for_its_minutes() -> None:
    def waits(*papers: Any) -> list[str]:
        view = case(
            CaseState.EXECUTED,
            CaseAct.EXHIBITS_DESTROYED,
            exhibits=[exhibit()],
            papers=list(papers),
        )
        return seen(view).line[0].forms

    assert waits() == ["MQĐ16", "MBB21"]
    assert waits(paper("MQĐ16")) == ["MBB21"]
    assert waits(paper("MBB21", "delivered")) == ["MQĐ16"]
    assert waits(paper("MQĐ16"), paper("MBB21")) == []


ORDER = (CaseAct.VERIFICATION_ORDERED, {"due_on": "2026-12-01", "sheet": 4})
RECORDED = (CaseAct.VIOLATION_RECORDED, {"document_id": str(ident("MBB01"))})


def verifying(*acts: Any, **changed: Any) -> CaseView:
    given: dict[str, Any] = {
        "story": told(*acts),
        "papers": [paper("MBB01")],
        "folio": [sheet(4, TODAY)],
    }
    return case(CaseState.DECISION_DUE, **(given | changed))


def test_ordered_verification_waits_for_minutes_that_name_those_of_the_violation() -> None:
    due = seen(verifying(RECORDED, ORDER)).minutes
    assert due is not None
    assert (due.form, due.due_on.isoformat(), due.numbers) == ("MBB05", "2026-12-01", ["1/MBB01"])

    assert seen(verifying(ORDER, RECORDED)).minutes is None, "before the minutes it asks nothing"
    made = [paper("MBB01"), paper("MBB05", fields={"violation_minutes_number": "1/MBB01"})]
    assert seen(verifying(RECORDED, ORDER, papers=made)).minutes is None
    other = [paper("MBB01"), paper("MBB05", fields={"violation_minutes_number": "2"})]
    assert seen(verifying(RECORDED, ORDER, papers=other)).minutes is not None
    later = [sheet(4, TODAY.replace(day=25))]
    assert seen(verifying(RECORDED, ORDER, papers=made, folio=later)).minutes is not None


def test_what_is_withheld_is_told_once_a_reason() -> None:
    why, another = Text(vi="vì cấp phó", en="deputy"), Text(vi="vì chức danh", en="title")
    held = {
        str(CaseAct.SANCTION_DECLINED): why,
        str(CaseAct.SANCTION_IMPOSED): another,
        str(CaseAct.REMEDY_ORDERED): why,
        str(CaseAct.EXHIBITS_SEALED): why,
    }
    view = case(CaseState.DECISION_DUE, withheld=held)
    told_of = [(one.why, one.kinds) for one in seen(view).withheld]
    assert told_of == [
        (why, [CaseAct.SANCTION_DECLINED, CaseAct.REMEDY_ORDERED]),
        (another, [CaseAct.SANCTION_IMPOSED]),
    ]


@pytest.mark.parametrize("state", [CaseState.INSPECTING, CaseState.INSPECTED])
def test_a_sanction_without_minutes_that_is_signed_is_entered_before_anything_else(
    state: CaseState,
) -> None:
    """It has effect at once (Law Art 56.2), and no violation minutes follow it."""
    possible = (CaseAct.VIOLATION_RECORDED, CaseAct.SANCTION_IMPOSED_ON_SPOT)
    signed = case(state, *possible, papers=[paper("MQĐ01")])
    assert line(signed) == [CaseAct.SANCTION_IMPOSED_ON_SPOT]
    assert not seen(signed).annulling
    said = case_next.worded(signed, seen(signed), "vi").said
    assert "Hãy ghi quyết định vào vụ việc" in said
    for other in ("draft", "content_ready", "cancelled"):
        view = case(state, *possible, papers=[paper("MQĐ01", other)])
        assert line(view) == [one for one in MAIN[state] if one in possible]
        assert case_next.worded(view, seen(view), "vi").said != said


def test_a_file_of_the_prosecution_waits_for_the_decision_without_minutes() -> None:
    sent = told((CaseAct.FILE_RECEIVED, {"source": "prosecution"}))
    due = everything(CaseState.DECISION_DUE, decision_id=None, papers=[], story=sent)
    said = case_next.worded(due, seen(due), "vi").said
    assert ("MQĐ01" in said, "MQĐ02" in said) == (True, False)
    ours = everything(CaseState.DECISION_DUE, decision_id=None, papers=[], story=[])
    assert "MQĐ02" in case_next.worded(ours, seen(ours), "vi").said
    # Its own minutes were never made, so a signed MQĐ01 beside ours is no way on.
    odd = everything(CaseState.DECISION_DUE, decision_id=None, papers=[paper("MQĐ01")], story=[])
    assert line(odd) == line(ours)


def test_after_the_time_to_decide_nobody_is_called_to_sanction() -> None:
    """Law Arts 65.1, 66.2: then only confiscation and remedies are decided; MQĐ14 and MQĐ15 are their forms."""
    draft = paper("MQĐ02", "draft")

    def due(*running: Clock) -> CaseView:
        state = CaseState.DECISION_DUE
        return everything(state, decision_id=None, papers=[draft], story=[], clocks=[*running])

    def first(view: CaseView) -> str:
        return case_next.worded(view, seen(view), "vi").steps[0].kind

    def said(view: CaseView) -> str:
        return case_next.worded(view, seen(view), "vi").said

    in_time, over = clock("D12", ClockState.LAST_DAY), clock("D12", ClockState.MISSED)
    assert first(due(in_time)) == CaseAct.SANCTION_IMPOSED
    for late in (due(over), due(in_time, clock("D19", ClockState.LAPSED))):
        assert first(late) == CaseAct.REMEDY_ORDERED
        assert "không xử phạt nữa" in said(late)
        assert CaseAct.SANCTION_IMPOSED in line(late), "one that was signed in time is entered"
    # The file came back from the prosecution bodies, which gives a time of its own (Art 63.3).
    anew = clock("P04", ClockState.RUNNING, NOW + timedelta(days=20))
    assert said(due(over, anew)) == said(due(in_time))


def test_the_owner_is_called_once_the_seizure_ended_or_nobody_knows_the_owner() -> None:
    """Law Art 126.4.a: the notices follow the end of the seizure."""
    calls = {CaseAct.OWNER_NOTIFIED, CaseAct.OWNER_NOT_AWAITED}

    def called(state: CaseState = CaseState.DECISION_DUE, **changed: Any) -> bool:
        given: dict[str, Any] = {"decision_id": None, "papers": [], "story": []}
        view = everything(state, **(given | changed))
        found = calls & {*line(view), *others(view)}
        assert found in (set(), calls)
        return bool(found)

    held = exhibit()
    assert not called(), "the goods were seized today"
    assert not called(exhibits=[msgspec.structs.replace(held, until=TODAY)])
    assert called(exhibits=[msgspec.structs.replace(held, until=TODAY - timedelta(days=1))])
    assert called(exhibits=[msgspec.structs.replace(held, notices=1)])
    assert called(story=told(CaseAct.EXHIBITS_UNCLAIMED))
    assert called(papers=[paper("MBB01", fields={"violator": {"kind": "unknown"}})])
    assert not called(papers=[paper("MBB01", fields={"violator": {"kind": "individual"}})])
    assert called(CaseState.EXECUTED), "the decision ended the seizure"
    assert not called(CaseState.EXECUTED, exhibits=[])
