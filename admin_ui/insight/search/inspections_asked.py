"""What the address of the search of inspections asks for."""

from datetime import date

from admin_ui.shell.typed import day
from admin_ui.shell.words import Language, say
from backend.fieldwork.inspections import service as inspections
from schemas.fieldwork.inspections import UnitChoice
from schemas.fieldwork.words import InspectionState

FIELDS = ("number", "subject", "unit", "officer", "state", "since", "until")
_OF_BOTH_FLOWS = {
    InspectionState.SUBMITTED: "search.state_submitted",
    InspectionState.APPROVED: "search.state_approved",
}
"""States that cover both flows of minutes and thus need other words: in the newer one nobody
approves minutes.
"""


def state_said(state: InspectionState, language: Language) -> str:
    """Return the name of a state, for both flows of minutes."""
    return say(language, _OF_BOTH_FLOWS.get(state, f"domain.state_{state}"))


def filters(
    asked: dict[str, str], units: list[UnitChoice], date_wrong: str
) -> tuple[inspections.Filters, dict[str, str]]:
    """Return the conditions, and by field what is wrong with them."""
    errors: dict[str, str] = {}
    days: dict[str, date | None] = {}
    for name in ("since", "until"):
        try:
            days[name] = day(asked[name]) if asked[name] else None
        except ValueError:
            errors[name] = date_wrong
    unit = next((unit for unit in units if str(unit.id) == asked["unit"]), None)
    known = asked["state"] in set(InspectionState)
    found = inspections.Filters(
        number=asked["number"] or None,
        subject=asked["subject"] or None,
        unit_id=unit.id if unit else None,
        unit_level=unit.level if unit else None,
        officer=asked["officer"] or None,
        states=(asked["state"],) if known else (),
        since=days.get("since"),
        until=days.get("until"),
    )
    return found, errors
