"""Queries of numbers that are kept for papers of records, and of their dispatches."""

from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows, scope
from backend.core.actors import Actor
from backend.core.compiled import Query
from backend.documents.tables.record_papers import RecordPaperDispatch
from schemas.core.ids import new_id
from schemas.documents.record_papers import Manner, RecordPaperDispatched


class KeptRow(msgspec.Struct, frozen=True, kw_only=True):
    """A number that is reserved for a paper, and who reserved it."""

    document_id: UUID
    form: str
    issuer_kind: str
    year: int
    number: int
    unit_code: str | None
    officer_number: str | None
    about: str
    reserved_at: datetime
    full_name: str


_KEPT = """
    SELECT n.document_id, p.form, n.issuer_kind, n.year, n.number, u.code AS unit_code, i.officer_number,
        p.about, n.reserved_at, o.full_name
    FROM document_numbers n JOIN record_papers p ON p.id = n.document_id
    JOIN officers o ON o.id = n.reserved_by LEFT JOIN units u ON u.id = n.issuer_id
    LEFT JOIN officers i ON i.id = n.issuer_id
    WHERE n.state = 'reserved'
"""


async def kept(actor: Actor, before: datetime, limit: int) -> list[KeptRow]:
    """List numbers reserved for papers of the reader's unit and below, last tried before this moment,
    oldest first. The caller asks each record's owner besides."""
    seen, args = scope.sql(scope.record_papers(actor), "p", 3)
    found = await database.fetch(
        f"{_KEPT} AND n.changed_at < $1 AND {seen} ORDER BY n.reserved_at, n.document_id LIMIT $2",
        before,
        limit,
        *args,
    )
    return rows.many(KeptRow, found)


async def kept_for(document_id: UUID) -> KeptRow | None:
    """Return the number that is reserved for a paper, or None. The caller has checked scope."""
    return rows.one(KeptRow, await database.fetchrow(f"{_KEPT} AND p.id = $1", document_id))


class SentRow(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a dispatch list."""

    recipient: str
    manner: Manner
    sent_on: date
    note: str | None
    dispatched_by_name: str


async def insert_sent(content: RecordPaperDispatched, act_id: UUID, officer_id: UUID) -> None:
    """Enter the lines of a dispatch."""
    await RecordPaperDispatch.insert(
        *(
            RecordPaperDispatch(
                id=new_id(),
                act_id=act_id,
                line=at,
                document_id=content.document_id,
                recipient=one.recipient,
                manner=one.manner,
                sent_on=one.sent_on,
                note=one.note,
                dispatched_by=officer_id,
            )
            for at, one in enumerate(content.sent)
        )
    )


@compiled.many(SentRow)
def sent(document_id: UUID) -> Query:
    """Return a paper's dispatch list, the latest first. The caller has checked scope."""
    row = RecordPaperDispatch
    found = row.select(
        row.recipient,
        row.manner,
        row.sent_on,
        row.note,
        row.dispatched_by.full_name.as_alias("dispatched_by_name"),
    ).where(row.document_id == document_id)
    latest = found.order_by(row.dispatched_at, row.act_id, ascending=False)
    return latest.order_by(row.line)
