"""Requests and answers under the newer flow of minutes, as an inspection's page lists them."""

from datetime import datetime
from typing import Any

import msgspec

from admin_ui.fieldwork.comments.comments import CommentLine, answered, comment_line
from admin_ui.shell.formats import moment
from admin_ui.shell.words import Language, say
from backend.fieldwork.inspections import service as inspections
from schemas.fieldwork.inspections import InspectionView, MinutesView
from schemas.fieldwork.minutes_views import DraftAnswerView, DraftView, SupplementView
from schemas.fieldwork.remarks import Comment
from schemas.fieldwork.words import ActType


class OpinionLine(msgspec.Struct, frozen=True, kw_only=True):
    """One request or answer, with the hash that it concerns."""

    title: str
    name: str
    at: datetime
    noted: bool = False
    reason: str | None = None
    comments: list[CommentLine] = []
    answers: dict[int, str] = {}
    answered_by: str | None = None
    answered_at: datetime | None = None
    photos: int = 0
    photo_numbers: list[int] = []
    papers: int = 0
    hash: str | None = None
    of: str = "opinions.of_draft"


def lines(view: InspectionView, language: Language) -> list[OpinionLine]:
    """Return drafts, answers to them, and rulings on the file with the team's answers; newest first."""
    found: list[OpinionLine] = []
    for draft in view.drafts:
        found.extend(_of_draft(view, draft, language))
    if view.file is not None:
        answers = {one.asked: one for one in view.file.supplements}
        for ruling in view.file.rulings:
            answered: SupplementView | None = answers.get(ruling.id)
            found.append(
                OpinionLine(
                    title=say(language, f"domain.ruling_{ruling.kind}"),
                    name=ruling.officer_name,
                    at=ruling.at,
                    reason=ruling.reason,
                    comments=_comments(view, ruling.points, view.minutes, language),
                    answers={one.point: one.text for one in answered.answers} if answered else {},
                    answered_by=answered.officer_name if answered else None,
                    answered_at=answered.received_at if answered else None,
                    photos=len(answered.photos) if answered else 0,
                    photo_numbers=_numbers(view, answered.photos) if answered else [],
                    papers=len(answered.documents) if answered else 0,
                    hash=ruling.file,
                    of="opinions.of_file",
                )
            )
    return sorted(found, key=lambda line: line.at, reverse=True)


def _of_draft(view: InspectionView, draft: DraftView, language: Language) -> list[OpinionLine]:
    about = next((one for one in view.all_minutes if one.id == draft.minutes), None)
    found = [
        OpinionLine(
            title=say(language, "domain.act_minutes.proposed"),
            name=draft.officer_name,
            at=draft.received_at,
            noted=draft.noted,
            hash=draft.draft,
        )
    ]
    if draft.answer is not None:
        found.append(
            OpinionLine(
                title=say(language, f"domain.ruling_{draft.answer.kind}"),
                name=draft.answer.officer_name,
                at=draft.answer.at,
                noted=draft.answer.noted,
                comments=_comments(view, draft.answer.comments, about, language),
                answers=_said_to(view, draft.answer, language),
                hash=draft.draft,
            )
        )
    return found


def _said_to(view: InspectionView, ruling: DraftAnswerView, language: Language) -> dict[int, str]:
    """Return the team's answers to the remarks of a returned draft, in words, by place of the remark."""
    said = inspections.remarks.answers_to_draft(view, ruling)
    return {place: answered(answer, language) for place, answer in said.items()}


def _numbers(view: InspectionView, named: list[str]) -> list[int]:
    """Return the numbers of the photographs with these hashes, withdrawn ones left out."""
    return [one.number for one in view.photos if one.sha256 in named and one.withdrawn is None]


_PRINTED = {
    "decided": "đã ban hành quyết định",
    "opened": "đã nhận việc",
    "announced": "đang kiểm tra",
    "submitted": "đã trình, chờ phê duyệt",
    "returned": "đã trả lại",
    "revising": "đang sửa lại",
    "approved": "đã phê duyệt",
    "refused": "không phê duyệt",
    "discarded": "không kiểm tra",
}
_PRINTED_FILE = {
    "open": "đã trình, chờ ý kiến",
    "supplement_asked": "đã trình, chờ bổ sung",
    "verifying": "đã trình, đang xác minh",
    "agreed": "đã đồng ý hướng xử lý",
    "not_needed": "đã trình, không cần ý kiến: người ban hành quyết định là Trưởng Đoàn",
    "taken_over": "người có thẩm quyền đã nhận xử lý",
}


def printed_state(view: InspectionView) -> str:
    """Return the inspection's state in Vietnamese, as a paper words it.

    Only what somebody approved is called approved.
    """
    said = _PRINTED_FILE[view.file.status] if view.file else _PRINTED[view.state]
    words = f"Trạng thái hồ sơ: {said}."
    if view.discarded is None:
        return words
    gone = view.discarded
    what = "đã hủy bỏ quyết định trước khi công bố" if view.minutes_flow != 1 else "không kiểm tra"
    return f"{words} {gone.officer_name} {what}, {moment(gone.at, 'vi')}. Lý do: {gone.reason}"


def _comments(
    view: InspectionView, comments: list[Comment], about: MinutesView | None, language: Language
) -> list[CommentLine]:
    return [comment_line(view, comment, language, about) for comment in comments]


def context(view: InspectionView, language: Language) -> dict[str, Any]:
    """Return what the templates of drafts and files need besides the view."""
    owner = (one.full_name for one in view.team if one.officer_id == view.minutes_owner)
    return {
        "draft": next((one for one in view.drafts if one.waits), None),
        "withdrawn_once": next(
            (act for act in reversed(view.acts) if act.type == ActType.DECISION_WITHDRAWN), None
        ),
        "opinions": lines(view, language),
        "opinions_vi": list(reversed(lines(view, "vi"))),
        "printed_state": printed_state(view),
        "owner_name": next(owner, ""),
    }
