"""Limits of lists as files, what marks them, and to whom one is given. Pure."""

from collections.abc import Mapping
from datetime import timedelta

from backend.core.actors import Actor

MOST_ROWS = 200_000
"""Of one file. A spreadsheet opens them in seconds; more is a question for statistics, or for fewer days."""
MOST_AT_ONCE = 3
"""Files of one officer that are not finished."""
KEPT_FOR = timedelta(hours=24)
"""How long a file can be taken. Then it is deleted: it may hold what somebody may not see tomorrow."""
LEFT_AFTER = timedelta(minutes=10)
"""What no worker said anything of for so long is enqueued again."""
LEAST_PURPOSE, MOST_PURPOSE = 5, 500
"""Letters of a purpose."""
MOST_VALUE = 200
"""Letters of a condition, as pages take them."""


def standing(actor: Actor) -> str:
    """Return roles and unit of an officer. A file is given under those alone under which it was asked for."""
    return f"{','.join(sorted(actor.roles))}@{actor.unit.unit_id}"


def conditions(fields: tuple[str, ...], given: Mapping[str, str]) -> dict[str, str]:
    """Return the parts of an address that are conditions of a list, without empty ones."""
    said = {name: given.get(name, "").strip()[:MOST_VALUE] for name in fields}
    return {name: value for name, value in said.items() if value}
