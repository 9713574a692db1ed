"""What the address of the list of items asks for."""

from datetime import date

from admin_ui.planning import years
from backend.force.units.service import UnitView
from backend.planning.plans import reading
from schemas.planning.words import ItemState

LATE = "late"
SHOWN = ("planned", "decided", "running", "done", "not_done", LATE)
"""The states of items of issued plans, as columns and filters name them."""
FIELDS = ("plan", "year", "month", "unit", "state")


DAY = "day"
NEWEST = f"-{DAY}"
"""Orders of the list, as addresses name them: by the last day, the soonest or the latest first."""


def usual_order(plan: bool) -> str:
    """Return the order of a list whose address names none. `plan`: of one plan, which is read as a calendar.

    Over all plans of all years the latest days come first: what is planned and what runs, then what is long over.
    """
    return DAY if plan else NEWEST


def filters(asked: dict[str, str], units: list[UnitView], order: str = DAY) -> reading.ItemFilters:
    """Return what a list's address asks for. A month needs its year."""
    year = years.year_of(asked.get("year", ""))
    unit = next((one for one in units if str(one.id) == asked.get("unit", "")), None)
    state = asked.get("state", "")
    month = asked.get("month", "")
    known = month.isascii() and month.isdecimal() and 1 <= int(month) <= 12
    return reading.ItemFilters(
        year=year,
        month=date(year or years.this_year(), int(month), 1) if known else None,
        unit=(unit.level, unit.id) if unit else None,
        state=ItemState(state) if state in SHOWN and state != LATE else None,
        late=state == LATE,
        newest=order == NEWEST,
    )
