"""Queries of who holds an office, a role or a title: whom a step can wait for."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows, scope, scoped
from backend.core.actors import Actor, Owned, UnitPath
from backend.core.compiled import Query
from backend.force.tables.officers import Officer
from backend.force.tables.units import Unit
from schemas.core.vocabulary import Role
from schemas.fieldwork.inspections import UnitChoice


class OfficerPath(Owned, frozen=True, kw_only=True):
    """An officer's unit, with its ancestors."""

    id: UUID


class Serving(msgspec.Struct, frozen=True, kw_only=True):
    """An active officer, with roles, own unit and the titles held on a day."""

    officer_id: UUID
    full_name: str
    unit_id: UUID
    roles: list[Role]
    titles: list[str]
    """Titles held in the units of `title_units`, at the same places. A post ends with its unit."""
    title_units: list[UUID]
    posted: bool
    """A post is on record, though it may be over by that day, or not have begun."""
    former_units: list[UUID] = []
    """Units that ended, whose work one of these units has: what waited for their offices waits for this one's."""
    former_of: list[UUID] = []
    """Which one it is, at the same places."""

    def also(self, unit_id: UUID) -> list[UUID]:
        """Return a unit with those whose work it took over."""
        pairs = zip(self.former_units, self.former_of, strict=True)
        return [unit_id, *(former for former, of in pairs if of == unit_id)]


_SERVING = """
    SELECT o.id AS officer_id, o.full_name, o.unit_id,
        ARRAY(SELECT r.role FROM officer_roles r WHERE r.officer_id = o.id ORDER BY r.role) AS roles,
        coalesce(p.titles, '{}') AS titles, coalesce(p.units, '{}') AS title_units,
        EXISTS (SELECT FROM officer_positions k WHERE k.officer_id = o.id) AS posted,
        coalesce(f.units, '{}') AS former_units, coalesce(f.places, '{}') AS former_of
    FROM officers o LEFT JOIN LATERAL (
        SELECT array_agg(p.title_vi ORDER BY p.id) AS titles, array_agg(p.unit_id ORDER BY p.id) AS units
        FROM officer_positions p JOIN units u ON u.id = p.unit_id
        WHERE p.officer_id = o.id AND p.valid_from <= $2
            AND (p.valid_to IS NULL OR p.valid_to > $2) AND (u.valid_to IS NULL OR u.valid_to > $2)
    ) p ON true LEFT JOIN LATERAL (
        SELECT array_agg(x.id ORDER BY x.id) AS units, array_agg(x.place ORDER BY x.id) AS places
        FROM (SELECT id, coalesce(unit_4, unit_3, unit_2, unit_1) AS place FROM units
              WHERE valid_to IS NOT NULL AND successor_id IS NOT NULL) x
        WHERE x.place = o.unit_id OR x.place = ANY (p.units)
    ) f ON true
"""


@compiled.one(OfficerPath)
def _path(officer_id: UUID) -> Query:
    query = Officer.select(*rows.columns(OfficerPath, Officer))
    return query.where(Officer.id == officer_id)


async def path_of(officer_id: UUID) -> UnitPath | None:
    """Return the unit of an officer with its ancestors, or None."""
    found = await _path(officer_id)
    return found.path if found else None


async def on_duty(officers: list[UUID], units: list[UUID], day: date) -> list[Serving]:
    """Return these officers and those who serve, or hold a title, in these units, as far as they are active.

    Of a unit that ended, those of the unit that has its work.
    Those of units too who only inspect: they hold no office that a step could wait for, unless a title is asked.
    """
    found = await database.fetch(
        f"""{_SERVING}
        WHERE o.state = 'active' AND o.id IN (
            SELECT unnest($1::uuid[]) UNION SELECT id FROM officers WHERE unit_id IN (
                SELECT coalesce(u.unit_4, u.unit_3, u.unit_2, u.unit_1) FROM units u WHERE u.id = ANY ($3::uuid[]))
            UNION SELECT h.officer_id FROM officer_positions h WHERE h.unit_id IN (
                SELECT coalesce(u.unit_4, u.unit_3, u.unit_2, u.unit_1) FROM units u WHERE u.id = ANY ($3::uuid[]))
                AND h.valid_from <= $2 AND (h.valid_to IS NULL OR h.valid_to > $2))
        ORDER BY o.id
        """,
        officers,
        day,
        units,
    )
    return rows.many(Serving, found)


@compiled.value(str)
def username_of(officer_id: UUID) -> Query:
    """Return an officer's username, or None."""
    return Officer.select(Officer.username).where(Officer.id == officer_id)


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """An active officer, as a form names them."""

    id: UUID
    username: str
    full_name: str
    unit_vi: str
    unit_en: str


_NAMED = """
    SELECT o.id, o.username, o.full_name, u.name_vi AS unit_vi, u.name_en AS unit_en
    FROM officers o JOIN units u ON u.id = o.unit_id
    WHERE o.unit_{level} = $1 AND o.state = 'active'
"""


async def named(text: str, level: int, unit_id: UUID, limit: int) -> list[Named]:
    """Return the active officers of a unit and below with this username or name; all if it is empty.

    `level` is the unit's (1 is the nation). Names are compared without case and diacritics.
    """
    found = await database.fetch(
        f"""
        {_NAMED.format(level=int(level))}
          AND ($2 = '' OR o.username = lower($2) OR fold(o.full_name) = fold($2))
        ORDER BY o.full_name, o.username LIMIT $3
        """,
        unit_id,
        text,
        limit,
    )
    return rows.many(Named, found)


async def like(words: list[str], level: int, unit_id: UUID, limit: int) -> list[Named]:
    """Return the active officers of a unit and below of whom each word begins one of name, unit or username.

    `words` are folded: small letters and digits.
    """
    found = await database.fetch(
        f"""
        {_NAMED.format(level=int(level))}
          AND regexp_replace(fold(concat(' ', o.full_name, ' ', u.name_vi, ' ', u.name_en, ' ', o.username)),
            '[^0-9a-z]+', ' ', 'g') LIKE ALL ($2::text[])
        ORDER BY o.full_name, o.username LIMIT $3
        """,
        unit_id,
        [f"% {word}%" for word in words],
        limit,
    )
    return rows.many(Named, found)


async def these(
    ids: Sequence[UUID], usernames: Sequence[str], level: int, unit_id: UUID
) -> list[Named]:
    """Return these active officers, as far as they are of a unit and below."""
    found = await database.fetch(
        f"""
        {_NAMED.format(level=int(level))} AND (o.id = ANY ($2::uuid[]) OR o.username = ANY ($3::text[]))
        ORDER BY o.full_name, o.username
        """,
        unit_id,
        list(ids),
        list(usernames),
    )
    return rows.many(Named, found)


async def units_of(actor: Actor) -> list[UnitChoice]:
    """Return the actor's unit and those below that are in force, by code, which is tree order."""
    present = Unit.select(*rows.columns(UnitChoice, Unit)).where(Unit.valid_to.is_null())
    seen = present.where(scoped.where(scope.own_unit(actor), Unit))
    return rows.many(UnitChoice, await seen.order_by(Unit.code).limit(2000))
