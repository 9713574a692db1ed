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
from backend.force.rules.unit_asks import Change as Change
from backend.force.rules.unit_asks import kind_of as kind_of
from backend.force.rules.unit_asks import targets as targets
from backend.force.rules.units import may_lie_below as may_lie_below
from backend.force.units import asking
from backend.force.units.asking import Ask as Ask
from backend.force.units.asking import NamedAsk as NamedAsk
from backend.force.units.open_cases import PlannedCase as PlannedCase
from backend.force.units.open_cases import planned as planned
from backend.force.units.restructurings import Preview as Preview
from backend.force.units.restructurings import objection as objection
from backend.force.units.restructurings import officers as officers
from backend.force.units.restructurings import preview as preview
from backend.force.units.restructurings import settle as settle
from backend.ledger import service as ledger
from backend.ledger.service import Outcome
from schemas.core.ids import new_id
from schemas.core.problems import Text
from schemas.core.vocabulary import RecordKind
from schemas.force.acts import PeopleAct, UnitCreated
from schemas.force.restructuring_acts import UnitRenamed

ask, confirm, decline = asking.ask, asking.confirm, asking.decline
"""Restructurings that two administrators decide; see asking.py."""
get_ask, list_asks, waiting_ask = asking.get, asking.listing, asking.waiting_of
state_of_ask, ask_lapses = asking.state_of, asking.until


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


async def standing_held(unit_id: UUID) -> tuple[UnitPath, bool] | None:
    """As standing(), and it stays so until the transaction ends, so that a merger misses nobody who comes."""
    row = await queries.hold(unit_id)
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


async def views_of(unit_ids: Iterable[UUID]) -> dict[UUID, UnitView]:
    """Return these units by id; unknown ids have none. Does not look at scope: a unit's name is no secret."""
    found = [await queries.find(one) for one in dict.fromkeys(unit_ids)]
    return {one.id: view(one) for one in found if one is not None}


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


async def covered_or_ended(actor: Actor) -> list[UnitView]:
    """Return the units in force as covered() does, then those that ended, whose registers their successors read on."""
    return sorted(await ever_covered(actor), key=lambda one: one.valid_to is not None)


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
