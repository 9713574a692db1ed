"""The scan of a plan that was signed on paper, for those who see the whole plan."""

from uuid import UUID

from backend.core import access_log, custody
from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.documents import scans
from backend.documents.scans import Scan
from backend.force.queries import scans as queries
from backend.planning.plans import reading


async def read(plan_id: UUID, actor: Actor, address: str | None) -> tuple[Scan, bytes, str]:
    """Return the scan, its bytes and a file name; the access is recorded, so call it in a transaction.

    Raises NotFound, Unavailable.
    """
    view = await reading.view(plan_id, actor)
    kept = await queries.of_record(plan_id) if view.whole else []
    row = next((one for one in kept if one.id == view.scan_id), None)
    if row is None:
        raise NotFound(what="scan")
    data = await custody.read(row.object_key, row.sha256)
    await access_log.record(actor, "scan.read", plan_id, address=address)
    return scans.seen(row), data, f"scan-{row.sha256[:16]}.{scans.ENDINGS[row.media_type]}"
