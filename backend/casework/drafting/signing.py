"""Papers signed at the desk: what is asked of the signer, and what enters with the paper."""

from typing import Any, NamedTuple
from uuid import UUID

from backend.casework.cases import service as cases
from backend.casework.derived import effects
from backend.casework.drafting import entering
from backend.casework.drafting.entering import NO_CHOICES, Choices
from backend.casework.drafting.signers import drafted_alone, may_sign, warning
from backend.casework.issued_documents import service as issued_documents
from backend.casework.prefill.common import ReasonForSigningAlone
from backend.casework.rules.signed_effects import AnswerNeeded
from backend.core.actors import Actor
from backend.core.errors import NotAllowed, RefusedAct
from backend.ledger import service as ledger
from schemas.casework.views import PaperView
from schemas.core.problems import Text


class Asked(NamedTuple):
    """How a paper is judged before it is signed, what enters with it, and the signer's reasons."""

    judge: issued_documents.Judge
    further: issued_documents.Further
    alone: str | None
    despite: str | None
    unheard: str | None
    said: dict[str, Any] | None
    """What the acts keep of the signer's answers; see entering.said()."""


async def asked(
    document_id: UUID, actor: Actor, choices: Choices, alone: str, despite: str
) -> Asked:
    """Check the signer's office and reasons; return what issuing needs besides the paper.

    Whatever the way of signing, the signer answers now what the paper does not say. Raises NotFound,
    ReasonForSigningAlone, AnswerNeeded, and NotAllowed if the actor's office does not allow it.
    """
    case_id, _, paper = await cases.paper(document_id, actor)
    if not await may_sign(case_id, paper, actor):
        raise NotAllowed
    self_made = await drafted_alone(document_id, actor)
    if self_made and not alone.strip():
        raise ReasonForSigningAlone
    if effects.unsaid(paper.form, paper.fields, choices.answers):
        raise AnswerNeeded
    if await entering.unknown(case_id, paper, choices, actor):
        raise AnswerNeeded

    choices = choices._replace(despite=choices.despite or despite.strip() or None)
    warned = await warning(document_id, actor)

    async def further(case_id: UUID, document_id: UUID) -> None:
        """Enter what goes with the paper, in its transaction.

        Raises if refused: then neither is entered.
        """
        await entering.enter(case_id, document_id, choices, actor)

    async def judge(case_id: UUID, paper: PaperView) -> None:
        """Raise if the act that the paper means would be refused.

        Of a printed paper too: it takes effect with its scan, and nobody is asked anything then.
        """
        why = await cases.unheard_objection(case_id, paper.id, choices.unheard)
        if why := why or await entering.objection(case_id, paper, choices, actor):
            raise RefusedAct(code=why.code, text=why.text, **why.detail)

    return Asked(
        judge=judge,
        further=further,
        alone=alone.strip() if self_made else None,
        despite=despite.strip() if warned and despite.strip() else None,
        unheard=choices.unheard if await unheard_steps(document_id, actor) else None,
        said=entering.said(paper, choices),
    )


async def unheard_steps(document_id: UUID, actor: Actor) -> Text | None:
    """Return in words the steps of the submission that have said nothing and still have time, or None.

    The signer waits for these, or gives the reason (practice B6). Raises NotFound.
    """
    case_id, _, _ = await cases.paper(document_id, actor)
    return await cases.unheard_steps(case_id, document_id)


async def sign(
    document_id: UUID,
    fields_hash: str,
    passphrase: str | None,
    actor: Actor,
    choices: Choices = NO_CHOICES,
    *,
    alone: str = "",
    despite: str = "",
) -> ledger.Outcome:
    """Issue a paper under the actor's name, with the acts that follow from it.

    Everything that the paper means in its case is entered in the same transaction
    (backend/casework/derived/effects.py): a paper that the case could not take gets no number.
    Without a passphrase the paper is printed to be signed by hand; drafting/by_hand.py goes on from
    there. drafting/outside.py signs with a token elsewhere.

    Call it outside of any transaction: signing holds none (docs/decisions/0014). Raises NotAllowed
    if the actor's office does not allow it, and what issuing raises.
    """
    said = await asked(document_id, actor, choices, alone, despite)
    return await issued_documents.issue(
        document_id,
        fields_hash,
        passphrase,
        actor,
        judge=said.judge,
        further=said.further,
        alone=said.alone,
        despite=said.despite,
        unheard=said.unheard,
        said=said.said,
    )
