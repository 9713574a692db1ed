"""What the address of the list of officers asks for."""

from collections.abc import Mapping

FIELDS = ("search", "state")
STATES = ("active", "disabled")
_MOST = 100


def read(query: Mapping[str, str]) -> tuple[str, str | None]:
    """Return the words that are searched for, and the state; an unknown state is none."""
    state = query.get("state", "")
    return query.get("search", "")[:_MOST], state if state in STATES else None
