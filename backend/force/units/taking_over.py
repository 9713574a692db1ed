"""People of a unit that ended belong to its successor: told in each one's own record, by acts of the system.

A head's position ends with the unit, and a deputy's: who heads the successor takes a new decision of appointment.
Other positions go on there, under the same title. Sessions and phones go on.

Rights go on: an operator carries out a list that heads decided on, and at a desk two administrators decided, of whom
the second gains nothing by it (judging_asks.py).
"""

from datetime import date, timedelta
from uuid import UUID

import msgspec

from backend.core.actors import Actor
from backend.force.queries import restructuring
from backend.force.queries.restructuring import OpenPosition
from backend.law.sanctions import service as sanctions
from backend.ledger import service as ledger
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Entry
from schemas.core.ids import new_id
from schemas.core.vocabulary import RecordKind
from schemas.force.acts import PeopleAct
from schemas.force.restructuring_acts import CarriedPosition, OfficerTaken, UnitMerged, UnitSplit


async def follow(parsed: ParsedAct, actor: Actor, entry: Entry) -> None:
    """Take over the officers of a unit that was merged or split. Raises RefusedAct if one cannot be."""
    del entry
    unit_id, content = parsed.act.record.id, parsed.content
    match content:
        case UnitMerged():
            rest, apart = content.into_id, {}
        case UnitSplit():
            rest = content.rest_id
            apart = {one.id: one.part_id for one in content.officers}
        case _:
            return
    held = await _held(unit_id, content.valid_to)
    for officer_id in await restructuring.officers_of(unit_id):
        taken = OfficerTaken(
            unit_id=apart.get(officer_id, rest),
            from_unit_id=unit_id,
            act_id=parsed.act.id,
            on=content.valid_to,
            positions=[_carried(one, content.valid_to) for one in held.pop(officer_id, [])],
        )
        await _record(officer_id, taken, actor)
    for officer_id, theirs in held.items():
        # Somebody of another unit who had a post here too: the post ends, or goes on in the successor.
        taken = OfficerTaken(
            unit_id=rest,
            from_unit_id=unit_id,
            act_id=parsed.act.id,
            on=content.valid_to,
            positions=[_carried(one, content.valid_to) for one in theirs],
        )
        await _record(officer_id, taken, actor)


async def _held(unit_id: UUID, on: date) -> dict[UUID, list[OpenPosition]]:
    found: dict[UUID, list[OpenPosition]] = {}
    for one in await restructuring.positions_in(unit_id, on):
        found.setdefault(one.officer_id, []).append(one)
    return found


def ends_with_unit(title_vi: str) -> bool:
    """Tell whether a position ends with its unit: a head's and a deputy's."""
    return sanctions.heads_a_unit(title_vi) or sanctions.is_deputy(title_vi)


def _carried(one: OpenPosition, on: date) -> CarriedPosition:
    """Return how a post ends: with its unit, whatever was signed under it since. Papers keep who signed."""
    return CarriedPosition(
        position_id=one.id,
        ends_on=max(on, one.valid_from + timedelta(days=1)),
        goes_on_as=None if ends_with_unit(one.title_vi) else new_id(),
    )


async def _record(officer_id: UUID, content: OfficerTaken, actor: Actor) -> None:
    by_the_system = msgspec.structs.replace(
        actor, face="job", device_id=None, device_public_key=None
    )
    act = ledger.desk_act(
        RecordKind.OFFICER, officer_id, PeopleAct.OFFICER_TAKEN, content, by_the_system
    )
    ledger.unwrap(await ledger.record(act, by_the_system))
