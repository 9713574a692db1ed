"""Who answers for an account of a machine leaves the unit or comes back: a term begins or ends, and people are told."""

from datetime import date, datetime
from uuid import UUID

from backend.core import local_time
from backend.core.actors import Actor
from backend.force.notices import service as notices
from backend.force.queries import machines as queries
from backend.force.queries import notices as notice_queries
from backend.force.queries import people
from backend.force.queries.machines import AccountRow
from backend.force.rules import machines as rules
from schemas.core.vocabulary import Role


async def look(officer_id: UUID | None, now: datetime) -> None:
    """Look whether an officer, or everybody, still serves where the accounts are that they answer for.

    In the caller's transaction. Everybody is looked at by the janitor: a unit may have come to lie elsewhere with its
    officers, by no act of theirs, and an officer may have left in the very moment of being named.
    """
    for row in await queries.owner_looked_at(officer_id, now):
        day = rules.stops_on(local_time.day_of(now))
        if day is not None:
            await tell(row, day, f"{row.id}/{day}/left")


async def tell(row: AccountRow, day: date, once: str) -> int:
    """Tell the heads and the nearest administrators of an account's unit until when its key works. Returns how many."""
    officer = await people.get(row.owner_id)
    words = {"name": row.name, "officer": officer.full_name, "day": f"{day:%d/%m/%Y}"}
    told = set(await notices.heads_of(row.path, row.owner_id))
    told |= set(await notice_queries.nearest(row.path, Role.ADMINISTRATOR, [row.owner_id]))
    return await notices.tell(
        sorted(told), "machine", row.id, "machine.owner_left", dict(words), once=once
    )


async def tell_of_change(row: AccountRow, owner_id: UUID, actor: Actor, reason: str) -> None:
    """Tell who answers for an account from now on what that asks of them, and who did until now that it is over."""
    officer = await people.get(owner_id)
    words = {"name": row.name, "officer": officer.full_name, "by": actor.full_name, "why": reason}
    for key, told in (
        ("machine.owner_named", {owner_id}),
        ("machine.owner_over", {row.owner_id} - {owner_id}),
    ):
        await notices.tell(told - {actor.officer_id}, "machine", row.id, key, dict(words))
