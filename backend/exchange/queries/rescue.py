"""SQL of rescue files. Only the supervisor who brought a file sees it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from backend.core import database, scope
from backend.core.actors import Actor
from backend.fieldwork.queries.teams import INSPECTION_TEAMS

_COLUMNS = """
    f.id, f.officer_id, f.device_id, f.node, f.file_name, f.size, f.sha256, f.received_at, f.summary, f.state,
    f.import_act, f.result, f.imported_at, o.full_name, o.username, d.name AS device_name
"""
_FROM = "rescue_files f JOIN officers o ON o.id = f.officer_id JOIN devices d ON d.id = f.device_id"


async def insert(
    file_id: UUID,
    brought_by: UUID,
    officer_id: UUID,
    device_id: UUID,
    node: str,
    file_name: str,
    size: int,
    sha256: str,
    received_at: datetime,
    summary: str,
) -> None:
    """Insert a file that was read to its end and may be imported."""
    await database.execute(
        "INSERT INTO rescue_files (id, brought_by, officer_id, device_id, node, file_name, size, sha256, "
        "received_at, summary) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb)",
        file_id,
        brought_by,
        officer_id,
        device_id,
        node,
        file_name,
        size,
        sha256,
        received_at,
        summary,
    )


async def find(file_id: UUID, brought_by: UUID) -> Any:
    """Return a file that this supervisor brought, or None."""
    return await database.fetchrow(
        f"SELECT {_COLUMNS} FROM {_FROM} WHERE f.id = $1 AND f.brought_by = $2", file_id, brought_by
    )


async def list_brought(brought_by: UUID, limit: int) -> list[Any]:
    """Return the last files that this supervisor brought, newest first."""
    return await database.fetch(
        f"SELECT {_COLUMNS} FROM {_FROM} WHERE f.brought_by = $1 ORDER BY f.received_at DESC LIMIT $2",
        brought_by,
        limit,
    )


async def set_import_act(file_id: UUID, act_id: UUID) -> None:
    """Note the act on the device's record by which the import of a file was begun."""
    await database.execute("UPDATE rescue_files SET import_act = $2 WHERE id = $1", file_id, act_id)


async def set_result(file_id: UUID, state: str, result: str, imported_at: datetime | None) -> None:
    """Write the state and the result of an import."""
    await database.execute(
        "UPDATE rescue_files SET state = $2, result = $3::jsonb, imported_at = $4 WHERE id = $1",
        file_id,
        state,
        result,
        imported_at,
    )


_LIES_THERE = "state IN ('waiting', 'unfinished')"
"""The file is on its node's disk and still to be imported."""


async def nodes_with_files() -> dict[str, datetime]:
    """Return the nodes that have files to import, and when the last file of each came."""
    rows = await database.fetch(
        f"SELECT node, max(received_at) AS last FROM rescue_files WHERE {_LIES_THERE} GROUP BY node"
    )
    return {row["node"]: row["last"] for row in rows}


async def give_up(nodes: list[str], before: datetime | None = None) -> list[UUID]:
    """Mark files on these nodes as gone; return their ids.

    With `before`, only files received before that moment.
    """
    rows = await database.fetch(
        f"""
        UPDATE rescue_files SET state = 'gone' WHERE node = ANY($1::text[]) AND {_LIES_THERE}
            AND ($2::timestamptz IS NULL OR received_at < $2) RETURNING id
        """,
        nodes,
        before,
    )
    return [row["id"] for row in rows]


async def list_numbers(inspection_ids: list[UUID], actor: Actor) -> list[Any]:
    """Return the decision numbers of those of these inspections that the reader may see."""
    condition, args = scope.sql(scope.teamed(INSPECTION_TEAMS, actor), "i", 2)
    return await database.fetch(
        f"SELECT i.id, i.decision_number AS number FROM inspections i WHERE i.id = ANY($1::uuid[]) AND {condition}",
        inspection_ids,
        *args,
    )
