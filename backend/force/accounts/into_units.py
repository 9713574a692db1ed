"""Into which unit an act about an officer leads: that unit is held before the officer's row is locked.

A merger or a split locks units first, then the officers whom they take over. A move that locked its officer first and
then asked for the unit would wait for the merger, which waits for the officer: PostgreSQL breaks one of them off.
"""

from uuid import UUID

import msgspec

from backend.force.derived.asks import CONTENTS
from backend.force.queries import asks
from backend.force.units import service as units
from schemas.core.base import Wire
from schemas.force import acts
from schemas.force.acts import PeopleAct
from schemas.ledger.acts import Act

_LEADING: dict[str, type[Wire]] = {
    PeopleAct.OFFICER_MOVED: acts.OfficerMoved,
    PeopleAct.MOVE_ASKED: acts.MoveAsked,
    PeopleAct.POSITION_GIVEN: acts.PositionGiven,
    PeopleAct.POSITION_ASKED: acts.PositionAsked,
}


async def hold(act: Act) -> None:
    """Hold the unit into which an act leads, if it leads into one, until the transaction ends."""
    unit_id = await _unit_of(act)
    if unit_id is not None:
        await units.standing_held(unit_id)


async def _unit_of(act: Act) -> UUID | None:
    if kind := _LEADING.get(act.type):
        return _named(msgspec.convert(act.content, kind))
    if act.type != PeopleAct.ASK_CONFIRMED:
        return None
    confirmed = msgspec.convert(act.content, acts.AskConfirmed)
    row = await asks.find(confirmed.ask_id, act.record.id)
    return _named(msgspec.json.decode(row.content, type=CONTENTS[row.kind])) if row else None


def _named(content: Wire) -> UUID | None:
    found: UUID | None = getattr(content, "unit_id", None)
    return found
