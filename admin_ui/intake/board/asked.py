"""What the address of the list of informations, and of its two registers, asks for."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from admin_ui.shell import typed
from backend.core.local_time import VIETNAM
from backend.intake.informations.service import Filters
from schemas.casework.words import InformationSource
from schemas.fieldwork.inspections import UnitChoice
from schemas.intake.words import InformationState, Nature, Result

FIELDS = ("q", "state", "source", "unit", "since", "until")
"""What the form of the list asks for."""
FROM_FIGURES = ("counted", "alone", "nature", "result", "standing")
"""What only a number of the figures, or a column of the board, asks for."""
STANDING = ("open", "ended")
LISTS_BY: dict[Nature | None, str] = {
    None: "informations",
    Nature.DENUNCIATION: "denunciations",
    Nature.COMPLAINT: "complaints",
}
"""The list that each page can take away as a file, by the nature that it has alone."""


def unit_of(units: list[UnitChoice], text: str) -> UnitChoice | None:
    """Return the unit that an address names; None for all."""
    return next((one for one in units if str(one.id) == text), None)


def filters(
    given: dict[str, str], units: list[UnitChoice], nature: Nature | None, day_wrong: str
) -> tuple[Filters, dict[str, str]]:
    """Return the conditions, and by field what is wrong with them.

    One that means nothing is as if it were not there, except a day.
    """
    errors: dict[str, str] = {}
    days: dict[str, date | None] = {}
    for name in ("since", "until"):
        try:
            days[name] = typed.edge(given[name]) if given[name] else None
        except ValueError:
            errors[name] = day_wrong
    since, until = days.get("since"), days.get("until")
    alone = unit_of(units, given["alone"])
    unit = alone or unit_of(units, given["unit"])
    standing = next((one for one in (given["standing"], given["state"]) if one in STANDING), None)
    filters = Filters(
        nature=str(nature) if nature else _known(given["nature"], Nature),
        state=_known(given["state"], InformationState),
        standing=standing,
        result=_known(given["result"], Result),
        source=_known(given["source"], InformationSource),
        unit=(unit.level, unit.id) if unit else None,
        alone=alone is not None,
        counted=bool(given["counted"]),
        text=given["q"],
        since=_midnight(since) if since else None,
        until=_midnight(until + timedelta(days=1)) if until else None,
    )
    return filters, errors


def _known(text: str, values: Any) -> str | None:
    return text if text in set(values) else None


def _midnight(day: date) -> datetime:
    """Return 0:00 of this day in Vietnam, in UTC."""
    return datetime.combine(day, time(), VIETNAM).astimezone(UTC)
