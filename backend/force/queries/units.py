"""Queries of units."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows, scope, scoped
from backend.core.actors import Actor, Owned, UnitPath
from backend.core.compiled import Query
from backend.core.scope import Reach
from backend.force.tables.officers import Officer
from backend.force.tables.units import Unit
from schemas.core.problems import Text


class UnitRow(Owned, frozen=True, kw_only=True):
    """A unit, in force or ended."""

    id: UUID
    code: str
    name_vi: str
    name_en: str
    kind: str
    parent_id: UUID | None
    level: int
    valid_from: date
    valid_to: date | None
    """The first day on which it is no longer in force."""
    successor_id: UUID | None


class CountedUnit(UnitRow, frozen=True, kw_only=True):
    """A unit with the number of its active officers, without those of units below."""

    officers: int


_COLUMNS = rows.columns(UnitRow, Unit)


@compiled.one(UnitRow)
def lock(unit_id: UUID) -> Query:
    """Lock the unit's row against other changes and return it, or None."""
    return Unit.select(*_COLUMNS).where(Unit.id == unit_id).lock_rows("NO KEY UPDATE")


async def lock_touched(unit_id: UUID, target_ids: Sequence[UUID]) -> None:
    """Lock what a restructuring rewrites, by the order of ids: a unit with all below it, and the units that receive.

    So two that cross wait for each other one way round, and the second is judged by what the first did.
    """
    below = (Unit.unit_2 == unit_id) | (Unit.unit_3 == unit_id) | (Unit.unit_4 == unit_id)
    named = Unit.id.is_in([unit_id, *target_ids])
    await Unit.select(Unit.id).where(named | below).order_by(Unit.id).lock_rows("NO KEY UPDATE")


@compiled.one(UnitRow)
def hold(unit_id: UUID) -> Query:
    """Return a unit, and keep it from being merged, moved or closed meanwhile; others may hold it, too."""
    return Unit.select(*_COLUMNS).where(Unit.id == unit_id).lock_rows("SHARE")


@compiled.one(UnitRow)
def find(unit_id: UUID) -> Query:
    """Return a unit, or None. Does not look at scope: the caller decides who may see it."""
    return Unit.select(*_COLUMNS).where(Unit.id == unit_id)


class Demanding(msgspec.Struct, frozen=True, kw_only=True):
    """A unit, and whether it demands that new phones are approved."""

    id: UUID
    code: str
    name_vi: str
    name_en: str
    device_approval: bool


@compiled.many(Demanding)
def list_demanding(ids: list[UUID]) -> Query:
    """Return these units with what they demand, from the top. The caller has checked scope on the lowest."""
    found = Unit.select(*rows.columns(Demanding, Unit)).where(rows.any_of(Unit.id, ids))
    return found.order_by(Unit.level)


@compiled.value(bool)
def demands_approval(unit_id: UUID) -> Query:
    """Tell whether the unit itself demands that its officers' new phones are approved."""
    return Unit.select(Unit.device_approval).where(Unit.id == unit_id)


@compiled.write
def set_device_approval(unit_id: UUID, *, demanded: bool) -> Query:
    """Set whether it does."""
    return Unit.update({Unit.device_approval: demanded}).where(Unit.id == unit_id)


class _Named(msgspec.Struct, frozen=True, kw_only=True):
    id: UUID
    name_vi: str
    name_en: str


@compiled.many(_Named)
def _named(ids: list[UUID]) -> Query:
    return Unit.select(*rows.columns(_Named, Unit)).where(rows.any_of(Unit.id, ids))


async def names(ids: list[UUID]) -> dict[UUID, Text]:
    """Return the names of these units; unknown ids have none."""
    return {one.id: Text(vi=one.name_vi, en=one.name_en) for one in await _named(ids)}


async def find_administered(actor: Actor, unit_id: UUID) -> UnitRow | None:
    """Return a unit in the administrator's scope, or None."""
    return await _find_in(scope.administered(actor), unit_id)


@compiled.one(UnitRow)
def _find_in(reach: Reach, unit_id: UUID) -> Query:
    return Unit.select(*_COLUMNS).where(Unit.id == unit_id).where(scoped.where(reach, Unit))


async def list_administered(actor: Actor) -> list[CountedUnit]:
    """Return all units in the administrator's scope, parents before children.

    Each has the number of its active officers.
    """
    condition, args = scope.sql(scope.administered(actor), "u", 1)
    found = await database.fetch(
        f"""
        SELECT {rows.named(UnitRow, "u")},
            (SELECT count(*) FROM officers o WHERE o.unit_id = u.id AND o.state = 'active') AS officers
        FROM units u
        LEFT JOIN units p1 ON p1.id = u.unit_1 LEFT JOIN units p2 ON p2.id = u.unit_2
        LEFT JOIN units p3 ON p3.id = u.unit_3 LEFT JOIN units p4 ON p4.id = u.unit_4
        WHERE {condition}
        ORDER BY p1.code, p2.code NULLS FIRST, p3.code NULLS FIRST, p4.code NULLS FIRST, u.valid_from
        """,
        *args,
    )
    return rows.many(CountedUnit, found)


@compiled.many(UnitRow)
def list_tree() -> Query:
    """Return every unit, parents before children: names are no secret within the force."""
    return Unit.select(*_COLUMNS).order_by(Unit.level, Unit.code)


async def list_covered(actor: Actor) -> list[UnitRow]:
    """Return the units in force in the actor's unit and below, each before those below it, by level and code."""
    return await _in_force(scope.lent(actor, actor.unit))


@compiled.many(UnitRow)
def _in_force(reach: Reach) -> Query:
    found = Unit.select(*_COLUMNS).where(scoped.where(reach, Unit)).where(Unit.valid_to.is_null())
    return found.order_by(Unit.level, Unit.code)


async def list_ever_covered(actor: Actor) -> list[UnitRow]:
    """Return the same with units that were closed: what happened in them is still asked for."""
    return await _ever(scope.lent(actor, actor.unit))


@compiled.many(UnitRow)
def _ever(reach: Reach) -> Query:
    found = Unit.select(*_COLUMNS).where(scoped.where(reach, Unit))
    return found.order_by(Unit.level, Unit.code, Unit.valid_from)


@compiled.exists
def code_in_force(code: str) -> Query:
    """Tell whether a unit in force has this code."""
    return Unit.exists().where(Unit.code == code).where(Unit.valid_to.is_null())


@compiled.one(UnitRow)
def find_root() -> Query:
    """Return the national unit in force, or None."""
    national = Unit.select(*_COLUMNS).where(Unit.level == 1).where(Unit.valid_to.is_null())
    return national.order_by(Unit.valid_from)


async def insert(
    unit_id: UUID,
    code: str,
    name_vi: str,
    name_en: str,
    kind: str,
    parent_id: UUID | None,
    path: UnitPath,
    valid_from: date,
) -> None:
    """Insert a unit with the path of its ancestors."""
    await Unit.insert(
        Unit(
            id=unit_id,
            code=code,
            name_vi=name_vi,
            name_en=name_en,
            kind=kind,
            parent_id=parent_id,
            level=path.level,
            unit_1=path.unit_1,
            unit_2=path.unit_2,
            unit_3=path.unit_3,
            unit_4=path.unit_4,
            valid_from=valid_from,
        )
    )


@compiled.write
def rename(unit_id: UUID, name_vi: str, name_en: str) -> Query:
    """Rename a unit."""
    return Unit.update({Unit.name_vi: name_vi, Unit.name_en: name_en}).where(Unit.id == unit_id)


@compiled.write
def set_code(unit_id: UUID, code: str) -> Query:
    """Give a unit another code."""
    return Unit.update({Unit.code: code}).where(Unit.id == unit_id)


@compiled.write
def close(unit_id: UUID, valid_to: date, successor_id: UUID | None) -> Query:
    """Close a unit; `valid_to` is the first day on which it is no longer in force."""
    return Unit.update({Unit.valid_to: valid_to, Unit.successor_id: successor_id}).where(
        Unit.id == unit_id
    )


async def inhabitants(unit_id: UUID) -> tuple[int, int]:
    """Count the active officers of a unit, and the units in force directly below it."""
    return await _active_officers(unit_id), await _units_below(unit_id)


@compiled.count
def _active_officers(unit_id: UUID) -> Query:
    return Officer.count().where(Officer.unit_id == unit_id).where(Officer.state == "active")


@compiled.count
def _units_below(unit_id: UUID) -> Query:
    return Unit.count().where(Unit.parent_id == unit_id).where(Unit.valid_to.is_null())
