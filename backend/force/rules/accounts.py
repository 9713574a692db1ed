"""Pure decisions about people and credentials: no clock, no database; times are arguments."""

import hashlib
import ipaddress
import re
import unicodedata
from datetime import date, datetime, timedelta
from uuid import UUID

from backend.core.actors import Actor
from backend.core.errors import Invalid, NotAllowed
from schemas.core.problems import Text
from schemas.core.vocabulary import Role

GUESS_WINDOW = timedelta(minutes=15)
MAX_FAILURES_PER_ACCOUNT = 10
"""Failed tries at one place within the window, after which nobody may try there. Open sessions are
not affected.

Each address, browser and phone from which the officer signed in before is a place; everything else
together is one more place. So a stranger who guesses from elsewhere, or from another browser behind
the same address, does not lock the officer out of their own desk or phone.
"""
PLACE_LIFE = timedelta(days=180)
"""How long a place is known after the last sign-in there: longer than a posting to another office,
or a long leave."""
MAX_FAILURES_PER_ADDRESS = 100
"""Far more than per account: a whole office may share one address, and people mistype daily."""
MAX_FAILURES_EVERYWHERE = 30
"""Failed reports of a lost phone under one name within the window, from three networks or more, after which
only those with the right second factor are judged further: guessing from many addresses ends, and the owner
is let through."""

ACCESS_LIFE = timedelta(minutes=15)
REFRESH_LIFE = timedelta(days=14)
"""A phone that was silent for longer signs in again; its outbox keeps everything."""
MOBILE_SESSION_LIFE = timedelta(days=30)
REFRESH_GRACE = timedelta(seconds=30)
"""How long a used refresh token still gets the same successor, although that one is in use already:
several refreshes were under way together. Later it gets the successor only if nobody has used it."""
DESK_IDLE = timedelta(minutes=30)
DESK_LIFE = timedelta(hours=12)
ENROLMENT_LIFE = timedelta(hours=1)
"""The link is handed over face to face and used right away; one left in a mailbox overnight no
longer works."""
LETTER_LIFE = timedelta(days=3)
"""A letter goes to a head, who hands it over: long enough for a team in the mountains, too short to
lie in a drawer (decision 0108)."""
OBJECTION_LIFE = timedelta(days=30)
"""How long after the credentials were set a head may object to an officer whom one administrator
enrolled alone. It covers a long leave of the head."""
CODE_DIGITS = 6
CONFIRMED_FOR = timedelta(minutes=15)
"""How long one code opens signing and approving, on the session to which it was given."""

ROWS_WITHOUT_CODE = 100
"""A table of more rows is taken away only after a second factor (PRACTICE B4)."""

_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
_USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,62}")


def normalise_username(typed: str) -> str:
    """Return a user name as accounts store it: NFC, trimmed, lower case.

    It is not checked, because tries under unknown names are counted too.
    """
    return unicodedata.normalize("NFC", typed).strip().lower()[:64]


def is_username(text: str) -> bool:
    """Tell whether this can be a new user name."""
    return _USERNAME.fullmatch(text) is not None


def check_username(username: str) -> None:
    """Raise Invalid unless this can be a new user name: it appears in addresses and on key tags."""
    if not is_username(username):
        raise Invalid(
            code="username_invalid",
            text=Text(
                vi="Tên đăng nhập gồm 2–63 ký tự: chữ thường a–z, số, dấu chấm, gạch dưới, gạch nối.",
                en="A user name has 2 to 63 characters: a-z, digits, dot, underscore, hyphen.",
            ),
        )


def guess_address(address: str) -> str:
    """Return the address to count failures under: IPv4, or the /64 that one IPv6 customer holds."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "0.0.0.0"  # noqa: S104 - a key to count under, nothing is bound to it
    if isinstance(parsed, ipaddress.IPv6Address):
        if parsed.ipv4_mapped is not None:
            return str(parsed.ipv4_mapped)
        return str(ipaddress.ip_network((parsed, 64), strict=False).network_address)
    return str(parsed)


def device_place(device_id: UUID) -> str:
    """Return the name of a phone as a place."""
    return f"device:{device_id}"


def browser_place(token: str) -> str | None:
    """Return the name of a browser as a place, a hash of the mark that only this browser has.

    None if it is no mark of ours.
    """
    if not _TOKEN.fullmatch(token):
        return None
    return f"browser:{hashlib.sha256(token.encode()).hexdigest()}"


def places_of(address: str, own: str | None) -> list[str]:
    """Return the places of a sign-in: the phone or browser first, then the address.

    The first known one is charged.

    An unknown address (0.0.0.0) is no place: everybody would share it.
    """
    under = guess_address(address)
    places = [own] if own else []
    return places + ([f"ip:{under}"] if under != "0.0.0.0" else [])  # noqa: S104


def one_persons(place: str) -> bool:
    """Tell whether a place is a single phone or browser. An address may be a whole office's."""
    return place.startswith(("device:", "browser:"))


def plain_address(address: str) -> str:
    """Return an address that the database accepts as inet; 0.0.0.0 if a proxy gave none."""
    try:
        return str(ipaddress.ip_address(address))
    except ValueError:
        return "0.0.0.0"  # noqa: S104 - a record that none is known, nothing is bound to it


def wait_until(failures: list[datetime], limit: int, now: datetime) -> datetime | None:
    """Return when the next try is allowed, or None if now.

    `failures` of the window are oldest first.
    """
    recent = [moment for moment in failures if moment > now - GUESS_WINDOW]
    if len(recent) < limit:
        return None
    return recent[len(recent) - limit] + GUESS_WINDOW


def minutes_between(now: datetime, until: datetime) -> int:
    """Return the whole minutes to wait, rounded up, at least one."""
    return max(1, -int((now - until) // timedelta(minutes=1)))


AUDITED = frozenset({Role.INSPECTOR, Role.TEAM_LEADER, Role.SUPERVISOR, Role.CLERK})
"""Roles whose acts an auditor checks."""


def excluded_by(role: Role, held: frozenset[Role]) -> frozenset[Role]:
    """Return those of the held roles that may not be held together with `role`.

    An auditor judges what is done in cases and inspections. An auditor who also does such acts, or
    enters them, would check their own work (PRACTICE A, B6). A legal officer, who advises and
    decides nothing, may be an auditor as well.

    An administrator never sees the content of an inspection. Together with a case role that promise
    would be empty, so the role is held alone.
    """
    if role is Role.ADMINISTRATOR:
        return held - {Role.ADMINISTRATOR}
    shut = {Role.ADMINISTRATOR}
    if role is Role.AUDITOR:
        shut |= AUDITED
    if role in AUDITED:
        shut.add(Role.AUDITOR)
    return held & shut


def five_years_after(day: date) -> date:
    """Return the last day on which a card issued on `day` can expire (Ordinance 11/2016 Art 13)."""
    try:
        return day.replace(year=day.year + 5)
    except ValueError:  # issued on 29 February
        return day.replace(year=day.year + 5, month=3, day=1)


def require_administrator(actor: Actor) -> None:
    """Raise NotAllowed unless the actor is an administrator."""
    if not actor.has(Role.ADMINISTRATOR):
        raise NotAllowed
