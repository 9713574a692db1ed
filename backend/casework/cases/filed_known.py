"""Tells whether a file that an act names may join its case: one of the case, or of its inspection."""

from typing import Any
from uuid import UUID

from backend.casework.rules.facts import Facts
from backend.fieldwork.filing import service as obtained
from backend.force.queries import scans as scan_queries
from backend.force.queries.scans import ScanRow


async def is_known(case_id: UUID, content: Any, facts: Facts) -> bool:
    """Tell whether the file is there as the act says, and of this case; False if it names none."""
    if content.file_id is None:
        return False
    row, subject = await scan_queries.named(content.file_id, case_id), case_id
    if row is None and facts.inspection_id is not None:
        row, subject = await _obtained(content.file_id, facts.inspection_id), content.file_id
    said = (subject, content.sha256, content.size, content.media_type)
    return row is not None and said == (row.subject_id, row.sha256, row.size, row.media_type)


async def _obtained(file_id: UUID, inspection_id: UUID) -> ScanRow | None:
    """Return a document that the team obtained on site, if it may join a case of the inspection."""
    joins = {one.file_id for one in await obtained.for_cases(inspection_id)}
    return await scan_queries.named(file_id, inspection_id) if file_id in joins else None
