"""Queries of how the units below a head stand: what waits there, what is late, how long a step took lately."""

from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from backend.casework.rules import turns
from backend.core import database, rows, scope
from backend.core.actors import Actor

LATELY = timedelta(days=30)
"""Over which time the median is taken."""
MOST = 100


class Team(msgspec.Struct, frozen=True, kw_only=True):
    """A unit below the head's, or the head's own. `median` is None if no step was taken lately."""

    unit_id: UUID
    name_vi: str
    name_en: str
    waiting: int
    overdue: int
    steps: int
    median: timedelta | None


async def below(actor: Actor, now: datetime) -> list[Team]:
    """Return the units directly below the reader's, and the reader's own, the most overdue first.

    Each counts for everything in it and below. What waits: cases whose next step is to be taken, files to rule on
    or returned, papers ready to be signed, and sheets signed by hand that are not compared. Overdue: cases with a
    limit that was missed, and sheets after 48 hours. A step is a ruling after its submission, or a signature after a
    draft.
    """
    level = actor.unit.level
    # The head's own unit has no unit below in its rows; on the lowest level there is none at all.
    place = f"coalesce({{0}}.unit_{level + 1}, {{0}}.unit_{level})" if level < 4 else "{0}.unit_4"
    seen, args = scope.sql(scope.whole_unit(actor), "r", 4)
    found = await database.fetch(
        f"""
        WITH open AS (
            SELECT {place.format("r")} AS at, 1 AS waits, EXISTS (
                SELECT FROM case_clocks k WHERE k.case_id = r.id AND k.met_at IS NULL AND k.moot_at IS NULL
                AND k.watched AND k.due_at <= $1) AS late
            FROM cases r WHERE {seen} AND r.state = ANY($3::text[])
            UNION ALL
            SELECT {place.format("r")}, 1, false FROM inspections r
            WHERE {seen} AND r.state IN ('submitted', 'returned', 'revising')
            UNION ALL
            SELECT {place.format("r")}, 1, false FROM documents r WHERE {seen} AND r.state = 'content_ready'
            UNION ALL
            SELECT {place.format("r")}, 1, r.issued_at <= $1 - interval '48 hours' FROM documents r
            WHERE {seen} AND r.hand IN ('printed', 'waits') AND r.state IN ('printed', 'signed', 'delivered')
        ), step AS (
            SELECT {place.format("r")} AS at, x.at - s.received_at AS took
            FROM rulings x JOIN inspections r ON r.id = x.inspection_id
            JOIN submissions s ON s.inspection_id = x.inspection_id AND s.revision = x.revision
            WHERE {seen} AND x.at > $2
            UNION ALL
            SELECT {place.format("r")}, r.issued_at - r.drafted_at FROM documents r
            WHERE {seen} AND r.issued_at > $2 AND r.issued_at >= r.drafted_at
        )
        SELECT u.id AS unit_id, u.name_vi, u.name_en, coalesce(o.waits, 0) AS waiting, coalesce(o.late, 0) AS overdue,
            coalesce(t.steps, 0) AS steps, t.median
        FROM units u
        LEFT JOIN (SELECT at, sum(waits)::int AS waits, count(*) FILTER (WHERE late)::int AS late
            FROM open GROUP BY at) o ON o.at = u.id
        LEFT JOIN (SELECT at, count(*)::int AS steps, percentile_cont(0.5) WITHIN GROUP (ORDER BY took) AS median
            FROM step GROUP BY at) t ON t.at = u.id
        WHERE {seen.replace("r.unit", "u.unit")} AND u.level BETWEEN {level} AND {level + 1}
            AND (u.valid_to IS NULL OR o.at IS NOT NULL)
        ORDER BY overdue DESC, waiting DESC, u.level DESC, u.code LIMIT {MOST}
        """,
        now,
        now - LATELY,
        sorted(turns.OF_THE_HEAD | turns.OF_THE_OFFICERS),
        *args,
    )
    return rows.many(Team, found)
