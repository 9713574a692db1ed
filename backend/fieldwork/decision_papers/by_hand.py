"""Papers of decisions signed by hand: the scan puts the decision in force, a second person compares.

PRACTICE B3; the rules are in backend/fieldwork/rules/desk_papers.py. Printing is issuing.sign()
without a passphrase.
"""

from uuid import UUID

from backend.core import access_log, custody
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.documents import scans
from backend.documents.scans import Scan
from backend.fieldwork.decision_papers import issuing, printed_teams, telling
from backend.fieldwork.queries import decision_papers as queries
from backend.fieldwork.queries.decision_papers import DeskPaper, NamedPaper
from backend.force.queries import scans as scan_queries
from backend.ledger import service as ledger
from schemas.fieldwork import decision_papers as acts
from schemas.fieldwork.words import ActType, PaperState


async def take_scan(
    document_id: UUID, data: bytes, actor: Actor, *, names_former: bool = False
) -> UUID:
    """Store the scan of the signed sheet and enter it; returns the inspection's id.

    The first one issues the decision in the same transaction: both or neither. `names_former`: who
    signed says that the sheet names somebody who has left since, and who is not on the team. Opens
    its transactions itself. Raises NotFound, ScanWrong, Unavailable, PrintedOver,
    RefusedAct.
    """
    paper = await _seen(document_id, actor)
    scan = await scans.take(
        "inspection", paper.inspection_id, document_id, paper.unit_id, data, actor
    )
    async with transaction():
        row = await queries.lock(document_id)
        if row is None:
            raise NotFound(what="document")
        first = row.state is PaperState.PRINTED
        gone = await printed_teams.former(row, actor) if first and names_former else []
        content = acts.PaperScanned(
            document_id=document_id,
            scan_id=scan.id,
            sha256=scan.sha256,
            size=scan.size,
            media_type=scan.media_type,  # type: ignore[arg-type]  # one of the two, by the table's own check
            former_members=gone,
        )
        ledger.unwrap(
            await issuing.record(row.inspection_id, ActType.PAPER_SCANNED, content, actor)
        )
        if first:
            printed = _printed(row)
            bases: list[str] = row.fields["legal_bases"]
            team = printed_teams.without(row, {one.officer_id for one in gone})
            await issuing.put_in_force(team, printed, bases, actor)
    return paper.inspection_id


def _printed(row: DeskPaper) -> acts.PaperPrinted:
    """Return what the paper bears, from its row; the guard compares it with the row again."""
    return acts.PaperPrinted(
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
    paper = await _seen(document_id, actor)
    content = acts.PaperCompared(
        document_id=document_id, sha256=sha256, agrees=agrees, reason=None if agrees else reason
    )
    outcome = await issuing.record(paper.inspection_id, ActType.PAPER_COMPARED, content, actor)
    if isinstance(outcome, ledger.Accepted):
        await telling.compared(document_id)
        if not agrees:
            await telling.sent_back(paper, reason or "", actor)
    return outcome


async def scan_of(document_id: UUID, actor: Actor, address: str | None) -> tuple[Scan, bytes, str]:
    """Return the scan that stands for a paper in sight, its bytes and a file name; logs the access.

    Raises NotFound, Unavailable.
    """
    paper = await _seen(document_id, actor)
    if paper.scan_id is None:
        raise NotFound(what="scan")
    row = await scan_queries.stored(paper.scan_id)
    named = await scan_queries.named(paper.scan_id, paper.inspection_id)
    if row is None or named is None:
        raise NotFound(what="scan")
    data = await custody.read(row.object_key, row.sha256)
    await access_log.record(actor, "scan.read", paper.inspection_id, address=address)
    return scans.seen(named), data, f"scan-{row.sha256[:16]}.{scans.ENDINGS[named.media_type]}"


async def _seen(document_id: UUID, actor: Actor) -> NamedPaper:
    found = await queries.find(actor, document_id)
    if found is None:
        raise NotFound(what="document")
    return found
