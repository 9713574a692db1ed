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

from markupsafe import Markup

MOST_LETTERS = 4_000_000
"""Letters that are kept at most of what was drawn lately and of what it was drawn of; of what was before, as many."""
_LONGEST = 20_000
"""Letters of one output that is kept."""
_MOST_PARTS = 60
"""Parts of one list among the arguments: to compare longer ones costs what drawing them does."""
_PLAIN = frozenset({bool, int, type(None), date, timedelta, Markup})


def key_of(args: tuple[Any, ...], named: dict[str, Any]) -> Hashable | None:
    """Return what tells a call from others, None if something in it is more than a text, a number, a day or a list.

    Whole records are not compared: to look through one takes as long as what a macro says of it.
    """
    key: list[Hashable] = []
    for one in args:
        part = one if type(one) is str else _part(one)
        if part is None:
            return None
        key.append(part)
    for name, one in named.items():
        part = one if type(one) is str else _part(one)
        if part is None:
            return None
        key += (name, part)
    return (len(args), *key)


def _part(value: Any, *, within: bool = True) -> Hashable | None:
    """Return what tells a value from others that are equal but written otherwise, with the parts `within` it."""
    kind = type(value)
    if kind in _PLAIN:
        return kind, value
    if kind is datetime:
        return kind, value, value.tzinfo
    if kind is tuple or kind is list:
        return _parts(kind, value, within=within)
    if isinstance(kind, EnumType) or isinstance(value, UUID):  # the driver has a UUID of its own
        return kind, value
    return None


def _parts(kind: type, value: Any, *, within: bool) -> Hashable | None:
    """Return it of a list, or of one in a list (a choice: its value and its words)."""
    if len(value) > _MOST_PARTS:
        return None
    parts: list[Hashable] = [kind]
    for one in value:
        part = one if type(one) is str else _part(one, within=False) if within else _plain(one)
        if part is None:
            return None
        parts.append(part)
    return tuple(parts)


def _plain(value: Any) -> Hashable | None:
    return (type(value), value) if type(value) in _PLAIN else None


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
        """Keep what was drawn, unless it is long or nothing, and return it."""
        if not drawn or len(drawn) > _LONGEST:
            return drawn
        if self._letters > self._most:
            self.old, self.young, self._letters = self.young, {}, 0
        self.young[key] = drawn
        self._letters += len(drawn) + len(repr(key))
        return drawn
