"""Which answers count as refused, how many rows one officer may fill, and when others are told. Pure."""

import ipaddress
from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from backend.core.local_time import day_of

BURST = 20
"""So many refusals within BURST_WITHIN are no mistyping any more: head and auditors are told, once a day."""
BURST_WITHIN = timedelta(minutes=10)
ROWS = 60
"""Rows that one officer fills within BURST_WITHIN in one process; what comes beyond is counted, a row a minute."""
GATHER = timedelta(minutes=1)

MORE = "more_refused"
"""The code of a row that only counts."""
STOPPED = "sign_in_stopped"
"""The code of a sign-in that was stopped under an officer's name: who tried is not known, so it is nobody's burst."""
_GUESSED = "code_wrong"
_HARMLESS = frozenset(
    {"preview_pending", "receipt_pending", "too_many_uploads", "confirmation_needed"}
)
"""Answers that say "not yet" of what the asker may have: an honest phone after a day without signal hears many."""


def once_a_day(officer_id: UUID, at: datetime) -> str:
    """What a burst of an officer's is told once by: he, and the day in Vietnam."""
    return f"{day_of(at).isoformat()}/{officer_id}"


def network_of(address: str | None) -> str:
    """What a stranger is counted under: an IPv4 address, or the /64 that one connection has; '' where none is told."""
    try:
        found = ipaddress.ip_address(address or "")
    except ValueError:
        return ""
    return str(ipaddress.ip_network((found, 64 if found.version == 6 else 32), strict=False))


_ITS_OWN = "/uploads/{"


def names_a_thing(route: str) -> bool:
    """Whether a 404 at this address tells of somebody who looks for what is not his.

    Not of uploads: a phone asks for its own, which end by themselves, and may ask for many after a day without signal.
    """
    return _ITS_OWN not in route


def counted(
    status: int, code: str | None, acts: Sequence[str], *, names_a_thing: bool
) -> dict[str, int]:
    """The codes that are recorded of one answer, each with how often; none for what is no refusal.

    A missing right (403), too many tries (429), a thing that is not there or not in sight (404, where the address
    names one), a wrong one-time code at an open desk, and every act that the one door refused. Not: a form filled in
    wrongly (422), a state that changed meanwhile without an act (409), a session that ended (401).
    """
    if acts:
        return {one: acts.count(one) for one in dict.fromkeys(acts)}
    if status == 422 and code == _GUESSED:
        return {code: 1}
    if code in _HARMLESS or not (status in (403, 429) or (status == 404 and names_a_thing)):
        return {}
    return {code or f"http_{status}": 1}
