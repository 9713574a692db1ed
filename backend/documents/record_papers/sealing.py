"""The agency's digital seal on a signed paper of a record; backend/documents/desk_papers/sealing.py."""

from backend.documents.desk_papers.sealing import Sealing
from backend.documents.desk_papers.sealing import Waits as Waits
from backend.documents.queries.record_papers import Paper
from backend.documents.record_papers.group import GROUP
from backend.documents.rules import record_papers as rules


async def _fault(paper: Paper) -> str | None:
    return rules.seal_fault(paper)


_SEALING = Sealing(GROUP, _fault)
waits, may_seal = _SEALING.waits, _SEALING.may_seal
seal, download, take = _SEALING.seal, _SEALING.download, _SEALING.take
