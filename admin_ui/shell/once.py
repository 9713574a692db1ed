"""Looks the same thing up once for all rows of a page."""

from collections.abc import Callable, Hashable
from typing import TypeVar

Asked = TypeVar("Asked", bound=Hashable)
Found = TypeVar("Found")


def once(look: Callable[[Asked], Found]) -> Callable[[Asked], Found]:
    """Return the function with a memory of its own: it is asked once for each argument.

    The memory ends with the page, so what changes from day to day is never stale.
    """
    known: dict[Asked, Found] = {}

    def ask(asked: Asked) -> Found:
        if asked not in known:
            known[asked] = look(asked)
        return known[asked]

    return ask
