"""Scans of signed paper of cases and of officers: taken, and shown to readers of their record.

    scan = await scans.of_officer(officer_id, data, actor)     # a decision on delegation or position
    scan = await scans.of_paper(document_id, data, actor)      # a paper of a case in sight

backend/documents/scans.py keeps them. They open transactions of their own, so call them before the
act's. Readers of a record may see its scans.
"""

from uuid import UUID

from backend.casework.cases import service as cases
from backend.casework.queries import scans as queries
from backend.core import access_log, custody
from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.documents import scans
from backend.documents.scans import MOST_BYTES as MOST_BYTES
from backend.documents.scans import Scan as Scan
from backend.documents.scans import ScanWrong as ScanWrong
from backend.force.queries import scans as scan_queries


async def of_officer(officer_id: UUID, data: bytes, actor: Actor) -> Scan:
    """Take the scan of a decision about an officer.

    The caller has checked that this actor may enter it. Raises ScanWrong, NotFound (no such
    officer), Unavailable.
    """
    unit_id = await scan_queries.unit_of_officer(officer_id)
    if unit_id is None:
        raise NotFound(what="officer")
    return await scans.take("officer", officer_id, officer_id, unit_id, data, actor)


async def of_people_import(import_id: UUID, unit_id: UUID, data: bytes, actor: Actor) -> Scan:
    """Take the scan of a decision on which positions of a file of officers rest.

    The caller has checked that this actor may attach it. Raises ScanWrong, Unavailable.
    """
    return await scans.take("people_import", import_id, import_id, unit_id, data, actor)


async def of_paper(document_id: UUID, data: bytes, actor: Actor) -> Scan:
    """Take the scan of a case's paper in sight. Raises ScanWrong, NotFound, Unavailable."""
    case_id, _, _ = await cases.paper(document_id, actor)
    record, _ = await cases.facts_of(case_id, actor)
    return await scans.take("case", case_id, document_id, record.unit_id, data, actor)


async def find(scan_id: UUID, actor: Actor) -> Scan:
    """Return what a scan in sight is, without its bytes. Raises NotFound."""
    row = await queries.find(actor, scan_id)
    if row is None:
        raise NotFound(what="scan")
    return scans.seen(row)


async def read(scan_id: UUID, actor: Actor, address: str | None) -> tuple[Scan, bytes, str]:
    """Return a scan in sight, its bytes and a file name; logs the access.

    Call it in a transaction, for the log. Raises NotFound, Unavailable.
    """
    row = await queries.find(actor, scan_id)
    if row is None:
        raise NotFound(what="scan")
    data = await custody.read(row.object_key, row.sha256)
    await access_log.record(actor, "scan.read", row.record_id, address=address)
    return scans.seen(row), data, f"scan-{row.sha256[:16]}.{scans.ENDINGS[row.media_type]}"
