"""Whether the file and the certificate that a seal names are there, and the clerk's to use."""

from typing import Any
from uuid import UUID

from backend.documents import sealing


async def unit_of(document_id: UUID, case_unit: UUID) -> UUID:
    """Return the unit that seals a paper: that of its register of outgoing papers, or what took over its work."""
    return await sealing.unit_of(document_id, case_unit)


async def gathered(one: Any) -> dict[str, Any]:
    """Return why a seal does not serve, for the guard (backend/casework/cases/gathering.py)."""
    unit = await unit_of(one.content.document_id, one.path.unit_id) if one.path else None
    why = await sealing.fault(one.case_id, one.content, unit, one.actor)
    return {"seal_fault": f"case_seal_{why}" if why else None}
