"""What ends with a decision of execution or of seizure that is cancelled whole: pure.

A cancelled decision has no effect from the day on which it is cancelled (Decree 118/2021 Arts 13, 16): a reduction is
no reduction any more, a postponement postpones nothing, goods are held by no decision. Acts from before this was kept
(`with_effects` false) fold as they did: what is in the ledger keeps its meaning.
"""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from backend.casework.rules.dividing import whole
from backend.casework.rules.facts import Facts
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.words import CaseState, SeizurePurpose

Granting = (
    case_execution_acts.FineReduced
    | case_execution_acts.ExecutionPostponed
    | case_execution_acts.InstalmentsGranted
    | case_execution_acts.ExecutionSuspended
    | case_execution_acts.EnforcementOrdered
    | case_side_acts.SeizureDecided
    | case_side_acts.SeizureExtended
)
"""Acts whose effect hangs on the paper that they name."""
_LED_TO = {
    CaseState.POSTPONED: case_execution_acts.ExecutionPostponed,
    CaseState.INSTALMENT: case_execution_acts.InstalmentsGranted,
    CaseState.SUSPENDED: case_execution_acts.ExecutionSuspended,
    CaseState.ENFORCING: case_execution_acts.EnforcementOrdered,
}


def has_effects(facts: Facts, document_id: UUID) -> bool:
    """Whether something of this case hangs on a paper: then its cancelling says that it ends."""
    return any(
        isinstance(one.content, Granting) and one.content.document_id == document_id
        for one in facts.events
    )


def amends(facts: Facts, document_id: UUID) -> bool:
    """Whether a paper made the decision on the violation what it is: then its cancelling says that this ends."""
    return any(
        isinstance(one.content, case_side_acts.DocumentAmended)
        and one.content.by == document_id
        and (one.content.total is not None or one.content.confiscated is not None)
        for one in facts.events
    )


def state_without(facts: Facts, content: case_side_acts.DocumentCancelled) -> CaseState:
    """Where the case stands once the paper is gone: what it had stopped goes on, what it had ended is owed again."""
    if not content.with_effects:
        return facts.state
    if facts.state == CaseState.EXECUTED:
        owed = _owed_without(facts, content.document_id)
        return CaseState.EXECUTING if owed > 0 else facts.state
    led = _LED_TO.get(facts.state)
    if led is None:
        return facts.state
    last = next((one for one in reversed(facts.events) if isinstance(one.content, led)), None)
    by_it = last is not None and last.content.document_id == content.document_id
    return CaseState.EXECUTING if by_it else facts.state


def _owed_without(facts: Facts, document_id: UUID) -> int:
    """What is left of the fine, in đồng, if this paper reduces nothing."""
    back = sum(one.by for one in facts.reductions if one.document_id == document_id)
    return facts.fine + back - facts.paid if back else 0


def undo(facts: Facts, content: case_side_acts.DocumentCancelled) -> None:
    """Take back what the paper granted; `facts` is changed, and knows already that the paper is cancelled."""
    if not content.with_effects:
        return
    gone = content.document_id
    facts.reductions = [one for one in facts.reductions if one.document_id != gone]
    if facts.instalments is not None and facts.instalments.document_id == gone:
        facts.instalments = None
    if facts.state == CaseState.EXECUTING:
        facts.executed_on = None
    for one in held_by(facts, gone):
        facts.exhibits[one].until = _until(facts, one)
        facts.exhibits[one].purpose = _purpose(facts, one)


def held_by(facts: Facts, document_id: UUID) -> list[UUID]:
    """The exhibits that this decision holds, or held."""
    return list(
        dict.fromkeys(
            one
            for event in facts.events
            if isinstance(
                event.content, case_side_acts.SeizureDecided | case_side_acts.SeizureExtended
            )
            and event.content.document_id == document_id
            for one in _parts(facts, event.content.exhibits)
        )
    )


def _parts(facts: Facts, ids: list[UUID]) -> list[UUID]:
    """These exhibits, and what was divided from them since."""
    since = (one for one, exhibit in facts.exhibits.items() if exhibit.part_of in ids)
    return [*ids, *since]


def _until(facts: Facts, exhibit_id: UUID) -> date | None:
    """How long the decisions that still stand hold it; an extension extends nothing once its decision is gone."""
    until: date | None = None
    for content in _seizures(facts, exhibit_id):
        paper = facts.papers.get(content.document_id)
        if paper is not None and paper.cancelled_by is not None:
            continue
        if isinstance(content, case_side_acts.SeizureDecided) or until is not None:
            until = content.until
    return until


def _purpose(facts: Facts, exhibit_id: UUID) -> SeizurePurpose | None:
    """For what the last decision that still stands holds it."""
    purpose: SeizurePurpose | None = None
    for content in _seizures(facts, exhibit_id):
        paper = facts.papers.get(content.document_id)
        if isinstance(content, case_side_acts.SeizureDecided) and (
            paper is None or paper.cancelled_by is None
        ):
            purpose = content.purpose
    return purpose


def _seizures(
    facts: Facts, exhibit_id: UUID
) -> Iterable[case_side_acts.SeizureDecided | case_side_acts.SeizureExtended]:
    for event in facts.events:
        content = event.content
        seizes = isinstance(content, case_side_acts.SeizureDecided | case_side_acts.SeizureExtended)
        if seizes and {exhibit_id, whole(facts, exhibit_id)} & set(content.exhibits):
            yield content
