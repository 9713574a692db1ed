"""Gives the signed papers of an inspection their sheet numbers in each case of it.

When a case is opened from an inspection, when such a paper comes into being later, and, for cases
from before this, when their file is taken. A number that was given never moves: what comes later
comes behind (docs/decisions/0035).
"""

from uuid import UUID

import msgspec

from backend.casework.queries import cases as queries
from backend.casework.queries import reading as read_queries
from backend.core.actors import Actor
from backend.fieldwork.papers import for_cases
from backend.fieldwork.papers.for_cases import SignedPaper
from backend.force.accounts import service as accounts
from backend.ledger import service as ledger
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Entry
from schemas.casework.acts.intake import (
    CaseOpened,
    DecisionLinked,
    InspectionFollowed,
    InspectionPaperFiled,
)
from schemas.casework.words import CaseAct
from schemas.core.vocabulary import RecordKind

_OF_PAPERS = ("paper.", "minutes.")
"""Acts after which an inspection may have one more signed paper: of decision papers and of minutes. A submission is in
the case as an act of its own (following.py)."""


async def follow_case(parsed: ParsedAct, _actor: Actor, _entry: Entry) -> None:
    """List the papers of the inspection that a case was opened from or linked to, or that moved it on."""
    if isinstance(parsed.content, CaseOpened | DecisionLinked | InspectionFollowed):
        await enter(parsed.act.record.id, parsed.content.inspection_id)


async def follow_inspection(parsed: ParsedAct, _actor: Actor, _entry: Entry) -> None:
    """List a paper in each case of the inspection once it is signed."""
    if not parsed.act.type.startswith(_OF_PAPERS):
        return
    inspection_id = parsed.act.record.id
    for case in await queries.cases_of_inspection(inspection_id):
        await enter(case.id, inspection_id)


async def enter(case_id: UUID, inspection_id: UUID) -> bool:
    """Enter the papers that the case does not list yet, in order of date, in the caller's transaction.

    Returns whether there were any. Each in the name of its maker, by the system. What another
    transaction entered meanwhile is refused, and nothing is missing.
    """
    listed = {one.document_id for one in await read_queries.folio(case_id) if one.document_id}
    new = await for_cases.signed(inspection_id, listed)
    for paper in new:
        await _enter(case_id, inspection_id, paper)
    return bool(new)


async def _enter(case_id: UUID, inspection_id: UUID, paper: SignedPaper) -> None:
    maker = await accounts.speaker(paper.maker_id)
    if maker is None:
        raise LookupError("a signed paper has a maker")
    system = msgspec.structs.replace(maker, face="job")
    content = InspectionPaperFiled(
        inspection_id=inspection_id,
        document_id=paper.id,
        paper=paper.paper,
        title=paper.title,
        number=paper.number,
        issued_on=paper.issued_on,
        pages=paper.sheets,
    )
    kind = CaseAct.INSPECTION_PAPER_FILED
    written = ledger.desk_act(RecordKind.CASE, case_id, kind, content, system)
    await ledger.record(written, system)
