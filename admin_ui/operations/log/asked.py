"""What the address of the system log asks for."""

from datetime import date
from uuid import UUID

from admin_ui.shell import typed
from backend.operations.log import service as log

FIELDS = ("officer", "record", "kind", "unit", "since", "until")


def conditions(asked: dict[str, str], date_wrong: str) -> tuple[log.Conditions, dict[str, str]]:
    """Return the conditions, and by field what is wrong with them."""
    errors: dict[str, str] = {}
    days: dict[str, date | None] = {"since": None, "until": None}
    for name in days:
        try:
            days[name] = typed.edge(asked[name]) if asked[name] else None
        except ValueError:
            errors[name] = date_wrong
    try:
        unit = UUID(asked["unit"]) if asked["unit"] else None
    except ValueError:
        unit = None
    found = log.Conditions(
        officer=asked["officer"],
        record=asked["record"],
        kind=asked["kind"],
        unit_id=unit,
        since=days["since"],
        until=days["until"],
    )
    return found, errors
