"""SQL of nodes and their spools: which are alive, and ending the uploads of those that are not."""

from datetime import datetime, timedelta
from uuid import UUID

from backend.core import database

BREAK = timedelta(minutes=30)
"""A node that was silent for longer counts as alive only since it came back (`since`)."""
GONE_AFTER = timedelta(hours=6)
"""Silence after which a node counts as gone. A power cut or a repair is over by then, and uploads
in the spool are then stored without help."""
WITNESS = timedelta(hours=1)
"""How long another node must have been alive. After an outage of all nodes each has this time to
come back."""


async def is_here(node: str) -> None:
    """Record that this node is alive and serves its spool."""
    await database.execute(
        "INSERT INTO spool_nodes AS n (name) VALUES ($1) ON CONFLICT (name) DO UPDATE SET seen_at = now(), "
        "since = CASE WHEN n.seen_at < now() - $2::interval THEN now() ELSE n.since END",
        node,
        BREAK,
    )


async def gone_of(nodes: dict[str, datetime]) -> list[str]:
    """Return those of these nodes that have been silent for long while another node was alive.

    `nodes` gives the time (UTC) at which each last began an upload. It counts for nodes without a
    row: older versions did not record that they are alive.
    """
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
"""The upload's bytes, complete or not, are only in its node's spool. Phones keep their bytes until
these are stored."""


async def nodes_with_uploads() -> dict[str, datetime]:
    """Return the nodes whose spools hold uploads, and when the last upload of each began."""
    rows = await database.fetch(
        f"SELECT node, max(created_at) AS last FROM uploads WHERE {_LIES_THERE} GROUP BY node"
    )
    return {row["node"]: row["last"] for row in rows}


async def give_up_uploads(nodes: list[str]) -> list[UUID]:
    """Terminate the uploads in these nodes' spools, and return their ids."""
    rows = await database.fetch(
        f"UPDATE uploads SET state = 'terminated' WHERE node = ANY($1::text[]) AND {_LIES_THERE} RETURNING id",
        nodes,
    )
    return [row["id"] for row in rows]
