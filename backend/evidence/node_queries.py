"""SQL of nodes and their spools: who is there, and what is given up of who is not."""

from datetime import timedelta
from uuid import UUID

from backend import database

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


async def gone_nodes() -> list[str]:
    """Nodes of unfinished uploads and rescue files that nobody has heard of for long, while another was there all
    the time."""
    rows = await database.fetch(
        """
        SELECT b.node FROM (
            SELECT node, max(created_at) AS last FROM uploads WHERE state IN ('receiving', 'received') GROUP BY node
            UNION ALL
            SELECT node, max(received_at) FROM rescue_files WHERE state IN ('waiting', 'unfinished') GROUP BY node
        ) b LEFT JOIN spool_nodes n ON n.name = b.node
        WHERE coalesce(n.seen_at, b.last) < now() - $1::interval
          AND EXISTS (SELECT 1 FROM spool_nodes w
                      WHERE w.name <> b.node AND w.seen_at > now() - $2::interval AND w.since < now() - $3::interval)
        GROUP BY b.node ORDER BY b.node
        """,
        GONE_AFTER,
        BREAK,
        WITNESS,
    )
    return [row["node"] for row in rows]


async def give_up_uploads(nodes: list[str]) -> list[UUID]:
    """Terminate what lies in these nodes' spools alone, whole or not: phones keep bytes until they are stored."""
    rows = await database.fetch(
        "UPDATE uploads SET state = 'terminated' WHERE node = ANY($1::text[]) AND state IN ('receiving', 'received') "
        "RETURNING id",
        nodes,
    )
    return [row["id"] for row in rows]
