"""Enters a paper again, with its number, from the time that a restore lost: by whom and when."""

from datetime import date
from uuid import UUID

from backend.casework.cases import service as cases
from backend.casework.drafting import entering, signers
from backend.casework.issued_documents import reissuing
from backend.casework.prefill.common import ReasonForSigningAlone
from backend.casework.rules.facts import Facts
from backend.casework.texts.cases import refusal
from backend.core import formats
from backend.core.actors import Actor
from backend.core.errors import NotAllowed, RefusedAct
from backend.force import restores
from backend.ledger import service as ledger
from backend.ledger.handlers import Refuse
from schemas.casework.views import PaperView


async def restored_since() -> bool:
    """Tell whether any restore lost papers, or may have."""
    return any(one.lost_something for one in await restores.restores())


async def reissue(
    document_id: UUID,
    fields_hash: str,
    borne: reissuing.Borne,
    actor: Actor,
    *,
    alone: str = "",
    despite: str = "",
) -> ledger.Outcome:
    """Enter a lost paper again under its signer's name, to be scanned and compared.

    See issued_documents/reissuing.py. The signer is the actor, or, if the signer has left, the
    officer whom the paper names (cases/predecessors.py). A paper that the case could not have taken
    on the day that it bears gets no number. Call it outside of any transaction. Raises NotAllowed
    if the actor's office does not allow it, ReasonForSigningAlone, and what entering it raises.
    """
    case_id, _, paper = await cases.paper(document_id, actor)
    if not await signers.may_sign(case_id, paper, actor):
        raise NotAllowed
    self_made = await signers.drafted_alone(document_id, actor)
    if self_made and not alone.strip():
        raise ReasonForSigningAlone

    row, facts = await cases.facts_of(case_id, actor)
    path, day = row.path, borne.issued_on
    signer = await cases.signer_of(path, facts.papers[document_id], day, actor)

    async def judge(case_id: UUID, paper: PaperView) -> None:
        if why := too_early(facts, paper, day):
            raise RefusedAct(code=why.code, text=why.text, **why.detail)
        before, asked = cases.Signed(signer, day), entering.ASKED_APART
        if why := await entering.objection(case_id, paper, asked, actor, before):
            raise RefusedAct(code=why.code, text=why.text, **why.detail)

    return await reissuing.reissue(
        document_id,
        fields_hash,
        borne,
        signer,
        actor,
        judge=judge,
        alone=alone.strip() if self_made else None,
        despite=despite.strip() or None,
    )


def too_early(facts: Facts, paper: PaperView, day: date) -> Refuse | None:
    """Return why a paper cannot bear this day, or None: a paper that it rests on is later. Pure.

    That is the violation minutes (Law Arts 57, 66) or the paper that it changes.
    """
    recorded = facts.recorded if paper.form in entering.FORMS else None
    for document_id in (recorded and recorded.document_id, paper.replaces):
        ground = facts.papers.get(document_id) if document_id else None
        if ground is not None and ground.issued_on is not None and day < ground.issued_on:
            said = formats.day(ground.issued_on)
            return refusal("case_again_before", day=said, number=ground.number or ground.form)
    return None
