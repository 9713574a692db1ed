"""What other systems read: how their account stands, and sums of a unit, signed. No record, no party, no informer.

The figures are those that the desk shows, by the same definitions. Those of information are left out: where few are
counted, one more tells somebody that they were reported.
"""

from datetime import date, timedelta

import msgspec

from backend.core import clock, keys, scope
from backend.core.actors import Actor
from backend.core.errors import Invalid, NotFound
from backend.force.machines.service import LiveKey
from backend.force.units import service as units
from backend.insight.figures import definitions
from backend.insight.figures import service as counted
from backend.insight.figures.service import Wanted
from schemas.core.ids import new_id
from schemas.insight.machine_answers import MachineFigure, MachineFigures, MachineHealth

LONGEST = timedelta(days=366)


class PeriodWrong(Invalid):
    """The days of the question make no period."""

    code = "period_wrong"
    text_vi = "Kỳ số liệu không hợp lệ: từ ngày đến ngày, nhiều nhất 366 ngày và không quá hôm nay. Hãy hỏi kỳ khác."
    text_en = "The period is not valid: from a day to a day, at most 366 days, and not beyond today. Ask for another."


async def health(key: LiveKey) -> MachineHealth:
    """Return how an account stands, until when figures are counted, and the keys that answers are signed with."""
    progress = await counted.counted_until()
    return MachineHealth(
        name=key.name,
        unit=key.unit_code,
        permissions=sorted(key.permissions),
        expires_on=key.expires_on,
        key_ending=key.ending,
        key_valid_until=clock.rfc3339(key.valid_until) if key.valid_until else None,
        now=clock.rfc3339(clock.now()),
        counted_until=clock.rfc3339(progress.counted_at),
        server_keys=keys.current().public_keys(),
    )


async def figures(actor: Actor, code: str | None, first: date, last: date) -> MachineFigures:
    """Return the sums of a unit in the machine's reach, signed. Without a code those of its own unit.

    Raises NotFound for a unit out of reach, PeriodWrong.
    """
    if not counted.SINCE <= first <= last <= clock.today() or last - first >= LONGEST:
        raise PeriodWrong
    below = await units.covered(actor)
    unit = next(
        (
            one
            for one in below
            if one.code == code or (code is None and one.id == actor.unit.unit_id)
        ),
        None,
    )
    if unit is None or not scope.covers(actor, await units.path_of(unit.id)):
        raise NotFound(what="unit")
    known = definitions.in_force(last)
    codes = [name for name, one in known.items() if not counted.is_sealed(one)]
    told = await counted.values(codes, Wanted(units=(unit.id,), first=first, last=last), actor)
    progress = await counted.counted_until()
    found = MachineFigures(
        unit=unit.code,
        unit_name=unit.name,
        first=first,
        last=last,
        figures=[
            MachineFigure(code=one, name=known[one].name, value=told[unit.id].get(one))
            for one in codes
        ],
        counted_until=clock.rfc3339(progress.counted_at),
        made_at=clock.rfc3339(clock.now()),
        answer_id=new_id(),
        key_id=keys.current().key_id,
        signature="",
    )
    said = msgspec.to_builtins(found)
    del said["signature"]
    _, signature = keys.sign(said)
    return msgspec.structs.replace(found, signature=signature)
