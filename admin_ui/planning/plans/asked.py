"""What the address of the list of plans asks for."""

from admin_ui.planning import years
from backend.force.units.service import UnitView
from backend.planning.plans import reading
from schemas.planning.words import PlanKind, PlanState

FIELDS = ("year", "kind", "state", "unit", "words")


def filters(asked: dict[str, str], unit: UnitView | None) -> reading.PlanFilters:
    """Return the conditions; one that means nothing is as if it were not there."""
    return reading.PlanFilters(
        year=years.year_of(asked["year"]),
        kinds=tuple(one for one in PlanKind if one.value == asked["kind"]),
        states=tuple(one for one in PlanState if one.value == asked["state"]),
        unit_id=unit.id if unit else None,
        words=asked["words"],
    )
