"""Remarks of a supervisor on minutes: which are open, where their minutes changed since, what the team said. Pure."""

from typing import Literal
from uuid import UUID

import msgspec

from backend.fieldwork.rules import next_steps
from schemas.fieldwork.inspections import InspectionView, MinutesView, RulingView
from schemas.fieldwork.minutes_views import DraftAnswerView
from schemas.fieldwork.remarks import Comment, RemarkAnswer


class Open(msgspec.Struct, frozen=True, kw_only=True):
    """The remarks that the team has to do something about, and who made them."""

    by: str
    comments: list[Comment]


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What the team said to a remark: `text`, that it mended it, or nothing though it sent the minutes again."""

    kind: Literal["said", "mended", "unanswered"]
    text: str = ""


UNANSWERED = Answer(kind="unanswered")


def still_open(view: InspectionView) -> Open:
    """By the newer flow those of the open ask or of the draft's answer; by the older those of the open return."""
    if view.minutes_flow != 1:
        return Open(by=_asked_by(view), comments=view.comments)
    returned = next_steps.open_return(view)
    if returned is None:
        return Open(by="", comments=[])
    return Open(by=returned.officer_name, comments=returned.comments)


def _asked_by(view: InspectionView) -> str:
    if view.file is not None:
        asked = (one for one in view.file.rulings if one.id == view.file.open_ask)
        return next((one.officer_name for one in asked), "")
    answer = view.drafts[-1].answer if view.drafts else None
    return answer.officer_name if answer else ""


def rewritten_since(view: InspectionView, before: MinutesView | None) -> MinutesView | None:
    """The minutes `before` that were returned with remarks, where others on the same form are in force now.

    Only there each field can be marked that reads otherwise: another form has other fields.
    """
    if view.minutes_flow != 1 or view.minutes is None or before is None:
        return None
    same = before.id == view.minutes.id or before.form != view.minutes.form
    return None if same or not still_open(view).comments else before


def answer_to(view: InspectionView, ruling: RulingView, place: int) -> Answer | None:
    """What a later submission says to this remark of a return; None before one. An older phone said nothing."""
    numbers = _numbers(view)
    since = numbers.get(ruling.id, 0)
    later = [one for one in view.submissions if numbers.get(one.id, 0) > since]
    for submission in later:
        for said in submission.answers:
            if (said.returned, said.comment) == (ruling.id, place):
                return _read(said)
    return UNANSWERED if later else None


def answers_to_draft(view: InspectionView, ruling: DraftAnswerView) -> dict[int, Answer]:
    """What a later draft or the submission says to each remark of a returned draft, by its place.

    Nothing while there is neither, and where the remarks came too late for anything to follow.
    """
    numbers = _numbers(view)
    since = numbers.get(ruling.id, 0)
    told = [(one.id, one.answers) for one in view.drafts]
    told += [(one.id, one.answers) for one in view.submissions]
    later = [answers for act_id, answers in told if numbers.get(act_id, 0) > since]
    if not later or ruling.noted:
        return {}
    said = {
        answer.comment: _read(answer)
        for answers in later
        for answer in answers
        if answer.returned == ruling.id
    }
    return {place: said.get(place, UNANSWERED) for place in range(len(ruling.comments))}


def _numbers(view: InspectionView) -> dict[UUID, int]:
    return {act.id: act.number for act in view.acts}


def _read(answer: RemarkAnswer) -> Answer:
    return Answer(kind="said", text=answer.text) if answer.text else Answer(kind="mended")
