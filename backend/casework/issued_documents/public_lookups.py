"""Limits of public look-ups of papers."""

from datetime import timedelta
from ipaddress import IPv6Address, ip_address

from backend.casework.queries import public_lookups as queries
from backend.core import clock, keys
from backend.core.buckets import Buckets
from backend.core.errors import TooMany
from backend.core.settings import Settings
from backend.documents import public_checks


class TooManyLookups(TooMany):
    """One address asks more often than people type."""

    code = "too_many_lookups"
    text_vi = "Tra cứu quá nhiều lần từ địa chỉ này. Hãy đợi một phút rồi thử lại."
    text_en = "Too many look-ups from this address. Wait a minute, then try again."


BURST = 30
PER_MINUTE = 30


_FULL_AGAIN = timedelta(minutes=BURST / PER_MINUTE)
_buckets = Buckets(BURST, PER_MINUTE)
"""Counts before the count of all processes (`admit`): a flood from one address reaches the database no more often
than its limit."""


def start(settings: Settings) -> None:
    """Store the public address, and begin with full buckets."""
    global _buckets
    _buckets = Buckets(BURST, PER_MINUTE)
    public_checks.start(settings)


def neighbourhood(address: str) -> str:
    """Return what a limit counts by: an IPv4 address, or the /64 that a household has in IPv6."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return ""
    if isinstance(parsed, IPv6Address):
        # A dual-stack socket shows IPv4 clients so, and all of them are in one /64.
        return str(parsed.ipv4_mapped or parsed.exploded[:19])
    return str(parsed)


async def admit(address: str) -> None:
    """Count a look-up, here and over all web processes of the installation. Raises TooManyLookups.

    The database shares the count, as a bucket whose name only we can derive from the address. Who
    looked a paper up is nobody's business, and a copy of the database does not show it.
    """
    near = neighbourhood(address)
    if not _buckets.take(near) or not await queries.take_lookup(
        keys.current().derive("public look-ups", near.encode())[:16], BURST, PER_MINUTE / 60
    ):
        raise TooManyLookups(minutes=1)


async def forget_lookups() -> int:
    """Delete buckets that are full again. Called by a job."""
    return await queries.forget_lookups_before(clock.now() - 2 * _FULL_AGAIN)
