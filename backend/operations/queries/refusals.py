"""Queries of refused requests. The application's role may only insert them, not change or delete them."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from piccolo.query.functions import Sum

from backend.core import compiled, database, rows
from backend.core.actors import Actor, Owned
from backend.core.compiled import Query
from backend.force.tables.officers import Officer, OfficerRole
from backend.operations.rules.refusals import FAILED, OF_STRANGERS
from backend.operations.tables.refusals import RefusedRequestRow
from schemas.core.vocabulary import Role


class CountedOfficer(msgspec.Struct, frozen=True, kw_only=True):
    """How often one officer was refused, and when last."""

    officer_id: UUID
    full_name: str
    username: str
    unit_vi: str
    unit_en: str
    times: int
    last_at: datetime


class RefusedRequest(msgspec.Struct, frozen=True, kw_only=True):
    """One refused request, or a row that only counts those of a flood (code MORE)."""

    id: int
    at: datetime
    officer_id: UUID
    full_name: str
    face: str
    method: str
    route: str
    target: UUID | None
    status: int
    code: str
    address: str | None
    times: int


class _Named(Owned, frozen=True, kw_only=True):
    id: UUID
    username: str
    full_name: str


async def insert(actor: Actor, refused: list[dict[str, Any]]) -> None:
    """Insert rows of one officer, with the officer's present unit and the database's time."""
    await database.execute(
        """
        INSERT INTO refused_requests (officer_id, unit_1, unit_2, unit_3, unit_4, session_id, face, method, route,
            target, status, code, address, times)
        SELECT $1, $2, $3, $4, $5, $6, $7, r.method, r.route, r.target, r.status, r.code, r.address::inet, r.times
        FROM jsonb_to_recordset($8::jsonb) AS r (method text, route text, target uuid, status smallint, code text,
            address text, times integer)
        """,
        actor.officer_id,
        *actor.unit.as_tuple(),
        actor.session_id,
        actor.face,
        msgspec.json.encode(refused).decode(),
    )


async def count_since(officer_id: UUID, since: datetime) -> int:
    """Return how often an officer was refused since then, without what others did under that name."""
    return await _times_since(officer_id, since) or 0


@compiled.value(int)
def _times_since(officer_id: UUID, since: datetime) -> Query:
    theirs = RefusedRequestRow.select(Sum(RefusedRequestRow.times)).where(
        RefusedRequestRow.officer_id == officer_id
    )
    for code in OF_STRANGERS:
        theirs = theirs.where(RefusedRequestRow.code != code)
    return theirs.where(RefusedRequestRow.at > since)


async def owner_of(username: str) -> Actor | None:
    """Return the officer with this user name, without rights; None if there is none."""
    owner = await _named(username)
    if owner is None:
        return None
    return Actor(
        officer_id=owner.id,
        username=owner.username,
        full_name=owner.full_name,
        roles=frozenset(),
        unit=owner.path,
        session_id=None,
        face="desk",
    )


@compiled.one(_Named)
def _named(username: str) -> Query:
    return Officer.select(*rows.columns(_Named, Officer)).where(Officer.username == username)


@compiled.values(UUID)
def auditors(unit_ids: list[UUID], but: UUID) -> Query:
    """Return the active auditors of these units, which are a unit and those above it."""
    officer = OfficerRole.officer_id
    everywhere = OfficerRole.select(officer).where(OfficerRole.role == Role.AUDITOR)
    active = everywhere.where(officer.state == "active").where(officer != but)
    return active.where(rows.any_of(officer.unit_id, unit_ids))


async def per_officer(
    condition: str, args: list[UUID], since: datetime, limit: int
) -> list[CountedOfficer]:
    """Return the officers who were refused most often since then. Scope parameters start at $3."""
    found = await database.fetch(
        f"""
        SELECT x.officer_id, o.full_name, o.username, u.name_vi AS unit_vi, u.name_en AS unit_en, x.times, x.last_at
        FROM (SELECT x.officer_id, sum(x.times) AS times, max(x.at) AS last_at FROM refused_requests x
              WHERE {condition} AND x.at > $1 AND x.code <> '{FAILED}'
              GROUP BY x.officer_id ORDER BY 2 DESC, 3 DESC LIMIT $2) x
        JOIN officers o ON o.id = x.officer_id JOIN units u ON u.id = o.unit_id
        ORDER BY x.times DESC, x.last_at DESC
        """,
        since,
        limit,
        *args,
    )
    return rows.many(CountedOfficer, found)


async def page(
    condition: str, args: list[UUID], officer_id: UUID | None, after: int | None, limit: int
) -> list[RefusedRequest]:
    """Return refused requests in scope, newest first, of one officer or of all.

    Scope parameters start at $4.
    """
    found = await database.fetch(
        f"""
        SELECT x.id, x.at, x.officer_id, o.full_name, x.face, x.method, x.route, x.target, x.status, x.code,
            host(x.address) AS address, x.times
        FROM refused_requests x JOIN officers o ON o.id = x.officer_id
        WHERE {condition} AND ($1::uuid IS NULL OR x.officer_id = $1) AND ($2::bigint IS NULL OR x.id < $2)
        ORDER BY x.id DESC LIMIT $3
        """,
        officer_id,
        after,
        limit,
        *args,
    )
    return rows.many(RefusedRequest, found)
