"""What a case's page shows besides the view: what to do next, the story, the exhibits' photographs."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import msgspec

from admin_ui.casework.acts import choices as case_choices
from admin_ui.casework.acts import story as case_story
from admin_ui.casework.acts.index import DESCRIBED
from admin_ui.casework.cases import in_one_list, suspended
from admin_ui.casework.cases import next_steps as case_next
from admin_ui.shell.story import Told, by_day, merged
from admin_ui.shell.words import Language, say
from backend.casework.cases import service as cases
from backend.core import clock
from schemas.casework.views import CaseView, ExhibitView, SisterCase
from schemas.casework.words import CaseAct
from schemas.fieldwork.inspections import InspectionView


class ExhibitCard(msgspec.Struct, frozen=True, kw_only=True):
    """An exhibit with its photographs, as (id, number) pairs, and its history, oldest first."""

    view: ExhibitView
    photos: list[tuple[UUID, int]]
    custody: list[case_story.Line]


def context(
    view: CaseView,
    inspection: InspectionView | None,
    language: Language,
    sisters: Sequence[SisterCase] = (),
    beside: Sequence[Told] = (),
    unentered: Sequence[tuple[UUID, CaseAct]] = (),
) -> dict[str, Any]:
    """Return everything that the templates of a case need.

    `sisters` are other cases of its inspection, `beside` lines of other records that belong into its
    timeline, `unentered` papers in force whose act the case does not have.
    """
    lines = case_story.story(view, language)
    numbers = {one.photo_id: one.number for one in inspection.photos} if inspection else {}
    on_site = inspection.documents if inspection else []
    steps = cases.ahead(view, on_site)
    return {
        "view": view,
        "withdrawn": inspection.discarded if inspection and inspection.minutes_flow != 1 else None,
        "next": case_next.worded(view, steps, language),
        "lines": lines,
        "days": by_day(
            merged([_told(one) for one in lines], beside),
            lambda kind, count: say(
                language,
                "common.story_run",
                what=say(language, f"case_acts.do_{kind}"),
                count=count,
            ),
        ),
        "sisters": sisters,
        "came": _last(lines, CaseAct.FILE_RECEIVED),
        "went_up": _last(lines, CaseAct.CASE_SENT_UP),
        "suspended": suspended.lines(view.suspended, clock.today(), language),
        "exhibits": [_exhibit_card(one, numbers, lines) for one in view.exhibits],
        "to_adopt": steps.to_adopt,
        "unentered": [
            (paper, kind, str(kind) in view.possible)
            for paper in view.papers
            for one, kind in unentered
            if paper.id == one
        ],
        "remedy_names": case_choices.remedy_words(language),
        "file_list": in_one_list.listing(view, language),
        "new_paper_why": view.barred.get(CaseAct.DOCUMENT_DRAFTED),
        "paper_title": {one.id: getattr(one.title, language) for one in view.papers},
    }


def _told(line: case_story.Line) -> Told:
    described = DESCRIBED[CaseAct(line.act.type)]
    return Told(
        at=line.act.received_at,
        made_at=line.act.made_at,
        who=line.act.officer_name,
        kind=line.act.type,
        sentence=line.sentence,
        detail=line.detail,
        system=described.form is None and not described.elsewhere,
        act=line.act,
    )


def _last(lines: list[case_story.Line], kind: CaseAct) -> str | None:
    """Return the sentence of the newest act of this kind."""
    return next((one.sentence for one in lines if one.act.type == kind), None)


def _exhibit_card(
    exhibit: ExhibitView, numbers: dict[UUID, int], lines: list[case_story.Line]
) -> ExhibitCard:
    return ExhibitCard(
        view=exhibit,
        photos=[(one, numbers[one]) for one in exhibit.photos if one in numbers],
        custody=[line for line in reversed(lines) if _about(line, str(exhibit.id))],
    )


def _about(line: case_story.Line, exhibit_id: str) -> bool:
    if not DESCRIBED[CaseAct(line.act.type)].custody:
        return False
    named = line.act.content["exhibits"]
    return any(exhibit_id == (one["exhibit_id"] if isinstance(one, dict) else one) for one in named)
