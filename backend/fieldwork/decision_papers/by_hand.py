"""Papers of decisions signed by hand: the scan puts the decision in force, a second person compares.

PRACTICE B3; the rules are in backend/documents/rules/desk_papers.py, what all papers share in
backend/documents/desk_papers/by_hand.py. Printing is issuing.sign() without a passphrase.
"""

from uuid import UUID

from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.documents.desk_papers.by_hand import ByHand, printed
from backend.fieldwork.decision_papers import issuing, printed_teams, telling
from backend.fieldwork.decision_papers.group import GROUP
from backend.fieldwork.queries import decision_papers as queries
from schemas.fieldwork import decision_papers as acts
from schemas.fieldwork.words import PaperState


async def take_scan(
    document_id: UUID, data: bytes, actor: Actor, *, names_former: bool = False
) -> UUID:
    """Store the scan of the signed sheet and enter it; returns the inspection's id.

    The first one issues the decision in the same transaction: both or neither. `names_former`: who
    signed says that the sheet names somebody who has left since, and who is not on the team. Opens
    its transactions itself. Raises NotFound, ScanWrong, Unavailable, PrintedOver,
    RefusedAct.
    """
    paper, scan = await _BY_HAND.stored(document_id, data, actor)
    async with transaction():
        row = await queries.lock(document_id)
        if row is None:
            raise NotFound(what="document")
        first = row.state is PaperState.PRINTED
        gone = await printed_teams.former(row, actor) if first and names_former else []
        await _BY_HAND.enter(row, scan, actor, former_members=gone)
        if first:
            bases: list[str] = row.fields["legal_bases"]
            team = printed_teams.without(row, {one.officer_id for one in gone})
            bears = acts.PaperPrinted(**printed(row))
            await issuing.put_in_force(team, bears, bases, actor)
    return paper.inspection_id


_BY_HAND = ByHand(GROUP, telling.sent_back)
compare, scan_of = _BY_HAND.compare, _BY_HAND.scan_of
