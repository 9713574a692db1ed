"""A walk over the desk by its links: which pages there are, how heavy each is, what each asks the database.

seen = await walks.by_all(app, accounts.load(folder), asked)
assert not ceilings.broken(seen)
"""

import re
from collections import deque
from collections.abc import Iterable
from typing import Any, NamedTuple
from urllib.parse import urldefrag, urljoin, urlsplit

import httpx
from litestar import Litestar

from deploy.demo.codes import Codes
from deploy.demo.phone import Account
from tests.support.readers import Reader

MOST_OF_A_ROUTE = 2
"""Addresses of one route that each reader opens: a record of each kind differs from the next one."""
_HTML = "text/html"
_NOWHERE = "/desk/{rest:path}"
"""What answers an address that is no page's."""
_FILE = re.compile(r"\.(pdf|svg|json|txt|py|xlsx|zip|xml|css|js)$")
_LEFT_OUT = ("/desk/static/", "/desk/live", "/desk/language")
READERS = ("hn.giang", "hn1.dung", "hn.thuy", "hn.quyen", "tw.lan", "tw.ninh")
"""Of the demonstration: a head, a team leader, a clerk and an auditor of one department; an administrator and a legal
officer of the nation."""
_ADDRESS = "http://testserver.local"
_PARAMETER = re.compile(r"\{\w+(?::(\w+))?\}")
_SAYS = {"uuid": "[0-9a-f-]{36}", "int": r"\d+", "path": ".+"}


class Seen(NamedTuple):
    """One page as one reader saw it."""

    route: str
    address: str
    who: str
    statements: tuple[str, ...]
    weight: int

    def __str__(self) -> str:
        return f"{self.route} ({self.who}, {self.address}): {len(self.statements)} statements, {self.weight} bytes"


async def by_all(app: Litestar, accounts: Iterable[Account], asked: list[str]) -> list[Seen]:
    """Walk as each of READERS, signed in by the accounts of a demonstration."""
    known = {one.username: one for one in accounts}
    walk = Walk(app, asked)
    for who in READERS:
        transport = httpx.ASGITransport(app=app, client=("127.0.0.1", 50002))
        async with httpx.AsyncClient(transport=transport, base_url=_ADDRESS, timeout=60) as client:
            reader = Reader(client, Codes())
            await reader.sign_in(known[who])
            await walk.by(reader, who)
    return walk.seen


def pages(app: Litestar) -> set[str]:
    """The routes of the desk that answer GET."""
    return {
        route.path
        for route in app.routes
        if "GET" in getattr(route, "methods", ())
        and route.path.startswith("/desk")
        and route.path != _NOWHERE
    }


class Walk:
    """Opens what links lead to, each address once for each reader, and notes what it cost."""

    def __init__(self, app: Litestar, asked: list[str]) -> None:
        self._asked = asked
        self._known = [(route, _pattern(route)) for route in sorted(pages(app), key=_width)]
        self.seen: list[Seen] = []

    async def by(self, reader: Reader, who: str, begin: str = "/desk/") -> None:
        """Walk from a page, as far as there are links."""
        done: set[str] = set()
        taken: dict[str, int] = {}
        left = deque([begin])
        while left:
            address = left.popleft()
            if address in done:
                continue
            done.add(address)
            route = self.route_of(address)
            if route is None or taken.get(route, 0) >= MOST_OF_A_ROUTE:
                continue
            taken[route] = taken.get(route, 0) + 1
            answer = await self._open(reader, address)
            if answer is None:
                taken[route] -= 1
                continue
            self.seen.append(Seen(route, address, who, tuple(self._asked), len(answer.content)))
            left.extend(_links(address, answer.text))

    def route_of(self, address: str) -> str | None:
        """Return the route of an address; None if there is none, or if it is no page."""
        path = urlsplit(address).path
        if path.startswith(_LEFT_OUT) or _FILE.search(path):
            return None
        return next((route for route, said in self._known if said.fullmatch(path)), None)

    async def _open(self, reader: Reader, address: str) -> Any:
        """Return the page; None for a file, an error, and what leads elsewhere."""
        answer = await reader.fetch(address)
        if answer.status_code != 200 or not answer.headers["content-type"].startswith(_HTML):
            return None
        self._asked.clear()  # what a process keeps is there from the second on
        return await reader.fetch(address)


def _pattern(route: str) -> re.Pattern[str]:
    parts, at = [], 0
    for found in _PARAMETER.finditer(route):
        parts += [re.escape(route[at : found.start()]), _SAYS.get(found[1], "[^/]+")]
        at = found.end()
    return re.compile("".join([*parts, re.escape(route[at:])]).rstrip("/") + "/?")


def _width(route: str) -> tuple[int, int]:
    """What has fewer parameters is tried first, as the router does."""
    return len(_PARAMETER.findall(route)), -len(route)


def _links(address: str, html: str) -> list[str]:
    found = re.findall(r"""<a\s[^>]*?href="([^"]+)\"""", html.partition("<main")[2] or html)
    found += re.findall(r"""<a\s[^>]*?href="([^"]+)\"""", html.partition("<main")[0])
    here = [urldefrag(urljoin(address, one.replace("&amp;", "&"))).url for one in found]
    return [one for one in here if one.startswith("/desk")]
