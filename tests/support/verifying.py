"""`hientruong verify` as the command does it, in this process and on its store."""

from backend.evidence import parts
from backend.evidence.auditing import Auditor
from backend.verification import service as verification
from backend.verification.findings import Report


async def verify() -> Report:
    """The ledger, and every stored object read whole."""
    return await verification.in_snapshot(Auditor(parts.current().store), lambda *_: None)
