"""Decides whether a number may be entered again after a restore.

A paper that was issued in the lost time and is in people's hands keeps its number and its day. One
violation is sanctioned once (Law 15/2012 Art 3.1.d) and its terms run from the day of the paper
(Art 66): under a new number and day there would be two decisions.
"""

from datetime import date
from uuid import UUID

from backend.core import local_time
from backend.force import restores
from backend.force.numbers import service as numbering
from backend.force.numbers.service import Number, NumberFault


async def lost_on(day: date, restore_id: UUID | None = None) -> restores.Restore | None:
    """Return the newest declared restore that lost this day of Vietnam, or may have; else None.

    The lost time begins with the newest entry that the backup held and ends with the declaration.
    With `restore_id` only that restore is considered.
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
    """Return why a paper with this number and this day may not be entered again; None if it may.

    A restore must have lost that day and skipped this number of the issuer's sequence, and no paper
    in the register may bear the number. `restore_id` is the restore that an act names;
    `document_id` is the paper that will bear the number, if it is in the register.
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
