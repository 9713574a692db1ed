"""The agency's digital seal on a signed decision; backend/documents/desk_papers/sealing.py.

The sealed file is also the one that the team's phones and the party's copy show (docs/decisions/0032).
"""

from backend.documents.desk_papers.sealing import Sealing
from backend.documents.desk_papers.sealing import Waits as Waits
from backend.fieldwork.decision_papers.group import GROUP
from backend.fieldwork.queries import decision_papers as queries
from backend.fieldwork.queries.decision_papers import DeskPaper
from backend.fieldwork.rules import desk_papers as rules


async def _fault(paper: DeskPaper) -> str | None:
    return rules.seal_fault(paper, await queries.inspection_state(paper.inspection_id))


_SEALING = Sealing(GROUP, _fault)
waits, may_seal = _SEALING.waits, _SEALING.may_seal
seal, download, take = _SEALING.seal, _SEALING.download, _SEALING.take
