"""Open steps of submissions for a benchmark: many by SQL, and real ones that can be answered."""

from typing import Any
from uuid import UUID

from backend import registry
from backend.core import database
from tests.support import factories
from tests.support.people import People

_SUBMISSIONS = """
    INSERT INTO approval_submissions (id, kind, record_kind, record_id, item_id, title_vi, title_en, form, amount_vnd,
        state, submitted_by, drafters, submitted_at, renewed_at, due_at, due_rule, shown, rounds, unit_1, unit_2)
    SELECT md5('submission' || number)::uuid, 'sanction', 'case', id, md5('paper' || number)::uuid,
        'MQĐ02 · ' || subject_name, 'MQĐ02 · ' || subject_name, 'MQĐ02', 10000000, 'waiting', $1, ARRAY[$1::uuid],
        now() - interval '2 days', now() - interval '2 days', now() + (random() * 9 - 1) * interval '1 day', 'D12',
        repeat('0', 64), 1, unit_1, unit_2
    FROM cases WHERE number LIKE 'VV-%' AND substr(number, 4)::int <= $2
"""
_STEPS = """
    INSERT INTO approval_steps (submission_id, number, kind, began_at, due_at)
    SELECT id, 1, 'sign', submitted_at, submitted_at + random() * 5 * interval '1 day' FROM approval_submissions
    WHERE shown = repeat('0', 64)
"""
_WAITS = """
    INSERT INTO approval_waits (submission_id, step, key, kind, opens_at, due_at)
    SELECT s.id, 1, key, 'sign', s.submitted_at, t.due_at
    FROM approval_submissions s JOIN approval_steps t ON t.submission_id = s.id,
        unnest(ARRAY['head:' || s.unit_2, 'power:sanction:' || s.unit_2,
            'power:sanction:' || s.unit_2 || ':' || s.record_id]) AS key
    WHERE s.shown = repeat('0', 64)
"""
_REAL = """
    SELECT id, shown FROM approval_submissions WHERE kind = 'file' AND state = 'waiting' AND record_id = ANY ($1)
    ORDER BY id
"""

_COPIED = {
    "inspections": "id",
    "inspection_team": "inspection_id",
    "minutes": "inspection_id",
    "signatures": "inspection_id",
    "submissions": "inspection_id",
    "approval_submissions": "id",
    "approval_steps": "submission_id",
    "approval_waits": "submission_id",
    "ledger_heads": "record_id",
    "ledger_entries": "record_id",
    "notices": "record_id",
}
"""Tables of what an inspection is until its file was submitted, with the column of the record's id."""
_NAMED = """
    SELECT array_agg(DISTINCT id) FROM (
        SELECT unnest($1::uuid[]) AS id UNION SELECT act_id FROM ledger_entries WHERE record_id = ANY ($1)
        UNION SELECT decision_id FROM inspections WHERE id = ANY ($1)
        UNION SELECT id FROM notices WHERE record_id = ANY ($1)) ids
"""
_RENAMED = """
    CREATE FUNCTION pg_temp.renamed(said text, named uuid[], n int) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
    DECLARE one uuid;
    BEGIN
        FOREACH one IN ARRAY named LOOP said := replace(said, one::text, md5(one::text || n)::uuid::text); END LOOP;
        RETURN said;
    END $$
"""
_COLUMNS = """
    SELECT string_agg(quote_ident(column_name), ', ') FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name = $1 AND is_identity = 'NO' AND is_generated = 'NEVER'
"""
_UNSEALED = """
    INSERT INTO ledger_unsealed (record_id, number, entry_id, entry_hash, received_at)
    SELECT record_id, number, entry_id, entry_hash, received_at FROM ledger_entries ON CONFLICT DO NOTHING
"""

Step = tuple[UUID, str]
"""A submission, and the hash of what is shown of it."""


async def fill(connection: Any, submitter: UUID, count: int, seconds: int) -> None:
    """Submit the papers of the first `count` cases: each with one open step and its three keys."""
    await connection.execute(_SUBMISSIONS, submitter, count, timeout=seconds)
    await connection.execute(_STEPS, timeout=seconds)
    await connection.execute(_WAITS, timeout=seconds)


async def real(people: People, copier: Any, count: int) -> list[Step]:
    """Play one inspection to its file, which waits for the head, and copy it: each can be ruled on once.

    `copier` is a connection that checks no references; the pool is open. A copy has all rows of the played one under
    ids of its own, and its entries wait to be sealed. Their hashes and signatures are the played one's: nothing of a
    ruling reads them.
    """
    registry.open_all()
    played = (await factories.submitted(people, minutes_flow=2, author=people.chi)).id
    [first] = await database.fetch(_REAL, [played])
    records = [played, first["id"]]
    named = await copier.fetchval(_NAMED, records)
    await copier.execute(_RENAMED)
    for table, column in _COPIED.items():
        columns = await copier.fetchval(_COLUMNS, table)
        await copier.execute(
            f"INSERT INTO {table} ({columns}) SELECT {columns} FROM (SELECT r.* FROM {table} s,"
            f" generate_series(1, $2::int) AS n, jsonb_populate_record(NULL::{table},"
            f" pg_temp.renamed(to_jsonb(s)::text, $3::uuid[], n)::jsonb) AS r WHERE s.{column} = ANY ($1::uuid[])) c",
            records,
            count - 1,
            named,
        )
    made = await copier.fetch(
        "SELECT DISTINCT md5($1::text || n)::uuid AS id FROM generate_series(1, $2::int) AS n",
        str(played),
        count - 1,
    )
    copies = [row["id"] for row in made]
    await copier.execute(_UNSEALED)
    found = await database.fetch(_REAL, [played, *copies])
    return [(row["id"], row["shown"]) for row in found]
