"""Queries of acts whose inspection is not in the ledger.

A restore lost its decision, and phones sent what they have.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import database, rows, scope
from backend.core.actors import Actor


class UnknownRecord(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of one record without an inspection.

    `written` is its minutes or other paper that tells most about the decision.
    """

    record_id: UUID
    since: datetime
    acts: int
    photos: int
    first_made_at: datetime | None
    last_made_at: datetime | None
    officers: list[str]
    units_vi: list[str]
    units_en: list[str]
    types: list[str]
    written: str | None


class SentAct(msgspec.Struct, frozen=True, kw_only=True):
    """An act that was sent of such a record: held in the ledger, or refused."""

    act_id: UUID
    officer_id: UUID
    act_type: str
    received_at: datetime
    act: str
    held: bool
    officer_name: str
    unit_vi: str
    unit_en: str


# Evidence is in the ledger, held. Steps were refused: the phone keeps them and sends them again.
_SENT = """
    SELECT q.record_id, e.act_id, e.officer_id, e.device_id, e.seq, e.act_type, e.made_at, e.received_at, e.act,
        true AS held
    FROM quarantined_acts q JOIN ledger_entries e ON e.act_id = q.act_id
    WHERE q.code = 'record_unknown' AND q.decided IS NULL
    UNION ALL
    SELECT r.record_id, r.act_id, r.officer_id, r.device_id, r.seq, r.act_type, NULL, r.received_at, r.act, false
    FROM refused_acts r WHERE r.code = 'record_unknown' AND r.act_type LIKE 'inspection.%'
"""


def _grouped(actor: Actor) -> tuple[str, list[Any]]:
    condition, args = scope.sql(scope.senders(actor), "o", 1)
    return (
        f"""
        SELECT s.record_id, min(s.received_at) AS since, count(*) AS acts,
            count(*) FILTER (WHERE s.act_type = 'photo.taken') AS photos,
            min(s.made_at) AS first_made_at, max(s.made_at) AS last_made_at,
            array_agg(DISTINCT o.full_name ORDER BY o.full_name) AS officers,
            array_agg(DISTINCT u.name_vi ORDER BY u.name_vi) AS units_vi,
            array_agg(DISTINCT u.name_en ORDER BY u.name_en) AS units_en,
            array_agg(DISTINCT s.act_type ORDER BY s.act_type) AS types
        FROM ({_SENT}) s JOIN officers o ON o.id = s.officer_id JOIN units u ON u.id = o.unit_id
        WHERE {condition} AND NOT EXISTS (SELECT FROM inspections i WHERE i.id = s.record_id)
        GROUP BY s.record_id
        """,
        [*args],
    )


async def records(
    actor: Actor, after: tuple[datetime, UUID] | None, limit: int
) -> list[UnknownRecord]:
    """Return one row per record, the longest waiting first."""
    grouped, args = _grouped(actor)
    told_by, _ = scope.sql(scope.senders(actor), "w", 1)
    beyond = ""
    if after is not None:
        args += after
        beyond = f"WHERE (since, record_id) > (${len(args) - 1}::timestamptz, ${len(args)}::uuid)"
    found = await database.fetch(
        f"""
        SELECT g.*, (
            SELECT e.act FROM ledger_entries e JOIN officers w ON w.id = e.officer_id
            WHERE {told_by} AND e.record_id = g.record_id AND e.act_type IN ('minutes.written', 'document.written')
            ORDER BY e.act_type DESC, e.number DESC LIMIT 1) AS written
        FROM (SELECT * FROM ({grouped}) r {beyond} ORDER BY since, record_id LIMIT ${len(args) + 1}) g
        ORDER BY g.since, g.record_id
        """,
        *args,
        limit,
    )
    return rows.many(UnknownRecord, found)


async def count(actor: Actor) -> int:
    """Count such records."""
    grouped, args = _grouped(actor)
    found: int = await database.fetchval(f"SELECT count(*) FROM ({grouped}) r", *args)
    return found


async def acts(actor: Actor, record_id: UUID) -> list[SentAct]:
    """Return the acts that were sent of one record; those of each phone in the order of its log."""
    condition, args = scope.sql(scope.senders(actor), "o", 2)
    found = await database.fetch(
        f"""
        SELECT s.*, o.full_name AS officer_name, u.name_vi AS unit_vi, u.name_en AS unit_en
        FROM ({_SENT}) s JOIN officers o ON o.id = s.officer_id JOIN units u ON u.id = o.unit_id
        WHERE s.record_id = $1 AND {condition} AND NOT EXISTS (SELECT FROM inspections i WHERE i.id = $1)
        ORDER BY o.full_name, s.officer_id, s.device_id, s.seq LIMIT 5000
        """,
        record_id,
        *args,
    )
    return rows.many(SentAct, found)
