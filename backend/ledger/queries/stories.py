"""Queries of what was done to several records that have one story."""

from uuid import UUID

from backend.core import compiled, database, rows
from backend.core.compiled import Query
from backend.core.json_columns import decoded
from backend.ledger.rules.entries import RecordAct
from backend.ledger.tables.ledger import LedgerEntry


async def list_newest_of(record_ids: list[UUID], before: int | None, limit: int) -> list[RecordAct]:
    """Return the last accepted acts of some records together, the newest first, those before an entry if one is given.

    The caller has checked scope on the records. By hand: Piccolo has no LATERAL.
    """
    found = await database.fetch(
        """
        SELECT x.* FROM unnest($1::uuid[]) r (id) CROSS JOIN LATERAL (
            SELECT e.record_id, e.entry_id, e.act_type, e.received_at, coalesce(o.full_name, '') AS officer_name,
                (e.act::jsonb -> 'content')::text AS content
            FROM ledger_entries e LEFT JOIN officers o ON o.id = e.officer_id
            WHERE e.record_id = r.id AND e.quarantine IS NULL AND ($2::bigint IS NULL OR e.entry_id < $2)
            ORDER BY e.number DESC LIMIT $3) x
        ORDER BY x.entry_id DESC LIMIT $3
        """,
        record_ids,
        before,
        limit,
    )
    return rows.many(RecordAct, decoded(found, "content"))


@compiled.count
def count_of(record_ids: list[UUID]) -> Query:
    """Count the accepted acts of some records. The caller has checked scope on the records."""
    found = LedgerEntry.count().where(rows.any_of(LedgerEntry.record_id, record_ids))
    return found.where(LedgerEntry.quarantine.is_null())
