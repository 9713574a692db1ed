"""Queries of restructurings that were asked for, and of who would gain by one."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows
from backend.core.actors import Owned, UnitPath
from backend.core.compiled import Query
from backend.core.json_columns import written
from backend.core.scope import Reach, sql
from backend.force.rules.unit_asks import Kind
from backend.force.tables.unit_asks import UnitAsk
from schemas.force.restructuring_acts import RestructuringAsked

_MOST_LAPSED = 10_000
"""More than there are units: a statement has an end all the same."""


class AskRow(Owned, frozen=True, kw_only=True):
    """An ask; it lies where its unit lies."""

    id: UUID
    unit_id: UUID
    kind: Kind
    content: str
    """JSON text of the act that asked."""
    above: int
    asked_by: UUID
    asked_at: datetime
    state: Literal["waiting", "confirmed", "declined"]
    answered_by: UUID | None
    answered_at: datetime | None
    note: str | None

    def asked(self) -> RestructuringAsked:
        """Return the content of the act that asked."""
        return msgspec.json.decode(self.content, type=RestructuringAsked)


class NamedAsk(AskRow, frozen=True, kw_only=True):
    """An ask with the names in it."""

    unit_code: str
    unit_vi: str
    unit_en: str
    asker: str
    answerer: str | None


async def insert(
    asked: RestructuringAsked,
    unit_id: UUID,
    path: UnitPath,
    kind: Kind,
    above: int,
    by: UUID,
    at: datetime,
) -> None:
    """Insert an ask that waits."""
    await UnitAsk.insert(
        UnitAsk(
            id=asked.ask_id,
            unit_id=unit_id,
            unit_1=path.unit_1,
            unit_2=path.unit_2,
            unit_3=path.unit_3,
            unit_4=path.unit_4,
            kind=kind,
            content=written(asked),
            above=above,
            asked_by=by,
            asked_at=at,
        )
    )


@compiled.one(AskRow)
def lock(ask_id: UUID) -> Query:
    """Lock an ask and return it, or None; the caller has locked its unit."""
    found = UnitAsk.select(*rows.columns(AskRow, UnitAsk)).where(UnitAsk.id == ask_id)
    return found.lock_rows("NO KEY UPDATE")


@compiled.write
def answer(ask_id: UUID, state: str, by: UUID, at: datetime, note: str) -> Query:
    """Answer an ask."""
    return UnitAsk.update(
        {
            UnitAsk.state: state,
            UnitAsk.answered_by: by,
            UnitAsk.answered_at: at,
            UnitAsk.note: note,
        }
    ).where(UnitAsk.id == ask_id)


@compiled.exists
def waits(unit_id: UUID, since: datetime) -> Query:
    """Tell whether an ask about this unit waits that was made after a moment."""
    found = UnitAsk.exists().where((UnitAsk.unit_id == unit_id) & (UnitAsk.state == "waiting"))
    return found.where(UnitAsk.asked_at > since)


_NAMED = f"""{rows.named(AskRow, "a")}, u.code AS unit_code, u.name_vi AS unit_vi, u.name_en AS unit_en,
    o.full_name AS asker, w.full_name AS answerer"""
_BESIDE = """JOIN units u ON u.id = a.unit_id JOIN officers o ON o.id = a.asked_by
    LEFT JOIN officers w ON w.id = a.answered_by"""


async def find(seen: Reach, ask_id: UUID) -> NamedAsk | None:
    """Return one ask in reach, or None."""
    condition, ids = sql(seen, "a", 5)
    found = await _listed(f"a.id = $4 AND {condition}", None, 1, ask_id, *ids)
    return found[0] if found else None


async def page(seen: Reach, after: tuple[datetime, UUID] | None, limit: int) -> list[NamedAsk]:
    """Return the asks in reach, the newest first."""
    condition, ids = sql(seen, "a", 4)
    return await _listed(condition, after, limit, *ids)


async def lapsed(before: datetime, since: datetime) -> list[NamedAsk]:
    """Return the asks that nobody answered, made between two moments. For a job: no scope is asked."""
    condition = "a.state = 'waiting' AND a.asked_at <= $4 AND a.asked_at > $5"
    return await _listed(condition, None, _MOST_LAPSED, before, since)


async def _listed(
    condition: str, after: tuple[datetime, UUID] | None, limit: int, *args: Any
) -> list[NamedAsk]:
    """Return asks, the newest first. By hand: Piccolo has no row comparison for keysets."""
    found = await database.fetch(
        f"""
        SELECT {_NAMED} FROM unit_asks a {_BESIDE} WHERE {condition}
            AND ($1::timestamptz IS NULL OR (a.asked_at, a.id) < ($1, $2::uuid))
        ORDER BY a.asked_at DESC, a.id DESC LIMIT $3
        """,
        after[0] if after else None,
        after[1] if after else None,
        limit,
        *args,
    )
    return rows.many(NamedAsk, found)


async def of_unit(unit_id: UUID, since: datetime) -> UUID | None:
    """Return the ask about a unit that waits, or None."""
    found = UnitAsk.select(UnitAsk.id).where(
        (UnitAsk.unit_id == unit_id) & (UnitAsk.state == "waiting") & (UnitAsk.asked_at > since)
    )
    one = await found.first()
    return one["id"] if one else None


class Post(msgspec.Struct, frozen=True, kw_only=True):
    """A post in one of some units that somebody holds, will hold, or is asked for."""

    unit_id: UUID
    title_vi: str
    rules: bool
    """They are a supervisor of the unit besides, whatever their title, or will be by what is asked."""


async def posts(
    officer_id: UUID, unit_ids: Sequence[UUID], today: date, since: datetime
) -> list[Post]:
    """Return the posts in these units of an officer, of who acts for them, and of those for whom they act.

    So are those that they would have by asks for a post, a role or a move that were made after a moment and wait.
    By hand: four tables in one statement.
    """
    found = await database.fetch(
        """
        WITH lasting AS (
            SELECT giver_id, receiver_id FROM delegations WHERE $1 IN (giver_id, receiver_id)
                AND coalesce(ended_on, valid_to + 1, 'infinity') > $3
        ), near AS (
            SELECT $1::uuid AS id UNION SELECT receiver_id FROM lasting UNION SELECT giver_id FROM lasting
        ), asked AS (
            SELECT a.officer_id, a.kind, a.content FROM people_asks a JOIN near n ON n.id = a.officer_id
            WHERE a.state = 'waiting' AND a.asked_at > $4
        ), works AS (
            SELECT o.id, o.unit_id FROM officers o JOIN near n ON n.id = o.id
            UNION SELECT officer_id, (content ->> 'unit_id')::uuid FROM asked WHERE kind = 'move'
        )
        SELECT p.unit_id, p.title_vi, false AS rules FROM officer_positions p JOIN near n ON n.id = p.officer_id
        WHERE p.unit_id = ANY($2) AND (p.valid_to IS NULL OR p.valid_to > $3)
        UNION ALL
        SELECT (content ->> 'unit_id')::uuid, content ->> 'title_vi', false FROM asked
        WHERE kind = 'position' AND (content ->> 'unit_id')::uuid = ANY($2)
        UNION ALL
        SELECT w.unit_id, '', true FROM works w
        WHERE w.unit_id = ANY($2) AND (
            EXISTS (SELECT FROM officer_roles r WHERE r.officer_id = w.id AND r.role = 'supervisor')
            OR EXISTS (SELECT FROM asked a WHERE a.officer_id = w.id AND a.kind = 'role'
                AND a.content ->> 'role' = 'supervisor'))
        """,
        officer_id,
        list(unit_ids),
        today,
        since,
    )
    return rows.many(Post, found)


async def emergency_in(unit_ids: Sequence[UUID]) -> bool:
    """Tell whether somebody who belongs to one of these units has emergency access now, as their sessions have it.

    By hand: time of an interval in JSON.
    """
    return (
        await database.fetchval(
            """
            SELECT EXISTS (SELECT FROM people_asks e JOIN officers o ON o.id = e.officer_id
              WHERE o.unit_id = ANY ($1) AND e.kind = 'emergency' AND e.state = 'confirmed'
              AND e.answered_at + (e.content ->> 'hours')::int * interval '1 hour' > now())
            """,
            list(unit_ids),
        )
        is True
    )
