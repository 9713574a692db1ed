"""SQL of refused requests. The application's role may only insert them, not change or delete them."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import database
from backend.core.actors import Actor
from backend.force.rules.units import path_of_row


async def insert(actor: Actor, rows: list[dict[str, Any]]) -> None:
    """Insert rows of one officer, with the officer's present unit and the database's time."""
    await database.execute(
        """
        INSERT INTO refused_requests (officer_id, unit_1, unit_2, unit_3, unit_4, session_id, face, method, route,
            target, status, code, address, times)
        SELECT $1, $2, $3, $4, $5, $6, $7, r.method, r.route, r.target, r.status, r.code, r.address::inet, r.times
        FROM jsonb_to_recordset($8::jsonb) AS r (method text, route text, target uuid, status smallint, code text,
            address text, times integer)
        """,
        actor.officer_id,
        *actor.unit.as_tuple(),
        actor.session_id,
        actor.face,
        msgspec.json.encode(rows).decode(),
    )


async def count_since(officer_id: UUID, since: datetime, but: str) -> int:
    """Return how often an officer was refused since then, not counting one code."""
    found: int = await database.fetchval(
        "SELECT coalesce(sum(times), 0) FROM refused_requests WHERE officer_id = $1 AND at > $2 AND code <> $3",
        officer_id,
        since,
        but,
    )
    return found


async def owner_of(username: str) -> Actor | None:
    """Return the officer with this user name, without rights; None if there is none."""
    row = await database.fetchrow(
        "SELECT id, username, full_name, unit_1, unit_2, unit_3, unit_4 FROM officers WHERE username = $1",
        username,
    )
    if row is None:
        return None
    return Actor(
        officer_id=row["id"],
        username=row["username"],
        full_name=row["full_name"],
        roles=frozenset(),
        unit=path_of_row(row),
        session_id=None,
        face="desk",
    )


async def auditors(unit_ids: list[UUID], but: UUID) -> list[UUID]:
    """Return the active auditors of these units, which are a unit and those above it."""
    rows = await database.fetch(
        """
        SELECT o.id FROM officers o JOIN officer_roles r ON r.officer_id = o.id AND r.role = 'auditor'
        WHERE o.unit_id = ANY($1) AND o.state = 'active' AND o.id <> $2
        """,
        unit_ids,
        but,
    )
    return [row["id"] for row in rows]


async def per_officer(condition: str, args: list[UUID], since: datetime, limit: int) -> list[Any]:
    """Return the officers who were refused most often since then. Scope parameters start at $3."""
    return await database.fetch(
        f"""
        SELECT x.officer_id, o.full_name, o.username, u.name_vi AS unit_vi, u.name_en AS unit_en, x.times, x.last_at
        FROM (SELECT x.officer_id, sum(x.times) AS times, max(x.at) AS last_at FROM refused_requests x
              WHERE {condition} AND x.at > $1 GROUP BY x.officer_id ORDER BY 2 DESC, 3 DESC LIMIT $2) x
        JOIN officers o ON o.id = x.officer_id JOIN units u ON u.id = o.unit_id
        ORDER BY x.times DESC, x.last_at DESC
        """,
        since,
        limit,
        *args,
    )


async def page(
    condition: str, args: list[UUID], officer_id: UUID | None, after: int | None, limit: int
) -> list[Any]:
    """Return refused requests in scope, newest first, of one officer or of all.

    Scope parameters start at $4.
    """
    return await database.fetch(
        f"""
        SELECT x.id, x.at, x.officer_id, o.full_name, x.face, x.method, x.route, x.target, x.status, x.code,
            host(x.address) AS address, x.times
        FROM refused_requests x JOIN officers o ON o.id = x.officer_id
        WHERE {condition} AND ($1::uuid IS NULL OR x.officer_id = $1) AND ($2::bigint IS NULL OR x.id < $2)
        ORDER BY x.id DESC LIMIT $3
        """,
        officer_id,
        after,
        limit,
        *args,
    )
