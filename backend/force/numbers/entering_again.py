"""May a number be entered again: what was issued in the lost time and is held by people keeps its number and its day.

One violation is sanctioned once (Law 15/2012 Art 3.1.d) and its terms run from the day of the paper (Art 66): under
a new number and day there would be two decisions.
"""

from datetime import date
from uuid import UUID

from backend.core import local_time
from backend.force import restores
from backend.force.numbers import service as numbering
from backend.force.numbers.service import Number, NumberFault


async def lost_on(day: date, restore_id: UUID | None = None) -> restores.Restore | None:
    """The newest declared restore that lost what was entered on this day of Vietnam, or may have; None where none did.

    The lost time begins with the newest entry that came back and ends with the declaration. With `restore_id` that one
    or none.
    """
    for one in await restores.restores():
        first = local_time.day_of(one.held_until or one.declared_at)
        last = local_time.day_of(one.declared_at)
        named = restore_id is None or one.act_id == restore_id
        if named and one.lost_something and first <= day <= last:
            return one
    return None


async def fault(
    number: Number,
    day: date,
    *,
    restore_id: UUID | None = None,
    document_id: UUID | None = None,
) -> NumberFault | None:
    """Why what bears this number and this day may not be entered again; None where it may.

    A restore lost that day, it jumped over this number of its issuer's sequence, and nothing that the register knows
    bears it. `restore_id` is the restore that an act names; `document_id` is the paper that is to bear it, where it
    stands in the register.
    """
    restore = await lost_on(day, restore_id)
    if restore is None:
        return numbering.fault("day_not_lost")
    return await numbering.again_fault(
        number,
        document_id,
        era=restore.content.era_after,
        declared_at=restore.declared_at,
    )
