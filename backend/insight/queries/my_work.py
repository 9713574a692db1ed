"""Queries of my work: one page of everything that waits, what is shown of it, and how much there is.

Two statements answer a page, whatever the reader's roles: the keys of its rows with the counts, and the words of the
rows.
"""

from collections import defaultdict
from datetime import datetime
from typing import Final
from uuid import UUID

import msgspec

from backend.core import database, rows
from backend.core.actors import Actor
from backend.insight.queries import (
    branches,
    of_approvals,
    of_cases,
    of_decisions,
    of_inspections,
    of_intake,
    of_law,
    of_people,
    of_plans,
    of_record_papers,
    of_reports,
    of_teams,
)
from backend.insight.queries.branches import Asking, Branch, Statement
from backend.insight.rules.urgency import SOON, Show

BRANCHES: Final[dict[str, Branch]] = {
    one.kind: one
    for one in (
        *of_approvals.BRANCHES,
        *of_inspections.BRANCHES,
        *of_decisions.BRANCHES,
        *of_teams.BRANCHES,
        *of_cases.BRANCHES,
        *of_plans.BRANCHES,
        *of_reports.BRANCHES,
        *of_intake.BRANCHES,
        *of_record_papers.BRANCHES,
        *of_people.BRANCHES,
        *of_law.BRANCHES,
    )
}
"""All branches by kind, in the order in which the page names them."""

After = tuple[datetime, datetime, UUID, str, str] | None
"""Place, since, id, kind and part of the last row of the page before; None for the first page."""


class Key(msgspec.Struct, frozen=True, kw_only=True):
    """A thing that waits, without its words. Times are UTC; `part` tells things with one id apart."""

    kind: str
    id: UUID
    part: str
    since: datetime
    due: datetime | None
    rule: str | None
    rule_set: str | None
    returned: bool
    place: datetime


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """What is shown of a thing. What a branch does not say is None."""

    kind: str
    id: UUID
    part: str
    subject: str | None
    subject_en: str | None
    """None if it is a name, or the same."""
    number: str | None
    form: str | None
    form_version: int | None
    who: str | None
    note: str | None
    state: str | None
    asked: str | None
    """What is asked of the reader, where the kind of work does not tell it."""
    shown_since: datetime | None
    """A better "since" than the one by which rows are sorted, if there is one."""
    times: int | None
    missing: int | None


class Counted(msgspec.Struct, frozen=True, kw_only=True):
    """How many things of one kind wait, and how many of them are in each part."""

    kind: str
    waiting: int
    overdue: int
    soon: int
    returned: int = msgspec.field(name="sent_back")


def kinds_of(actor: Actor) -> list[str]:
    """Return the kinds of work that this officer's roles can have."""
    return [
        kind
        for kind, one in BRANCHES.items()
        if actor.has(*one.roles) and one.level in (None, actor.unit.level)
    ]


async def page(
    asking: Asking, kinds: list[str], chosen: str, show: Show, after: After, limit: int
) -> tuple[list[Key], list[Counted]]:
    """Return the keys of a page, the most urgent first, and how much waits of each of these kinds.

    The page is of `chosen` alone if that is not empty; the counts are of all kinds. Both come from one look at all
    branches: two statements took PostgreSQL twice as long, a third of it to plan some eighty branches again.
    """
    statement = Statement(asking)
    asked = _branches(statement, kinds)
    if not asked:
        return [], []
    wanted = _wanted(statement, show, after)
    if chosen:
        wanted += f" AND k.kind = {statement.value(chosen)}"
    counted = _counted(statement)
    found = await database.fetch(
        f"""
        WITH w AS MATERIALIZED ({" UNION ALL ".join(asked)})
        (SELECT k.*, {_NOT_COUNTED} FROM w k WHERE {wanted} {_ORDER} LIMIT {statement.value(limit)})
        UNION ALL
        SELECT kind, {_NO_KEY}, {counted} FROM w GROUP BY kind
        """,
        *statement.args,
    )
    return (
        rows.many(Key, (row for row in found if row["waiting"] is None)),
        rows.many(Counted, (row for row in found if row["waiting"] is not None)),
    )


async def waits(asking: Asking, kind: str, record_id: UUID) -> list[Key]:
    """Return the things of a kind that wait for the reader with this id; none if the reader has no such work."""
    if kind not in kinds_of(asking.actor):
        return []
    statement = Statement(asking)
    at = statement.value(record_id)
    asked = [
        f"SELECT * FROM ({one}) k WHERE k.id = {at}"
        for one in branches.keys(BRANCHES[kind], statement)
    ]
    found = await database.fetch(" UNION ALL ".join(asked), *statement.args)
    return rows.many(Key, found)


async def ids(asking: Asking, kinds: list[str], show: Show, limit: int) -> list[UUID]:
    """Return the ids of such a page alone, in one row: a thousand rows of keys took a page 30 ms to read."""
    statement = Statement(asking)
    wanted, most = _wanted(statement, show, None), statement.value(limit)
    asked = [
        f"(SELECT * FROM ({one}) k WHERE {wanted} {_ORDER} LIMIT {most})"
        for one in _branches(statement, kinds)
    ]
    if not asked:
        return []
    found = await database.fetchval(
        f"""
        SELECT array_agg(k.id {_ORDER})
        FROM (SELECT * FROM ({" UNION ALL ".join(asked)}) w {_ORDER} LIMIT {most}) k
        """,
        *statement.args,
    )
    return found or []


_ORDER = "ORDER BY place, since, id, kind, part"
_NOT_COUNTED = ", ".join(
    f"NULL::bigint AS {name}" for name in ("waiting", "overdue", "soon", "sent_back")
)
_NO_KEY = ", ".join(["NULL"] * (len(Key.__struct_fields__) - 1))


async def counts(asking: Asking, kinds: list[str]) -> list[Counted]:
    """Count what waits of each of these kinds; kinds of which nothing waits are left out."""
    statement = Statement(asking)
    asked = [
        f"(SELECT k.kind, k.due, k.returned FROM ({one}) k)" for one in _branches(statement, kinds)
    ]
    if not asked:
        return []
    found = await database.fetch(
        f"SELECT kind, {_counted(statement)} FROM ({' UNION ALL '.join(asked)}) w GROUP BY kind",
        *statement.args,
    )
    return rows.many(Counted, found)


def _branches(statement: Statement, kinds: list[str]) -> list[str]:
    return [one for kind in kinds for one in branches.keys(BRANCHES[kind], statement)]


def _counted(statement: Statement) -> str:
    now = statement.filled(":now")
    soon = statement.value(statement.asking.now + SOON)
    return (
        f"count(*) AS waiting, count(*) FILTER (WHERE due <= {now}) AS overdue,"
        f" count(*) FILTER (WHERE due > {now} AND due <= {soon}) AS soon,"
        " count(*) FILTER (WHERE returned) AS sent_back"
    )


async def shown(asking: Asking, keys: list[Key]) -> dict[tuple[str, UUID, str], Shown]:
    """Return what is shown of these rows, which a page of the same reader returned."""
    ids: dict[str, list[Key]] = defaultdict(list)
    for key in keys:
        ids[key.kind].append(key)
    if not ids:
        return {}
    statement = Statement(asking)
    asked = [
        branches.words(
            BRANCHES[kind], statement, [one.id for one in found], [one.part for one in found]
        )
        for kind, found in ids.items()
    ]
    found = await database.fetch(" UNION ALL ".join(asked), *statement.args)
    return {(one.kind, one.id, one.part): one for one in rows.many(Shown, found)}


def _wanted(statement: Statement, show: Show, after: After) -> str:
    """Return the condition on keys `k` of a list that shows this, behind the last row of the page before."""
    wanted = _part(statement, show)
    if after is None:
        return wanted
    casts = ("timestamptz", "timestamptz", "uuid", "text", "text")
    places = ", ".join(
        f"{statement.value(value)}::{cast}" for value, cast in zip(after, casts, strict=True)
    )
    return f"{wanted} AND (k.place, k.since, k.id, k.kind, k.part) > ({places})"


def _part(statement: Statement, show: Show) -> str:
    if show is Show.RETURNED:
        return "k.returned"
    if show is Show.ALL:
        return "true"
    now = statement.filled(":now")
    if show is Show.OVERDUE:
        return f"k.due <= {now}"
    return f"k.due > {now} AND k.due <= {now} + {statement.value(SOON)}::interval"
