"""Queries of the clocks: replaced with each act of a case, listed by end, claimed for reminders."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

import msgspec

from backend.casework.queries.teams import CASE_TEAMS
from backend.casework.tables.cases import CaseOfficer
from backend.casework.tables.clocks import CaseClock
from backend.core import compiled, database, rows, scope
from backend.core.actors import Actor, UnitPath
from backend.core.compiled import Query


class StoredClock(msgspec.Struct, frozen=True, kw_only=True):
    """A clock without words, and without its state, which changes with time."""

    rule: str
    subject: str
    """Empty if there is one clock of its rule."""
    trigger_at: datetime
    rule_set: str
    trigger_act: str
    limit_count: int | None
    limit_unit: Literal["h", "d", "wd", "m", "y"] | None
    half_at: datetime
    due_at: datetime
    met_at: datetime | None
    moot_at: datetime | None
    lapses: bool
    watched: bool
    extended_by: UUID | None
    calendar_undecided: bool
    asked: str
    """The facts to ask the law book, as a query string."""


class NewClock(StoredClock, frozen=True, kw_only=True):
    """A clock, and when the job must look at it first."""

    tell_at: datetime | None


class DueClock(StoredClock, frozen=True, kw_only=True):
    """A running clock with its case, as it is listed."""

    case_id: UUID
    case_number: str
    party: str | None
    officers: list[str]


class ClockToTell(StoredClock, frozen=True, kw_only=True):
    """A clock of which the job tells officers. The unit is the case's. (A struct cannot inherit Owned besides.)"""

    case_id: UUID
    unit_1: UUID
    unit_2: UUID | None
    unit_3: UUID | None
    unit_4: UUID | None

    @property
    def path(self) -> UnitPath:
        """The unit with its ancestors."""
        return UnitPath(
            unit_1=self.unit_1, unit_2=self.unit_2, unit_3=self.unit_3, unit_4=self.unit_4
        )


class Responsible(msgspec.Struct, frozen=True, kw_only=True):
    """An officer who answers for a case, or verifies in it."""

    case_id: UUID
    officer_id: UUID


Key = tuple[datetime, UUID, str, str]
"""The position in a list: end, case, rule, subject. No two running clocks share all four."""


async def replace(case_id: UUID, path: UnitPath, clocks: list[NewClock]) -> None:
    """Replace the case's clocks, in the caller's transaction."""
    await _delete(case_id)
    if not clocks:
        return
    await database.execute(
        """
        INSERT INTO case_clocks (case_id, rule, subject, trigger_at, rule_set, trigger_act, limit_count, limit_unit,
            half_at, due_at, met_at, moot_at, lapses, watched, extended_by, calendar_undecided, asked,
            tell_at, unit_1, unit_2, unit_3, unit_4)
        SELECT $1, r.rule, r.subject, r.trigger_at, r.rule_set, r.trigger_act, r.limit_count, r.limit_unit,
            r.half_at, r.due_at, r.met_at, r.moot_at, r.lapses, r.watched, r.extended_by, r.calendar_undecided,
            r.asked, r.tell_at, $3, $4, $5, $6
        FROM jsonb_to_recordset($2::jsonb) AS r (rule text, subject text, trigger_at timestamptz, rule_set text,
            trigger_act text, limit_count integer, limit_unit text, half_at timestamptz, due_at timestamptz,
            met_at timestamptz, moot_at timestamptz, lapses boolean, watched boolean, extended_by uuid,
            calendar_undecided boolean, asked text, tell_at timestamptz)
        """,
        case_id,
        msgspec.json.encode(clocks).decode(),
        *path.as_tuple(),
    )


@compiled.write
def _delete(case_id: UUID) -> Query:
    return CaseClock.delete().where(CaseClock.case_id == case_id)


@compiled.many(StoredClock)
def of_case(case_id: UUID) -> Query:
    """List the clocks of a case, soonest end first. The caller has checked that it may be read."""
    theirs = CaseClock.select(*rows.columns(StoredClock, CaseClock)).where(
        CaseClock.case_id == case_id
    )
    return theirs.order_by(CaseClock.due_at, CaseClock.rule, CaseClock.subject)


async def due(
    actor: Actor, since: datetime | None, until: datetime | None, after: Key | None, limit: int
) -> list[DueClock]:
    """List running, watched clocks of cases in the actor's sight that end in [since, until)."""
    args: list[Any] = [limit]
    if scope.reads_whole_unit(actor):
        seen, ids = scope.sql(scope.whole_unit(actor), "k", len(args) + 1)
    else:
        seen, ids = scope.sql(scope.teamed(CASE_TEAMS, actor), "c", len(args) + 1)
    args += ids
    conditions = [seen]
    for operator, bound in ((">=", since), ("<", until)):
        if bound is not None:
            args.append(bound)
            conditions.append(f"k.due_at {operator} ${len(args)}")
    if after is not None:
        first = len(args) + 1
        conditions.append(
            "(k.due_at, k.case_id, k.rule, k.subject) >"
            f" (${first}::timestamptz, ${first + 1}::uuid, ${first + 2}::text, ${first + 3}::text)"
        )
        args += after
    found = await database.fetch(
        f"""
        SELECT {rows.named(StoredClock, "k")}, k.case_id, c.number AS case_number, c.subject_name AS party,
            ARRAY(SELECT o.full_name FROM officers o WHERE o.id = c.lead_id) AS officers
        FROM case_clocks k JOIN cases c ON c.id = k.case_id
        WHERE k.met_at IS NULL AND k.moot_at IS NULL AND k.watched AND {" AND ".join(conditions)}
        ORDER BY k.due_at, k.case_id, k.rule, k.subject LIMIT $1
        """,
        *args,
    )
    return rows.many(DueClock, found)


async def claim_to_tell(now: datetime, limit: int) -> list[ClockToTell]:
    """Lock clocks to report for this transaction; other workers take other clocks."""
    found = await database.fetch(
        f"""
        SELECT {rows.named(ClockToTell, "k")} FROM case_clocks k
        WHERE k.tell_at <= $1 ORDER BY k.tell_at LIMIT $2 FOR UPDATE OF k SKIP LOCKED
        """,
        now,
        limit,
    )
    return rows.many(ClockToTell, found)


async def tell_next(
    keys: Sequence[tuple[UUID, str, str, datetime]], moments: Sequence[datetime | None]
) -> None:
    """Set when the job must look at these clocks again."""
    cases, rules, subjects, triggers = zip(*keys, strict=True)
    await database.execute(
        """
        UPDATE case_clocks k SET tell_at = n.tell_at
        FROM unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[])
            AS n (case_id, rule, subject, trigger_at, tell_at)
        WHERE k.case_id = n.case_id AND k.rule = n.rule AND k.subject = n.subject AND k.trigger_at = n.trigger_at
        """,
        list(cases),
        list(rules),
        list(subjects),
        list(triggers),
        list(moments),
    )


@compiled.many(Responsible)
def responsible(case_ids: list[UUID]) -> Query:
    """List the officers on duty who answer for these cases, or verify in them."""
    theirs = CaseOfficer.select(*rows.columns(Responsible, CaseOfficer)).where(
        rows.any_of(CaseOfficer.case_id, case_ids)
    )
    answering = theirs.where(rows.any_of(CaseOfficer.role, ("lead", "verifier")))
    on_duty = answering.where(CaseOfficer.officer_id.state == "active")
    return on_duty.order_by(CaseOfficer.case_id, CaseOfficer.officer_id)


async def notices_over(limit: int) -> list[UUID]:
    """List open notices whose time limit was met, became moot or got another end; locks them."""
    found = await database.fetch(
        """
        SELECT m.id FROM notices m WHERE m.settled_at IS NULL AND m.kind = 'deadline' AND NOT EXISTS (
            SELECT FROM case_clocks k WHERE k.case_id = m.record_id AND k.rule = m.rule AND k.due_at = m.due_at
              AND k.met_at IS NULL AND k.moot_at IS NULL)
        LIMIT $1 FOR UPDATE SKIP LOCKED
        """,
        limit,
    )
    return [row["id"] for row in found]
