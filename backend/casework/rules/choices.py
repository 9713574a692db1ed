"""What an act of a case may name, as the case's view tells. Pure; the guards judge again."""

from backend.casework.rules import complaints as complaining
from backend.casework.rules.complaint_facts import Complaint
from backend.casework.rules.papers_in_force import STANDING
from schemas.casework.views import CaseView, FolioEntryView, PaperView
from schemas.casework.words import CaseAct
from schemas.fieldwork.words import InspectionState
from schemas.law.deadlines import Clock, ClockState

_OVER = (ClockState.MET, ClockState.MET_LATE, ClockState.NOT_APPLICABLE)


NEXT = complaining.NEXT
OPENS = frozenset(
    {
        InspectionState.SUBMITTED,
        InspectionState.RETURNED,
        InspectionState.REVISING,
        InspectionState.APPROVED,
    }
)
"""States of an inspection from which a case may be opened: its minutes were submitted."""


def papers(view: CaseView) -> list[PaperView]:
    """List the papers in force, signed or delivered.

    Older versions marked some decisions as replaced: these are in force until another one cancels
    them.
    """
    return [
        one
        for one in view.papers
        if one.state in STANDING or (one.state == "replaced" and one.form.startswith("MQĐ"))
    ]


def remedies(view: CaseView) -> list[tuple[int, str]]:
    """List the measures that are not carried out yet, with their place in the decision."""
    return [
        (place, text) for place, text in enumerate(view.remedies) if place not in view.remedies_done
    ]


def filed_papers(view: CaseView) -> list[FolioEntryView]:
    """List the papers that were made elsewhere and filed."""
    return [one for one in view.folio if one.document_id is None]


def complaints(view: CaseView, kind: CaseAct) -> list[Complaint]:
    """List the complaints that an act may be about next."""
    return complaining.seen(view, kind)


def clocks(view: CaseView) -> list[Clock]:
    """List the time limits that can be extended: those that still run."""
    return [one for one in view.clocks if one.state not in _OVER]
