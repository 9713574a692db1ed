"""Papers made on a phone, taken into the case, where they take effect in the same command.

    outcome, left = await taking_in.take_in(view, paper, inspection_id, sheets, answers, actor)

The paper was in force before, in its inspection. What no line of it says is asked where it is taken in.
"""

from typing import Any
from uuid import UUID

from backend.casework.cases import following
from backend.casework.cases import service as cases
from backend.casework.derived import effects
from backend.casework.drafting import entering
from backend.casework.drafting.entering import Choices
from backend.casework.rules.signed_effects import AnswerNeeded
from backend.core.actors import Actor
from backend.core.errors import RefusedAct
from backend.ledger import service as ledger
from schemas.casework.views import CaseView
from schemas.casework.words import CaseAct
from schemas.fieldwork.paper_views import FieldDocumentView


async def take_in(
    view: CaseView,
    paper: FieldDocumentView,
    inspection_id: UUID,
    sheets: int,
    answers: dict[str, Any],
    actor: Actor,
) -> tuple[ledger.Outcome, CaseAct | None]:
    """Take a paper of the inspection into its case with everything that it means there.

    Returns the outcome, and the act that the case refuses for now, if there is one: the paper is in
    force whatever the case says, so it is taken in all the same and stays on the list of what is not
    recorded. Raises RefusedAct if the officer answered something, who then corrects the answer. `sheets`
    are those of its file. Call it in a transaction. Raises NotFound while the paper has no number,
    AnswerNeeded.
    """
    if effects.unsaid(paper.form, paper.fields, answers):
        raise AnswerNeeded
    said = answers if effects.answered(paper.form) else None
    outcome, following_act = await cases.adopt(view, paper, inspection_id, sheets, actor, said)
    if isinstance(outcome, ledger.Refused):
        return outcome, None
    _, _, taken = await cases.paper(paper.id, actor)
    if await entering.unknown(view.id, taken, Choices(answers=answers), actor):
        raise AnswerNeeded
    refused = await entering.enter_what_may(view.id, paper.id, actor)
    if refused and answers:
        raise RefusedAct(code=refused.code, text=refused.text, **refused.detail)
    await _beside(view.id, inspection_id, actor)
    return outcome, following_act if refused else None


async def _beside(case_id: UUID, inspection_id: UUID, actor: Actor) -> None:
    """Enter what papers of the inspection's other cases mean that waited for this one to be taken in.

    No violator's minutes are recorded while another's lie on the phone alone (Decree 118/2021 Art 12.3).
    """
    for other in await following.cases_of(inspection_id):
        if other == case_id or not await cases.sees(other, actor):
            continue
        _, facts = await cases.facts_of(other, actor)
        for paper, _ in effects.waiting(facts):
            if paper.adopted:
                await entering.enter_what_may(other, paper.id, actor)
