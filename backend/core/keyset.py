"""Pages of lists by keyset: a page begins after the last row that was seen.

This holds whatever was added or removed in between. A cursor holds the last row's sort values and
is opaque to the client that sends it back. It is no secret and gives no rights: every page is
queried with the reader's own scope.
"""

import base64
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Generic, TypeVar
from uuid import UUID

import msgspec

from backend.core.errors import Invalid

Found = TypeVar("Found")
Row = TypeVar("Row")

FOREVER = datetime(9999, 12, 31, tzinfo=UTC)
"""Sorts as "no moment" in an order by moment: after all others."""


MOST_COUNTED = 1000
"""A list says "more than 1000" beyond this: counting all would take longer than the page, and nobody reads on."""
MOST_TOTALLED = 10_000
"""A list with filters says its total exactly up to here, then "more than 10,000": a bound on what counting reads."""


class Listed(msgspec.Struct, Generic[Row], frozen=True, kw_only=True):
    """A page of a list: how many rows the whole list has, and where the next page begins.

    A count over MOST_COUNTED says that there are more than that.
    """

    rows: list[Row]
    count: int
    next: str | None


def pack(*parts: str) -> str:
    """Make a cursor of these parts, none of which contains a bar."""
    return base64.urlsafe_b64encode("|".join(parts).encode()).decode()


def unpack(cursor: str) -> list[str]:
    """Return the parts of a cursor. Raises ValueError if pack() never returned this text."""
    return base64.urlsafe_b64decode(cursor.encode()).decode().split("|")


def write(*key: datetime | UUID | str) -> str:
    """Make the cursor for a row's sort values."""
    return pack(*(one.isoformat() if isinstance(one, datetime) else str(one) for one in key))


def read(cursor: str, *kinds: type) -> tuple[Any, ...]:
    """Return the sort values in a cursor, of these kinds: datetime (aware), UUID or text.

    Raises Invalid (`cursor_invalid`) if write() never returned this text for such a list.
    """
    try:
        parts = unpack(cursor)
        if len(parts) != len(kinds):
            raise ValueError("another list's cursor")
        return tuple(_READ[kind](part) for kind, part in zip(kinds, parts, strict=True))
    except ValueError as error:
        raise Invalid(code="cursor_invalid") from error


def moment(text: str) -> datetime:
    """Read a moment of a cursor, in UTC.

    Raises ValueError, also if UTC has no such year, which no query would take.
    """
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError("a cursor's time has an offset")
    try:
        return at.astimezone(UTC)
    except OverflowError as error:
        raise ValueError("before the first year or after the last") from error


def _text(part: str) -> str:
    if "\0" in part:
        raise ValueError("no text of the database has a NUL")
    return part


_READ: dict[type, Callable[[str], Any]] = {datetime: moment, UUID: UUID, str: _text}


def listed(
    found: list[Found],
    count: int,
    limit: int,
    row: Callable[[Found], Row],
    key: Callable[[Found], tuple[datetime | UUID, ...]],
) -> Listed[Row]:
    """Make a page of `found`, which has one row more than `limit` if the list goes on."""
    shown = found[:limit]
    after = write(*key(shown[-1])) if len(found) > limit else None
    return Listed(rows=[row(one) for one in shown], count=count, next=after)
