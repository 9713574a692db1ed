"""What the address of the search of inspections asks for."""

from datetime import date
from functools import partial

from admin_ui.insight.my_work import inspection_lines
from admin_ui.insight.search import asked as asking
from admin_ui.shell.addresses import query_of
from admin_ui.shell.formats import short_date
from admin_ui.shell.listing.places import Place
from admin_ui.shell.listing.table import Empty, Listing, totalled
from admin_ui.shell.typed import day
from admin_ui.shell.unit_names import short_names, units_wide
from admin_ui.shell.words import Language, say
from backend.fieldwork.inspections import service as inspections
from schemas.fieldwork.inspections import InspectionPage, UnitChoice
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


def unread(
    asked: dict[str, str], found: inspections.Filters, language: Language
) -> list[asking.Unread]:
    """Return the conditions that mean nothing, and therefore narrow nothing."""
    meant = {"unit": found.unit_id, "state": found.states}
    return [
        asking.unread(name, asked, language, say(language, f"search.{name}"))
        for name, value in meant.items()
        if asked[name] and not value
    ]


def nothing(language: Language) -> Listing:
    """Return the list of a question that is not understood."""
    return Listing(
        caption=say(language, "search.results"),
        heading=say(language, "queue.inspection"),
        columns=(),
        lines=(),
        empty=Empty(say(language, "search.none")),
    )


def listing(
    found: InspectionPage,
    count: int,
    place: Place,
    conditions: inspections.Filters,
    units: list[UnitChoice],
    language: Language,
) -> Listing:
    """Return a page of inspections as the desk's table, newest first."""
    asked, words, names = place.asked, partial(say, language), short_names(units, language)
    state = next((one for one in InspectionState if one == asked["state"]), None)
    chips = place.chips(
        ("number", words("search.number"), asked["number"]),
        ("subject", words("search.subject"), asked["subject"]),
        ("unit", words("search.unit"), names[conditions.unit_id] if conditions.unit_id else ""),
        ("officer", words("search.officer"), asked["officer"]),
        ("state", words("search.state"), state_said(state, language) if state else ""),
        ("since", words("search.since"), short_date(conditions.since, language)),
        ("until", words("search.until"), short_date(conditions.until, language)),
    )
    wide = units_wide(units)
    return nothing(language)._replace(
        columns=inspection_lines.usual_columns(language),
        lines=[
            inspection_lines.usual(row, language, units=names if wide else {}) for row in found.rows
        ],
        total=totalled(language, "search.total", count),
        chips=chips,
        clear=place.path,
        first=place.first,
        following=place.following(found.next),
        taken=query_of({"list": "inspections", **asked}),
    )
