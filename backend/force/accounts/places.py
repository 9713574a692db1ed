"""Where an officer is signed in, and signing out there from here.

No session is cached (sessions.find_desk, find_mobile), so one that ends here is dead in every
process with its next request. Like signing in and out these ends stand in the log of readings, not
in the ledger: they change nothing of a record. A phone that is signed out keeps its unsent work and
asks to sign in again; for a phone that is lost there is lost_phones.py.
"""

from datetime import datetime
from typing import Literal
from uuid import UUID

import msgspec

from backend.core import access_log, clock
from backend.core.actors import Actor
from backend.core.errors import NotFound, NotSignedIn
from backend.force.queries import places
from backend.force.rules import accounts as rules

_REASON = "signed_out_elsewhere"


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """One session."""

    id: UUID
    kind: Literal["desk", "phone"]
    name: str
    """Kind and system of the browser, or the phone as it calls itself; empty if unknown."""
    address: str | None
    """Of the browser; None on a phone, whose address changes all day."""
    since: datetime
    last_seen: datetime
    this: bool
    """The reader's own session."""


async def listed(actor: Actor) -> list[Place]:
    """Return the officer's live sessions: this one, other desks, phones; in each the latest first."""
    now = clock.now()
    found = [
        Place(
            id=row.id,
            kind="desk",
            name=row.browser,
            address=None if row.address == "0.0.0.0" else row.address,  # noqa: S104 - none known
            since=row.created_at,
            last_seen=row.last_seen_at,
            this=row.id == actor.session_id,
        )
        for row in await places.desks(actor.officer_id, now, now - rules.DESK_IDLE)
    ]
    phones = [
        Place(
            id=row.id,
            kind="phone",
            name=row.name,
            address=None,
            since=row.created_at,
            last_seen=row.last_seen_at,
            this=False,
        )
        for row in await places.phones(actor.officer_id, now)
    ]
    return [*sorted(found, key=lambda one: not one.this), *phones]


async def end(actor: Actor, session_id: UUID, address: str | None) -> None:
    """End one of the officer's own sessions. Raises NotFound if it is none, or has ended."""
    now = clock.now()
    ended = await places.end_desk(actor.officer_id, session_id, now)
    ended += await places.end_phone(actor.officer_id, session_id, now, _REASON)
    if not ended:
        raise NotFound(what="session")
    await access_log.record(actor, "sign_in.ended", None, address=address)


async def end_others(actor: Actor, address: str | None) -> int:
    """End all of the officer's sessions but this one; returns how many there were. Raises NotSignedIn."""
    if actor.session_id is None:
        raise NotSignedIn
    now = clock.now()
    ended = await places.end_desk_but(actor.officer_id, actor.session_id, now)
    ended += await places.end_phones(actor.officer_id, now, _REASON)
    await access_log.record(actor, "sign_in.ended", None, address=address)
    return ended
