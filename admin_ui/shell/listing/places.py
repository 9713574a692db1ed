"""Where a list stands: its address with conditions, order and page, and the addresses that lead on from there.

Everything is in the address, so that it can be kept, sent to a colleague, and come back to.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import parse_qs, quote_plus, urlsplit

from admin_ui.shell.addresses import query_of
from admin_ui.shell.listing.table import Chip, Order

ORDER = "order"
AFTER = "after"
BACK = "from"
"""The field of a record's address that holds the address of the list which led there."""
_MOST_BACK = 600
"""Letters of a list's address that a row carries; with more, its record leads back to the area's page."""
_OF_AN_AREA = 2
"""Slashes in the path of an area's own page: `/desk/cases`."""
_BELOW = re.compile(r"(?:/[a-z-]+)*(?:\?[\w%&=+.~*-]*)?(?:#[\w-]+)?", re.ASCII)


class Place(NamedTuple):
    """A list at one moment: its path, the conditions that are set, its order if it is not the usual one, its page."""

    path: str
    asked: Mapping[str, str]
    order: str = ""
    after: str = ""

    def _at(self, values: Mapping[str, str]) -> str:
        query = query_of(values)
        return f"{self.path}?{query}" if query else self.path

    @property
    def first(self) -> str:
        """Return the address of the first page under the same conditions; empty on the first page."""
        return self._at({**self.asked, ORDER: self.order}) if self.after else ""

    def following(self, cursor: str | None, name: str = AFTER) -> str:
        """Return the address of the next page; empty if there is none. `name`: how the list calls its cursor."""
        return self._at({**self.asked, ORDER: self.order, name: cursor}) if cursor else ""

    def without(self, *names: str) -> str:
        """Return the address without these conditions, from the first page."""
        left = {name: value for name, value in self.asked.items() if name not in names}
        return self._at({**left, ORDER: self.order})

    def chips(self, *said: tuple[str, str, str]) -> list[Chip]:
        """Return the conditions that are set. Each: the field of the address, its name, its value in words.

        A value without words is not understood, and narrows nothing; so it is no condition.
        """
        return [
            Chip(label, value, self.without(name))
            for name, label, value in said
            if value and self.asked.get(name)
        ]

    def ordering(self, name: str, usual: str, *, falling: bool) -> Order:
        """Return how a column orders the list: `name` rising, `-name` falling. `usual` is the order without a word.

        A column that does not order the list yet begins `falling` or rising.
        """
        now = self.order or usual
        rising, sinking = name, f"-{name}"
        if now == rising:
            then, said = sinking, "ascending"
        elif now == sinking:
            then, said = rising, "descending"
        else:
            then, said = (sinking if falling else rising), "none"
        href = self._at({**self.asked, ORDER: "" if then == usual else then})
        return Order(href, said)  # type: ignore[arg-type]

    def record(self, href: str, key: str) -> str:
        """Return the address of a record that knows its place in the list, to lead back there. `key`: its row's id.

        The bare list of an area needs no word: the way above the record leads to it in any case.
        """
        query = query_of({**self.asked, ORDER: self.order, AFTER: self.after})
        if not query and self.path.count("/") == _OF_AN_AREA:
            return href
        place, quoted = _quoted(f"{self.path}?{query}#" if query else f"{self.path}#")
        if place + len(key) > _MOST_BACK:
            return href
        return f"{href}?{BACK}={quoted}{quote_plus(key)}"


@lru_cache(maxsize=200)
def _quoted(place: str) -> tuple[int, str]:
    """Return how long a list's address is, and the same as a value of another: once for its fifty rows."""
    return len(place), quote_plus(place)


def back(area: str, address: str) -> str:
    """Return where the page at `address` leads back to within an area: the list that it names, else the area's page.

    Whatever stands in the address, it leads nowhere but to a page below the area's own path.
    """
    place = next(iter(parse_qs(urlsplit(address).query).get(BACK, [])), "")
    path, rest = place[: len(area)], place[len(area) :]
    found = path == area and len(place) <= _MOST_BACK and _BELOW.fullmatch(rest)
    return place if found else area
