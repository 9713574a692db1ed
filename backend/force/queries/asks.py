"""Queries of asks about people: written by the handler of officers, answered once, listed by scope."""

from datetime import datetime
from typing import Literal
from uuid import UUID

import msgspec
from piccolo.querystring import QueryString

from backend.core import compiled, database, rows, scope
from backend.core.actors import Actor, Owned, UnitPath
from backend.core.clock import SQL_TODAY
from backend.core.compiled import Query
from backend.core.json_columns import written
from backend.force.rules.actors import ActorRow
from backend.force.rules.asks import Kind
from backend.force.tables.officers import OfficerPosition
from backend.force.tables.people_asks import PeopleAsk
from schemas.core.base import Wire


class AskRow(Owned, frozen=True, kw_only=True):
    """An ask; the unit is that of the position asked for, else the officer's."""

    id: UUID
    officer_id: UUID
    kind: Kind
    content: str
    """JSON text of the act that asked; derived/asks.py has its type for each kind."""
    asked_by: UUID
    asked_at: datetime
    state: Literal["waiting", "confirmed", "declined", "stopped"]
    answered_by: UUID | None
    answered_at: datetime | None
    operator: str | None
    reason: str | None
    code_hash: bytes | None
    used_at: datetime | None
    done_at: datetime | None
    stopped_by: UUID | None
    stopped_at: datetime | None
    stopped_why: str | None


class NamedAsk(AskRow, frozen=True, kw_only=True):
    """An ask with the names in it, and the officer's present unit."""

    full_name: str
    username: str
    officer_state: str
    name_vi: str
    name_en: str
    asker: str
    answerer: str | None
    stopper: str | None
    set_at: datetime | None
    """When the officer set credentials that wait for this ask."""
    target_vi: str | None
    target_en: str | None
    """The unit that the ask names."""
    of_1: UUID
    of_2: UUID | None
    of_3: UUID | None
    of_4: UUID | None

    @property
    def officers_path(self) -> UnitPath:
        """The officer's present unit."""
        return UnitPath(unit_1=self.of_1, unit_2=self.of_2, unit_3=self.of_3, unit_4=self.of_4)


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """How many asks an auditor finds of each sort."""

    field: int
    reset: int
    position: int
    role: int
    emergency: int


class Post(msgspec.Struct, frozen=True, kw_only=True):
    """A post that is held today."""

    officer_id: UUID
    title_vi: str
    level: int
    """Level of its unit."""
    rules: bool
    """Whether its holder may confirm: an active supervisor."""


_NAMED = f"""{rows.named(AskRow, "a")}, o.full_name, o.username, o.state AS officer_state, u.name_vi, u.name_en,
    q.full_name AS asker, w.full_name AS answerer,
    x.full_name AS stopper, (SELECT k.changed_at FROM credentials k WHERE k.field_only_ask = a.id) AS set_at,
    t.name_vi AS target_vi, t.name_en AS target_en, o.unit_1 AS of_1, o.unit_2 AS of_2, o.unit_3 AS of_3,
    o.unit_4 AS of_4"""
_FIELD = "(a.used_at IS NOT NULL AND (a.answered_at IS NULL OR a.used_at < a.answered_at))"
"""A reset whose link was made before anybody confirmed: on site, after four hours without an
answer."""
_JOINED = """people_asks a JOIN officers o ON o.id = a.officer_id JOIN units u ON u.id = o.unit_id
    JOIN officers q ON q.id = a.asked_by LEFT JOIN officers w ON w.id = a.answered_by
    LEFT JOIN officers x ON x.id = a.stopped_by
    LEFT JOIN units t ON t.id = (a.content ->> 'unit_id')::uuid"""


async def insert(
    ask_id: UUID, officer_id: UUID, kind: str, content: Wire, by: UUID, at: datetime, path: UnitPath
) -> None:
    """Insert an ask that waits."""
    await PeopleAsk.insert(
        PeopleAsk(
            id=ask_id,
            officer_id=officer_id,
            kind=kind,
            content=written(content),
            asked_by=by,
            asked_at=at,
            unit_1=path.unit_1,
            unit_2=path.unit_2,
            unit_3=path.unit_3,
            unit_4=path.unit_4,
        )
    )


@compiled.one(AskRow)
def find(ask_id: UUID, officer_id: UUID) -> Query:
    """Return an ask about this officer, or None; the caller has locked the officer's record."""
    query = PeopleAsk.select(*rows.columns(AskRow, PeopleAsk))
    return query.where((PeopleAsk.id == ask_id) & (PeopleAsk.officer_id == officer_id))


async def get(ask_id: UUID, officer_id: UUID) -> AskRow:
    """Return an ask that was just recorded, as find() does. Raises LookupError if there is none."""
    found = await find(ask_id, officer_id)
    if found is None:
        raise LookupError(f"no ask {ask_id}")
    return found


@compiled.exists
def waits(officer_id: UUID, kind: str, about: str, since: datetime) -> Query:
    """Tell whether the same ask waits already.

    `about` is the role, or the position that ends; '' for other kinds.
    """
    theirs = PeopleAsk.exists().where(PeopleAsk.officer_id == officer_id)
    waiting = theirs.where((PeopleAsk.kind == kind) & (PeopleAsk.state == "waiting"))
    return waiting.where(PeopleAsk.asked_at > since).where(
        QueryString(
            "coalesce({} ->> 'role', {} ->> 'position_id', '') = {}",
            PeopleAsk.content,
            PeopleAsk.content,
            about,
        )
    )


@compiled.write
def answer(
    ask_id: UUID, state: str, by: UUID, at: datetime, reason: str, operator: str | None
) -> Query:
    """Record that an ask was confirmed or declined, once."""
    return PeopleAsk.update(
        {
            PeopleAsk.state: state,
            PeopleAsk.answered_by: by,
            PeopleAsk.answered_at: at,
            PeopleAsk.reason: reason,
            PeopleAsk.operator: operator,
        }
    ).where((PeopleAsk.id == ask_id) & (PeopleAsk.state == "waiting"))


@compiled.write
def put_code(ask_id: UUID, code_hash: bytes) -> Query:
    """Store the hash of the code that the confirmer of a reset hands over."""
    return PeopleAsk.update({PeopleAsk.code_hash: code_hash}).where(
        (PeopleAsk.id == ask_id) & PeopleAsk.code_hash.is_null()
    )


@compiled.write
def use(ask_id: UUID, at: datetime | None) -> Query:
    """Record that the link of an ask was made; with None, that it is to be made again."""
    return PeopleAsk.update({PeopleAsk.used_at: at}).where(PeopleAsk.id == ask_id)


@compiled.write
def finish(ask_id: UUID, at: datetime) -> Query:
    """Record that a reset's credentials are valid for everything; nobody can stop it any more."""
    return PeopleAsk.update({PeopleAsk.done_at: at}).where(
        (PeopleAsk.id == ask_id) & PeopleAsk.done_at.is_null()
    )


@compiled.write
def stop(ask_id: UUID, by: UUID, at: datetime, reason: str) -> Query:
    """Stop a confirmed reset; its confirmer stays recorded."""
    return PeopleAsk.update(
        {
            PeopleAsk.state: "stopped",
            PeopleAsk.stopped_by: by,
            PeopleAsk.stopped_at: at,
            PeopleAsk.stopped_why: reason,
        }
    ).where(
        (PeopleAsk.id == ask_id) & (PeopleAsk.state == "confirmed") & PeopleAsk.done_at.is_null()
    )


async def any_unit(ask_id: UUID) -> NamedAsk | None:
    """Return an ask regardless of scope, for the operator at the command line."""
    found = await database.fetchrow(f"SELECT {_NAMED} FROM {_JOINED} WHERE a.id = $1", ask_id)
    return rows.one(NamedAsk, found)


async def in_sight(actor: Actor, ask_id: UUID) -> NamedAsk | None:
    """Return an ask that this officer may see, with names, or None."""
    condition, args = scope.sql(scope.people_asks(actor), "a", 2)
    found = await database.fetchrow(
        f"SELECT {_NAMED} FROM {_JOINED} WHERE a.id = $1 AND {condition}", ask_id, *args
    )
    return rows.one(NamedAsk, found)


async def page(
    actor: Actor,
    show: Literal["waiting", "mine", "all"],
    after: UUID | None,
    since: datetime,
    limit: int,
    about: str | None = None,
) -> list[NamedAsk]:
    """Return asks in sight, newest first: the waiting ones, the officer's own, or all.

    `about` limits them to one kind, or to `field`.
    """
    condition, args = scope.sql(scope.people_asks(actor), "a", 7)
    found = await database.fetch(
        f"""
        SELECT {_NAMED} FROM {_JOINED}
        WHERE {condition} AND ($1::uuid IS NULL OR a.id < $1)
          AND CASE $2 WHEN 'waiting' THEN a.state = 'waiting' AND a.asked_at > $3
                      WHEN 'mine' THEN a.asked_by = $4 OR a.officer_id = $4 ELSE true END
          AND CASE $6 WHEN 'field' THEN {_FIELD} ELSE $6::text IS NULL OR a.kind = $6 END
        ORDER BY a.id DESC LIMIT $5
        """,
        after,
        show,
        since,
        actor.officer_id,
        limit,
        about,
        *args,
    )
    return rows.many(NamedAsk, found)


async def counts(actor: Actor) -> Counts:
    """Count the asks in sight that an auditor looks through, whatever their state."""
    condition, args = scope.sql(scope.people_asks(actor), "a", 1)
    found = await database.fetchrow(
        f"""
        SELECT count(*) FILTER (WHERE {_FIELD}) AS field, count(*) FILTER (WHERE a.kind = 'reset') AS reset,
            count(*) FILTER (WHERE a.kind = 'position') AS position, count(*) FILTER (WHERE a.kind = 'role') AS role,
            count(*) FILTER (WHERE a.kind = 'emergency') AS emergency
        FROM people_asks a WHERE {condition}
        """,
        *args,
    )
    return msgspec.convert(dict(found), Counts)


async def candidates(path: UnitPath) -> list[ActorRow]:
    """Return active officers of a unit or above who could be asked to confirm; the rule decides."""
    found = await database.fetch(
        """
        SELECT o.id AS officer_id, o.username, o.full_name, o.language, o.unit_1, o.unit_2, o.unit_3, o.unit_4,
            ARRAY(SELECT r.role FROM officer_roles r WHERE r.officer_id = o.id) AS roles
        FROM officers o
        WHERE o.unit_id = ANY($1) AND o.state = 'active' AND EXISTS (
            SELECT FROM officer_roles r WHERE r.officer_id = o.id
              AND r.role IN ('administrator', 'supervisor', 'clerk'))
        """,
        [part for part in path.as_tuple() if part is not None],
    )
    return rows.many(ActorRow, found)


async def emergency_live(officer_id: UUID) -> bool:
    """Tell whether an officer has emergency access now, as their sessions have it (sessions.py)."""
    return (
        await database.fetchval(
            """
            SELECT EXISTS (SELECT FROM people_asks e JOIN officers o ON o.id = e.officer_id
              WHERE e.officer_id = $1 AND e.kind = 'emergency' AND e.state = 'confirmed'
              AND e.answered_at + (e.content ->> 'hours')::int * interval '1 hour' > now()
              AND (e.unit_1, e.unit_2, e.unit_3, e.unit_4)
                  IS NOT DISTINCT FROM (o.unit_1, o.unit_2, o.unit_3, o.unit_4))
            """,
            officer_id,
        )
        is True
    )


async def oldest_administrator() -> ActorRow | None:
    """Return the oldest administrator, under whose name the operator acts, or None.

    One who is still active comes first.
    """
    found = await database.fetchrow(
        """
        SELECT o.id AS officer_id, o.username, o.full_name, o.language, o.unit_1, o.unit_2, o.unit_3, o.unit_4,
            ARRAY(SELECT r.role FROM officer_roles r WHERE r.officer_id = o.id) AS roles
        FROM officers o JOIN officer_roles r ON r.officer_id = o.id AND r.role = 'administrator'
        ORDER BY o.state <> 'active', o.created_at, o.id LIMIT 1
        """
    )
    return rows.one(ActorRow, found)


@compiled.values(str)
def titles_held(officer_id: UUID) -> Query:
    """Return the titles of positions that an officer holds or will hold."""
    theirs = OfficerPosition.select(OfficerPosition.title_vi).where(
        OfficerPosition.officer_id == officer_id
    )
    today = QueryString(SQL_TODAY)
    return theirs.where(OfficerPosition.valid_to.is_null() | (OfficerPosition.valid_to > today))


def power_waits_sql(officer: str, since: str) -> str:
    """Return the condition that an officer, by the alias of the row, may gain a power that nobody has given yet.

    An ask since this moment waits, or a position of a file of officers waits for its scan: nobody asked for it, nor
    gave the officer any, since. Shared, as a page of letters asks it of each of its rows.
    """
    return f"""(EXISTS (SELECT FROM people_asks w WHERE w.officer_id = {officer} AND w.state = 'waiting'
            AND w.kind IN ('role', 'position', 'emergency') AND w.asked_at > {since})
        OR EXISTS (SELECT FROM people_import_rows i WHERE i.officer_id = {officer}
            AND i.steps @> '[{{"outcome": "no_scan"}}]'
            AND NOT EXISTS (SELECT FROM people_asks w WHERE w.officer_id = i.officer_id AND w.kind = 'position')
            AND NOT EXISTS (SELECT FROM officer_positions p WHERE p.officer_id = i.officer_id)))"""


# By hand: a condition over three tables that first_letters.py shares.
async def power_waits(officer_id: UUID, since: datetime) -> bool:
    """Tell whether an officer may gain a power by what waits; see power_waits_sql()."""
    found = await database.fetchval(
        f"SELECT EXISTS (SELECT FROM officers o WHERE o.id = $1 AND {power_waits_sql('o.id', '$2')})",
        officer_id,
        since,
    )
    return found is True


async def posts_in(path: UnitPath) -> list[Post]:
    """Return the posts held today in a unit or above.

    Each has the level of its unit, and whether its holder may confirm: an active supervisor.
    """
    found = await database.fetch(
        f"""
        SELECT p.officer_id, p.title_vi, array_position($1::uuid[], p.unit_id) AS level, EXISTS (
            SELECT FROM officer_roles r JOIN officers o ON o.id = r.officer_id
            WHERE r.officer_id = p.officer_id AND r.role = 'supervisor' AND o.state = 'active') AS rules
        FROM officer_positions p
        WHERE p.unit_id = ANY($1) AND p.valid_from <= {SQL_TODAY}
          AND (p.valid_to IS NULL OR p.valid_to > {SQL_TODAY})
        """,
        [part for part in path.as_tuple() if part is not None],
    )
    return rows.many(Post, found)
