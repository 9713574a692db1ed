"""A reader who follows every link of every page, as far as pages lead, and then sends every form that was offered.

crawl = Crawl(await readers.of(people.an))
await crawl.follow_all()
assert crawl.dead == []
"""

import re
from collections import Counter, deque
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urljoin, urlsplit

from deploy.demo.pages import Form, Page
from tests.support.readers import Reader

ALIKE = 2
"""How many addresses are followed that differ in an id or a value alone."""
OF_A_PAGE = 6
"""How many addresses of one page, whatever it is asked for: a list has hundreds of filters."""
_NUMBERED = re.compile(
    r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<=/)[0-9]+|(?<=catalogue/)[^/]+"
)
_NEVER = ("/desk/static/", "/desk/live", "/desk/sign-out", "/desk/sign-in")
"""Files that are the same for all, streams that never end, and the ends of the session."""
_DEAD = (400, 401, 403, 404, 405, 410)
"""What no link may be answered. A page that says what it lacks, or that something must not be done now, is a page."""
_KEPT = ("hidden", "select", "checkbox", "radio")
"""Fields that are sent as the page offers them. What one types is left out, so that little is done."""


def shape(address: str) -> str:
    """What addresses of the same page about other records have in common, without the query."""
    return _NUMBERED.sub("*", urlsplit(address).path)


@dataclass
class Offered:
    """A form, and the page that offers it."""

    form: Form
    page: str
    target: str


@dataclass
class Crawl:
    """What one reader was led to."""

    reader: Reader
    pages: dict[str, str] = field(default_factory=dict)
    """The source of each page by its address."""
    dead: list[str] = field(default_factory=list)
    """Links that lead to no page, and where they stand."""
    forms: dict[str, list[Offered]] = field(default_factory=dict)
    """By their target: each once or twice."""
    _to_do: deque[tuple[str, str]] = field(default_factory=deque)
    _known: set[str] = field(default_factory=set)
    _met: Counter[str] = field(default_factory=Counter)

    async def follow_all(self, *begin: str, but: tuple[str, ...] = ()) -> None:
        """Follow every link from the first page on, or from these; none whose page ends with `but`."""
        for address in begin or ("/desk/",):
            self._meet(address, "the beginning")
        while self._to_do:
            address, page = self._to_do.popleft()
            if urlsplit(address).path.endswith(but):
                continue
            answer = await self.reader.fetch(address)
            if answer.has_redirect_location:
                self._meet(urljoin(str(answer.url), answer.headers["location"]), page)
            elif answer.status_code in _DEAD or answer.status_code >= 500:
                self.dead.append(f"{answer.status_code} {address} on {page}")
            elif answer.headers.get("content-type", "").startswith("text/html"):
                self._read(address, answer.text, str(answer.url))

    async def open_alone(self, address: str) -> None:
        """Open one page for its forms, and follow nothing from it."""
        answer = await self.reader.fetch(address)
        self._read(address, answer.text, str(answer.url))

    def _read(self, address: str, html: str, url: str) -> None:
        self.pages[address] = html
        page = Page(html, url)
        for link in [*(href for href, _ in page.links), *page.images]:
            self._meet(urljoin(url, link), address)
        for form in page.forms:
            for target in {form.action, *(one.action or form.action for one in form.buttons)}:
                whole = urljoin(url, target or url)
                if form.method == "get":
                    query = "&".join(f"{name}={value}" for name, value in form.sent())
                    self._meet(f"{whole.split('?')[0]}?{query}", address)
                else:
                    alike = self.forms.setdefault(shape(whole), [])
                    if len(alike) < ALIKE and whole not in [one.target for one in alike]:
                        alike.append(Offered(form, address, whole))

    def _meet(self, link: str, page: str) -> None:
        parts = urlsplit(urljoin(self.reader.page.url, link))
        if parts.netloc != urlsplit(self.reader.page.url).netloc:
            return
        address = parts.path + (f"?{parts.query}" if parts.query else "")
        if address in self._known or address.startswith(_NEVER):
            return
        self._known.add(address)
        path = shape(address)
        asked = sorted({name for name, _ in parse_qsl(parts.query, keep_blank_values=True)})
        alike = f"{path}?{asked}"
        if self._met[alike] < ALIKE and self._met[path] < OF_A_PAGE:
            self._met[alike] += 1
            self._met[path] += 1
            self._to_do.append((address, page))

    async def send_all(self, but: tuple[str, ...] = ()) -> list[str]:
        """Send every form, with nothing typed; return those that were refused though their page goes on offering them.

        Some do something even so, and take away what others were offered for. Those that end with `but` are left out.
        """
        refused = []
        for offered in [one for alike in self.forms.values() for one in alike]:
            path = urlsplit(offered.target).path
            if path.startswith(_NEVER) or path.endswith(but):
                continue
            status = await self._send(offered)
            if status >= 500 or (status in (403, 404, 405) and await self._stays(offered)):
                refused.append(f"{status} {offered.target} on {offered.page}")
        return refused

    async def _send(self, offered: Offered) -> int:
        self.reader.page = Page(self.pages[offered.page], urljoin(offered.target, offered.page))
        form = Form(offered.target, "post", "")
        form.controls = [one for one in offered.form.controls if one.kind in _KEPT]
        for one in form.controls:
            if one.kind == "radio" and not any(
                other.checked for other in form.controls if other.name == one.name
            ):
                one.checked = True
        return await self.reader.try_submit(form)

    async def _stays(self, offered: Offered) -> bool:
        answer = await self.reader.fetch(offered.page)
        page = Page(answer.text, str(answer.url))
        return offered.target in {
            urljoin(str(answer.url), target or str(answer.url))
            for form in page.forms
            for target in {form.action, *(one.action or form.action for one in form.buttons)}
        }
