"""Query of how far figures are counted, and of what waits: a page says both."""

from datetime import datetime

import msgspec

from backend.core import database


class Freshness(msgspec.Struct, frozen=True, kw_only=True):
    """How far everything is counted, and what is sealed and not counted."""

    through: int
    counted_at: datetime
    """When the last round that counted something ended: long ago on a quiet day, though nothing waits."""
    acts: int
    seconds: float
    """Since the oldest of these acts was recorded."""
    set_aside: int = 0
    """Records that could not be counted: what they counted before stands."""


async def freshness() -> Freshness:
    """Return both. Two places of the log are looked at, however much waits."""
    found = await database.fetchrow(
        """
        SELECT p.through, p.counted_at, greatest(0, coalesce(last.position + 1, 0) - p.through) AS acts,
            coalesce(extract(epoch FROM now() - e.received_at), 0)::float8 AS seconds,
            (SELECT count(*) FROM figure_faults) AS set_aside
        FROM figure_progress p
        LEFT JOIN LATERAL (SELECT position FROM ledger_leaves ORDER BY position DESC LIMIT 1) last ON true
        LEFT JOIN ledger_leaves l ON l.position = p.through
        LEFT JOIN ledger_entries e ON e.record_id = l.record_id AND e.number = l.number
        """
    )
    return msgspec.convert(dict(found), Freshness)
