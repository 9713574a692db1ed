"""SQL of what waits for one officer: submissions, drafts, requests, held evidence, inspections."""

from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

import msgspec

from backend.core import database, rows, scope
from backend.core.actors import Actor
from backend.core.json_columns import decoded
from backend.fieldwork.queries.reading import JOINS, ROW
from backend.fieldwork.queries.teams import INSPECTION_TEAMS
from schemas.fieldwork.inspections import DraftRow, HeldRow, InspectionRow, UnopenedRow

Found = TypeVar("Found", bound=msgspec.Struct)

After = tuple[datetime, UUID] | None
"""The sort values of the last row of the page before; None for the first page."""


class WaitingSubmission(msgspec.Struct, frozen=True, kw_only=True):
    """A submission that waits for a ruling, and the contents that are compared for it."""

    inspection: InspectionRow
    waiting_since: datetime
    form: str
    times_returned: int
    current_content: dict[str, Any] | None
    returned_content: dict[str, Any] | None
    """Of the revision that was returned last, if any was."""


class AskedWithdrawal(msgspec.Struct, frozen=True, kw_only=True):
    """A team's request not to inspect."""

    inspection: InspectionRow
    asked_at: datetime
    asked_by_name: str
    reason: str


def _found(kind: type[Found], found: list[Any]) -> list[Found]:
    """Return rows as structs whose field `inspection` has the columns of ROW."""
    line = InspectionRow.__struct_fields__
    beside = [name for name in kind.__struct_fields__ if name != "inspection"]
    return rows.many(
        kind,
        (
            {"inspection": {name: row[name] for name in line}}
            | {name: row[name] for name in beside}
            for row in found
        ),
    )


def _beyond(after: After, moment: str, args: list[Any], way: str = ">") -> str:
    if after is None:
        return ""
    args += after
    return f" AND ({moment}, i.id) {way} (${len(args) - 1}::timestamptz, ${len(args)}::uuid)"


def _to_rule_on(actor: Actor) -> tuple[str, list[Any]]:
    """Condition on submissions that this supervisor may rule on, in their unit and below.

    Their own submissions and those of their teams are left out.
    """
    condition, args = scope.sql(scope.whole_unit(actor), "i", 1)
    me = len(args) + 1
    return (
        f"{condition} AND i.state = 'submitted' AND i.file_status IS DISTINCT FROM 'supplement_asked' "
        f"AND i.submitted_by <> ${me} AND NOT EXISTS ("
        f"SELECT 1 FROM inspection_team t WHERE t.inspection_id = i.id AND t.officer_id = ${me})",
        [*args, actor.officer_id],
    )


async def waiting(actor: Actor, after: After, limit: int) -> list[WaitingSubmission]:
    """Return the submissions that this supervisor may rule on, the longest waiting first."""
    condition, args = _to_rule_on(actor)
    beyond = _beyond(after, "i.submitted_at", args)
    found = await database.fetch(
        f"""
        SELECT {ROW}, i.submitted_at AS waiting_since,
            (SELECT m.form FROM minutes m WHERE m.act_id = i.minutes_id) AS form,
            (SELECT count(*) FROM rulings r WHERE r.inspection_id = i.id AND r.kind = 'returned') AS times_returned,
            (SELECT s.content FROM submissions s WHERE s.inspection_id = i.id AND s.revision = i.revision
                ORDER BY s.revision_number DESC LIMIT 1) AS current_content,
            (SELECT s.content FROM rulings r JOIN submissions s ON s.inspection_id = i.id AND s.revision = r.revision
                WHERE r.inspection_id = i.id AND r.kind = 'returned' ORDER BY r.at DESC, s.revision_number DESC LIMIT 1)
                AS returned_content
        FROM inspections i {JOINS}
        WHERE {condition}{beyond} ORDER BY i.submitted_at, i.id LIMIT ${len(args) + 1}
        """,
        *args,
        limit,
    )
    return _found(WaitingSubmission, decoded(found, "current_content", "returned_content"))


def _drafts_to_answer(actor: Actor) -> tuple[str, list[Any]]:
    """Condition on waiting drafts in the supervisor's unit and below, except of their own teams."""
    condition, args = scope.sql(scope.whole_unit(actor), "i", 1)
    me = len(args) + 1
    return (
        f"{condition} AND i.draft_since IS NOT NULL AND NOT EXISTS ("
        f"SELECT 1 FROM inspection_team t WHERE t.inspection_id = i.id AND t.officer_id = ${me})",
        [*args, actor.officer_id],
    )


async def drafts(actor: Actor, after: After, limit: int) -> list[DraftRow]:
    """Return drafts that this supervisor may answer, the longest waiting first."""
    condition, args = _drafts_to_answer(actor)
    beyond = _beyond(after, "i.draft_since", args)
    found = await database.fetch(
        f"""
        SELECT {ROW}, i.draft_since AS waiting_since,
            (SELECT m.form FROM minutes m WHERE m.act_id = i.minutes_id) AS form
        FROM inspections i {JOINS}
        WHERE {condition}{beyond} ORDER BY i.draft_since, i.id LIMIT ${len(args) + 1}
        """,
        *args,
        limit,
    )
    return _found(DraftRow, found)


def _asks_to_answer(actor: Actor) -> tuple[str, list[Any]]:
    """Condition on requests not to inspect for which this supervisor may withdraw the decision.

    They are in the supervisor's unit and below, and either of decisions that the supervisor issued
    or of teams that the supervisor is not on. An issuer who heads another unit now may neither
    withdraw nor see them.
    """
    condition, args = scope.sql(scope.whole_unit(actor), "i", 1)
    me = len(args) + 1
    return (
        f"i.state IN ('decided', 'opened') AND i.minutes_flow = 2 AND i.discarded_at IS NOT NULL "
        f"AND {condition} AND (i.issued_by = ${me} OR NOT EXISTS ("
        f"SELECT 1 FROM inspection_team t WHERE t.inspection_id = i.id AND t.officer_id = ${me}))",
        [*args, actor.officer_id],
    )


async def asked(actor: Actor, after: After, limit: int) -> list[AskedWithdrawal]:
    """Return requests of teams not to inspect, the longest waiting first."""
    condition, args = _asks_to_answer(actor)
    beyond = _beyond(after, "i.discarded_at", args)
    found = await database.fetch(
        f"""
        SELECT {ROW}, i.discarded_at AS asked_at, i.discard_reason AS reason, d.full_name AS asked_by_name
        FROM inspections i {JOINS} JOIN officers d ON d.id = i.discarded_by
        WHERE {condition}{beyond} ORDER BY i.discarded_at, i.id LIMIT ${len(args) + 1}
        """,
        *args,
        limit,
    )
    return _found(AskedWithdrawal, found)


async def count_asked(actor: Actor) -> int:
    """Count all rows of asked()."""
    condition, args = _asks_to_answer(actor)
    return await _count(condition, args)


async def count_drafts(actor: Actor) -> int:
    """Count all rows of drafts()."""
    condition, args = _drafts_to_answer(actor)
    return await _count(condition, args)


class Neighbours(msgspec.Struct, frozen=True, kw_only=True):
    """The files that wait for a supervisor beside one of them, the longest waiting first."""

    next: UUID | None
    """The one that waits next longest; after the last, the first."""
    previous: UUID | None
    count: int
    """Without this one."""


async def neighbours(actor: Actor, inspection_id: UUID) -> Neighbours:
    """Return what waits before and after an inspection, which itself may wait no more."""
    condition, args = _to_rule_on(actor)
    me = len(args) + 1
    here = f"(SELECT h.submitted_at, h.id FROM inspections h WHERE h.id = ${me})"
    found = await database.fetchrow(
        f"""
        WITH others AS (
            SELECT i.id, i.submitted_at, (i.submitted_at, i.id) > {here} AS after
            FROM inspections i WHERE {condition} AND i.id <> ${me}
        )
        SELECT (SELECT o.id FROM others o ORDER BY o.after DESC, o.submitted_at, o.id LIMIT 1) AS next,
            (SELECT o.id FROM others o WHERE NOT o.after ORDER BY o.submitted_at DESC, o.id DESC LIMIT 1) AS previous,
            (SELECT count(*) FROM others) AS count
        """,
        *args,
        inspection_id,
    )
    return Neighbours(**dict(found))


async def count_waiting(actor: Actor) -> int:
    """Count all rows of waiting()."""
    condition, args = _to_rule_on(actor)
    return await _count(condition, args)


async def _count(condition: str, args: list[Any]) -> int:
    found: int = await database.fetchval(
        f"SELECT count(*) FROM inspections i WHERE {condition}", *args
    )
    return found


async def held(actor: Actor, after: After, limit: int) -> list[HeldRow]:
    """Return inspections with held evidence; `held_since` is when it came, the longest waiting first."""
    condition, given = scope.sql(scope.teamed(INSPECTION_TEAMS, actor), "i", 1)
    args: list[Any] = [*given]
    beyond = _beyond(after, "since", args)
    found = await database.fetch(
        f"""
        SELECT {ROW}, i.since AS held_since FROM (
            SELECT i.*, since FROM inspections i, LATERAL (
                SELECT coalesce(min(q.received_at), i.updated_at) AS since FROM quarantined_acts q
                WHERE q.record_id = i.id AND q.decided IS NULL) h
            WHERE i.quarantine_count > 0 AND {condition}{beyond}
            ORDER BY since, i.id LIMIT ${len(args) + 1}) i {JOINS}
        ORDER BY i.since, i.id
        """,
        *args,
        limit,
    )
    return _found(HeldRow, found)


async def count_held(actor: Actor) -> int:
    """Count all rows of held()."""
    condition, args = scope.sql(scope.teamed(INSPECTION_TEAMS, actor), "i", 1)
    return await _count(f"i.quarantine_count > 0 AND {condition}", [*args])


def _unopened(actor: Actor) -> tuple[str, list[Any]]:
    condition, args = scope.sql(scope.teamed(INSPECTION_TEAMS, actor), "i", 1)
    return f"i.no_case_since IS NOT NULL AND {condition}", [*args]


async def unopened(actor: Actor, after: After, limit: int) -> list[UnopenedRow]:
    """Return inspections in scope whose approved minutes name violations but which have no case.

    The oldest come first.
    """
    condition, args = _unopened(actor)
    beyond = _beyond(after, "i.no_case_since", args)
    found = await database.fetch(
        f"""
        SELECT {ROW}, i.no_case_since AS approved_at FROM inspections i {JOINS}
        WHERE {condition}{beyond} ORDER BY i.no_case_since, i.id LIMIT ${len(args) + 1}
        """,
        *args,
        limit,
    )
    return _found(UnopenedRow, found)


async def count_unopened(actor: Actor) -> int:
    """Count all rows of unopened()."""
    return await _count(*_unopened(actor))


_MINE = """
    i.id IN (SELECT st.inspection_id FROM inspection_team st WHERE st.officer_id = $1)
"""
"""Condition on inspections of an officer's teams: the part of scope.teamed() about teams."""


async def mine(actor: Actor, after: After, limit: int) -> list[InspectionRow]:
    """Return the inspections of the officer's teams, newest first."""
    args: list[Any] = [actor.officer_id]
    beyond = _beyond(after, "i.issued_at", args, "<")
    found = await database.fetch(
        f"""
        SELECT {ROW} FROM inspections i {JOINS} WHERE {_MINE}{beyond}
        ORDER BY i.issued_at DESC, i.id DESC LIMIT ${len(args) + 1}
        """,
        *args,
        limit,
    )
    return rows.many(InspectionRow, found)


async def count_mine(actor: Actor) -> int:
    """Count all rows of mine()."""
    return await _count(_MINE, [actor.officer_id])
