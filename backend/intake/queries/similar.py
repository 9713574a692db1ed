"""Finds informations in sight that may say the same, each with the reasons. Each reason is answered by an index."""

from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from backend.core import database, rows, scope
from backend.core.actors import Actor, Owned

NEAR_E7 = 30_000
"""About 300 m: within it two places count as near, in 1e-7 degree."""
DAYS = timedelta(days=30)
"""How far apart information about the same goods or place may be received."""


class Similar(msgspec.Struct, frozen=True, kw_only=True):
    """An information that may belong to another."""

    id: UUID
    number: str
    state: str
    received_at: datetime
    summary: str
    reasons: list[str]


class Alike(Owned, frozen=True, kw_only=True):
    """An information that was told from the same telephone or address of mail, or with the same photograph."""

    id: UUID
    auditors_only: bool


async def told_alike(
    information_id: UUID, actor: Actor, limit: int, *, also_of_others: bool
) -> list[Alike]:
    """List informations in sight that share something sealed with this one, the newest first.

    Without `also_of_others` only those that the actor registered: then even the time it takes tells nothing of the
    others. The caller asks of each whether the actor may know who informed.
    """
    seen, args = scope.sql(scope.informations(actor), "r", 5)
    found = await database.fetch(
        f"""
        WITH tokens AS (SELECT DISTINCT m.match FROM information_secrets s, unnest(s.matches) AS m(match)
            WHERE s.information_id = $1)
        SELECT {rows.named(Alike, "r")} FROM informations r
        WHERE r.id <> $1 AND ({seen}) AND ($3 OR r.registered_by = $4) AND r.id IN
            (SELECT s.information_id FROM tokens JOIN information_secrets s ON s.matches @> ARRAY[tokens.match])
        ORDER BY r.received_at DESC LIMIT $2
        """,
        information_id,
        limit,
        also_of_others,
        actor.officer_id,
        *args,
    )
    return rows.many(Alike, found)


async def similar(
    information_id: UUID, actor: Actor, limit: int, openable: list[UUID]
) -> list[Similar]:
    """List informations in sight that share a party, an address, a place, a telephone or a photograph with this one.

    The more reasons, the earlier; then the newest. What is sealed is compared with those of `openable` alone, of which
    the actor may know who informed; it is empty if the actor may not know it of this one. The caller has checked that
    this one may be read.
    """
    seen, args = scope.sql(scope.informations(actor), "r", 6)
    shared = _OPENLY.format(near="$3", days="$4")
    found = await database.fetch(
        f"""
        WITH tokens AS (SELECT DISTINCT s.kind, m.match FROM information_secrets s, unnest(s.matches) AS m(match)
            WHERE s.information_id = $1),
        hits AS (
            SELECT x.id, x.reason FROM informations me, LATERAL ({shared}) x WHERE me.id = $1
            UNION SELECT s.information_id, CASE WHEN s.kind = 'attachment' THEN 'picture' ELSE 'phone' END
                FROM tokens JOIN information_secrets s ON s.matches @> ARRAY[tokens.match]
                WHERE s.information_id = ANY($5)
        )
        SELECT r.id, r.number, r.state, r.received_at, r.summary, array_agg(h.reason ORDER BY h.reason) AS reasons
        FROM hits h JOIN informations r ON r.id = h.id
        WHERE r.id <> $1 AND ({seen}) AND r.merged_into IS DISTINCT FROM $1
        GROUP BY r.id ORDER BY count(*) DESC, r.received_at DESC LIMIT $2
        """,
        information_id,
        limit,
        NEAR_E7,
        DAYS,
        openable,
        *args,
    )
    return rows.many(Similar, found)


_OPENLY = """
    SELECT t.information_id AS id, 'subject' AS reason FROM information_suspects mine JOIN information_suspects t
        ON t.subject_id = mine.subject_id WHERE mine.information_id = me.id
    UNION SELECT t.information_id, 'subject' FROM information_suspects mine JOIN information_suspects t
        ON t.tax_code = mine.tax_code WHERE mine.information_id = me.id
    UNION SELECT t.information_id, 'address' FROM information_suspects mine JOIN information_suspects t
        ON t.address_fold = mine.address_fold WHERE mine.information_id = me.id
    UNION SELECT t.id, 'address' FROM informations t WHERE t.address_fold = me.address_fold
    UNION SELECT t.information_id, 'address' FROM information_suspects t WHERE t.address_fold = me.address_fold
    UNION SELECT t.id, 'near' FROM informations t
        WHERE t.latitude_e7 BETWEEN me.latitude_e7 - {near} AND me.latitude_e7 + {near}
        AND t.longitude_e7 BETWEEN me.longitude_e7 - {near} AND me.longitude_e7 + {near}
    UNION SELECT t.information_id, 'goods' FROM information_suspects mine JOIN information_suspects t
        ON t.name_fold = mine.name_fold JOIN informations o ON o.id = t.information_id
        WHERE mine.information_id = me.id AND o.fields && me.fields
        AND o.received_at BETWEEN me.received_at - {days}::interval AND me.received_at + {days}::interval
"""
"""What shares something that is not sealed with `me`, with the reason."""


async def counts(ids: list[UUID], actor: Actor, limit: int) -> dict[UUID, int]:
    """Count for each of these what in sight may say the same, up to `limit`, by what is not sealed alone."""
    seen, args = scope.sql(scope.informations(actor), "r", 3)
    first = 3 + len(args)
    # To plan these looks takes five times as long as to look. PostgreSQL keeps its plan if what it knows of each asking
    # is the same: how many are asked about, and how many are counted.
    asked = ", ".join(f"${place}" for place in range(first, first + len(ids)))
    found = await database.fetch(
        f"""
        SELECT me.id, n.many FROM informations me, LATERAL (
            SELECT count(*) AS many FROM (
                SELECT FROM informations r WHERE r.id IN (SELECT x.id FROM ({_OPENLY.format(near="$1", days="$2")}) x)
                    AND r.id <> me.id AND ({seen}) AND r.merged_into IS DISTINCT FROM me.id LIMIT {limit:d}) counted) n
        WHERE me.id = ANY(ARRAY[{asked}]::uuid[])
        """,
        NEAR_E7,
        DAYS,
        *args,
        *ids,
    )
    return {row["id"]: row["many"] for row in found}
