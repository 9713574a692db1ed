"""Which lists can be taken away. Pages register theirs: the file has the rows of the page, by the same service.

    CASES = ExportedList(name="cases", slug="vu-viec", title=…, place="/desk/cases", fields=FIELDS, opened=opened)

A group of the backend knows no words of pages, and this one no lists: `admin_ui/exported_lists.py` names all of them,
in web processes and in workers.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.core.formats import Language
from backend.core.spreadsheets import Row
from schemas.core.problems import Text

Pages = AsyncIterator[Sequence[Row]]


class Table(NamedTuple):
    """A list as one reader sees it under some conditions."""

    headings: list[str]
    conditions: list[tuple[str, str]]
    """What it is narrowed to, as the page says it: name and value."""
    pages: Callable[[], Pages]
    """Reads the rows, in the order of the page. It is called twice in one snapshot: to count, and to write."""


Opened = Callable[[Actor, Mapping[str, str], Language], Awaitable[Table]]
"""Reads the conditions of an address. Raises NotAllowed for readers who have no such list, NotFound for a unit out of
sight, Invalid for a condition that means nothing. It writes nothing, and records no reading."""


class ExportedList(NamedTuple):
    """A list of the desk that can be taken away as a file."""

    name: str
    slug: str
    """Begins the file's name: ASCII."""
    title: Text
    place: str
    """The page's address."""
    fields: tuple[str, ...]
    """Which parts of its query are conditions."""
    opened: Opened


_LISTS: dict[str, ExportedList] = {}


def register(lists: Iterable[ExportedList]) -> None:
    """Let these lists be taken away; registering again changes nothing."""
    _LISTS.update({one.name: one for one in lists})


def get(name: str) -> ExportedList:
    """Return a list by its name. Raises NotFound."""
    found = _LISTS.get(name)
    if found is None:
        raise NotFound(what="list")
    return found


def title_of(name: str) -> Text:
    """Return the title of a list, also of one that this version does not know any more."""
    found = _LISTS.get(name)
    return found.title if found else Text(vi=name, en=name)


def known_lists() -> list[ExportedList]:
    """Return all lists, in the order in which they were registered."""
    return list(_LISTS.values())
