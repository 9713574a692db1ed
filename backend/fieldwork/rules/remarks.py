"""A supervisor's remarks on minutes: which are open, what the team changed or answered. Pure."""

from typing import Literal
from uuid import UUID

import msgspec

from backend.fieldwork.rules import next_steps
from schemas.fieldwork.inspections import InspectionView, MinutesView, RulingView
from schemas.fieldwork.minutes_views import DraftAnswerView
from schemas.fieldwork.remarks import Comment, RemarkAnswer


class Open(msgspec.Struct, frozen=True, kw_only=True):
    """The remarks that the team still has to deal with, and who made them."""

    by: str
    comments: list[Comment]


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """The team's answer to a remark.

    Either `text`, or that the minutes were mended, or nothing although they were sent again.
    """

    kind: Literal["said", "mended", "unanswered"]
    text: str = ""


UNANSWERED = Answer(kind="unanswered")


def still_open(view: InspectionView) -> Open:
    """Return the open remarks.

    In the newer flow they are those of the open request for a supplement, or of the answer to the
    draft. In the older flow they are those of the open return.
    """
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
    """Return the returned minutes `before` if other minutes on the same form are in force now.

    Otherwise None. A page marks the fields that differ; minutes on another form have other fields.
    """
    if view.minutes_flow != 1 or view.minutes is None or before is None:
        return None
    same = before.id == view.minutes.id or before.form != view.minutes.form
    return None if same or not still_open(view).comments else before


def answer_to(view: InspectionView, ruling: RulingView, place: int) -> Answer | None:
    """Return what a later submission answers to one remark of a return; None if there is none yet.

    Older versions of the phone app sent no answers.
    """
    numbers = _numbers(view)
    since = numbers.get(ruling.id, 0)
    later = [one for one in view.submissions if numbers.get(one.id, 0) > since]
    for submission in later:
        for said in submission.answers:
            if (said.returned, said.comment) == (ruling.id, place):
                return _read(said)
    return UNANSWERED if later else None


def answers_to_draft(view: InspectionView, ruling: DraftAnswerView) -> dict[int, Answer]:
    """Return the answers of later drafts or the submission to each remark of a returned draft.

    By index of the remark. Empty while there is neither, and if the remarks came too late
    (`noted`).
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
