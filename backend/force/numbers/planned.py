"""Numbers that are planned by day before anything is numbered: for the history of a demonstration alone.

Its stories are entered in any order, each with the numbers of its days. So the registers begin
behind those numbers before anything else is entered: today's papers go on where the history will
end, and no story waits for another's register (docs/decisions/0059).
"""

from datetime import datetime
from uuid import UUID

from backend.force.queries import planned_numbers as queries
from backend.force.rules.numbers import Number


async def begin_behind(unit_id: UUID, form: str, year: int, numbers: int) -> None:
    """Keep so many first numbers of a unit's register free, in the caller's transaction."""
    await queries.begin_behind(unit_id, form, year, numbers)


async def use(unit_id: UUID, form: str, year: int, number: int, document_id: UUID) -> None:
    """Enter a planned number as the paper's."""
    await queries.use(unit_id, form, year, number, document_id)


async def reserve(
    number: Number, document_id: UUID, fields_hash: str, by: UUID, at: datetime
) -> None:
    """Reserve a planned number for a paper that is about to be signed."""
    await queries.reserve(number, document_id, fields_hash, by, at)
