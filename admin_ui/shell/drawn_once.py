"""What macros drew, kept for the same arguments.

A form says the same on every page on which it stands empty, and a line of a story the same for all who read it. Such
macros (sharing.py) depend on their arguments and the language alone, so what they drew is right for as long as the
process runs. Arguments are compared by their values and their types: `Markup` equals a text, and is written otherwise.
"""

from collections.abc import Hashable
from datetime import date, datetime, timedelta
from enum import EnumType
from typing import Any
from uuid import UUID

import msgspec
from markupsafe import Markup

MOST_LETTERS = 4_000_000
"""Letters that are kept at most of what was drawn lately; of what was drawn before, as many again."""
_LONGEST = 20_000
"""Letters of one output that is kept."""
_DEEPEST = 6
_MOST_PARTS = 60
"""Parts of one list among the arguments: to compare longer ones costs what drawing them does."""
_PLAIN = frozenset({bool, int, type(None), date, timedelta, Markup})


class _Unlike(Exception):
    """An argument that cannot be compared by its value."""


def key_of(args: tuple[Any, ...], named: dict[str, Any]) -> Hashable | None:
    """Return what tells a call from others, None if something in it cannot be compared."""
    try:
        return (
            *(one if type(one) is str else _part(one, 0) for one in args),
            *((name, one if type(one) is str else _part(one, 0)) for name, one in named.items()),
        )
    except _Unlike:
        return None


def _part(value: Any, depth: int) -> Hashable:
    kind = type(value)
    if kind is str:
        return value  # type: ignore[no-any-return]
    if kind in _PLAIN:
        return kind, value
    if kind is datetime:
        return kind, value, value.tzinfo
    if isinstance(kind, EnumType) or isinstance(value, UUID):  # the driver has a UUID of its own
        return kind, value
    if depth >= _DEEPEST:
        raise _Unlike
    deeper = depth + 1
    if isinstance(value, tuple | list):
        if len(value) > _MOST_PARTS:
            raise _Unlike
        return (kind, *[one if type(one) is str else _part(one, deeper) for one in value])
    if isinstance(value, msgspec.Struct):
        return (kind, *[_part(getattr(value, name), deeper) for name in kind.__struct_fields__])
    if kind is dict:
        if len(value) > _MOST_PARTS:
            raise _Unlike
        return (kind, *[(_part(key, deeper), _part(one, deeper)) for key, one in value.items()])
    raise _Unlike


class Store:
    """What all macros of a process drew lately. Of two halves the older goes when the younger is full."""

    def __init__(self, most_letters: int = MOST_LETTERS) -> None:
        self._most = most_letters
        self.young: dict[Hashable, str] = {}
        self.old: dict[Hashable, str] = {}
        self._letters = 0

    def get(self, key: Hashable) -> str | None:
        """Return what was drawn for this, None if it is not kept."""
        found = self.young.get(key)
        if found is None and (found := self.old.get(key)) is not None:
            self.put(key, found)
        return found

    def put(self, key: Hashable, drawn: str) -> str:
        """Keep what was drawn, unless it is long, and return it."""
        if len(drawn) > _LONGEST:
            return drawn
        if self._letters > self._most:
            self.old, self.young, self._letters = self.young, {}, 0
        self.young[key] = drawn
        self._letters += len(drawn)
        return drawn
