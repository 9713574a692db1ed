"""Papers that are given up before they were in force, and who may do it: pure.

Any officer of the case may give up a draft. Only its drafter or the head may give up a paper that
waits for a unit's signer. A printed paper may have been signed on a desk: its number becomes void,
and the list of exceptions shows it. A scan that a second person sent back shows no signature, so
the sheet counts for nothing. It is given up by another officer than that second person, so that two
have looked.
"""

from uuid import UUID

from backend.casework.rules.document_guards import is_minutes
from backend.casework.rules.facts import Facts, Paper
from backend.casework.rules.guard_context import GuardContext
from backend.casework.texts.cases import refusal
from backend.ledger.handlers import Refuse
from schemas.casework.words import DocumentState


def fault(number: str | None, paper: Paper, facts: Facts, context: GuardContext) -> Refuse | None:
    """Return why this officer may not give this paper up now, or None.

    `number` becomes void with it.
    """
    if paper.state == DocumentState.PRINTED:
        why = printed_fault(paper, facts, context.officer_id, heads=context.heads)
        return why or (None if number == paper.number else refusal("case_paper_state"))
    if number is not None:
        return refusal("case_paper_state")
    own = context.heads or context.officer_id in paper.hands.drafters
    return (
        None
        if own or not (paper.hands.made_ready and context.unit_signs)
        else refusal("case_ready_of_other")
    )


def printed_fault(paper: Paper, facts: Facts, officer_id: UUID, *, heads: bool) -> Refuse | None:
    """Return why this officer may not give a printed paper up, or None.

    `heads`: the officer has the authority in the case's unit. A paper on which an act relies is
    ended by MQĐ40, or scanned correctly.
    """
    # Handing over minutes changes nothing in the case.
    handed_over = paper.id in facts.delivered and not is_minutes(paper.form)
    if handed_over or paper.id in facts.relied_on:
        return refusal("case_paper_leaned_on", number=paper.number or paper.form)
    if not heads and (officer_id != paper.issued_by or paper.sent_back):
        return refusal("case_printed_by_other")
    if paper.sent_back and officer_id == paper.hands.sent_back_by:
        return refusal("case_given_up_own")
    return None
