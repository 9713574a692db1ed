"""A proposal of an inspection on its form (ĐX), to be read or printed. It takes no number of a register.

What counts is the proposal's act; the head's answer is the decision.
"""

from uuid import UUID

import msgspec

from backend.core import access_log, clock, local_time
from backend.core.actors import Actor, UnitPath
from backend.core.errors import NotFound
from backend.documents import contents, forms, rendering
from backend.documents import service as documents
from backend.fieldwork.decision_papers import filling
from backend.fieldwork.decision_papers.filling import Filled
from backend.fieldwork.inspections import issue
from backend.fieldwork.queries import decision_papers as paper_queries
from backend.fieldwork.queries import proposals as queries
from backend.fieldwork.queries import reading as read_queries
from backend.fieldwork.rules import proposal_papers as rules
from schemas.documents.papers import PaperSignature

FORM = "ĐX"
_OFFICER = "Công chức"
"""Of whom no title is on record."""


async def pdf(document_id: UUID, actor: Actor, address: str | None) -> bytes:
    """Lay out the proposal with which a decision in sight began; logs the access. Raises NotFound.

    Who sees the inspection reads it too, as its decision. Joins the caller's transaction.
    """
    paper, shown = await paper_queries.named(document_id), await queries.shown(document_id)
    if paper is None or shown is None:
        raise NotFound(what="proposal")
    seen = await paper_queries.find(actor, document_id) is not None
    if not seen and await read_queries.find(actor, paper.inspection_id) is None:
        raise NotFound(what="proposal")
    day = local_time.day_of(shown.proposed_at)
    officer, office = await issue.in_office(shown.proposed_by, day)
    proposer = {
        "name": officer.full_name,
        "title": office.title or _OFFICER,
        "agency": officer.unit_name,
        "officer_number": shown.proposed_by_number,
    }
    version = forms.newest(FORM)
    fields = rules.fields(
        documents.get_form(FORM, version), shown.proposed, proposer, await _to(paper.path, actor)
    )
    filled = Filled(
        version=version,
        fields=fields,
        fields_hash="",
        day=day,
        faults=[],
        signer_id=shown.proposed_by,
        officer=officer,
        office=office,
    )
    await access_log.record(actor, "proposal.pdf", shown.inspection_id, address=address)
    content = contents.content(
        contents.Filled(FORM, version, fields), filled, now=shown.proposed_at
    )
    # The other place is for the head's opinion, written by hand.
    own = PaperSignature(role="proposer", name=officer.full_name)
    return await rendering.render_async(msgspec.structs.replace(content, signatures=[own]))


async def _to(path: UnitPath, actor: Actor) -> str:
    """Return to whom it is addressed: the head who would sign the decision, by the office."""
    head = await filling.signer_of(actor, path)
    officer, office = await issue.in_office(head, clock.today())
    return f"{office.title or 'Thủ trưởng'} {officer.unit_name}"
