"""Limits of lists as files, and what marks them. Pure."""

from collections.abc import Mapping

MOST_ROWS = 200_000
"""Of one file. A spreadsheet opens them in seconds; more is a question for statistics, or for fewer days."""
MOST_AT_ONCE = 3
"""Files of one officer that are not finished."""
LEAST_PURPOSE, MOST_PURPOSE = 5, 500
"""Letters of a purpose."""
MOST_VALUE = 200
"""Letters of a condition, as pages take them."""


def conditions(fields: tuple[str, ...], given: Mapping[str, str]) -> dict[str, str]:
    """Return the parts of an address that are conditions of a list, without empty ones."""
    said = {name: given.get(name, "").strip()[:MOST_VALUE] for name in fields}
    return {name: value for name, value in said.items() if value}
