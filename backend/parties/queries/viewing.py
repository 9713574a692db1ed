"""Queries of one party's page."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows, scope, scoped
from backend.core.actors import Actor
from backend.core.compiled import Query
from backend.core.scope import Reach
from backend.parties.tables.parties import Subject

_MOST_BRANCHES = 200


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """What a party's page shows besides its details."""

    closed_on: date | None
    closed_why: str | None
    latitude_e7: int | None
    longitude_e7: int | None
    area_officer_id: UUID | None
    area_officer_name: str | None
    unit_vi: str
    unit_en: str
    changed_at: datetime | None


@compiled.one(Shown)
def shown(party_id: UUID) -> Query:
    """Return it. The caller has checked scope."""
    found = Subject.select(
        Subject.closed_on,
        Subject.closed_why,
        Subject.latitude_e7,
        Subject.longitude_e7,
        Subject.area_officer_id,
        Subject.area_officer_id.full_name.as_alias("area_officer_name"),
        Subject.unit_id.name_vi.as_alias("unit_vi"),
        Subject.unit_id.name_en.as_alias("unit_en"),
        Subject.changed_at,
    )
    return found.where(Subject.id == party_id)


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """A party by its name."""

    id: UUID
    name: str
    address: str
    state: str


async def related(
    party_ids: Sequence[UUID], main_party_id: UUID | None, actor: Actor
) -> list[Named]:
    """Return the branches of parties that are one and the main one of the first, as far as they are in sight."""
    return await _related(list(party_ids), main_party_id or party_ids[0], scope.directory(actor))


@compiled.many(Named)
def _related(party_ids: list[UUID], main_party_id: UUID, seen: Reach) -> Query:
    branches = rows.any_of(Subject.main_party_id, party_ids) & Subject.merged_into.is_null()
    found = Subject.select(*rows.columns(Named, Subject)).where(
        branches | (Subject.id == main_party_id)
    )
    return found.where(scoped.where(seen, Subject)).order_by(Subject.id).limit(_MOST_BRANCHES)


class Joined(msgspec.Struct, frozen=True, kw_only=True):
    """A party that was merged into another, with what may be known of it alone."""

    id: UUID
    name: str
    address: str
    state: str
    latitude_e7: int | None
    longitude_e7: int | None
    area_officer_id: UUID | None
    area_officer_name: str | None


async def joined(party_id: UUID) -> list[Joined]:
    """Return what was merged into a party, the nearest first. The caller has checked scope.

    By hand: Piccolo has no recursive query.
    """
    found = await database.fetch(
        f"""
        WITH RECURSIVE one AS (
            SELECT $1::uuid AS id, 0 AS step
            UNION SELECT s.id, one.step + 1 FROM subjects s JOIN one ON s.merged_into = one.id
        )
        SELECT {rows.named(Joined, "s").replace("s.area_officer_name", "o.full_name AS area_officer_name")}
        FROM one JOIN subjects s USING (id) LEFT JOIN officers o ON o.id = s.area_officer_id
        WHERE one.step > 0 ORDER BY one.step, s.id
        """,
        party_id,
    )
    return rows.many(Joined, found)


class AtWork(msgspec.Struct, frozen=True, kw_only=True):
    """An officer who may know an area."""

    id: UUID
    full_name: str
    unit_vi: str
    unit_en: str


async def officers(level: int, unit_id: UUID) -> list[AtWork]:
    """Return who works on inspections in a department, by name. By hand, for a join and a test of roles."""
    found = await database.fetch(
        f"""
        SELECT o.id, o.full_name, u.name_vi AS unit_vi, u.name_en AS unit_en
        FROM officers o JOIN units u ON u.id = o.unit_id
        WHERE o.unit_{level} = $1 AND o.state = 'active' AND EXISTS (SELECT FROM officer_roles r
            WHERE r.officer_id = o.id AND r.role IN ('inspector', 'team_leader', 'supervisor'))
        ORDER BY fold(o.full_name), o.id LIMIT 2000
        """,
        unit_id,
    )
    return rows.many(AtWork, found)
