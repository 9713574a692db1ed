"""What every list of records narrows by, and the SQL of it; a list adds what it alone has."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import msgspec

Value = Callable[[Any], str]
"""Appends a value to a query's arguments and gives its place, such as `$3`."""
_LIKE_SPECIAL = str.maketrans({"\\": "\\\\", "%": "\\%", "_": "\\_"})


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """What a search narrows by; empty fields narrow nothing."""

    number: str | None = None
    """Part of a number, as it stands on paper."""
    subject: str | None = None
    """Part of a name, with or without diacritics."""
    unit_id: UUID | None = None
    unit_level: int | None = None
    officer_id: UUID | None = None
    states: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    """The last day; days are Vietnam's."""


def values_in(args: list[Any]) -> Value:
    """How a condition takes its values: each is appended to the arguments."""

    def value(item: Any) -> str:
        args.append(item)
        return f"${len(args)}"

    return value


def containing(text: str) -> str:
    """A LIKE pattern of what contains this text, whatever signs it has."""
    return f"%{text.strip().translate(_LIKE_SPECIAL)}%"


def in_unit(filters: Filters, row: str, value: Value) -> list[str]:
    """The row lies in this unit or below it."""
    if not filters.unit_id or not filters.unit_level:
        return []
    return [f"{row}.unit_{filters.unit_level} = {value(filters.unit_id)}"]


def in_days(filters: Filters, column: str, value: Value) -> list[str]:
    """A moment lies in these days, the first and the last included."""
    found = []
    if filters.since:
        found.append(
            f"{column} >= ({value(filters.since)}::date)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'"
        )
    if filters.until:
        found.append(
            f"{column} < ({value(filters.until)}::date + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'"
        )
    return found
