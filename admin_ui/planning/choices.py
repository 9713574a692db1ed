"""What the forms and filters of plans offer to choose from."""

from uuid import UUID

from admin_ui.planning.years import this_year as this_year
from admin_ui.planning.years import year_of as year_of
from admin_ui.shell.render import AnyRequest, actor_of, language_of
from admin_ui.shell.words import Language, say
from backend.force.units import service as units_service
from backend.force.units.service import UnitView

Options = list[tuple[str, str]]


async def units_of(request: AnyRequest) -> list[UnitView]:
    """Return the reader's unit and those below it, in the order of the tree; asked once for each request.

    A page takes them for its filter, and the board again for each of its columns.
    """
    kept: list[UnitView] | None = request.state.get("units_of_plans")
    if kept is None:
        kept = request.state.units_of_plans = await units_service.covered(actor_of(request))
    return kept


def options(units: list[UnitView], request: AnyRequest) -> Options:
    """Return units as a list to choose from."""
    language = language_of(request)
    least = min((one.level for one in units), default=1)
    return [
        (str(one.id), "\u2003" * (one.level - least) + getattr(one.name, language)) for one in units
    ]


def chosen(units: list[UnitView], text: str) -> UnitView | None:
    """Return the unit that a filter names; None for any."""
    return next((one for one in units if str(one.id) == text), None)


def below(units: list[UnitView], unit_id: UUID) -> list[UnitView]:
    """Return a unit and those below it. `units` are in the order of the tree, parents before children."""
    found: list[UnitView] = []
    for one in units:
        if one.id == unit_id:
            found = [one]
        elif found and one.level <= found[0].level:
            break
        elif found:
            found.append(one)
    return found


def months(language: Language, year: int) -> Options:
    """Return the months of a year."""
    return [
        (str(month), say(language, "planitems.month_said", month=month, year=year))
        for month in range(1, 13)
    ]
