"""What an inspection's page shows besides the view: the paper, its signatures, changes, the next step."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from admin_ui.fieldwork.comments.comments import CommentLine, answered, comment_line, field_label
from admin_ui.fieldwork.inspections import opinion_lines, sections
from admin_ui.fieldwork.inspections.stages import stages
from admin_ui.fieldwork.minutes.paper import Paper, Remark, strokes
from admin_ui.fieldwork.photos.verdicts import lines, tallies
from admin_ui.fieldwork.site_papers.site_papers import site_papers
from admin_ui.shell.field_values import COMPARED, worded
from admin_ui.shell.story import Told, by_day, merged
from admin_ui.shell.words import Language, say
from backend.documents import service as documents
from backend.fieldwork.evidence import service as evidence
from backend.fieldwork.inspections import service as inspections
from schemas.fieldwork.acts import Drawing, Refusal
from schemas.fieldwork.inspections import (
    ActView,
    InspectionView,
    MinutesView,
    RulingView,
    SignatureView,
)
from schemas.fieldwork.minutes_views import BesideView


class Hand(msgspec.Struct, frozen=True, kw_only=True):
    """A signature as the paper shows it: a drawing as SVG paths, or a refusal."""

    role: str
    name: str
    drawing: Drawing | None
    paths: list[str]
    refusal: Refusal | None


class RulingLine(msgspec.Struct, frozen=True, kw_only=True):
    """A ruling as the page lists it."""

    kind: str
    officer_name: str
    at: datetime
    reason: str | None
    revision: str
    void_since: datetime | None
    comments: list[CommentLine]


class ChangedField(msgspec.Struct, frozen=True, kw_only=True):
    """A field whose value differs from the returned revision."""

    label: str
    before: str
    after: str


class Changes(msgspec.Struct, frozen=True, kw_only=True):
    """What differs from the revision that was last returned."""

    by: str
    at: datetime
    fields: list[ChangedField]
    counted: inspections.resubmitting.Renewed


class SignedBeside(msgspec.Struct, frozen=True, kw_only=True):
    """Minutes that people signed too, but that others replaced although nobody returned them."""

    by: str
    at: datetime
    submitted: int | None
    signers: list[str]
    fields: list[ChangedField]


class MinutesBeside(msgspec.Struct, frozen=True, kw_only=True):
    """Minutes beside, and the fields in which they differ from those in force."""

    view: BesideView
    fields: list[ChangedField]


_OF_THE_SYSTEM = frozenset({"place.fixed", "site_paper.sealed", "decision.lapsed"})
_TAKE_TURNS = frozenset({"photo.taken", "photo.captioned", "place.fixed"})
"""On site these come in turns; each is one run of the timeline all the same."""


_COUNTED = frozenset({"photo.taken", "photo.captioned"})
"""Runs of these say what they are: "24 ảnh"."""


def context(
    view: InspectionView, language: Language, beside: Sequence[Told] = ()
) -> dict[str, Any]:
    """Return everything that the templates of an inspection need.

    `beside` are lines of other records that belong into its timeline.
    """
    returned = inspections.next_steps.last_return(view)
    before = inspections.resubmitting.minutes_of(view, returned)
    remarks = inspections.remarks.still_open(view)
    shown = {
        "view": view,
        "stages": stages(view, language),
        "paper": _paper(view, before, remarks),
        "signatures": [hand(item) for item in view.signatures if item.in_force],
        "photo_remarks": _photo_remarks(remarks),
        "rulings": [_ruling_line(view, item, language) for item in reversed(view.approvals)],
        "changes": _changes(view, returned, before, language)
        if inspections.next_steps.open_return(view)
        else None,
        "signed_beside": _signed_beside(view, language) if view.minutes_flow == 1 else [],
        "minutes_beside": _minutes_beside(view, language),
        "site_papers": site_papers(view.documents, language),
        "several_minutes": inspections.violation_minutes.several(view.documents),
        "next_step": say(language, _next_step(view)),
        "tallies": tallies(view),
        "verdict_lines": lines,
        "open_findings": open_findings(view),
        "relations": {one.officer_id: one for one in view.relations},
        "on_team": {one.officer_id for one in view.team},
        "photos_by_id": {photo.photo_id: photo for photo in view.photos},
        "far": inspections.positions.far(view),
        "photo_counts": inspections.photo_counts.counts(view),
        "same_as": inspections.photo_counts.same_as(view),
        "days": by_day(
            merged(_story(view, language), beside),
            lambda kind, count: _run(kind, count, language),
            scattered=_TAKE_TURNS,
        ),
        "why_no_preview": lambda code: getattr(evidence.preview_reason(code), language),
    } | opinion_lines.context(view, language)
    there = sections.there(view, shown)
    return shown | {
        "sections": there,
        "lacking": sections.lacking(there, language),
        "doubtful": sections.doubtful(shown),
    }


def open_findings(view: InspectionView) -> int:
    """Count the findings that nobody has weighed."""
    return sum(1 for item in view.findings if item.weight is None)


def _act_name(kind: str, language: Language) -> str:
    return say(language, f"domain.act_{kind}")


def _run(kind: str, count: int, language: Language) -> str:
    if kind in _COUNTED:
        return say(language, f"inspection.run_{kind}", count=count)
    return say(language, "common.story_run", what=_act_name(kind, language), count=count)


def _story(view: InspectionView, language: Language) -> list[Told]:
    """Return the acts as lines of the timeline, the last of the ledger first."""
    numbers = {photo.act_id: photo.number for photo in view.photos}

    def sentence(act: ActView) -> str:
        said = _act_name(act.type, language)
        if number := numbers.get(act.id):
            said += " " + say(language, "inspection.photo_number", number=number)
        return said

    return [
        Told(
            at=act.received_at,
            made_at=act.made_at,
            who=act.officer,
            kind=act.type,
            sentence=sentence(act),
            system=act.type in _OF_THE_SYSTEM,
            act=act,
        )
        for act in reversed(view.acts)
    ]


def clean_paper(view: InspectionView) -> Paper | None:
    """Return the minutes for the printer, without remarks and marks of change."""
    written = view.minutes
    return Paper(written.fields, number=written.paper_number) if written else None


def hand(signature: SignatureView) -> Hand:
    """Return a signature with its strokes as SVG paths."""
    drawing = signature.drawing
    return Hand(
        role=signature.role,
        name=signature.name,
        drawing=drawing,
        paths=strokes(drawing) if drawing else [],
        refusal=signature.refusal,
    )


def _next_step(view: InspectionView) -> str:
    """Return the catalogue key of the sentence that says what comes next."""
    following = inspections.next_steps.comes_next(view)
    step = following.step
    return f"opinions.next_{step}" if following.newer else f"inspection.next_{step}"


def _paper(
    view: InspectionView, before: MinutesView | None, remarks: inspections.remarks.Open
) -> Paper | None:
    if view.minutes is None:
        return None
    rewritten = inspections.remarks.rewritten_since(view, before)
    told = [
        (comment.at.field, Remark(text=comment.text, by=remarks.by))
        for comment in remarks.comments
        if comment.at.field is not None
    ]
    before_it = rewritten.fields if rewritten else None
    return Paper(view.minutes.fields, before_it, told, view.minutes.paper_number)


def _photo_remarks(remarks: inspections.remarks.Open) -> dict[UUID, list[Remark]]:
    found: dict[UUID, list[Remark]] = {}
    for comment in remarks.comments:
        if comment.at.photo_id is not None:
            remark = Remark(text=comment.text, by=remarks.by)
            found.setdefault(comment.at.photo_id, []).append(remark)
    return found


def _ruling_line(view: InspectionView, ruling: RulingView, language: Language) -> RulingLine:
    return RulingLine(
        kind=ruling.kind,
        officer_name=ruling.officer_name,
        at=ruling.at,
        reason=ruling.reason,
        revision=ruling.revision,
        void_since=ruling.void_since,
        comments=[
            _answered_line(view, ruling, place, language) for place in range(len(ruling.comments))
        ],
    )


def _answered_line(
    view: InspectionView, ruling: RulingView, place: int, language: Language
) -> CommentLine:
    """Return a remark of a ruling with the team's answer."""
    about = inspections.resubmitting.minutes_of(view, ruling)
    line = comment_line(view, ruling.comments[place], language, about)
    said = inspections.remarks.answer_to(view, ruling, place)
    return msgspec.structs.replace(line, answer=answered(said, language) if said else None)


def _changes(
    view: InspectionView,
    returned: RulingView | None,
    before: MinutesView | None,
    language: Language,
) -> Changes | None:
    """Return what is new since the return, as counts and by field; None if nothing can be compared."""
    counted = inspections.resubmitting.renewed(view, returned, before)
    if counted is None or returned is None or before is None or view.minutes is None:
        return None
    return Changes(
        by=returned.officer_name,
        at=returned.at,
        fields=changed_fields(before, view.minutes, language),
        counted=counted,
    )


def _signed_beside(view: InspectionView, language: Language) -> list[SignedBeside]:
    now = view.minutes
    return [
        SignedBeside(
            by=one.minutes.officer_name,
            at=one.minutes.made_at,
            submitted=one.submitted,
            signers=one.signers,
            fields=changed_fields(one.minutes, now, language) if now else [],
        )
        for one in inspections.resubmitting.signed_beside(view)
    ]


def _minutes_beside(view: InspectionView, language: Language) -> list[MinutesBeside]:
    texts = {one.id: one for one in view.all_minutes}
    return [
        MinutesBeside(
            view=one,
            fields=changed_fields(texts[one.minutes], view.minutes, language)
            if view.minutes
            else [],
        )
        for one in view.beside
    ]


def changed_fields(before: MinutesView, now: MinutesView, language: Language) -> list[ChangedField]:
    """Compare field by field.

    If the form changed, only that is reported, as the fields of two forms do not correspond.
    """
    if before.form != now.form:
        old, new = (
            documents.get_form(item.form, item.form_version)["x-title"][language]
            for item in (before, now)
        )
        return [ChangedField(label=say(language, "inspection.form"), before=old, after=new)]
    return [
        ChangedField(
            label=field_label(now, item.pointer, language),
            before=worded(ruled, item.before, language, COMPARED),
            after=worded(ruled, item.after, language, COMPARED),
        )
        for item in documents.differences(now.form, now.form_version, before.fields, now.fields)
        for ruled in [documents.schema_at(now.form, now.form_version, item.pointer)]
    ]
