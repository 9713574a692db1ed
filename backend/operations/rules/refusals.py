"""Which answers count as refused, how many rows an officer may fill, whom to notify when. Pure."""

import ipaddress
from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from backend.core.local_time import day_of

BURST = 20
"""This many refusals within BURST_WITHIN are no typing mistakes: heads and auditors are notified,
once a day."""
BURST_WITHIN = timedelta(minutes=10)
ROWS = 60
"""Most rows of one officer within BURST_WITHIN in one process.

Further refusals are counted, in one row per minute.
"""
GATHER = timedelta(minutes=1)

MORE = "more_refused"
"""The code of a row that only counts refusals."""
STOPPED = "sign_in_stopped"
"""The code of a stopped sign-in under an officer's name.

The person is not known, so it counts for no burst.
"""
FAILED = "sign_in_failed"
"""The code of a failed sign-in under an officer's name. Like STOPPED it counts for no burst."""
OF_STRANGERS = (STOPPED, FAILED)
"""What anybody can do under an officer's name. Counted apart from what the officer does."""
_GUESSED = frozenset({"code_wrong", "passkey_wrong"})
_HARMLESS = frozenset(
    {
        "preview_pending",
        "receipt_pending",
        "too_many_uploads",
        "too_many_looks",
        "confirmation_needed",
    }
)
"""Answers that mean "not yet" about something that the client may have. A well-behaved phone gets
many of them after a day without signal, and the script of a search box asks again by itself."""


def once_a_day(officer_id: UUID, at: datetime) -> str:
    """Return the key by which a burst is notified once: the officer and the day in Vietnam."""
    return f"{day_of(at).isoformat()}/{officer_id}"


def network_of(address: str | None) -> str:
    """Return the network under which a stranger is counted: an IPv4 address or an IPv6 /64.

    One connection usually has a /64. Return '' without an address.
    """
    try:
        found = ipaddress.ip_address(address or "")
    except ValueError:
        return ""
    return str(ipaddress.ip_network((found, 64 if found.version == 6 else 32), strict=False))


_ITS_OWN = "/uploads/{"


def names_a_thing(route: str) -> bool:
    """Tell whether a 404 on this route suggests that somebody looks for things that are not theirs.

    Uploads do not count: a phone requests its own, which expire, and may request many of them after
    a day without signal.
    """
    return _ITS_OWN not in route


def counted(
    status: int, code: str | None, acts: Sequence[str], *, names_a_thing: bool
) -> dict[str, int]:
    """Return the codes to be recorded for one answer, with counts; none if nothing was refused.

    Recorded are a missing right (403), too many tries (429), a thing that does not exist or is out
    of scope (404, if the path names one), a wrong one-time code or passkey during a session at the desk, and
    every act that `ledger.record` (the one door) refused. Not recorded are a form filled in wrongly
    (422), a state that changed meanwhile without an act (409), and an ended session (401).
    """
    if acts:
        return {one: acts.count(one) for one in dict.fromkeys(acts)}
    if status == 422 and code in _GUESSED:
        return {code: 1}
    if code in _HARMLESS or not (status in (403, 429) or (status == 404 and names_a_thing)):
        return {}
    return {code or f"http_{status}": 1}
