"""SQL of nodes and their spools: who is there, and what is given up of who is not."""

from datetime import datetime, timedelta
from uuid import UUID

from backend.core import database

BREAK = timedelta(minutes=30)
"""Who said nothing for longer begins a new stretch."""
GONE_AFTER = timedelta(hours=6)
"""A power cut or a repair is over by then; what was sent meanwhile waits in the spool and goes in by itself."""
WITNESS = timedelta(hours=1)
"""Another node must have been there for so long: after an outage of everything each has this time to come back."""


async def is_here(node: str) -> None:
    """This node's spool is served."""
    await database.execute(
        "INSERT INTO spool_nodes AS n (name) VALUES ($1) ON CONFLICT (name) DO UPDATE SET seen_at = now(), "
        "since = CASE WHEN n.seen_at < now() - $2::interval THEN now() ELSE n.since END",
        node,
        BREAK,
    )


async def gone_of(nodes: dict[str, datetime]) -> list[str]:
    """Which of these nobody has heard of for long, while another was there all the time. With each the moment (UTC) at
    which it took something in: an older version told of itself in no other way."""
    rows = await database.fetch(
        """
        SELECT b.node FROM unnest($4::text[], $5::timestamptz[]) b (node, last)
        LEFT JOIN spool_nodes n ON n.name = b.node
        WHERE coalesce(n.seen_at, b.last) < now() - $1::interval
          AND EXISTS (SELECT 1 FROM spool_nodes w
                      WHERE w.name <> b.node AND w.seen_at > now() - $2::interval AND w.since < now() - $3::interval)
        ORDER BY b.node
        """,
        GONE_AFTER,
        BREAK,
        WITNESS,
        list(nodes),
        list(nodes.values()),
    )
    return [row["node"] for row in rows]


_LIES_THERE = "state IN ('receiving', 'received')"
"""In its node's spool alone, whole or not: phones keep bytes until they are stored."""


async def nodes_with_uploads() -> dict[str, datetime]:
    """On which nodes uploads lie, and when the last of each began."""
    rows = await database.fetch(
        f"SELECT node, max(created_at) AS last FROM uploads WHERE {_LIES_THERE} GROUP BY node"
    )
    return {row["node"]: row["last"] for row in rows}


async def give_up_uploads(nodes: list[str]) -> list[UUID]:
    """Terminate what lies on these nodes; returns which."""
    rows = await database.fetch(
        f"UPDATE uploads SET state = 'terminated' WHERE node = ANY($1::text[]) AND {_LIES_THERE} RETURNING id",
        nodes,
    )
    return [row["id"] for row in rows]
