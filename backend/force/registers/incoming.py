"""The register of incoming papers (sổ đăng ký văn bản đến), kept by the clerk (Decree 30/2020 Arts 20 to 22)."""

from datetime import date
from uuid import UUID

import msgspec

from backend.core import access_log, clock, local_time
from backend.core.actors import Actor
from backend.core.errors import NotAllowed, NotFound
from backend.force.queries import incoming as queries
from backend.force.queries.incoming import Entered as Entered
from backend.force.queries.incoming import IncomingRow as IncomingRow
from backend.force.registers import service as registers
from backend.force.units.service import UnitView
from backend.ledger import service as ledger
from backend.ledger.service import Outcome
from schemas.core.vocabulary import RecordKind, Role
from schemas.force.acts import PeopleAct
from schemas.force.number_acts import PaperReceived

READERS = (Role.CLERK, Role.SUPERVISOR, Role.AUDITOR)
"""Not administrators: what came in is content."""
_PAGE = 100


class Incoming(msgspec.Struct, frozen=True, kw_only=True):
    """A page of a unit's register, the latest first. `before` leads to the next page."""

    unit: UnitView
    units: list[UnitView]
    year: int
    rows: list[IncomingRow]
    before: int | None
    may_enter: bool


async def seen(
    actor: Actor,
    unit_id: UUID,
    year: int | None,
    words: str,
    before: int | None,
    address: str | None = None,
) -> Incoming:
    """Return lines of a unit in sight; records what was searched for. Raises NotAllowed, NotFound."""
    unit, units = await in_sight(actor, unit_id)
    await access_log.record_search(actor, "incoming.searched", {"words": words.strip()}, address)
    of = year or local_time.year_of(clock.now())
    found = await queries.listed(unit_id, of, words.strip()[:100], before, _PAGE + 1)
    return Incoming(
        unit=unit,
        units=units,
        year=of,
        rows=found[:_PAGE],
        before=found[_PAGE - 1].number if len(found) > _PAGE else None,
        may_enter=actor.has(Role.CLERK) and unit.valid_to is None,
    )


async def between(
    unit_id: UUID, days: tuple[date, date], after: tuple[int, int], limit: int
) -> list[IncomingRow]:
    """Return what a unit received on these days, by year and number, from behind `after`.

    The caller has asked in_sight().
    """
    return await queries.received_between(unit_id, days, after, limit)


async def in_sight(actor: Actor, unit_id: UUID) -> tuple[UnitView, list[UnitView]]:
    """Return a unit in sight, and all of them. Raises NotAllowed, NotFound."""
    if not actor.has(*READERS):
        raise NotAllowed
    units = await registers.in_sight(actor)
    unit = next((one for one in units if one.id == unit_id), None)
    if unit is None:
        raise NotFound(what="unit")
    return unit, units


def may_enter(actor: Actor) -> bool:
    """Tell whether the actor's role enters what came in."""
    return actor.has(Role.CLERK)


async def of_file(file_id: UUID) -> list[Entered]:
    """Return the lines that lead to a filed document; the caller has checked that its case is in sight."""
    return await queries.of_file(file_id)


async def enter(actor: Actor, unit_id: UUID, content: PaperReceived) -> Outcome:
    """Enter a paper that came in, in the caller's transaction. Raises NotAllowed, NotFound."""
    if not actor.has(Role.CLERK):
        raise NotAllowed
    if unit_id not in {one.id for one in await registers.in_sight(actor)}:
        raise NotFound(what="unit")
    act = ledger.desk_act(RecordKind.UNIT, unit_id, PeopleAct.PAPER_RECEIVED, content, actor)
    return await ledger.record(act, actor)
