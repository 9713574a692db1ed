"""The force as a dated tree of units: the commands of administrators, and a unit's place."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

import msgspec

from backend.core import remembering
from backend.core.actors import Actor, UnitPath
from backend.core.errors import NotFound
from backend.force.queries import units as queries
from backend.force.queries.units import CountedUnit, UnitRow
from backend.force.rules.accounts import require_administrator
from backend.force.rules.units import may_lie_below as may_lie_below
from backend.force.units.restructurings import Preview as Preview
from backend.force.units.restructurings import objection as objection
from backend.force.units.restructurings import officers as officers
from backend.force.units.restructurings import preview as preview
from backend.force.units.restructurings import require_little
from backend.force.units.restructurings import restructure as restructure
from backend.force.units.restructurings import settle as settle
from backend.ledger import service as ledger
from backend.ledger.service import Outcome
from schemas.core.ids import new_id
from schemas.core.problems import Text
from schemas.core.vocabulary import RecordKind
from schemas.force.acts import PeopleAct, UnitCreated
from schemas.force.restructuring_acts import UnitClosed, UnitRenamed


class UnitView(msgspec.Struct, frozen=True, kw_only=True):
    """A unit as the desk shows it."""

    id: UUID
    code: str
    name: Text
    kind: str
    level: int
    parent_id: UUID | None
    valid_from: date
    valid_to: date | None
    successor_id: UUID | None
    officers: int | None = None
    """Active officers directly in the unit, if they were counted."""


def view(row: UnitRow) -> UnitView:
    """Return a unit as the desk shows it."""
    return UnitView(
        id=row.id,
        code=row.code,
        name=Text(vi=row.name_vi, en=row.name_en),
        kind=row.kind,
        level=row.level,
        parent_id=row.parent_id,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        successor_id=row.successor_id,
        officers=row.officers if isinstance(row, CountedUnit) else None,
    )


async def path_of(unit_id: UUID) -> UnitPath:
    """Return the unit with its ancestors per level. Raises NotFound."""
    row = await queries.find(unit_id)
    if row is None:
        raise NotFound(what="unit")
    return row.path


async def standing(unit_id: UUID) -> tuple[UnitPath, bool] | None:
    """Return a unit's path and whether it is in force; None if there is no such unit."""
    row = await queries.find(unit_id)
    return (row.path, row.valid_to is None) if row else None


async def name_of(unit_id: UUID) -> Text:
    """Return the unit's name in both languages. Raises NotFound."""
    found = await names_of([unit_id])
    if unit_id not in found:
        raise NotFound(what="unit")
    return found[unit_id]


async def names_of(unit_ids: Iterable[UUID]) -> dict[UUID, Text]:
    """Return the names of these units in both languages; unknown ids have none."""
    return await remembering.each(queries.names, unit_ids)


async def code_of(unit_id: UUID) -> str:
    """Return the unit's code. Raises NotFound."""
    row = await queries.find(unit_id)
    if row is None:
        raise NotFound(what="unit")
    return row.code


async def list_administered(actor: Actor) -> list[UnitView]:
    """Return the units of the administrator's scope in tree order. Raises NotAllowed."""
    require_administrator(actor)
    return [view(row) for row in await queries.list_administered(actor)]


async def get_administered(actor: Actor, unit_id: UUID) -> UnitView:
    """Return one unit of the scope. Raises NotAllowed, NotFound (also outside the scope)."""
    found = await find_administered(actor, unit_id)
    if found is None:
        raise NotFound(what="unit")
    return found


async def find_administered(actor: Actor, unit_id: UUID) -> UnitView | None:
    """Return one unit of the scope, None out of it. Raises NotAllowed."""
    require_administrator(actor)
    row = await queries.find_administered(actor, unit_id)
    return view(row) if row else None


async def list_tree() -> list[UnitView]:
    """Return every unit, parents before children."""
    return [view(row) for row in await queries.list_tree()]


async def covered(actor: Actor) -> list[UnitView]:
    """Return the units in force that the actor's unit covers, their own first, each followed by all that is below it.

    In this order a list of a nation's units names each department's teams behind it: "Đội số 1" alone says nothing.
    """
    return _in_place(await queries.list_covered(actor))


async def ever_covered(actor: Actor) -> list[UnitView]:
    """Return the same with units that were closed, each among those of its time."""
    return _in_place(await queries.list_ever_covered(actor))


def _in_place(rows: list[UnitRow]) -> list[UnitView]:
    codes = {row.id: row.code for row in rows}

    def place(row: UnitRow) -> list[str]:
        return [codes.get(one, "") for one in row.path.as_tuple() if one is not None]

    return [view(row) for row in sorted(rows, key=place)]


async def find_root() -> UnitView | None:
    """Return the national unit in force, or None."""
    row = await queries.find_root()
    return view(row) if row else None


async def create(actor: Actor, content: UnitCreated, unit_id: UUID | None = None) -> Outcome:
    """Create a unit below one in scope. Only the command line creates the root."""
    if actor.face != "cli":
        require_administrator(actor)
        if content.parent_id is not None:
            await get_administered(actor, content.parent_id)
    act = ledger.desk_act(
        RecordKind.UNIT, unit_id or new_id(), PeopleAct.UNIT_CREATED, content, actor
    )
    return await ledger.record(act, actor)


async def rename(actor: Actor, unit_id: UUID, name_vi: str, name_en: str, reason: str) -> Outcome:
    """Rename a unit. Its records stay with it."""
    await get_administered(actor, unit_id)
    content = UnitRenamed(name_vi=name_vi, name_en=name_en, reason=reason)
    act = ledger.desk_act(RecordKind.UNIT, unit_id, PeopleAct.UNIT_RENAMED, content, actor)
    return await ledger.record(act, actor)


async def close(
    actor: Actor, unit_id: UUID, valid_to: date, successor_id: UUID | None, reason: str
) -> Outcome:
    """Close an empty unit. Its records stay readable from above, and name the successor.

    Raises NotAllowed, NotFound, and RefusedAct if too much goes to the successor for one request.
    """
    await get_administered(actor, unit_id)
    if successor_id is not None:
        await require_little(unit_id)
    content = UnitClosed(valid_to=valid_to, successor_id=successor_id, reason=reason)
    act = ledger.desk_act(RecordKind.UNIT, unit_id, PeopleAct.UNIT_CLOSED, content, actor)
    return await ledger.record(act, actor)
