"""Which lists can be taken away. Pages register theirs: the file has the rows of the page, by the same service.

    async def opened(actor, query, language): return table(headings=…, conditions=…, pages=pages)

    CASES = ExportedList(name="cases", slug="vu-viec", title=…, place="/desk/cases", fields=FIELDS, opened=opened)

A group of the backend knows no words of pages, and this one no lists: `admin_ui/exported_lists.py` names all of them,
in web processes and in workers.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import quote, urlencode

from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.core.formats import Language
from backend.core.spreadsheets import Row
from schemas.core.problems import Text

Pages = AsyncIterator[Sequence[Row]]


class Sheet(NamedTuple):
    """One table of a file that has several."""

    name: str
    """What it is about; empty if the file has no other."""
    headings: list[str]
    pages: Callable[[], Pages]
    """Reads the rows, in the order of the page. It is called twice in one snapshot: to count, and to write."""


class Table(NamedTuple):
    """A list as one reader sees it under some conditions."""

    conditions: list[tuple[str, str]]
    """What it is narrowed to, as the page says it: name and value."""
    sheets: Sequence[Sheet]

    async def pages(self) -> Pages:
        """Read the rows of all sheets."""
        for sheet in self.sheets:
            async for page in sheet.pages():
                yield page


def table(
    *, headings: list[str], conditions: list[tuple[str, str]], pages: Callable[[], Pages]
) -> Table:
    """Return a list that is one table, as most are."""
    return Table(conditions, [Sheet("", headings, pages)])


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
    """The page's address; a condition may be a part of it, as in `/desk/samples/{sample}`."""
    fields: tuple[str, ...]
    """Which parts of its query are conditions."""
    opened: Opened

    def address(self, asked: Mapping[str, str]) -> str:
        """Return the address of the page under these conditions."""
        place = self.place.format_map(
            {name: quote(value, safe="") for name, value in asked.items()}
        )
        said = {name: value for name, value in asked.items() if f"{{{name}}}" not in self.place}
        return f"{place}?{urlencode(said)}" if said else place


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
