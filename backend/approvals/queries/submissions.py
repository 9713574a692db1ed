"""Queries of submissions: locked, written from their facts, read."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.approvals.rules import terms
from backend.approvals.rules.facts import Submission
from backend.approvals.tables.submissions import SubmissionRow
from backend.core import compiled, database, remembering, rows
from backend.core.actors import Owned, UnitPath
from backend.core.compiled import Query
from backend.ledger.queries import since
from backend.ledger.queries.since import Since
from schemas.approvals.submissions import Submitted
from schemas.approvals.words import SubmittedKind
from schemas.core.vocabulary import RecordKind


class SubmissionState(Owned, frozen=True, kw_only=True):
    """A submission's row as `ledger.record` locks it."""

    id: UUID
    kind: str
    state: str
    record_kind: RecordKind
    record_id: UUID
    item_id: UUID | None

    @property
    def subject(self) -> Submitted:
        """Return what it carries, which no act changes."""
        return Submitted(
            kind=SubmittedKind(self.kind),
            record_kind=self.record_kind,
            record_id=self.record_id,
            item_id=self.item_id,
        )


class Alive(msgspec.Struct, frozen=True, kw_only=True):
    """A submission that waits or is with its submitter."""

    id: UUID
    kind: str
    state: str
    shown: str


class AliveBy(Owned, frozen=True, kw_only=True):
    """A submission that is not over, of certain officers."""

    record_id: UUID
    item_id: UUID | None
    state: str


_COLUMNS = (
    *(
        "id",
        "kind",
        "record_kind",
        "record_id",
        "item_id",
        "title_vi",
        "title_en",
        "form",
        "amount_vnd",
        "state",
    ),
    *(
        "supplement",
        "returned_at",
        "submitted_by",
        "drafters",
        "submitted_at",
        "renewed_at",
        "ended_at",
        "due_at",
    ),
    *("due_rule", "shown", "rounds", "unit_1", "unit_2", "unit_3", "unit_4"),
)
_CHANGING = (
    *(
        "title_vi",
        "title_en",
        "amount_vnd",
        "state",
        "supplement",
        "returned_at",
        "drafters",
        "renewed_at",
    ),
    *("ended_at", "due_at", "shown", "rounds"),
)
"""What an act of a submission may change in its row."""
_WRITE = f"""
    WITH row AS (
        INSERT INTO approval_submissions ({", ".join(_COLUMNS)})
        VALUES ({", ".join(f"${number}" for number in range(1, len(_COLUMNS) + 1))})
        ON CONFLICT (id) DO UPDATE SET {", ".join(f"{one} = excluded.{one}" for one in _CHANGING)}
    ), step AS (
        INSERT INTO approval_steps (submission_id, number, kind, began_at, due_at, outcome, answered_by, answered_at)
        SELECT $1, r.number, r.kind, r.began_at, r.due_at, r.outcome, r.answered_by, r.answered_at
        FROM jsonb_to_recordset($26::jsonb) AS r (number smallint, kind text, began_at timestamptz,
            due_at timestamptz, outcome text, answered_by uuid, answered_at timestamptz)
        ON CONFLICT (submission_id, number) DO UPDATE SET began_at = excluded.began_at, due_at = excluded.due_at,
            outcome = excluded.outcome, answered_by = excluded.answered_by, answered_at = excluded.answered_at
    ), wanted AS (
        SELECT r.step, r.key, r.kind, r.opens_at, r.due_at
        FROM jsonb_to_recordset($27::jsonb) AS r (step smallint, key text, kind text, opens_at timestamptz,
            due_at timestamptz)
    ), gone AS (
        DELETE FROM approval_waits w WHERE w.submission_id = $1
            AND NOT EXISTS (SELECT FROM wanted n WHERE n.step = w.step AND n.key = w.key)
    )
    INSERT INTO approval_waits (submission_id, step, key, kind, opens_at, due_at)
    SELECT $1::uuid, step, key, kind, opens_at, due_at FROM wanted
    ON CONFLICT (submission_id, step, key) DO UPDATE SET kind = excluded.kind, opens_at = excluded.opens_at,
        due_at = excluded.due_at
"""


@compiled.one(SubmissionState)
def lock(submission_id: UUID) -> Query:
    """Lock a submission's row and return it; None if there is none."""
    query = SubmissionRow.select(*rows.columns(SubmissionState, SubmissionRow))
    return query.where(SubmissionRow.id == submission_id).lock_rows("UPDATE")


@compiled.one(SubmissionState)
def find(submission_id: UUID) -> Query:
    """Return a submission's row, or None. The caller checks scope."""
    query = SubmissionRow.select(*rows.columns(SubmissionState, SubmissionRow))
    return query.where(SubmissionRow.id == submission_id)


@compiled.many(Alive)
def alive_of(record_id: UUID) -> Query:
    """List the submissions of a record that are not over."""
    query = SubmissionRow.select(*rows.columns(Alive, SubmissionRow))
    of_record = query.where(SubmissionRow.record_id == record_id)
    return of_record.where(rows.any_of(SubmissionRow.state, ("waiting", "with_submitter")))


async def alive_for(record_id: UUID, item_id: UUID | None, kind: str) -> Alive | None:
    """Return the submission of this very subject that is not over, or None."""
    found = await database.fetchrow(
        """
        SELECT id, kind, state, shown FROM approval_submissions
        WHERE record_id = $1 AND coalesce(item_id, record_id) = coalesce($2, $1) AND kind = $3
          AND state IN ('waiting', 'with_submitter')
        """,
        record_id,
        item_id,
        kind,
    )
    return rows.one(Alive, found)


@remembering.once
async def last_for(record_id: UUID, item_id: UUID | None, kind: str) -> Alive | None:
    """Return the newest submission of this very subject, whatever its state, or None."""
    found = await database.fetchrow(
        """
        SELECT id, kind, state, shown FROM approval_submissions
        WHERE record_id = $1 AND coalesce(item_id, record_id) = coalesce($2, $1) AND kind = $3
        ORDER BY submitted_at DESC, id DESC LIMIT 1
        """,
        record_id,
        item_id,
        kind,
    )
    return rows.one(Alive, found)


_ALIVE = ("waiting", "with_submitter")


@compiled.many(AliveBy)
def alive_by(record_id: UUID, officers: list[UUID]) -> Query:
    """List the submissions of a record that are not over and that one of these officers made."""
    query = SubmissionRow.select(*rows.columns(AliveBy, SubmissionRow))
    theirs = query.where(SubmissionRow.record_id == record_id)
    theirs = theirs.where(rows.any_of(SubmissionRow.submitted_by, officers))
    return theirs.where(rows.any_of(SubmissionRow.state, _ALIVE))


@compiled.value(UUID)
def record_by(item_id: UUID, officers: list[UUID]) -> Query:
    """Return the record of a paper whose submission is not over and that one of these officers made."""
    query = SubmissionRow.select(SubmissionRow.record_id).where(SubmissionRow.item_id == item_id)
    theirs = query.where(rows.any_of(SubmissionRow.submitted_by, officers))
    return theirs.where(rows.any_of(SubmissionRow.state, _ALIVE))


async def over_of(record_id: UUID, kind: str, form: str | None) -> list[UUID]:
    """List the submissions of a record for this kind and form that ended without their signature."""
    found = await database.fetch(
        """
        SELECT id FROM approval_submissions
        WHERE record_id = $1 AND kind = $2 AND form IS NOT DISTINCT FROM $3
          AND state IN ('refused', 'withdrawn', 'ended')
        ORDER BY submitted_at, id
        """,
        record_id,
        kind,
        form,
    )
    return [row["id"] for row in found]


@compiled.values(UUID)
def of_record(record_id: UUID) -> Query:
    """List the ids of a record's submissions, oldest first."""
    found = SubmissionRow.select(SubmissionRow.id).where(SubmissionRow.record_id == record_id)
    return found.order_by(SubmissionRow.submitted_at, SubmissionRow.id)


_ACTS = f"SELECT {since.COLUMNS} FROM approval_submissions r {since.acts()}"


async def acts_since(submission_id: UUID, known: bytes | None) -> Since | None:
    """Return the subject's unit and a submission's acts in order; no acts if `known` is the hash of its last entry.

    None if there is no such submission. The caller checks scope.
    """
    return since.read(await database.fetch(_ACTS, submission_id, known))


async def write(facts: Submission, path: UnitPath) -> None:
    """Write what the tables say of a submission, in the caller's transaction and one statement."""
    subject, remark = facts.subject, facts.remark
    waits = terms.open_steps(facts) if facts.state == "waiting" else []
    lines: list[dict[str, Any]] = [
        {
            "step": step.number,
            "key": key,
            "kind": step.kind,
            "opens_at": since,
            "due_at": step.due_at if step.began_at else facts.limit_of(step),
        }
        for step, since in waits
        for key in step.keys
    ]
    steps: list[dict[str, Any]] = [
        {
            "number": one.number,
            "kind": one.kind,
            "began_at": one.began_at,
            "due_at": one.due_at,
            "outcome": one.answer.outcome if one.answer else None,
            "answered_by": one.answer.officer_id if one.answer else None,
            "answered_at": one.answer.at if one.answer else None,
        }
        for one in facts.steps
    ]
    await database.execute(
        _WRITE,
        facts.id,
        subject.kind,
        subject.record_kind,
        subject.record_id,
        subject.item_id,
        facts.title.vi,
        facts.title.en,
        facts.form,
        facts.amount_vnd,
        facts.state,
        bool(remark and remark.supplement),
        facts.returned_at,
        facts.submitted_by,
        facts.drafters,
        facts.submitted_at,
        facts.renewed_at,
        facts.ended_at,
        facts.due_at,
        facts.due_rule,
        facts.shown,
        facts.rounds,
        *path.as_tuple(),
        msgspec.json.encode(steps).decode(),
        msgspec.json.encode(lines).decode(),
    )


async def to_look_at(now: datetime, near: datetime, after: UUID | None, limit: int) -> list[UUID]:
    """List submissions with an advice whose term is over, or whose legal limit is near.

    `near` is the moment until which a limit counts as near. In the order of their ids, from `after`.
    """
    found = await database.fetch(
        """
        SELECT DISTINCT s.id FROM approval_submissions s JOIN approval_waits w ON w.submission_id = s.id
        WHERE s.state = 'waiting' AND w.kind IN ('opinion', 'legal_check')
          AND w.opens_at <= $1 AND (w.due_at <= $1 OR s.due_at <= $2) AND ($3::uuid IS NULL OR s.id > $3)
        ORDER BY s.id LIMIT $4
        """,
        now,
        near,
        after,
        limit,
    )
    return [row["id"] for row in found]


async def unreminded(
    which: str, now: datetime, after: tuple[UUID, int] | None, limit: int
) -> list[tuple[UUID, int]]:
    """List open steps whose term is nearly over (`due`), or over (`overdue`), of which no notice told yet.

    Nearly: half of the time is gone and at most 24 hours are left. Authorities outside are left out
    until they are late. In the order of submission and step, from `after`.
    """
    submission_id, step = after or (None, None)
    found = await database.fetch(
        """
        SELECT DISTINCT w.submission_id, w.step FROM approval_waits w
        WHERE (w.kind <> 'outside' OR $1 = 'overdue') AND w.opens_at <= $2
          AND CASE $1 WHEN 'overdue' THEN w.due_at <= $2
            ELSE w.due_at > $2 AND w.due_at - $2 <= least(interval '24 hours', (w.due_at - w.opens_at) / 2) END
          AND ($3::uuid IS NULL OR (w.submission_id, w.step) > ($3, $4::smallint))
          AND NOT EXISTS (SELECT FROM notices n WHERE n.record_id = w.submission_id
            AND n.text_key = 'submission.' || $1 AND n.at >= CASE $1 WHEN 'overdue' THEN w.due_at ELSE w.opens_at END)
        ORDER BY w.submission_id, w.step LIMIT $5
        """,
        which,
        now,
        submission_id,
        step,
        limit,
    )
    return [(row["submission_id"], row["step"]) for row in found]


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """An open step with its keys, and whose work it is."""

    submission_id: UUID
    step: int
    kind: str
    keys: list[str]
    submitted_by: UUID
    drafters: list[UUID]


async def waiting_keys(after: tuple[UUID, int] | None, limit: int) -> list[Waiting]:
    """List open steps with their keys, for the job that looks whether anybody is there.

    In the order of submission and step, from `after`: a submission may have several open steps.
    """
    submission_id, step = after or (None, None)
    found = await database.fetch(
        """
        SELECT w.submission_id, w.step, w.kind, array_agg(w.key ORDER BY w.key) AS keys, s.submitted_by, s.drafters
        FROM approval_waits w JOIN approval_submissions s ON s.id = w.submission_id
        WHERE ($1::uuid IS NULL OR (w.submission_id, w.step) > ($1, $2::smallint))
        GROUP BY w.submission_id, w.step, w.kind, s.submitted_by, s.drafters
        ORDER BY w.submission_id, w.step LIMIT $3
        """,
        submission_id,
        step,
        limit,
    )
    return rows.many(Waiting, found)
