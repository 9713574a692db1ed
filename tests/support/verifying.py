"""`hientruong verify` as the command runs it, in this process and on its store."""

from backend.core import stores
from backend.fieldwork.evidence.auditing import Auditor
from backend.operations.verification import service as verification
from backend.operations.verification.findings import Report


async def verify() -> Report:
    """Verify the ledger, and read every stored object completely."""
    return await verification.in_snapshot(Auditor(stores.current().store), lambda *_: None)
