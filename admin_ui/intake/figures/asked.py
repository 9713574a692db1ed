"""What the address of the figures of intake asks for, and what they count."""

from collections.abc import Mapping
from datetime import date, timedelta

from admin_ui.shell import typed
from backend.core import clock

FIELDS = ("since", "until")
COUNTED: dict[str, dict[str, str]] = {
    "received": {},
    "open": {"standing": "open"},
    "no_violation": {"result": "no_violation"},
    "proposed": {"state": "proposed"},
    "forwarded": {"state": "forwarded"},
    "redirected": {"state": "redirected"},
    "no_action": {"state": "no_action"},
}
"""The columns, each with the filters of the list that shows what it counts."""


def days(query: Mapping[str, str]) -> tuple[date, date]:
    """Return the days that the address names; else from the first of last month until today."""
    today = clock.today()
    first = (today.replace(day=1) - timedelta(days=1)).replace(day=1)
    since = typed.edge_or_none(query.get("since", "")) or first
    until = typed.edge_or_none(query.get("until", "")) or today
    return min(since, until), max(since, until)
