"""Remarks on minutes: which are open, where the minutes changed since, and what the team said to each."""

from types import SimpleNamespace
from typing import Any

from backend.fieldwork.rules.remarks import (
    UNANSWERED,
    Answer,
    answer_to,
    answers_to_draft,
    rewritten_since,
    still_open,
)
from schemas.fieldwork.minutes_flow import FLOW
from schemas.fieldwork.words import InspectionState


def made(**given: Any) -> Any:
    return SimpleNamespace(**given)


RETURN = made(id="return", kind="returned", officer_name="Chi", comments=["first", "second"])


def view(**changed: Any) -> Any:
    given: dict[str, Any] = {
        "minutes_flow": 1,
        "state": InspectionState.RETURNED,
        "approvals": [RETURN],
        "acts": [made(id="return", number=5), made(id="again", number=9)],
        "submissions": [],
        "drafts": [],
        "file": None,
        "comments": ["open"],
        "minutes": made(id="new", form="BB-KT"),
    }
    return made(**(given | changed))


def submission(*answers: Any, act: str = "again") -> Any:
    return made(id=act, answers=list(answers))


def said(place: int, text: str | None) -> Any:
    return made(returned="return", comment=place, text=text)


def test_the_remarks_of_a_return_are_open_until_it_is_ruled_on() -> None:
    assert still_open(view()).comments == RETURN.comments
    assert still_open(view()).by == "Chi"
    assert still_open(view(state=InspectionState.APPROVED)).comments == []


def test_by_the_newer_flow_they_are_of_whoever_asked() -> None:
    file = made(open_ask="ask", rulings=[made(id="ask", officer_name="Giang")])
    assert still_open(view(minutes_flow=FLOW, file=file)).by == "Giang"
    draft = made(answer=made(officer_name="Bình"))
    assert still_open(view(minutes_flow=FLOW, drafts=[draft])).by == "Bình"
    assert still_open(view(minutes_flow=FLOW)).by == ""


def test_changes_are_marked_on_the_same_form_after_a_return_alone() -> None:
    before: Any = made(id="old", form="BB-KT")
    assert rewritten_since(view(), before) is before
    assert rewritten_since(view(), None) is None
    assert rewritten_since(view(minutes=None), before) is None
    assert rewritten_since(view(minutes_flow=FLOW), before) is None
    assert rewritten_since(view(minutes=made(id="old", form="BB-KT")), before) is None
    assert rewritten_since(view(minutes=made(id="new", form="BB-KKT")), before) is None
    assert rewritten_since(view(state=InspectionState.APPROVED), before) is None


def test_an_answer_is_looked_for_in_what_was_submitted_later() -> None:
    assert answer_to(view(), RETURN, 0) is None
    early = submission(said(0, "before"), act="return")
    assert answer_to(view(submissions=[early]), RETURN, 0) is None
    later = view(submissions=[submission(said(0, "weighed anew"), said(1, None))])
    assert answer_to(later, RETURN, 0) == Answer(kind="said", text="weighed anew")
    assert answer_to(later, RETURN, 1) == Answer(kind="mended")
    assert answer_to(view(submissions=[submission()]), RETURN, 0) == UNANSWERED


def test_a_returned_draft_is_answered_by_a_later_one_or_by_the_submission() -> None:
    answer: Any = made(id="return", noted=False, comments=["first", "second"])
    assert answers_to_draft(view(), answer) == {}
    later = view(drafts=[submission(said(0, None))])
    assert answers_to_draft(later, answer) == {0: Answer(kind="mended"), 1: UNANSWERED}
    late: Any = made(id="return", noted=True, comments=["first"])
    assert answers_to_draft(later, late) == {}
