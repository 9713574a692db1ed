"""Queries of the populations from which samples are drawn: records of a unit in which something happened in a period.

Each goes through the scope on the record itself, reads what happened by an index, and ends at a number of rows.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import database, rows, scope
from backend.core.scope import Reach
from backend.insight.rules.sampling import NIGHT_BEGINS, NIGHT_ENDS
from schemas.insight.samples import SampledKind, SampleList


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """Which records: those in reach, of a kind, out of a list, in a period."""

    seen: Reach
    level: int
    """Of the unit that is asked for."""
    kind: SampledKind
    out_of: SampleList
    first: date
    last: date
    since: datetime
    """The period's first moment, and the first one after it."""
    until: datetime
    now: datetime
    days_off: Sequence[date]
    """Days from the period on that are not worked."""


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A record of the population, with what it is told apart by."""

    id: UUID
    below: UUID | None
    """The unit right below the one asked for; None if it is that one's own."""
    behaviour: str | None
    """The first of its minutes or decision; None of an inspection."""
    state: str
    sanctioned: bool


class _Args:
    """Collects the parameters of a statement; a value that is there already is not sent twice."""

    def __init__(self) -> None:
        self.values: list[Any] = []

    def __call__(self, value: Any) -> str:
        if value not in self.values:
            self.values.append(value)
        return f"${self.values.index(value) + 1}"


_TABLES = {SampledKind.CASE: "cases", SampledKind.INSPECTION: "inspections"}
_BEGAN = {SampledKind.CASE: "r.opened_at", SampledKind.INSPECTION: "r.issued_at"}
_TOLD_APART = {
    SampledKind.CASE: "r.behaviours ->> 0 AS behaviour, r.state, r.sanctioned_on IS NOT NULL AS sanctioned",
    SampledKind.INSPECTION: "NULL::text AS behaviour, r.state, false AS sanctioned",
}


async def records(asked: Asked, limit: int) -> list[Found]:
    """Return the records of the population, sorted by their ids. If there are more than `limit`, some of them."""
    args = _Args()
    below = f"r.unit_{asked.level + 1}" if asked.level < 4 else "NULL::uuid"
    found = await database.fetch(
        f"""
        SELECT r.id, {below} AS below, {_TOLD_APART[asked.kind]}
        FROM {_TABLES[asked.kind]} r WHERE {_seen(asked, args)} AND {_meant(asked, args)}
        LIMIT {args(limit)}::bigint
        """,
        *args.values,
    )
    return sorted(rows.many(Found, found), key=lambda one: str(one.id))


async def page(asked: Asked, limit: int, after: UUID | None) -> list[UUID]:
    """Return the ids of the population's next records, in their order."""
    args = _Args()
    found = await database.fetch(
        f"""
        SELECT r.id FROM {_TABLES[asked.kind]} r WHERE {_seen(asked, args)} AND {_meant(asked, args)}
        {f"AND r.id > {args(after)}::uuid" if after else ""}
        ORDER BY r.id LIMIT {args(limit)}::bigint
        """,
        *args.values,
    )
    return [row["id"] for row in found]


async def begun(asked: Asked, limit: int) -> int:
    """Count the records that began in the period, up to a limit: of a list that has to look into each of them."""
    args = _Args()
    found: int = await database.fetchval(
        f"""
        SELECT count(*) FROM (SELECT FROM {_TABLES[asked.kind]} r
            WHERE {_seen(asked, args)} AND {_in_period(_BEGAN[asked.kind], asked, args)} LIMIT {args(limit)}::bigint) f
        """,
        *args.values,
    )
    return found


def _seen(asked: Asked, args: _Args) -> str:
    """Return the scope on the records; its parameters are the first of the statement."""
    condition, args.values = _scope(asked, "r")
    return condition


def _scope(asked: Asked, alias: str) -> tuple[str, list[Any]]:
    condition, ids = scope.sql(asked.seen, alias, 1)
    return condition, list(ids)


def _in_period(column: str, asked: Asked, args: _Args) -> str:
    return f"{column} >= {args(asked.since)}::timestamptz AND {column} < {args(asked.until)}::timestamptz"


def _meant(asked: Asked, args: _Args) -> str:
    """Return the condition of the list. What happened is read by its index, and joined to the records in sight."""
    match asked.out_of:
        case SampleList.ALL:
            return _in_period(_BEGAN[asked.kind], asked, args)
        case SampleList.LATE:
            due = f"{_in_period('k.due_at', asked, args)} AND k.watched AND NOT k.lapses"
            return f"""r.id IN (
                SELECT k.case_id FROM case_clocks k WHERE {due} AND coalesce(k.met_at, k.moot_at) > k.due_at
                UNION ALL SELECT k.case_id FROM case_clocks k
                WHERE {due} AND k.met_at IS NULL AND k.moot_at IS NULL AND k.due_at <= {args(asked.now)}::timestamptz
                    AND {_clocks(asked)})"""
        case SampleList.CORRECTED:
            return f"""r.id IN (SELECT d.case_id FROM documents d WHERE d.replaces IS NOT NULL AND d.number IS NOT NULL
                AND d.issued_on BETWEEN {args(asked.first)}::date AND {args(asked.last)}::date)"""
        case SampleList.REOPENED | SampleList.SELF_SIGNED:
            return f"""r.id IN (SELECT x.record_id FROM exceptions x WHERE x.kind = {args(str(asked.out_of))}::text
                AND x.record_kind = {args(str(asked.kind))}::text AND {_in_period("x.at", asked, args)})"""
        case SampleList.QUARANTINED:
            return f"""r.id IN (SELECT q.record_id FROM quarantined_acts q
                WHERE {_in_period("q.received_at", asked, args)})"""
        case SampleList.OUT_OF_HOURS:
            made = "(e.made_at AT TIME ZONE 'Asia/Ho_Chi_Minh')"
            return f"""{_in_period(_BEGAN[asked.kind], asked, args)} AND EXISTS (
                SELECT FROM ledger_entries e WHERE e.record_id = r.id AND (
                    extract(hour FROM {made}) >= {NIGHT_BEGINS} OR extract(hour FROM {made}) < {NIGHT_ENDS}
                    OR {made}::date = ANY({args(list(asked.days_off))}::date[])))"""


def _clocks(asked: Asked) -> str:
    """Return the scope on the clocks themselves, whose unit is their case's: the index of what is due begins with it.

    The parameters are those of _seen(), which come first.
    """
    return _scope(asked, "k")[0]
