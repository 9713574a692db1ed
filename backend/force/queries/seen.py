"""Queries of the records that officers opened last."""

from datetime import datetime
from uuid import UUID

from backend.core import database
from backend.force.tables.seen import SeenRecord


async def put_first(officer_id: UUID, address: str, title: str, at: datetime) -> None:
    """Enter a record, or say that it was opened again."""
    await database.execute(
        """
        INSERT INTO seen_records (officer_id, address, title, seen_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (officer_id, address) DO UPDATE SET title = excluded.title, seen_at = excluded.seen_at
        """,
        officer_id,
        address,
        title,
        at,
    )


async def trim(officer_id: UUID, most: int) -> None:
    """Delete all but the last ones of an officer."""
    theirs = SeenRecord.officer_id == officer_id
    listed = SeenRecord.select(SeenRecord.address).where(theirs)
    older = await listed.order_by(SeenRecord.seen_at, ascending=False).offset(most).limit(100)
    if older:
        gone = SeenRecord.address.is_in([str(one["address"]) for one in older])
        await SeenRecord.delete().where(theirs & gone)


async def forget(officer_id: UUID, address: str) -> None:
    """Delete a record that its officer cannot open any more."""
    theirs = SeenRecord.officer_id == officer_id
    await SeenRecord.delete().where(theirs & (SeenRecord.address == address))


async def forget_all(officer_id: UUID) -> None:
    """Delete all of an officer whose post is another one from now on."""
    await SeenRecord.delete().where(SeenRecord.officer_id == officer_id)
