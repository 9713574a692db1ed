"""Queries of records that cannot be counted."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from backend.core import database, rows
from backend.insight.tables.figures import FigureFault


async def put(kind: str, faults: Mapping[UUID, str], at: datetime) -> None:
    """Set records aside, each with its fault; one that is set aside already was tried again."""
    await database.execute(
        """
        INSERT INTO figure_faults AS f (record_id, record_kind, fault, since, tried_at)
        SELECT record_id, $3, fault, $4, $4 FROM unnest($1::uuid[], $2::text[]) AS t (record_id, fault)
        ON CONFLICT (record_id) DO UPDATE SET fault = excluded.fault, tried_at = excluded.tried_at
        """,
        list(faults),
        list(faults.values()),
        kind,
        at,
    )


async def take_back(record_ids: Sequence[UUID]) -> None:
    """Say that records are counted again."""
    await FigureFault.delete().where(rows.any_of(FigureFault.record_id, record_ids))


async def to_try(before: datetime, limit: int) -> list[tuple[UUID, str]]:
    """Return records and their kinds that nobody tried since a moment, the longest waiting first."""
    table = FigureFault
    found = (
        await table.select(table.record_id, table.record_kind)
        .where(table.tried_at < before)
        .order_by(table.tried_at)
        .limit(limit)
    )
    return [(row["record_id"], row["record_kind"]) for row in found]


async def how_many() -> int:
    """Return how many are set aside."""
    return int(await FigureFault.count())
