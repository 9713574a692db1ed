"""Acts about the file after the submission, in the newer flow: rulings and supplements.

In this flow the state `submitted` means that a ruling or a supplement is still open. `approved`
means that the file was agreed to, was taken over, or needs no opinion. The flow reuses these two
states because phones with the previous version of the app know no others.
"""

from typing import Any

from backend.fieldwork.acts.declaring import (
    Ask,
    Declared,
    Face,
    Life,
    Move,
    Ruled,
    Who,
    Written,
    refused,
)
from backend.fieldwork.acts.shared import misplaced, unheard
from backend.fieldwork.rules.guard_context import GuardContext
from backend.fieldwork.rules.locked import LockedInspection
from backend.fieldwork.texts.inspections import refusal
from backend.ledger.handlers import Judgement, Refuse
from schemas.fieldwork import minutes_flow as flow_acts
from schemas.fieldwork.words import ActType
from schemas.fieldwork.words import InspectionState as State

_NO_FILE = refused("not_submitted", State.DECIDED, State.OPENED, State.ANNOUNCED, State.DISCARDED)
_DECIDED = refused("already_decided", State.APPROVED)
_SETTLES = Life((Move({State.SUBMITTED}, State.APPROVED),), (_NO_FILE, _DECIDED))
_ASKS = Life((Move({State.SUBMITTED}),), (_NO_FILE, _DECIDED))


def _other_file(content: Any, context: GuardContext) -> Refuse | None:
    """Refuse a ruling if the file is no longer the one that the supervisor saw."""
    return refusal("file_other", current=context.file) if content.file != context.file else None


def _guard_agreed(
    content: flow_acts.FileAgreed, state: LockedInspection, context: GuardContext
) -> Judgement | None:
    if other := _other_file(content, context):
        return other
    missing = state.missing_count
    return refusal("bytes_missing", missing=missing) if missing else None


FILE_AGREED = Declared(
    wire=ActType.FILE_AGREED,
    face=Face.DESK,
    who=Who.OTHER_HEAD,
    older=None,
    newer=_SETTLES,
    asks=(Ask.FILE,),
    guard=_guard_agreed,
    writes=Written.FILE_RULING,
    ruled=Ruled(status="agreed"),
    exceptional=unheard,
)


def _guard_supplement_asked(
    content: flow_acts.FileSupplementAsked, _state: LockedInspection, context: GuardContext
) -> Judgement | None:
    if other := _other_file(content, context):
        return other
    if context.supplement_open:
        return refusal("supplement_open")
    return misplaced(content.points, context)


FILE_SUPPLEMENT_ASKED = Declared(
    wire=ActType.FILE_SUPPLEMENT_ASKED,
    face=Face.DESK,
    who=Who.OTHER_HEAD,
    older=None,
    newer=_ASKS,
    asks=(Ask.FILE, Ask.SUPPLEMENT_OPEN, Ask.PHOTOS_HERE),
    guard=_guard_supplement_asked,
    writes=Written.FILE_RULING,
    ruled=Ruled(remarks="points", status="supplement_asked"),
)


def _guard_ruling(
    content: flow_acts.FileVerificationOrdered | flow_acts.FileTakenOver,
    _state: LockedInspection,
    context: GuardContext,
) -> Judgement | None:
    return _other_file(content, context)


FILE_VERIFICATION_ORDERED = Declared(
    wire=ActType.FILE_VERIFICATION_ORDERED,
    face=Face.DESK,
    who=Who.OTHER_HEAD,
    older=None,
    newer=_ASKS,
    asks=(Ask.FILE,),
    guard=_guard_ruling,
    writes=Written.FILE_RULING,
    ruled=Ruled(status="verifying"),
)

FILE_TAKEN_OVER = Declared(
    wire=ActType.FILE_TAKEN_OVER,
    face=Face.DESK,
    who=Who.OTHER_HEAD,
    older=None,
    newer=_SETTLES,
    asks=(Ask.FILE,),
    guard=_guard_ruling,
    writes=Written.FILE_RULING,
    ruled=Ruled(status="taken_over"),
)


def _guard_supplemented(
    content: flow_acts.FileSupplemented, _state: LockedInspection, context: GuardContext
) -> Judgement | None:
    """Refuse a supplement that is incomplete or names something that is not here.

    Each point must have one answer, the named photographs must be in force, and the named papers
    must have been written at this inspection.
    """
    ask = context.asked
    if ask is None:
        return refusal("supplement_not_asked")
    if ask.answered:
        return refusal("supplement_answered")
    if sorted(answer.point for answer in content.answers) != list(range(ask.points)):
        return refusal("points_unanswered")
    if not context.photos_in_force.issuperset(content.photos):
        return refusal("photos_not_in_force")
    known = context.papers_known == len(set(content.documents))
    return None if known else refusal("documents_unknown")


FILE_SUPPLEMENTED = Declared(
    wire=ActType.FILE_SUPPLEMENTED,
    face=Face.PHONE,
    who=Who.TEAM,
    older=None,
    newer=Life((Move({State.SUBMITTED, State.APPROVED}),), (_NO_FILE,)),
    asks=(Ask.ASKED, Ask.PHOTOS_IN_FORCE, Ask.PAPERS_KNOWN),
    guard=_guard_supplemented,
    writes=Written.SUPPLEMENT,
)

RULINGS = (FILE_AGREED, FILE_SUPPLEMENT_ASKED, FILE_VERIFICATION_ORDERED, FILE_TAKEN_OVER)
"""A supervisor's rulings on the file."""
ALL = (*RULINGS, FILE_SUPPLEMENTED)
