"""Pure decisions about people and credentials: no clock, no database; time comes in as an argument."""

import hashlib
import ipaddress
import re
import unicodedata
from datetime import date, datetime, timedelta
from uuid import UUID

from backend.core.actors import Actor
from backend.core.errors import Invalid, NotAllowed
from backend.force.errors import PasswordTooWeak
from schemas.core.problems import Text
from schemas.core.vocabulary import Role

GUESS_WINDOW = timedelta(minutes=15)
MAX_FAILURES_PER_ACCOUNT = 10
"""Failed tries in the window at one place, after which nobody may try there. Live sessions go on undisturbed.

Each address, browser and phone where the officer signed in before is a place; everywhere else is one place together:
who guesses from elsewhere, or from another browser behind the same address, locks nobody out of his own desk or phone.
"""
PLACE_LIFE = timedelta(days=180)
"""How long a place is known after the last sign-in there: longer than a posting to another office, or a long leave."""
MAX_FAILURES_PER_ADDRESS = 100
"""Far more than per account: a whole office may stand behind one address, and mistypes daily."""

ACCESS_LIFE = timedelta(minutes=15)
REFRESH_LIFE = timedelta(days=14)
"""A phone that has not been heard of for so long signs in again; its outbox keeps everything."""
MOBILE_SESSION_LIFE = timedelta(days=30)
REFRESH_GRACE = timedelta(seconds=30)
"""How long a used refresh token still gets the same successor: an answer lost on a bad link."""
DESK_IDLE = timedelta(minutes=30)
DESK_LIFE = timedelta(hours=12)
ENROLMENT_LIFE = timedelta(hours=1)
"""The link is handed over face to face and used at once; what lies in a mailbox overnight is no longer good."""
OBJECTION_LIFE = timedelta(days=30)
"""How long after the credentials were set a head may object to whom one administrator enrolled alone: a long leave."""
CODE_DIGITS = 6
CONFIRMED_FOR = timedelta(minutes=15)
"""How long one code opens signing and approving on the session where it was given."""

MIN_PASSWORD = 12
MAX_PASSWORD = 128
_MIN_DISTINCT = 5
_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
_USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,62}")


def normalise_username(typed: str) -> str:
    """As the account is stored: NFC, trimmed, lower case. Not checked: unknown names are counted too."""
    return unicodedata.normalize("NFC", typed).strip().lower()[:64]


def check_username(username: str) -> None:
    """Raise Invalid unless it can be a new user name: it stands in addresses and on key tags."""
    if not _USERNAME.fullmatch(username):
        raise Invalid(
            code="username_invalid",
            text=Text(
                vi="Tên đăng nhập gồm 2–63 ký tự: chữ thường a–z, số, dấu chấm, gạch dưới, gạch nối.",
                en="A user name has 2 to 63 characters: a-z, digits, dot, underscore, hyphen.",
            ),
        )


def check_password(password: str, username: str) -> None:
    """Raise PasswordTooWeak unless long and not obvious. No classes of letters (NIST 800-63B-4)."""
    text = unicodedata.normalize("NFKC", password)
    long_enough = MIN_PASSWORD <= len(text) <= MAX_PASSWORD
    if not long_enough or len(set(text)) < _MIN_DISTINCT or username in text.lower():
        raise PasswordTooWeak


def guess_address(address: str) -> str:
    """What failures are counted under: an IPv4 address, or the /64 that one IPv6 customer holds."""
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
    """A phone as a place."""
    return f"device:{device_id}"


def browser_place(token: str) -> str | None:
    """A browser as a place, by the mark that only it has; None for what is none of ours. Kept as a hash."""
    if not _TOKEN.fullmatch(token):
        return None
    return f"browser:{hashlib.sha256(token.encode()).hexdigest()}"


def places_of(address: str, own: str | None) -> list[str]:
    """The places that a sign-in is at, that which is counted under first: the phone or browser, then the address.

    An address that nobody told (0.0.0.0) is no place: everybody would share it.
    """
    under = guess_address(address)
    places = [own] if own else []
    return places + ([f"ip:{under}"] if under != "0.0.0.0" else [])  # noqa: S104


def one_persons(place: str) -> bool:
    """Whether a place is no more than one phone or browser: an office may stand behind an address."""
    return place.startswith(("device:", "browser:"))


def plain_address(address: str) -> str:
    """An address that the database takes as inet; 0.0.0.0 where a proxy told none."""
    try:
        return str(ipaddress.ip_address(address))
    except ValueError:
        return "0.0.0.0"  # noqa: S104 - a record that none is known, nothing is bound to it


def wait_until(failures: list[datetime], limit: int, now: datetime) -> datetime | None:
    """When the next try is free, given the failures of the window, oldest first; None if now."""
    recent = [moment for moment in failures if moment > now - GUESS_WINDOW]
    if len(recent) < limit:
        return None
    return recent[len(recent) - limit] + GUESS_WINDOW


def minutes_between(now: datetime, until: datetime) -> int:
    """Whole minutes to wait, rounded up, at least one."""
    return max(1, -int((now - until) // timedelta(minutes=1)))


AUDITED = frozenset({Role.INSPECTOR, Role.TEAM_LEADER, Role.SUPERVISOR, Role.CLERK})
"""Whose acts an auditor checks."""


def excluded_by(role: Role, held: frozenset[Role]) -> frozenset[Role]:
    """Roles that may not be held together with `role`.

    An auditor gives verdicts on what is done in cases and inspections: who does it himself, or enters it, checks his
    own office (PRACTICE A, B6). A legal officer, who advises and decides nothing, may be one as well.

    An administrator never sees the content of an inspection: held beside a case role, that promise
    would be empty. So it is alone.
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
    """The last day on which a card issued on `day` can expire (Ordinance 11/2016 Art 13)."""
    try:
        return day.replace(year=day.year + 5)
    except ValueError:  # issued on 29 February
        return day.replace(year=day.year + 5, month=3, day=1)


def require_administrator(actor: Actor) -> None:
    """Raise NotAllowed for whoever administers nothing."""
    if not actor.has(Role.ADMINISTRATOR):
        raise NotAllowed
