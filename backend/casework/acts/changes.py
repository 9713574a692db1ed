"""Acts that change a signed paper (cancel, replace, amend) or void a number that no paper bears."""

from typing import Any
from uuid import UUID

from backend.casework.acts.clock_facts import (
    Happened,
    SoFar,
    change_received,
    fact,
    seizures_confiscated,
)
from backend.casework.acts.declaring import (
    Also,
    Ask,
    Change,
    Completed,
    Declared,
    Move,
    Who,
    Written,
)
from backend.casework.acts.papers_first import Compared
from backend.casework.acts.shared import move_paper
from backend.casework.rules import (
    amending,
    correcting,
    document_guards,
    effects_on_decisions,
    offering,
    undoing,
)
from backend.casework.rules.document_guards import CANCELLING, CHANGING
from backend.casework.rules.facts import Event, Facts
from backend.casework.rules.guard_context import GuardContext
from backend.casework.rules.papers_in_force import Needed
from backend.casework.rules.signed_effects import Effect
from backend.casework.rules.states import NOT_ARCHIVED
from backend.casework.texts.cases import refusal
from backend.ledger.bounds.table import IN_WORDS, MONEY, ZERO, bound
from backend.ledger.handlers import Refuse
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.words import CaseAct, CaseState, DocumentState
from schemas.law.deadlines import Fact


def _fold_document_cancelled(
    content: case_side_acts.DocumentCancelled, facts: Facts, _event: Event
) -> None:
    move_paper(facts, content.document_id, DocumentState.CANCELLED)
    facts.papers[content.document_id].cancelled_by = content.by
    if content.amendment_ends and undoing.amends(facts, content.document_id):
        amending.unamend(facts)
    if content.with_effects:
        undoing.undo(facts, content.document_id)


def _changes_the_named(content: Any, _facts: Facts) -> Change:
    """Return which paper the act changes, and by which decision."""
    return Change(content.document_id, content.by)


def _guard_document_cancelled(
    content: case_side_acts.DocumentCancelled, facts: Facts, _world: GuardContext
) -> Refuse | None:
    return document_guards.cancelling(facts, content)


def _without_effects(facts: Facts, content: case_side_acts.DocumentCancelled) -> CaseState | None:
    """Where the case stands once the paper is gone: what it had stopped goes on, what it had ended is owed again."""
    return undoing.state_without(facts, content.document_id) if content.with_effects else None


DOCUMENT_CANCELLED = Declared(
    wire=CaseAct.DOCUMENT_CANCELLED,
    effect=Effect(CANCELLING, effects_on_decisions.cancelled, "by"),
    takes=(Needed(CANCELLING, "by", first=False),),
    who=Who.HEAD,
    also=(Also.SIGNER,),
    moves=(Move(NOT_ARCHIVED),),
    leads_alone=offering.cancelling,
    offered=offering.signed,
    leads_to=_without_effects,
    fold=_fold_document_cancelled,
    touches=lambda content, facts: undoing.held_by(facts, content.document_id),
    writes=Written.CANCELLED,
    changes=_changes_the_named,
    compared_first=(Compared("by"),),
    guard=_guard_document_cancelled,
    completed=Completed.EFFECTS,
)


def _fold_document_replaced(
    content: case_side_acts.DocumentReplaced, facts: Facts, _event: Event
) -> None:
    move_paper(facts, content.document_id, DocumentState.REPLACED)
    facts.papers[content.document_id].replaced_by = content.by


def _signed_by_another(
    content: case_side_acts.DocumentReplaced, facts: Facts, officer_id: UUID
) -> bool:
    """Tell whether another officer signed the paper that is replaced."""
    paper = facts.papers.get(content.document_id)
    return paper is None or paper.issued_by != officer_id


def _guard_document_replaced(
    content: case_side_acts.DocumentReplaced, facts: Facts, _world: GuardContext
) -> Refuse | None:
    return document_guards.replacing(facts, content)


DOCUMENT_REPLACED = Declared(
    wire=CaseAct.DOCUMENT_REPLACED,
    who=Who.WORKER,
    moves=(Move(NOT_ARCHIVED),),
    offered=offering.signed,
    fold=_fold_document_replaced,
    writes=Written.REPLACED,
    needs_head=_signed_by_another,
    compared_first=(Compared("by"),),
    guard=_guard_document_replaced,
)


def _fold_document_amended(
    content: case_side_acts.DocumentAmended, facts: Facts, _event: Event
) -> None:
    facts.papers[content.document_id].amended_by.append(content.by)
    if content.total is not None:
        facts.totals.setdefault(content.document_id, []).append(content.total)
    if content.total is not None or content.confiscated is not None:
        facts.made_so_by.add(content.by)
    amending.apply(facts, content)
    if facts.state == CaseState.EXECUTING:
        facts.executed_on = None


def _guard_document_amended(
    content: case_side_acts.DocumentAmended, facts: Facts, context: GuardContext
) -> Refuse | None:
    return (
        document_guards.amending(facts, content)
        or amending.fault(facts, content)
        or correcting.time_fault(facts, content, context)
    )


def _after_amendment(facts: Facts, content: case_side_acts.DocumentAmended) -> CaseState | None:
    """Where a raised fine puts an executed case: it is being executed again."""
    return correcting.state_after(facts, content)


def _amendment_tells(act: Happened, so_far: SoFar) -> list[Fact]:
    """Return the fact of the act, and that the decision was changed on the day of the changing paper."""
    content = act.content
    if content.document_id == so_far.decision and content.total is not None:
        so_far.fine += content.total - so_far.total
        so_far.total = content.total
    told = [fact(act), *seizures_confiscated(act, so_far)]
    if not content.with_effects or content.document_id != so_far.decision:
        return told
    paper = so_far.issued.get(content.by)
    so_far.changed[content.by] = (
        "corrected" if paper is not None and paper.form == "MQĐ39" else "amended"
    )
    details = {
        "by": so_far.changed[content.by],
        "document_id": str(content.by),
        "decided_on": so_far.decided_on.isoformat() if so_far.decided_on else None,
        "publish": so_far.publish,
        "complete": so_far.paid >= so_far.fine,
    }
    at = paper.issued_at if paper is not None else act.received_at
    told.append(Fact(act="decision.changed", at=at, details=details))
    return [*told, *change_received(content.by, so_far)]


DOCUMENT_AMENDED = Declared(
    wire=CaseAct.DOCUMENT_AMENDED,
    effect=Effect(CHANGING, effects_on_decisions.amended, "by"),
    takes=(Needed(CHANGING, "by", first=False),),
    who=Who.HEAD,
    also=(Also.SIGNER,),
    moves=(Move(NOT_ARCHIVED),),
    offered=offering.signed,
    leads_to=_after_amendment,
    fold=_fold_document_amended,
    changes=_changes_the_named,
    compared_first=(Compared("by"),),
    asks=(Ask.STATUTE, Ask.CHANGE_DAYS),
    guard=_guard_document_amended,
    completed=Completed.AMENDMENT,
    tells=_amendment_tells,
    undone=lambda content, undone: content.by in undone.amending,
    bounds=(bound("/total", ZERO, MONEY, IN_WORDS),),
)


def _guard_document_number_voided(
    _content: case_side_acts.DocumentNumberVoided, _facts: Facts, context: GuardContext
) -> Refuse | None:
    return None if context.number_held else refusal("case_number_not_held")


DOCUMENT_NUMBER_VOIDED = Declared(
    wire=CaseAct.DOCUMENT_NUMBER_VOIDED,
    who=Who.WORKER,
    also=(Also.CLERK, Also.JANITOR),
    moves=(Move(NOT_ARCHIVED),),
    on_its_page=True,
    writes=Written.NUMBER_VOIDED,
    asks=(Ask.HELD_NUMBER,),
    guard=_guard_document_number_voided,
    set_by_the_system={"/year": "taken from the register", "/number": "taken from the register"},
)

ALL = (
    DOCUMENT_CANCELLED,
    DOCUMENT_REPLACED,
    DOCUMENT_AMENDED,
    DOCUMENT_NUMBER_VOIDED,
)
