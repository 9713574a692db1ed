"""Lists of informations: all in sight, the triage board, figures. One page is one statement.

What an officer sees of a unit and what names the officer are asked apart and merged, so that an index answers each in
the order of the list.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import database, rows, scope
from backend.core.actors import Actor, Owned
from backend.core.filter_queries import containing
from backend.core.keyset import MOST_COUNTED as MOST_COUNTED
from backend.core.scope import Reach
from backend.intake.rules import comparing

After = tuple[datetime, UUID]


class Row(Owned, frozen=True, kw_only=True):
    """A line of a list."""

    id: UUID
    number: str
    nature: str
    source: str
    channel: str
    state: str
    received_at: datetime
    registered_at: datetime
    summary: str
    suspect: str | None
    suspects: int
    address: str | None
    fields: list[str]
    informant_secret: bool
    about_officer: bool
    verifiers: list[str]
    due_at: datetime | None
    due_rule: str | None
    suspended_on: date | None
    written_report_due: bool
    informant_to_tell: bool
    links: int
    urgent: str
    """Why it cannot wait; empty if it can."""


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """What a list is narrowed to. Empty fields ask for everything."""

    nature: str | None = None
    state: str | None = None
    standing: str | None = None
    """`open`: one of the board's states; `ended`: any other."""
    result: str | None = None
    source: str | None = None
    field: str | None = None
    unit: tuple[int, UUID] | None = None
    """Level and id of a unit in scope."""
    alone: bool = False
    """That unit without those below it, as the figures count."""
    counted: bool = False
    """Without what was merged into others, as the figures count."""
    text: str = ""
    """A number, or words of the summary, a party or the address."""
    to_tell: bool = False
    written: bool = False
    since: datetime | None = None
    until: datetime | None = None


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """What came in and what became of it: one unit, month, source and nature."""

    unit_id: UUID
    month: str
    source: str
    nature: str
    received: int
    open: int
    proposed: int
    forwarded: int
    redirected: int
    no_action: int
    no_violation: int
    first_action_hours: float | None


BOARD = ("received", "verifying", "violation", "no_violation", "unverifiable", "accepted")
"""States of the triage board, in the order of its columns."""
_OPEN = ", ".join(f"'{one}'" for one in BOARD)
_DEEPEST = 4
"""Levels of units."""
_SHOWN = """
    r.id, r.number, r.nature, r.source, r.channel, r.state, r.received_at, r.registered_at, r.summary, r.address,
    r.fields, r.informant_secret, (cardinality(r.named_officers) > 0 OR r.auditors_only) AS about_officer, r.due_at,
    r.due_rule, r.suspended_on, r.urgent,
    r.written_report_due, r.informant_to_tell, r.links, r.unit_1, r.unit_2, r.unit_3, r.unit_4, s.suspect, s.suspects,
    CASE WHEN cardinality(r.verifiers) = 0 THEN '{}'
        ELSE ARRAY(SELECT o.full_name FROM officers o WHERE o.id = ANY (r.verifiers) ORDER BY o.full_name)
    END AS verifiers
"""
_OF_KEYS = """
    k JOIN informations r ON r.id = k.id CROSS JOIN LATERAL (
        SELECT count(*) AS suspects, (array_agg(x.name ORDER BY x.place))[1] AS suspect
        FROM information_suspects x WHERE x.information_id = r.id) s
"""


class _Asked:
    """SQL under construction, with its parameters."""

    def __init__(self) -> None:
        self.args: list[Any] = []

    def value(self, value: Any) -> str:
        self.args.append(value)
        return f"${len(self.args)}"

    def reach(self, reach: Reach) -> str:
        found, args = scope.sql(reach, "r", len(self.args) + 1)
        self.args += args
        return found


def _conditions(asked: _Asked, filters: Filters) -> list[str]:
    found = [
        f"r.{column} = {asked.value(value)}"
        for column in ("nature", "state", "source", "result")
        if (value := getattr(filters, column)) is not None
    ]
    if filters.field is not None:
        found.append(f"r.fields @> ARRAY[{asked.value(filters.field)}]::text[]")
    if filters.unit is not None:
        level, unit_id = filters.unit
        found.append(f"r.unit_{level} = {asked.value(unit_id)}")
        if filters.alone and level < _DEEPEST:
            found.append(f"r.unit_{level + 1} IS NULL")
    if filters.standing is not None:
        found.append(f"r.state {'IN' if filters.standing == 'open' else 'NOT IN'} ({_OPEN})")
    if filters.counted:
        found.append("r.state <> 'merged'")
    if filters.to_tell:
        found.append("r.informant_to_tell")
    if filters.written:
        found.append("r.written_report_due")
    if filters.since is not None:
        found.append(f"r.received_at >= {asked.value(filters.since)}")
    if filters.until is not None:
        found.append(f"r.received_at < {asked.value(filters.until)}")
    if filters.text.strip():
        found.append(_said(asked, filters.text.strip()))
    if filters.state in BOARD:
        found.append(f"r.state IN ({_OPEN})")  # by the board's index
    return found


def _said(asked: _Asked, text: str) -> str:
    """Return the condition that an information says these words: one look for each index, for an OR would read all."""
    typed, words = asked.value(text), asked.value(containing(text))
    plain = comparing.name(text)
    looks = [
        f"SELECT n.id FROM informations n WHERE n.number = {typed}",
        f"SELECT n.id FROM informations n WHERE fold(n.summary) LIKE fold({words})",
        f"SELECT s.information_id FROM information_suspects s WHERE s.tax_code = {typed}",
    ]
    if plain:
        folded = asked.value(containing(plain))
        looks += [
            f"SELECT n.id FROM informations n WHERE n.address_fold LIKE {folded}",
            f"SELECT s.information_id FROM information_suspects s WHERE s.name_fold LIKE {folded}",
        ]
    return f"r.id IN ({' UNION '.join(looks)})"


async def page(
    actor: Actor, filters: Filters, after: After | None, limit: int, *, oldest: bool = False
) -> list[Row]:
    """List the informations in sight, the newest first (`oldest`: the other way round), from behind `after`."""
    asked = _Asked()
    wanted = _conditions(asked, filters)
    order, beyond = ("received_at, id", ">") if oldest else ("received_at DESC, id DESC", "<")
    if after is not None:
        at, ident = asked.value(after[0]), asked.value(after[1])
        wanted.append(f"(r.received_at, r.id) {beyond} ({at}, {ident}::uuid)")
    return await _listed(asked, actor, wanted, order, limit)


async def count(actor: Actor, filters: Filters, most: int) -> int:
    """Count the informations of such a list, up to `most`."""
    asked = _Asked()
    where, limit = " AND ".join(_conditions(asked, filters)) or "true", str(int(most))
    parts = [
        f"(SELECT r.id FROM informations r WHERE {asked.reach(part)} AND {where} LIMIT {limit})"
        for part in scope.parts(scope.informations(actor))
    ]
    if not parts:
        return 0
    found = await database.fetchval(
        f"SELECT count(*) FROM ({' UNION '.join(parts)} LIMIT {limit}) x", *asked.args
    )
    return int(found)


async def _listed(
    asked: _Asked, actor: Actor, wanted: list[str], order: str, limit: int
) -> list[Row]:
    parts = scope.parts(scope.informations(actor))
    # For a placeholder PostgreSQL assumes a tenth of all rows, and so plans the whole list anew for each page; that
    # takes longer than the look. What is narrowed is planned anew, because the best index depends on to what.
    most = asked.value(limit) if wanted else str(int(limit))
    where = " AND ".join(wanted) or "true"
    keys = [
        f"(SELECT r.id, r.received_at FROM informations r WHERE {asked.reach(part)} AND {where}"
        f" ORDER BY {', '.join(f'r.{one}' for one in order.split(', '))} LIMIT {most})"
        for part in parts
    ]
    if not keys:
        return []
    found = await database.fetch(
        f"""
        WITH k AS (SELECT * FROM ({" UNION ".join(keys)}) u ORDER BY {order} LIMIT {most})
        SELECT {_SHOWN} FROM {_OF_KEYS}
        ORDER BY {", ".join(f"r.{one}" for one in order.split(", "))}
        """,
        *asked.args,
    )
    return rows.many(Row, found)


async def board(
    actor: Actor, limit: int, unit: tuple[int, UUID] | None = None
) -> tuple[list[Row], dict[str, int]]:
    """List what is in each state of the board, up to `limit` of each, the oldest first; count each up to MOST_COUNTED.

    In one question: what is in sight beside the unit's is read once for both. A state without a row has no count.
    """
    asked = _Asked()
    of_unit, others = _sides(asked, actor, unit)
    most, counted = asked.value(limit), asked.value(MOST_COUNTED)
    states = f"unnest({asked.value(list(BOARD))}::text[]) AS b (state)"
    found = await database.fetch(
        f"""
        WITH others AS MATERIALIZED ({others}),
        k AS MATERIALIZED (
            SELECT w.id FROM {states}, LATERAL (
                SELECT * FROM (
                    (SELECT r.id, r.received_at FROM informations r WHERE {of_unit} ORDER BY r.received_at, r.id
                        LIMIT {most})
                    UNION ALL
                    (SELECT o.id, o.received_at FROM others o WHERE o.state = b.state ORDER BY o.received_at, o.id
                        LIMIT {most})
                ) both_sides ORDER BY received_at, id LIMIT {most}
            ) w
        ),
        c AS MATERIALIZED (
            SELECT b.state, least({counted}, (SELECT count(*) FROM (
                    SELECT FROM informations r WHERE {of_unit} LIMIT {counted}) counted)
                + (SELECT count(*) FROM others o WHERE o.state = b.state)) AS in_column
            FROM {states}
        )
        SELECT {_SHOWN}, c.in_column FROM {_OF_KEYS.rstrip()} JOIN c ON c.state = r.state ORDER BY r.received_at, r.id
        """,
        *asked.args,
    )
    return rows.many(Row, found), {row["state"]: row["in_column"] for row in found}


async def urgent(actor: Actor, limit: int, unit: tuple[int, UUID] | None = None) -> list[Row]:
    """List what is open and cannot wait, the oldest first, of all columns of the board together."""
    asked = _Asked()
    wanted = ["r.urgent <> ''", f"r.state IN ({_OPEN})"]
    if unit is not None:
        wanted.append(f"r.unit_{unit[0]} = {asked.value(unit[1])}")
    return await _listed(asked, actor, wanted, "received_at, id", limit)


def _sides(asked: _Asked, actor: Actor, unit: tuple[int, UUID] | None) -> tuple[str, str]:
    """Return the condition on what the officer's unit has in a state `b.state`, and a query for all else in sight.

    The unit's side is answered by the board's index, without reading rows where it says what hides them; the other side
    is read once for all states, by an index of its own.
    """
    reach = scope.informations(actor)
    parts = scope.parts(reach)
    within = "" if unit is None else f" AND r.unit_{unit[0]} = {asked.value(unit[1])}"
    of_unit = [one for one in parts if one.unit is not None]
    side = f"r.state = b.state AND r.state IN ({_OPEN}){within}"
    conditions = [asked.reach(one) for one in of_unit]
    side += f" AND {conditions[0]}" if conditions else " AND false"
    beyond = f" AND NOT {scope.as_value(conditions[0])}" if conditions else ""
    others = [
        f"SELECT r.id, r.received_at, r.state FROM informations r WHERE {asked.reach(one)}"
        f" AND r.state IN ({_OPEN}){within}{beyond}"
        for one in parts
        if one.unit is None
    ]
    nothing = "SELECT r.id, r.received_at, r.state FROM informations r WHERE false"
    return side, " UNION ".join(others) or nothing


async def figures(actor: Actor, since: datetime, until: datetime) -> list[Figure]:
    """Count what came in from `since` until before `until`, by unit, month in Vietnam, source and nature."""
    asked = _Asked()
    first, last = asked.value(since), asked.value(until)
    reached = asked.reach(scope.informations(actor))
    found = await database.fetch(
        f"""
        SELECT coalesce(r.unit_4, r.unit_3, r.unit_2, r.unit_1) AS unit_id,
            to_char(r.received_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM') AS month, r.source, r.nature,
            count(*) AS received, count(*) FILTER (WHERE r.state IN ({_OPEN})) AS open,
            count(*) FILTER (WHERE r.state = 'proposed') AS proposed,
            count(*) FILTER (WHERE r.state = 'forwarded') AS forwarded,
            count(*) FILTER (WHERE r.state = 'redirected') AS redirected,
            count(*) FILTER (WHERE r.state = 'no_action') AS no_action,
            count(*) FILTER (WHERE r.result = 'no_violation') AS no_violation,
            percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM r.first_action_at - r.received_at) / 3600)
                AS first_action_hours
        FROM informations r
        WHERE ({reached}) AND r.received_at >= {first} AND r.received_at < {last} AND r.state <> 'merged'
        GROUP BY 1, 2, 3, 4 ORDER BY 2 DESC, 1, 3, 4
        """,
        *asked.args,
    )
    return rows.many(Figure, found)
