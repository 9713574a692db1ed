"""An officer's notices: send, settle, mark as read, and show on phones.

Phones get the notices of time limits elsewhere. How the desk shows notices, with the case numbers
of time limits, is in backend/casework/notices.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import change_feed, clock
from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.force.notices import choosing as choosing
from backend.force.notices.telling import (
    checkers,
    heads_above,
    heads_of,
    leave_office,
    second_persons,
    settle,
    settle_begun,
    settle_for,
    settle_sent,
    tell,
)
from backend.force.queries import notice_settings as settings
from backend.force.queries import notices as queries
from backend.force.queries.notices import Seen
from backend.force.rules import notice_settings as rules
from backend.force.texts import notices as texts
from schemas.law.deadlines import PhoneTold

COMPARISONS = ("compare.waits", "compare.due", "compare.overdue")
"""Sentences of a paper signed by hand that a second person must compare (practice B3)."""
TO_SIGN = queries.TO_SIGN
"""The sentence to the heads who may sign what was proposed; phones show it until somebody answered."""
ON_PHONE = 30
"""The most that a phone shows. Officers with more unread notices read them at a desk."""


async def read_before(moment: datetime) -> None:
    """Mark every notice from before a moment as read when it came: in the history of a demonstration."""
    await queries.read_before(moment)


async def mark_read(actor: Actor, notice_id: UUID | None = None) -> int:
    """Mark one of the officer's own notices as read, or all; their phones remove them.

    Returns how many were unread. Raises NotFound for a notice that is not the officer's.
    """
    ids = None if notice_id is None else [notice_id]
    marked = await _read(actor, ids)
    unknown = notice_id is not None and not marked
    if unknown and notice_id and not await queries.belongs(actor.officer_id, notice_id):
        raise NotFound(what=str(notice_id))
    return marked


async def _read(actor: Actor, ids: list[UUID] | None) -> int:
    marked = await queries.mark_read(actor.officer_id, ids, clock.now())
    await see(actor, [row.id for row in marked])
    limits = [row for row in marked if row.phone and row.kind == "deadline"]
    others = [row for row in marked if row.phone and row.kind != "deadline"]
    await change_feed.tell_each(_refs(actor, limits), "notice", "remove")
    await change_feed.tell_each(_refs(actor, others), "told")  # what waits stays there, as read
    return len(marked)


async def read_on_phone(actor: Actor, notice_ids: list[UUID]) -> int:
    """Mark as read what an officer read on a phone, perhaps days ago and without a signal.

    Returns how many were unread. Ids that are unknown, or another officer's, are passed over: the
    phone may have been handed on since, and there is nothing that it could do about it.
    """
    return await _read(actor, notice_ids)


async def fetched(notice_ids: list[UUID]) -> None:
    """Note that a phone of their reader got these notices; the first time counts."""
    if notice_ids:
        await queries.fetched(notice_ids, clock.now())


async def see(actor: Actor, notice_ids: list[UUID]) -> None:
    """Note that the officer has these own notices in view now; the first time counts."""
    if notice_ids:
        await queries.seen(actor.officer_id, notice_ids, clock.now())


async def open_one(actor: Actor, notice_id: UUID) -> queries.Leads:
    """Return where one of the officer's own notices leads, and note that it was seen. Raises NotFound."""
    found = await queries.leads(actor.officer_id, notice_id)
    if found is None:
        raise NotFound(what="notice")
    await queries.seen(actor.officer_id, [notice_id], clock.now())
    return found


async def told_on_phone(officer_id: UUID, notice_id: UUID | None = None) -> list[dict[str, Any]]:
    """Return the notices on an officer's phone that are not of time limits.

    These are the newest unread ones, or the named one alone.
    """
    found = await queries.told_of(officer_id, notice_id, ON_PHONE)
    if not found:
        return []
    reader = (await settings.readers([officer_id]))[officer_id]
    return [
        msgspec.to_builtins(
            PhoneTold(
                id=row.id,
                kind=_on_wire(row),
                record_id=row.record_id,
                title=texts.title(row.text_key),
                text=texts.told(row.text_key, msgspec.json.decode(row.numbers)),
                at=row.at,
                about=row.about,
                urgent=row.urgent or (row.about is not None and rules.is_fixed(row.about)),
                due_at=row.due_at,
                read_at=row.read_at,
                quiet_from=reader.quiet_from,
                quiet_until=reader.quiet_until,
            )
        )
        for row in found
    ]


def _on_wire(row: queries.OnPhone) -> str:
    """Return the kind as phones know it: `decision` is only what waits for the reader's signature."""
    if row.kind == "decision" and row.text_key != queries.TO_SIGN:
        return "decision_paper"
    return row.kind


def _refs(actor: Actor, read: list[queries.Read]) -> list[tuple[UUID, str]]:
    return [(actor.officer_id, str(row.id)) for row in read]


async def seen_of(*record_ids: UUID) -> list[Seen]:
    """Return who was told of these records and when each saw it, oldest first.

    Those without `settled_at` are those whom it waits for. The caller has checked that the records
    may be read.
    """
    return await queries.seen_of(list(record_ids))


__all__ = [
    "Seen",
    "checkers",
    "fetched",
    "heads_above",
    "heads_of",
    "leave_office",
    "mark_read",
    "open_one",
    "read_on_phone",
    "second_persons",
    "see",
    "seen_of",
    "settle",
    "settle_begun",
    "settle_for",
    "settle_sent",
    "tell",
    "told_on_phone",
]
