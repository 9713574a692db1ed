"""What an officer is told: telling it, closing it, what he has read, and what his phones tell beside time limits.

As he reads it, with the number of the case that a time limit is of, it is in backend/casework/notices.
"""

from typing import Any
from uuid import UUID

import msgspec

from backend.core import change_feed, clock
from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.force.notices.telling import heads_of, settle, settle_for, tell
from backend.force.queries import notices as queries
from backend.force.texts import notices as texts
from schemas.law.deadlines import PhoneTold

ON_PHONE = 30
"""As many as a phone shows: whoever has more to read sits down at a desk."""


async def mark_read(actor: Actor, notice_id: UUID | None = None) -> int:
    """Mark one of the officer's own as read, or all of them; his phones forget them. Returns how many were not.

    Raises NotFound for one that is not his.
    """
    ids = None if notice_id is None else [notice_id]
    marked = await queries.mark_read(actor.officer_id, ids, clock.now())
    if (
        notice_id is not None
        and not marked
        and not await queries.belongs(actor.officer_id, notice_id)
    ):
        raise NotFound(what=str(notice_id))
    for kind, phone_kind in (("deadline", "notice"), ("device", "told")):
        told = [(actor.officer_id, str(row["id"])) for row in marked if row["kind"] == kind]
        await change_feed.tell_each(told, phone_kind, "remove")  # type: ignore[arg-type]  # two of its words
    return len(marked)


async def told_on_phone(officer_id: UUID, notice_id: UUID | None = None) -> list[dict[str, Any]]:
    """What an officer's phone tells beside time limits: the newest that he has not read, or that one alone."""
    return [
        msgspec.to_builtins(
            PhoneTold(
                id=row["id"],
                kind=row["kind"],
                record_id=row["record_id"],
                title=texts.title(row["text_key"]),
                text=texts.told(row["text_key"], msgspec.json.decode(row["numbers"])),
                at=row["at"],
            )
        )
        for row in await queries.told_of(officer_id, notice_id, ON_PHONE)
    ]


__all__ = [
    "heads_of",
    "mark_read",
    "settle",
    "settle_for",
    "tell",
    "told_on_phone",
]
