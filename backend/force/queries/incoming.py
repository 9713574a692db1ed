"""Queries of the register of incoming papers."""

from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.core import compiled, rows
from backend.core.compiled import Query
from backend.force.tables.incoming import IncomingPaper
from schemas.force.number_acts import PaperReceived


class IncomingRow(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the register. Times are UTC."""

    id: UUID
    year: int
    number: int
    received_on: date
    sender: str
    symbol: str | None
    dated: date | None
    subject: str
    receiver: str
    note: str | None
    file_id: UUID | None
    entered_at: datetime


class Entered(msgspec.Struct, frozen=True, kw_only=True):
    """Where a filed document is in a register of incoming papers."""

    unit_id: UUID
    year: int
    number: int


async def insert(
    unit_id: UUID,
    year: int,
    number: int,
    content: PaperReceived,
    act_id: UUID,
    officer_id: UUID,
) -> None:
    """Enter a line."""
    await IncomingPaper.insert(
        IncomingPaper(
            id=content.paper_id,
            unit_id=unit_id,
            year=year,
            number=number,
            received_on=content.received_on,
            sender=content.sender,
            symbol=content.symbol,
            dated=content.dated,
            subject=content.subject,
            receiver=content.receiver,
            note=content.note,
            file_id=content.file_id,
            act_id=act_id,
            entered_by=officer_id,
        )
    )


async def listed(
    unit_id: UUID, year: int, words: str, before: int | None, limit: int
) -> list[IncomingRow]:
    """Return lines of a unit's year, the latest first; the caller has checked scope.

    `words` occur in the sender, the symbol or the abstract.
    """
    query = IncomingPaper.select(*rows.columns(IncomingRow, IncomingPaper)).where(
        (IncomingPaper.unit_id == unit_id) & (IncomingPaper.year == year)
    )
    if before is not None:
        query = query.where(IncomingPaper.number < before)
    if words:
        like = f"%{words.replace('%', '').replace('_', '')}%"
        query = query.where(
            IncomingPaper.sender.ilike(like)
            | IncomingPaper.symbol.ilike(like)
            | IncomingPaper.subject.ilike(like)
        )
    found = await query.order_by(IncomingPaper.number, ascending=False).limit(limit)
    return rows.many(IncomingRow, found)


async def received_between(
    unit_id: UUID, days: tuple[date, date], after: tuple[int, int], limit: int
) -> list[IncomingRow]:
    """Return lines of a unit by the day of receipt, in their order; the caller has checked scope.

    `after`: year and number of the last line before them.
    """
    year, number = after
    query = IncomingPaper.select(*rows.columns(IncomingRow, IncomingPaper)).where(
        (IncomingPaper.unit_id == unit_id)
        & (IncomingPaper.received_on >= days[0])
        & (IncomingPaper.received_on <= days[1])
    )
    later = (IncomingPaper.year > year) | (
        (IncomingPaper.year == year) & (IncomingPaper.number > number)
    )
    query = query.where(later).order_by(IncomingPaper.year).order_by(IncomingPaper.number)
    return rows.many(IncomingRow, await query.limit(limit))


@compiled.many(Entered)
def of_file(file_id: UUID) -> Query:
    """Return the lines that lead to a filed document; the caller has checked scope."""
    lines = IncomingPaper.select(*rows.columns(Entered, IncomingPaper))
    return lines.where(IncomingPaper.file_id == file_id).order_by(IncomingPaper.entered_at)
