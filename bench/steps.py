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

Step = tuple[UUID, str]
"""A submission, and the hash of what is shown of it."""


async def fill(connection: Any, submitter: UUID, count: int, seconds: int) -> None:
    """Submit the papers of the first `count` cases: each with one open step and its three keys."""
    await connection.execute(_SUBMISSIONS, submitter, count, timeout=seconds)
    await connection.execute(_STEPS, timeout=seconds)
    await connection.execute(_WAITS, timeout=seconds)


async def real(people: People, count: int) -> list[Step]:
    """Play `count` inspections to their file, which waits for the head: these can be ruled on. The pool is open."""
    registry.open_all()
    made = [
        (await factories.submitted(people, minutes_flow=2, author=people.chi)).id
        for _ in range(count)
    ]
    found = await database.fetch(_REAL, made)
    return [(row["id"], row["shown"]) for row in found]
