"""Forms as nobody would fill them in, by a seed: hostile values, fields twice, missing, unknown, of a megabyte.

crawl = Crawl(await readers.of(people.nga))
await crawl.follow_all()
hostile = Hostile(crawl, random.Random(7))
assert await hostile.send_all() == []
"""

import html
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from backend.core import database
from deploy.demo.pages import Form
from tests.support.crawling import Crawl, Offered

TEXTS = (
    "",
    " ",
    "\x00",
    "a\x00b",
    "\u202egnp.exe\u2066",
    "e\u0301",
    "😀" * 300,
    "\ufffe\ufdd0",
    "\u2028\u0085",
    "1" + "0" * 30,
    "-1",
    "1e999",
    "NaN",
    "1.000.000.000.000.000.000",
    "٣٤",
    "31/02/2026",
    "2026-13-45T99:99",
    "0000-00-00",
    "9999-12-31",
    "10000-01-01",
    "0001-01-01T00:00",
    "00000000-0000-0000-0000-000000000000",
    "{00000000000000000000000000000000}",
    "null",
    "[]",
    '{"a":[1]}',
    "%s%n%00",
    "{{7*7}}${7*7}",
    "<script>alert(1)</script>",
    "'; SELECT pg_sleep(9); --",
    "../../etc/passwd",
    "x" * 5000,
)
HUGE = "Ộ" * 350_000
"""A megabyte of one letter."""
SECRET = ("csrf_token", "password", "code", "username")
"""What keeps the session, and what a browser fills in."""
_STAY = (*SECRET, "step")
_TYPED = ("text", "textarea", "search", "tel", "email", "number")
_OF_REFUSALS = (
    *("access_log", "approval_remarks", "desk_sessions", "refused_acts", "refused_requests"),
    *(
        "changes",
        "notices",
    ),  # a submission that is not what was shown lapses, and its people are told
)
"""Tables in which what was refused, or typed as a draft, is kept with its reason."""
_NOT_SHOWN = ("/desk/account/identity",)
"""An officer's identity number is never put back into a page."""
_NEVER = ("/desk/sign-out", "/desk/sign-in", "/desk/account/password")

Pairs = list[tuple[str, str]]
Way = Callable[[Pairs, random.Random], Pairs]


def _one(pairs: Pairs, chance: random.Random) -> Pairs:
    """One field has a value that it cannot have."""
    at = chance.choice([n for n, (name, _) in enumerate(pairs) if name not in _STAY] or [0])
    name, value = pairs[at]
    return [*pairs[:at], (name, value if name in _STAY else chance.choice(TEXTS)), *pairs[at + 1 :]]


def _all(pairs: Pairs, chance: random.Random) -> Pairs:
    return [(n, v if n in _STAY else chance.choice(TEXTS)) for n, v in pairs]


def _empty(pairs: Pairs, _: random.Random) -> Pairs:
    return [(name, value if name in _STAY else "") for name, value in pairs]


def _repeated(pairs: Pairs, chance: random.Random) -> Pairs:
    again = [(n, chance.choice((v, "0", "x"))) for n, v in pairs if n != "csrf_token"]
    return pairs + again * chance.choice((1, 3))


def _lacking(pairs: Pairs, chance: random.Random) -> Pairs:
    return [(n, v) for n, v in pairs if n == "csrf_token" or chance.random() < 0.5]


def _unknown(pairs: Pairs, chance: random.Random) -> Pairs:
    names = [n for n, _ in pairs if n not in _STAY] or ["x"]
    made = chance.choice(names)
    more = [f"{made}.0", f"{made}.-1.x", f"{made}[]", f"{made}.99999999.name", "__proto__", "\x00"]
    return pairs + [(name, chance.choice(TEXTS)) for name in more]


def _huge(pairs: Pairs, chance: random.Random) -> Pairs:
    at = chance.choice([n for n, (name, _) in enumerate(pairs) if name not in _STAY] or [0])
    name, value = pairs[at]
    return [*pairs[:at], (name, value if name in _STAY else HUGE), *pairs[at + 1 :]]


def _many(pairs: Pairs, chance: random.Random) -> Pairs:
    made = chance.choice([n for n, _ in pairs if n not in _STAY] or ["x"])
    return pairs + [(made, "1")] * 3000


WAYS: tuple[Way, ...] = (
    *(_one, _one, _all, _empty, _repeated),
    *(_lacking, _unknown, _huge, _many),
)
_NO_BROWSER_SENDS: tuple[Way, ...] = (_lacking, _repeated, _huge, _many)
"""What nobody typed like that has not to come back: one text box has one text, of no more than it takes."""


@dataclass
class Hostile:
    """Sends the forms that a reader was offered, each in some ways."""

    crawl: Crawl
    chance: random.Random
    tries: int = 3
    but: tuple[str, ...] = ()
    """Ends of addresses that are left out."""
    statuses: Counter[int] = field(default_factory=Counter)

    async def send_all(self) -> list[str]:
        """Send all; tell which failed, lost what was typed, or did something though they were refused."""
        wrong = []
        for alike in list(self.crawl.forms.values()):
            offered = alike[0]
            path = urlsplit(offered.target).path
            if path.startswith(_NEVER) or path.endswith(self.but):
                continue
            ways = self.chance.sample(WAYS, self.tries)
            found = [(way, await self._send(offered, way)) for way in ways]
            wrong += [
                f"{way.__name__} {offered.target} on {offered.page}: {told}"
                for way, told in found
                if told
            ]
        return wrong

    async def _send(self, offered: Offered, way: Way) -> str:
        form = offered.form
        typed = _type(form)
        button = self.chance.choice(form.buttons) if form.buttons else None
        pairs = way(form.sent(button), self.chance)
        before = await _rows()
        url = urljoin(offered.target, (button.action if button else "") or offered.target)
        answer = await self.crawl.reader._ask("POST", url, pairs)
        self.statuses[answer.status_code] += 1
        said = repr([(name, value[:60]) for name, value in pairs if name not in SECRET])[:700]
        if answer.status_code >= 500:
            return f"{answer.status_code} {said}"
        if answer.status_code not in (400, 409, 413, 422):
            return ""
        after = await _rows()
        written = {
            name: (before.get(name), now) for name, now in after.items() if before.get(name) != now
        }
        if written:
            return f"{answer.status_code} though something was written: {written} {said}"
        if way in _NO_BROWSER_SENDS or urlsplit(url).path in _NOT_SHOWN:
            return ""
        shown = html.unescape(answer.text)
        lost = [name for name, value in pairs if typed.get(name) == value and value not in shown]
        return f"{answer.status_code} lost {lost} {said}" if lost else ""


def _type(form: Form) -> dict[str, str]:
    """Type something that can be found again wherever one types, and tell what."""
    typed = {}
    for number, one in enumerate(form.controls):
        if one.kind in _TYPED and one.name not in _STAY:
            one.value = typed[one.name] = f"gõ tay vào ô <{number}>"
    return typed


async def _rows() -> dict[str, int]:
    """How many rows each table has."""
    names = await database.fetch(
        "SELECT relname FROM pg_stat_user_tables WHERE schemaname = 'public'"
    )
    kept = [row["relname"] for row in names if row["relname"] not in _OF_REFUSALS]
    each = (f"SELECT '{one}' AS name, count(*) AS rows FROM {one}" for one in kept)
    return {row["name"]: row["rows"] for row in await database.fetch(" UNION ALL ".join(each))}
