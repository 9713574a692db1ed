"""Writes acts about files of papers made on site into their table."""

from backend.core import custody
from backend.fieldwork.inspections.taken import Taken
from backend.fieldwork.queries import site_paper_files as queries
from schemas.fieldwork.site_paper_files import SitePaperSealed, SitePaperSigned


async def stored(taken: Taken, content: SitePaperSealed | SitePaperSigned) -> None:
    """Store where the file is and what its bytes are. The worker locks it."""
    key = custody.name_of(taken.inspection.unit_id, content.file_id, content.sha256)
    act = taken.act
    await queries.insert(act.record.id, act.id, act.officer_id, content, key, taken.at)
