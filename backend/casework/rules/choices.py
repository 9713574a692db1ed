"""What an act of a case may name of what the case has: read off its view. Pure; the guards have the last word."""

from backend.casework.rules.papers_in_force import STANDING
from schemas.casework.views import CaseView, FolioEntryView, PaperView
from schemas.fieldwork.words import InspectionState
from schemas.law.deadlines import Clock, ClockState

_OVER = (ClockState.MET, ClockState.MET_LATE, ClockState.NOT_APPLICABLE)


OPENS = frozenset(
    {
        InspectionState.SUBMITTED,
        InspectionState.RETURNED,
        InspectionState.REVISING,
        InspectionState.APPROVED,
    }
)
"""Where an inspection stands that a case may be opened from: its minutes were submitted."""


def papers(view: CaseView) -> list[PaperView]:
    """Signed papers. A decision that older versions marked as replaced is in force until one cancels it."""
    return [
        one
        for one in view.papers
        if one.state in STANDING or (one.state == "replaced" and one.form.startswith("MQĐ"))
    ]


def remedies(view: CaseView) -> list[tuple[int, str]]:
    """Measures that are not carried out yet, with their place in the decision."""
    return [
        (place, text) for place, text in enumerate(view.remedies) if place not in view.remedies_done
    ]


def filed_papers(view: CaseView) -> list[FolioEntryView]:
    """Papers made elsewhere that were filed."""
    return [one for one in view.folio if one.document_id is None]


def clocks(view: CaseView) -> list[Clock]:
    """Time limits that can be extended: those that are not over."""
    return [one for one in view.clocks if one.state not in _OVER]
