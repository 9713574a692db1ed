"""The custody story of one photograph for the desk, from the shutter to each exported copy.

The story is read from other tables. Acts, receipts, checks of the store and readings are recorded
where they happen; nothing is written for the story alone.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from backend.core import clock
from backend.core.actors import Actor
from backend.core.database import at_once
from backend.core.errors import NotFound
from backend.fieldwork.queries import custody as queries
from backend.fieldwork.queries import photos as photo_queries
from backend.fieldwork.queries.custody import ActAbout, Announcement, Done, Event, Export, Look
from backend.fieldwork.texts import custody as texts
from schemas.fieldwork.custody import CustodyKind, CustodyStep

_MOST_EVENTS = 200
_MOST_READINGS = 300
"""Longer stories show the latest of each kind only. Everything stays in the tables."""

_ACTS = {
    "photo.withdrawn": CustodyKind.WITHDRAWN,
    "photo.captioned": CustodyKind.CAPTIONED,
    "evidence.admitted": CustodyKind.ADMITTED,
    "evidence.dismissed": CustodyKind.DISMISSED,
}


async def custody_story(photo_id: UUID, actor: Actor) -> list[CustodyStep]:
    """Return all that happened to a photograph, in order.

    The first step is the shot, by the phone's clock; the others are by the server's. Raises
    NotFound if it does not exist or is out of scope. This is not recorded in the access log: the
    page that shows the story is.
    """
    if await photo_queries.find_photo(photo_id, actor) is None:
        raise NotFound(what="photo")
    photo = await queries.announcement(photo_id)
    if photo is None:
        raise NotFound(what="photo")
    async with at_once() as ask:
        acts = ask(queries.acts_about(photo.inspection_id, photo_id, photo.act_id))
        events = ask(queries.events(photo_id, _MOST_EVENTS))
        looks = ask(queries.looks(photo_id, _MOST_READINGS))
        exports = ask(queries.exports(photo_id, photo.inspection_id, _MOST_READINGS))
    steps = [
        *_arrival(photo),
        *(_of_act(row) for row in acts.result()),
        *(_of_event(row) for row in events.result()),
        *(_of_look(row) for row in looks.result()),
        *(_of_export(row) for row in exports.result()),
    ]
    return [_taken(photo), *sorted(steps, key=lambda step: step.at)]


def _taken(photo: Announcement) -> CustodyStep:
    return _step(CustodyKind.TAKEN, photo.made_at, photo, way=photo.way, sha256=photo.sha256)


def _arrival(photo: Announcement) -> Iterator[CustodyStep]:
    """Yield how act and bytes came in. The sort is stable: simultaneous steps keep this order."""
    yield _step(
        CustodyKind.RECEIVED,
        photo.received_at,
        photo,
        number=photo.number,
        entry_hash=photo.entry_hash,
    )
    if photo.quarantine is not None:
        yield _step(CustodyKind.QUARANTINED, photo.received_at, None, code=photo.quarantine)
    if photo.bytes_received_at is not None:
        at, node = photo.bytes_received_at, photo.node
        yield _step(CustodyKind.BYTES_RECEIVED, at, None, size=photo.size, node=node)
    if photo.stored_at is not None:
        yield _step(CustodyKind.STORED, photo.stored_at, None, object=photo.object_key)


def _of_act(row: ActAbout) -> CustodyStep:
    kind, at = _ACTS[row.act_type], row.received_at
    return _step(kind, at, row, reason=row.reason, caption=row.caption)


def _of_event(row: Event) -> CustodyStep:
    hold = None if row.legal_hold is None else ("on" if row.legal_hold else "off")
    return _step(
        CustodyKind(row.event),
        row.at,
        None,
        sha256=row.sha256,
        size=row.size,
        version_id=row.version_id,
        retention_mode=row.retention_mode,
        retained_until=row.retained_until,
        legal_hold=hold,
    )


def _of_look(row: Look) -> CustodyStep:
    several = row.last_at if row.count > 1 else None
    return _step(
        CustodyKind.VIEWED,
        row.first_at,
        row,
        until=several,
        count=row.count,
        action=row.action,
        times=row.count,
    )


def _of_export(row: Export) -> CustodyStep:
    return _step(CustodyKind.EXPORTED, row.at, row, action=row.action)


def _step(
    kind: CustodyKind,
    at: datetime,
    who: Done | None,
    *,
    until: datetime | None = None,
    count: int = 1,
    **facts: Any,
) -> CustodyStep:
    """Return a step. `who` did it; None if a machine did."""
    told = {name: _fact(value) for name, value in facts.items() if value is not None}
    return CustodyStep(
        kind=kind,
        at=at,
        until=until,
        count=count,
        officer_id=None if who is None else who.officer_id,
        officer_name=None if who is None else who.officer_name,
        text=texts.sentence(kind, told),
        facts=told,
    )


def _fact(value: Any) -> str:
    return clock.rfc3339(value) if isinstance(value, datetime) else str(value)
