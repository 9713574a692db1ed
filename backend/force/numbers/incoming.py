"""The register of incoming papers of a unit: a number for each, in the order in which they are entered."""

from uuid import UUID

from backend.core import clock, local_time
from backend.force.numbers import service as numbering
from backend.force.numbers import unit_numbers
from backend.force.queries import incoming as queries
from backend.force.queries import scans as scan_queries
from schemas.force.number_acts import PaperReceived


async def fault(unit_id: UUID, content: PaperReceived) -> str | None:
    """Return why the filed document that a line names does not belong into it, as a code."""
    if content.file_id is None:
        return None
    file = await scan_queries.filed_path(content.file_id)
    if file is None or unit_id not in file.path.as_tuple():
        return "incoming_file"
    lines = await queries.of_file(content.file_id)
    return "incoming_file_entered" if any(one.unit_id == unit_id for one in lines) else None


async def enter(unit_id: UUID, content: PaperReceived, act_id: UUID, officer_id: UUID) -> None:
    """Give the paper the next number of this year and enter its line; the fold of `paper.received`."""
    year = local_time.year_of(clock.now())
    issuer = numbering.Issuer(kind="unit", id=unit_id)
    taken = await numbering.take(issuer, unit_numbers.INCOMING, year, content.paper_id)
    await queries.insert(unit_id, year, taken.number, content, act_id, officer_id)
