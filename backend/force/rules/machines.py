"""What an account of a machine may be, and whether a request under its key is let in. Pure."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Literal

LONGEST = timedelta(days=366)
"""An account ends within a year: who answers for it asks anew, or it is forgotten by nobody's act."""
OVERLAP_DAYS = (0, 1, 7, 30)
"""For how many days a key before stays valid once a new one was made."""
PREFIX = "htm_"
"""Of every key: a key that leaked into a file is found by it."""
BURST = 60
PER_MINUTE = 60
"""Requests of one account, over all processes: a report asks a dozen at once, and no more in an hour."""
_WIDEST = {4: 16, 6: 32}
"""The shortest prefixes that name a network and not the world."""
WARNED_DAYS = (30, 7, 1)
"""How many days before the end its owner is told."""

OWNERLESS_DAYS = 14
"""For how many days a key works after who answers for it left: long enough to name somebody else, too short to be
forgotten."""
WARNED_OWNERLESS = 3
"""How many days before that end it is said again."""

Refused = Literal["machine_ended", "machine_owner_gone", "machine_address", "machine_permission"]


def network(text: str) -> str | None:
    """Return a network as it is stored; None if it is none, or names half the world."""
    try:
        found = ip_network(text.strip(), strict=True)
    except ValueError:
        return None
    return str(found) if found.prefixlen >= _WIDEST[found.version] else None


def is_within(address: str, networks: Sequence[str]) -> bool:
    """Tell whether an address is in one of the networks. An IPv4 address in IPv6 clothes counts as itself."""
    try:
        asked = ip_address(address)
    except ValueError:
        return False
    if isinstance(asked, IPv6Address) and asked.ipv4_mapped is not None:
        asked = asked.ipv4_mapped
    known: list[IPv4Network | IPv6Network] = [ip_network(one) for one in networks]
    return any(asked in one for one in known if one.version == asked.version)


def is_shaped_like_a_key(token: str) -> bool:
    """Tell whether this may be a key: nothing else is looked up."""
    return token.startswith(PREFIX) and len(token) == len(PREFIX) + 43


def refusal(
    *,
    expires_on: date,
    stops_on: date | None,
    today: date,
    networks: Sequence[str],
    address: str,
    permissions: Sequence[str],
    wanted: str,
) -> Refused | None:
    """Return why a request under a live key is not let in; None if it is. `health` needs no permission."""
    if today >= expires_on:
        return "machine_ended"
    if stops_on is not None and today >= stops_on:
        return "machine_owner_gone"
    if not is_within(address, networks):
        return "machine_address"
    return None if wanted == "health" or wanted in permissions else "machine_permission"


def stops_on(left_on: date | None) -> date | None:
    """Return the first day on which a key opens nothing, as who answers for it left on a day and nobody was named."""
    return left_on + timedelta(days=OWNERLESS_DAYS) if left_on else None


def warned_of(expires_on: date, today: date) -> int | None:
    """Return which warning is due: the least of WARNED_DAYS that covers what is left; None if none is."""
    left = (expires_on - today).days
    due = [days for days in WARNED_DAYS if left <= days]
    return min(due) if due and left > 0 else None


def overlap_end(days: int, now: datetime) -> datetime:
    """Return until when keys before a new one are valid."""
    return now + timedelta(days=days)
