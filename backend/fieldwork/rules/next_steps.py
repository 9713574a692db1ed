"""What comes next in an inspection, by either flow of minutes, and who of its team may still be named. Pure.

Read off the view that its reader has; the door judges again.
"""

import msgspec

from backend.core.actors import Actor
from schemas.core.vocabulary import Role
from schemas.fieldwork.inspections import InspectionView, RulingView
from schemas.fieldwork.minutes_flow import FLOW
from schemas.fieldwork.minutes_views import FileView
from schemas.fieldwork.words import InspectionState

_OPEN = frozenset({InspectionState.SUBMITTED, InspectionState.RETURNED, InspectionState.REVISING})
_BEFORE_SUBMISSION = frozenset(
    {InspectionState.DECIDED, InspectionState.OPENED, InspectionState.ANNOUNCED}
)


class Next(msgspec.Struct, frozen=True, kw_only=True):
    """What comes next, by the name of the step; `newer`: as the newer flow of minutes calls it."""

    step: str
    newer: bool = False


def comes_next(view: InspectionView) -> Next:
    """The step that the reader is told of: his own where he has one, else where the inspection stands."""
    if view.minutes_flow == 1:
        return Next(step=_of_revision(view))
    if view.file is not None:
        return Next(step=_of_file(view, view.file), newer=True)
    if view.permitted.draft:
        return Next(step="draft", newer=True)
    if view.drafts and view.drafts[-1].waits:
        return Next(step="draft_waits", newer=True)
    if view.state == InspectionState.DISCARDED:
        return Next(step="withdrawn", newer=True)
    return Next(step="asked", newer=True) if view.discard_asked else Next(step=view.state)


def _of_revision(view: InspectionView) -> str:
    """What was submitted is ruled on once all its bytes are stored and nothing of it was withdrawn."""
    if not view.permitted.rule:
        return view.state
    if view.permitted.approve:
        return "rule"
    return "rule_missing" if view.missing_count else "rule_stale"


def _of_file(view: InspectionView, file: FileView) -> str:
    if not view.permitted.file or file.status == "supplement_asked":
        return file.status
    return "rule" if view.permitted.agree else "rule_missing"


def last_return(view: InspectionView) -> RulingView | None:
    """The newest ruling that sent a revision back."""
    return next((one for one in reversed(view.approvals) if one.kind == "returned"), None)


def open_return(view: InspectionView) -> RulingView | None:
    """The same, while what it asked for is not ruled on."""
    return last_return(view) if view.state in _OPEN else None


def leads(view: InspectionView, actor: Actor) -> bool:
    """Whether he leads the team."""
    return any(one.leader and one.officer_id == actor.officer_id for one in view.team)


def may_entrust(view: InspectionView, actor: Actor) -> bool:
    """Whether this reader leads, and may still name who draws the minutes up."""
    return view.minutes_flow == FLOW and leads(view, actor) and view.state in _BEFORE_SUBMISSION


def may_rule(actor: Actor) -> bool:
    """Whether he rules on inspections at all; of which, the door tells."""
    return actor.has(Role.SUPERVISOR)
