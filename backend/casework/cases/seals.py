"""Whether the file and the certificate that a seal names are there, and the clerk's to use."""

from typing import Any
from uuid import UUID

from backend.core.actors import Actor
from backend.documents.signing import service as signing
from backend.force.numbers import service as numbering
from backend.force.queries import scans as scan_queries


async def unit_of(document_id: UUID, case_unit: UUID) -> UUID:
    """Return the unit in whose register of outgoing papers a paper is: it alone seals it."""
    return await numbering.unit_of(document_id) or case_unit


async def gathered(one: Any) -> dict[str, Any]:
    """Return why a seal does not serve, for the guard (backend/casework/cases/gathering.py)."""
    unit = await unit_of(one.content.document_id, one.path.unit_id) if one.path else None
    return {"seal_fault": await fault(one.case_id, one.content, unit, one.actor)}


async def fault(case_id: UUID, content: Any, unit_id: UUID | None, actor: Actor) -> str | None:
    """Return why the clerk may not put this seal on, as a code."""
    if unit_id is None or actor.unit.unit_id != unit_id:
        return "case_seal_unit"
    row = await scan_queries.named(content.file_id, case_id)
    said = (content.document_id, content.sha256, content.size)
    if row is None or said != (row.subject_id, row.sha256, row.size):
        return "case_seal_unknown"
    known = await signing.is_of_unit(content.fingerprint, unit_id)
    return None if known else "case_seal_unknown"
