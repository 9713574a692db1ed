"""Queries of the records that officers opened last."""

from datetime import datetime
from uuid import UUID

from backend.force.tables.seen import SeenRecord


async def put_first(officer_id: UUID, address: str, title: str, at: datetime) -> None:
    """Enter a record, or say that it was opened again."""
    row = SeenRecord(officer_id=officer_id, address=address, title=title, seen_at=at)
    await SeenRecord.insert(row).on_conflict(
        target=(SeenRecord.officer_id, SeenRecord.address),
        action="DO UPDATE",
        values=[SeenRecord.title, SeenRecord.seen_at],
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
