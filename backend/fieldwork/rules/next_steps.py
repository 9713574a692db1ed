"""The next step of an inspection, and whether its leader may still name an owner of the minutes.

Pure; computed from the reader's view only. `ledger.record` (the one door) judges again.
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
    """The name of the next step; `newer` if it is a step of the newer flow."""

    step: str
    newer: bool = False


def comes_next(view: InspectionView) -> Next:
    """Return the step to show: the reader's own next step, or else the inspection's present one."""
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
    """Return the step in the older flow.

    A revision can be ruled on once all its bytes are stored, if no photograph of it was withdrawn.
    """
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
    """Return the newest ruling that returned a revision."""
    return next((one for one in reversed(view.approvals) if one.kind == "returned"), None)


def open_return(view: InspectionView) -> RulingView | None:
    """Return the same ruling until a later one settles what it asked for."""
    return last_return(view) if view.state in _OPEN else None


def leads(view: InspectionView, actor: Actor) -> bool:
    """Tell whether this reader leads the team."""
    return any(one.leader and one.officer_id == actor.officer_id for one in view.team)


def may_entrust(view: InspectionView, actor: Actor) -> bool:
    """Tell whether this reader leads the team and may still name the owner of the minutes."""
    return view.minutes_flow == FLOW and leads(view, actor) and view.state in _BEFORE_SUBMISSION


def may_rule(actor: Actor) -> bool:
    """Tell whether the officer rules on inspections at all. `ledger.record` decides on which."""
    return actor.has(Role.SUPERVISOR)
