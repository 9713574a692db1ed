"""Where a page stands: the entry of the rail, the list, the record, above the page itself."""

import html
import re
from collections.abc import Sequence
from typing import NamedTuple

from admin_ui.shell.areas import Area, areas, within
from admin_ui.shell.last_seen import record_above
from admin_ui.shell.listing.places import back
from admin_ui.shell.words import LANGUAGES, say
from backend.core.actors import Actor


class Crumb(NamedTuple):
    """One step of the way: its address (None: a group that has no page), and its words or their key."""

    href: str | None
    key: str
    text: str = ""


_LINK = re.compile(r'<a href="([^"]*)">(.*)</a>', re.DOTALL)


def crumbs(
    actor: Actor,
    path: str,
    seen: Sequence[tuple[str, str]],
    here: str = "",
    above: str = "",
) -> list[Crumb]:
    """Return the steps above a page, the widest first. The page itself is not among them.

    The page of an area has none: its name is its heading, and the rail marks it. A page below a record has the
    record, under the title by which its reader saw it last. `here` is its whole address, which may know the place of
    the list that led there. `above` is the link of the page's block of that name: the step right above the page, which
    its address does not tell, or tells without its name.
    """
    way = _of_address(actor, path, seen, here)
    link = _LINK.search(above)
    if link is None or not link[2].strip():  # a title that was emptied in the page's own form
        return way
    step = Crumb(html.unescape(link[1]), "", html.unescape(link[2]).strip())
    for at, known in enumerate(way):
        if known.href is not None and _page(known.href) == _page(step.href):
            href = step.href if step.href != _page(step.href) else known.href
            return [*way[:at], Crumb(href, "", step.text), *way[at + 1 :]]
    return [*way, step]


def _page(href: str | None) -> str:
    return re.split("[?#]", href or "", maxsplit=1)[0].rstrip("/")


def _of_address(actor: Actor, path: str, seen: Sequence[tuple[str, str]], here: str) -> list[Crumb]:
    mine = areas(actor)
    area = within(path, mine)
    if area is None or path.rstrip("/") == area.href.rstrip("/"):
        return []
    way = _group(area, mine)
    way.append(Crumb(back(area.href, here), area.word))
    record = record_above(path)
    if record is not None:
        title = next((title for address, title in seen if address == record), "")
        way.append(Crumb(record, "" if title else "common.crumb_record", title))
    return way


def _group(area: Area, mine: Sequence[Area]) -> list[Crumb]:
    """Return the group of an area: none if the reader has one area of it, or if both bear the same name."""
    if area.module is None or sum(one.module is area.module for one in mine) == 1:
        return []
    key = area.module.value
    named_alike = say(LANGUAGES[0], key) == say(LANGUAGES[0], area.word)
    return [] if named_alike else [Crumb(None, key)]
