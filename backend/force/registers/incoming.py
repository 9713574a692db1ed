"""The register of incoming papers (sổ đăng ký văn bản đến), kept by the clerk (Decree 30/2020 Arts 20 to 22)."""

from uuid import UUID

import msgspec

from backend.core import clock, local_time
from backend.core.actors import Actor
from backend.core.errors import NotAllowed, NotFound
from backend.force.queries import incoming as queries
from backend.force.queries.incoming import IncomingRow
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
    actor: Actor, unit_id: UUID, year: int | None, words: str, before: int | None
) -> Incoming:
    """Return lines of a unit in sight. Raises NotAllowed, NotFound."""
    if not actor.has(*READERS):
        raise NotAllowed
    units = await registers.in_sight(actor)
    unit = next((one for one in units if one.id == unit_id), None)
    if unit is None:
        raise NotFound(what="unit")
    of = year or local_time.year_of(clock.now())
    found = await queries.listed(unit_id, of, words.strip()[:100], before, _PAGE + 1)
    return Incoming(
        unit=unit,
        units=units,
        year=of,
        rows=found[:_PAGE],
        before=found[_PAGE - 1].number if len(found) > _PAGE else None,
        may_enter=actor.has(Role.CLERK),
    )


async def enter(actor: Actor, unit_id: UUID, content: PaperReceived) -> Outcome:
    """Enter a paper that came in, in the caller's transaction. Raises NotAllowed, NotFound."""
    if not actor.has(Role.CLERK):
        raise NotAllowed
    if unit_id not in {one.id for one in await registers.in_sight(actor)}:
        raise NotFound(what="unit")
    act = ledger.desk_act(RecordKind.UNIT, unit_id, PeopleAct.PAPER_RECEIVED, content, actor)
    return await ledger.record(act, actor)
