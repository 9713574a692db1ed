"""Papers of records signed by hand: the scan puts the paper in force, a second person compares.

PRACTICE B3; the rules are in backend/documents/rules/record_papers.py. Printing is issuing.sign()
without a passphrase.
"""

from uuid import UUID

from backend.core import access_log, custody
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.documents import scans
from backend.documents.queries import record_papers as queries
from backend.documents.queries.record_papers import Paper
from backend.documents.record_papers import drafting, issuing, telling
from backend.documents.scans import Scan
from backend.force.queries import scans as scan_queries
from backend.ledger import service as ledger
from schemas.documents import record_papers as acts
from schemas.documents.record_papers import RecordPaperAct, RecordPaperState


async def take_scan(document_id: UUID, data: bytes, actor: Actor) -> None:
    """Store the scan of the signed sheet and enter it.

    The first one puts the paper in force in the same transaction: both or neither. Opens its
    transactions itself. Raises NotFound, ScanWrong, Unavailable, RefusedAct.
    """
    async with transaction():
        paper, _, _ = await drafting.seen(document_id, actor)
    kind = scans.kind_of(paper.record_kind)
    scan = await scans.take(kind, paper.record_id, document_id, paper.unit_id, data, actor)
    async with transaction():
        _, _, owned = await drafting.seen(document_id, actor)
        row = await queries.lock(document_id)
        if row is None:
            raise NotFound(what="document")
        first = row.state is RecordPaperState.PRINTED
        content = acts.RecordPaperScanned(
            document_id=document_id,
            scan_id=scan.id,
            sha256=scan.sha256,
            size=scan.size,
            media_type=scan.media_type,  # type: ignore[arg-type]  # one of the two, by the table's own check
        )
        ledger.unwrap(
            await drafting.record(
                row.record_kind, row.record_id, RecordPaperAct.SCANNED, content, actor
            )
        )
        if first:
            await issuing.put_in_force(row, owned, _printed(row), scan.id, actor)
        await telling.to_compare(document_id, owned, actor)


def _printed(row: Paper) -> acts.RecordPaperPrinted:
    """Return what the paper bears, from its row."""
    return acts.RecordPaperPrinted(
        document_id=row.id,
        form=row.form,
        form_version=row.form_version,
        fields_hash=row.fields_hash,
        number=row.number or "",
        issued_on=row.issued_on,  # type: ignore[arg-type]  # set with the number
        issued_at=row.issued_at,  # type: ignore[arg-type]
        issuer_name=row.issuer_name or "",
        issuer_title=row.issuer_title or "",
        issuer_unit="",
        issuer_superior=None,
        code=row.code or "",
        sha256=row.sha256 or "",
        size=row.size or 0,
        pages=row.pages or 0,
    )


async def compare(
    document_id: UUID, sha256: str, agrees: bool, reason: str | None, actor: Actor
) -> ledger.Outcome:
    """Record a second person's comparison with the scan of this hash, in the caller's transaction.

    Raises NotFound.
    """
    paper, _, owned = await drafting.seen(document_id, actor)
    content = acts.RecordPaperCompared(
        document_id=document_id, sha256=sha256, agrees=agrees, reason=None if agrees else reason
    )
    outcome = await drafting.record(owned.kind, owned.id, RecordPaperAct.COMPARED, content, actor)
    if isinstance(outcome, ledger.Accepted):
        await telling.compared(document_id)
        if not agrees:
            await telling.sent_back(paper, owned, reason or "", actor)
    return outcome


async def scan_of(document_id: UUID, actor: Actor, address: str | None) -> tuple[Scan, bytes, str]:
    """Return the scan that stands for a paper in sight, its bytes and a file name; logs the access.

    Raises NotFound, Unavailable.
    """
    paper, _, _ = await drafting.seen(document_id, actor)
    if paper.scan_id is None:
        raise NotFound(what="scan")
    row = await scan_queries.stored(paper.scan_id)
    named = await scan_queries.named(paper.scan_id, paper.record_id)
    if row is None or named is None:
        raise NotFound(what="scan")
    data = await custody.read(row.object_key, row.sha256)
    await access_log.record(actor, "scan.read", paper.record_id, address=address)
    return scans.seen(named), data, f"scan-{row.sha256[:16]}.{scans.ENDINGS[named.media_type]}"
