"""The filters that every list of records has, and their SQL. A list adds its own."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import msgspec

Value = Callable[[Any], str]
"""Appends a value to the arguments of a query and returns its placeholder, such as `$3`."""
_LIKE_SPECIAL = str.maketrans({"\\": "\\\\", "%": "\\%", "_": "\\_"})


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """The filters of a search. Empty fields do not filter."""

    number: str | None = None
    """Part of a number as printed on papers."""
    subject: str | None = None
    """Part of a name, with or without diacritics."""
    unit_id: UUID | None = None
    unit_level: int | None = None
    officer_id: UUID | None = None
    states: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    """The last day, included. Days are Vietnamese calendar days."""


_NOT_TYPED = ("unit_level", "officer_id")


def asked(filters: Filters) -> dict[str, Any]:
    """Return what an officer searched for, for the access log: the filters that are set, as typed."""
    given = {one: getattr(filters, one) for one in filters.__struct_fields__}
    return {
        name: ", ".join(value) if isinstance(value, tuple) else value
        for name, value in given.items()
        if value and name not in _NOT_TYPED
    }


def values_in(args: list[Any]) -> Value:
    """Return a function that appends values to `args` and returns their placeholders."""

    def value(item: Any) -> str:
        args.append(item)
        return f"${len(args)}"

    return value


def containing(text: str) -> str:
    """Return a LIKE pattern for texts that contain this one. Special characters are escaped."""
    return f"%{text.strip().translate(_LIKE_SPECIAL)}%"


def in_unit(filters: Filters, row: str, value: Value) -> list[str]:
    """Return the condition that the row belongs to this unit or to one below it; none without a unit."""
    if not filters.unit_id or not filters.unit_level:
        return []
    return [f"{row}.unit_{filters.unit_level} = {value(filters.unit_id)}"]


def in_days(filters: Filters, column: str, value: Value) -> list[str]:
    """Return the conditions that a moment lies within these days, the first and the last included."""
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
