"""What the items of plans were after each act."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import database, rows
from backend.core.json_columns import decoded
from schemas.planning.acts import PlanItem


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """What an item was after one act; `content` is None once it was removed."""

    item_id: UUID
    number: int
    content: PlanItem | None
    amended: bool
    reason: str
    by_name: str
    at: datetime


async def versions(
    plan_id: UUID, item_id: UUID | None, after: tuple[int, UUID] | None, limit: int
) -> list[Version]:
    """Return the versions of a plan's items, or of one of them, the oldest first; by keyset."""
    number, last = after or (0, UUID(int=0))
    found = await database.fetch(
        """SELECT v.item_id, v.number, v.content, v.amended, v.reason, o.full_name AS by_name, v.at
        FROM plan_item_versions v JOIN officers o ON o.id = v.by
        WHERE v.plan_id = $1 AND ($2::uuid IS NULL OR v.item_id = $2) AND (v.number, v.item_id) > ($3, $4)
        ORDER BY v.number, v.item_id LIMIT $5""",
        plan_id,
        item_id,
        number,
        last,
        limit,
    )
    return rows.many(Version, decoded(found, "content"))


async def before(pairs: Sequence[tuple[UUID, int]]) -> list[Version]:
    """Return, for each item and number, the last version before it that has a content."""
    given = [{"item_id": item_id, "number": number} for item_id, number in pairs]
    found = await database.fetch(
        """
        SELECT v.item_id, r.number, v.content, v.amended, v.reason, '' AS by_name, v.at
        FROM jsonb_to_recordset($1::jsonb) AS r (item_id uuid, number bigint)
        JOIN LATERAL (SELECT * FROM plan_item_versions b WHERE b.item_id = r.item_id AND b.number < r.number
            AND b.content IS NOT NULL ORDER BY b.number DESC LIMIT 1) v ON true
        """,
        msgspec.json.encode(given).decode(),
    )
    return rows.many(Version, decoded(found, "content"))


async def latest(ids: list[UUID]) -> dict[UUID, PlanItem]:
    """Return the last content of each of these items."""
    found = await database.fetch(
        """SELECT DISTINCT ON (v.item_id) v.item_id, v.number, v.content, v.amended, v.reason, '' AS by_name, v.at
        FROM plan_item_versions v WHERE v.item_id = ANY ($1::uuid[]) AND v.content IS NOT NULL
        ORDER BY v.item_id, v.number DESC""",
        ids,
    )
    versions = rows.many(Version, decoded(found, "content"))
    return {one.item_id: one.content for one in versions if one.content is not None}
