"""Papers of records signed by hand: the scan puts the paper in force, a second person compares.

PRACTICE B3; the rules are in backend/documents/rules/desk_papers.py, what all papers share in
backend/documents/desk_papers/by_hand.py. Printing is issuing.sign() without a passphrase.
"""

from uuid import UUID

from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.documents.desk_papers.by_hand import ByHand, printed
from backend.documents.queries import record_papers as queries
from backend.documents.queries.record_papers import Paper
from backend.documents.record_papers import drafting, issuing, telling
from backend.documents.record_papers.group import GROUP
from schemas.documents import record_papers as acts
from schemas.documents.record_papers import RecordPaperState


async def take_scan(document_id: UUID, data: bytes, actor: Actor) -> None:
    """Store the scan of the signed sheet and enter it.

    The first one puts the paper in force in the same transaction: both or neither. Opens its
    transactions itself. Raises NotFound, ScanWrong, Unavailable, RefusedAct.
    """
    _, scan = await _BY_HAND.stored(document_id, data, actor)
    async with transaction():
        _, _, owned = await drafting.seen(document_id, actor)
        row = await queries.lock(document_id)
        if row is None:
            raise NotFound(what="document")
        await _BY_HAND.enter(row, scan, actor)
        if row.state is RecordPaperState.PRINTED:
            bears = acts.RecordPaperPrinted(**printed(row))
            await issuing.put_in_force(row, owned, bears, scan.id, actor)
        await telling.to_compare(document_id, owned, actor)


async def _sent_back(paper: Paper, how: str, actor: Actor) -> None:
    _, _, owned = await drafting.seen(paper.id, actor)
    await telling.sent_back(paper, owned, how, actor)


_BY_HAND = ByHand(GROUP, _sent_back)
compare, scan_of = _BY_HAND.compare, _BY_HAND.scan_of
