"""Papers that are signed by hand: the scan of the sheet, and a second person's comparison (PRACTICE B3).

by_hand = ByHand(GROUP, telling.sent_back)
paper, scan = await by_hand.stored(document_id, data, actor)        # then the group enters it
"""

from collections.abc import Awaitable, Callable
from typing import Any, Generic
from uuid import UUID

from backend.core import access_log, custody
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.documents import scans
from backend.documents.desk_papers import telling
from backend.documents.desk_papers.group import Group, Paper
from backend.documents.queries.desk_papers import PaperColumns
from backend.documents.scans import Scan
from backend.force.queries import scans as scan_queries
from backend.ledger import service as ledger


class ByHand(Generic[Paper]):
    """The papers of one group that are signed by hand."""

    def __init__(
        self, group: Group[Paper], sent_back: Callable[[Paper, str, Actor], Awaitable[None]]
    ) -> None:
        """`sent_back` tells those who signed and scanned how the scan differs."""
        self._group = group
        self._sent_back = sent_back

    async def stored(self, document_id: UUID, data: bytes, actor: Actor) -> tuple[Paper, Scan]:
        """Store the scan of the signed sheet of a paper in sight; opens its transactions itself.

        Raises NotFound, ScanWrong, Unavailable.
        """
        async with transaction():
            paper = await self._group.seen(document_id, actor)
        kind, record_id = self._group.record_of(paper)
        scan = await scans.take(
            scans.kind_of(kind), record_id, document_id, paper.unit_id, data, actor
        )
        return paper, scan

    async def enter(self, row: Paper, scan: Scan, actor: Actor, **said: Any) -> None:
        """Record the scan of a paper, in the caller's transaction; `said`: what the group's act adds.

        Raises RefusedAct.
        """
        outcome = await self._group.record(
            row,
            self._group.scanned,
            actor,
            scan_id=scan.id,
            sha256=scan.sha256,
            size=scan.size,
            media_type=scan.media_type,
            **said,
        )
        ledger.unwrap(outcome)

    async def compare(
        self, document_id: UUID, sha256: str, agrees: bool, reason: str | None, actor: Actor
    ) -> ledger.Outcome:
        """Record a second person's comparison with the scan of this hash, in the caller's transaction.

        Raises NotFound.
        """
        paper = await self._group.seen(document_id, actor)
        how = None if agrees else reason
        outcome = await self._group.record(
            paper, self._group.compared, actor, sha256=sha256, agrees=agrees, reason=how
        )
        if isinstance(outcome, ledger.Accepted):
            await telling.compared(document_id)
            if not agrees:
                await self._sent_back(paper, reason or "", actor)
        return outcome

    async def scan_of(
        self, document_id: UUID, actor: Actor, address: str | None
    ) -> tuple[Scan, bytes, str]:
        """Return the scan that stands for a paper in sight, its bytes and a file name; logs the access.

        Raises NotFound, Unavailable.
        """
        paper = await self._group.seen(document_id, actor)
        record_id = self._group.record_id(paper)
        if paper.scan_id is None:
            raise NotFound(what="scan")
        row = await scan_queries.stored(paper.scan_id)
        named = await scan_queries.named(paper.scan_id, record_id)
        if row is None or named is None:
            raise NotFound(what="scan")
        data = await custody.read(row.object_key, row.sha256)
        await access_log.record(actor, "scan.read", record_id, address=address)
        ending = scans.ENDINGS[named.media_type]
        return scans.seen(named), data, f"scan-{row.sha256[:16]}.{ending}"


def printed(row: PaperColumns) -> dict[str, Any]:
    """Return what a printed paper bears, by the keys of its act, from its row.

    The letterhead is not in the row: nothing asks for it once the sheet is signed.
    """
    return {
        "document_id": row.id,
        "form": row.form,
        "form_version": row.form_version,
        "fields_hash": row.fields_hash,
        "number": row.number or "",
        "issued_on": row.issued_on,
        "issued_at": row.issued_at,
        "issuer_name": row.issuer_name or "",
        "issuer_title": row.issuer_title or "",
        "issuer_unit": "",
        "issuer_superior": None,
        "code": row.code or "",
        "sha256": row.sha256 or "",
        "size": row.size or 0,
        "pages": row.pages or 0,
    }
