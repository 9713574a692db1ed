"""What the address of the list of cases asks for."""

from datetime import date

from admin_ui.shell import typed
from backend.casework.cases import service as cases
from backend.core.actors import Actor
from schemas.casework.words import CaseState
from schemas.fieldwork.inspections import UnitChoice

FIELDS = ("number", "subject", "state", "unit", "behaviour", "since", "until", "mine")


def filters(
    asked: dict[str, str], units: list[UnitChoice], actor: Actor, date_wrong: str
) -> tuple[cases.Filters, dict[str, str]]:
    """Return the conditions, and by field what is wrong with them."""
    errors: dict[str, str] = {}
    days: dict[str, date | None] = {}
    for name in ("since", "until"):
        try:
            days[name] = typed.day(asked[name]) if asked[name] else None
        except ValueError:
            errors[name] = date_wrong
    unit = next((unit for unit in units if str(unit.id) == asked["unit"]), None)
    known = asked["state"] in set(CaseState)
    return (
        cases.Filters(
            number=asked["number"] or None,
            subject=asked["subject"] or None,
            unit_id=unit.id if unit else None,
            unit_level=unit.level if unit else None,
            officer_id=actor.officer_id if asked["mine"] else None,
            states=(asked["state"],) if known else (),
            behaviour=asked["behaviour"] or None,
            since=days.get("since"),
            until=days.get("until"),
        ),
        errors,
    )
