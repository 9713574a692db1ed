"""Acts about a paper of a case before it is issued: drafted, made ready, opened again, given up."""

from functools import lru_cache
from typing import Any
from uuid import UUID

import msgspec

from backend.casework.acts.clock_facts import SoFar
from backend.casework.acts.declaring import Also, Ask, Declared, Move, Unusual, Who, Written
from backend.casework.acts.shared import move_paper, paper_in, second_minutes
from backend.casework.rules import annexes, giving_up, internal
from backend.casework.rules.document_guards import changeable, in_force, stands, was_filed
from backend.casework.rules.facts import Event, Facts, Hands, Paper
from backend.casework.rules.guard_context import GuardContext
from backend.casework.rules.states import NOT_ARCHIVED
from backend.casework.texts.cases import refusal
from backend.core.canonical_json import sha256_hex
from backend.ledger.handlers import Refuse
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.exceptions import ExceptionKind
from schemas.casework.words import CaseAct, DocumentState
from schemas.core.base import Wire


@lru_cache(maxsize=500)
def _hash_of(fields: bytes) -> str:
    """Return the hash of a draft's fields, as JSON: a page folds each draft of its case up to five times."""
    return sha256_hex(msgspec.json.decode(fields))


def _fold_document_drafted(
    content: case_side_acts.DocumentDrafted, facts: Facts, event: Event
) -> None:
    before = facts.papers.get(content.document_id)
    facts.papers[content.document_id] = Paper(
        id=content.document_id,
        form=content.form,
        form_version=content.form_version,
        state=DocumentState.DRAFT,
        fields=content.fields,
        fields_hash=_hash_of(msgspec.json.encode(content.fields)),
        drafted_by=event.officer_id,
        drafted_at=before.drafted_at if before else event.received_at,
        replaces=content.replaces,
        belongs_to=content.belongs_to or (before.belongs_to if before else None),
        hands=before.hands if before else Hands(),
    )
    facts.papers[content.document_id].hands.drafters.add(event.officer_id)


def _guard_document_drafted(
    content: case_side_acts.DocumentDrafted, facts: Facts, context: GuardContext
) -> Refuse | None:
    if not context.form_known:
        return refusal("case_paper_form")
    if context.form_outdated:
        return refusal("case_paper_outdated", form=content.form)
    before = facts.papers.get(content.document_id)
    if before is not None and (before.state != DocumentState.DRAFT or before.form != content.form):
        return refusal("case_paper_state")
    named = (content.form, content.form_version, content.fields)
    if why := annexes.drafting_fault(facts, content.document_id, content.belongs_to, *named):
        return refusal(f"case_{why}")
    if content.replaces is not None:
        about = facts.papers.get(content.replaces)
        filed = content.form == "MQĐ40" and about is not None and was_filed(facts, about)
        known = filed or (about is not None and in_force(facts, about))
        missing = None if known else stands(facts, content.replaces)
        return missing or changeable(facts, content.replaces)
    return second_minutes(facts, content.form, content.document_id, context)


def _draft_tells(content: case_side_acts.DocumentDrafted, so_far: SoFar) -> dict[str, Any]:
    """Remember from which day the decision will be in effect; the draft itself tells the clocks nothing."""
    effective_on = content.fields.get("effective_on")
    if isinstance(effective_on, str):
        so_far.effective_on[content.document_id] = effective_on
    return {}


DOCUMENT_DRAFTED = Declared(
    wire=CaseAct.DOCUMENT_DRAFTED,
    who=Who.WORKER,
    moves=(Move(NOT_ARCHIVED),),
    fold=_fold_document_drafted,
    begins_paper=True,
    writes=Written.DRAFT,
    relies_on_papers=False,
    asks=(
        Ask.MINUTES_ON_SITE,
        Ask.FORM_AGE,
        Ask.FORM_KNOWN,
    ),
    guard=_guard_document_drafted,
    details=_draft_tells,
)


def _fold_document_finalised(
    content: case_side_acts.DocumentFinalised, facts: Facts, _event: Event
) -> None:
    move_paper(facts, content.document_id, DocumentState.CONTENT_READY)
    facts.papers[content.document_id].hands.made_ready = True


def _guard_document_finalised(
    content: case_side_acts.DocumentFinalised, facts: Facts, context: GuardContext
) -> Refuse | None:
    paper = paper_in(facts, content.document_id, DocumentState.DRAFT)
    if isinstance(paper, Refuse):
        return paper
    if paper.fields_hash != content.fields_hash:
        return refusal("case_paper_changed")
    if context.form_outdated:
        return refusal("case_paper_outdated", form=paper.form)
    if doubled := second_minutes(facts, paper.form, paper.id, context):
        return doubled
    if context.form_fault:
        return refusal("case_paper_incomplete", context.form_fault)
    if context.warning:
        return refusal("case_warning", context.warning)
    if context.rows_fault:
        return refusal("case_paper_contradicts", context.rows_fault)
    if context.hearing is not None:
        why = context.hearing.reasons[0].text
        return refusal("case_paper_denies_hearing", why)
    if objected := internal.objection(facts, paper):
        return objected
    wrong = context.instalments_sum
    return refusal("case_instalments", wrong) if wrong else None


DOCUMENT_FINALISED = Declared(
    wire=CaseAct.DOCUMENT_FINALISED,
    who=Who.WORKER,
    also=(Also.JANITOR,),
    moves=(Move(NOT_ARCHIVED),),
    on_its_page=True,
    fold=_fold_document_finalised,
    writes=Written.STATE,
    relies_on_papers=False,
    asks=(
        Ask.MINUTES_ON_SITE,
        Ask.FORM_AGE,
        Ask.FIELDS,
    ),
    guard=_guard_document_finalised,
)


def _fold_document_reopened(
    content: case_side_acts.DocumentReopened, facts: Facts, _event: Event
) -> None:
    move_paper(facts, content.document_id, DocumentState.DRAFT)


def _guard_document_reopened(
    content: case_side_acts.DocumentReopened, facts: Facts, _world: GuardContext
) -> Refuse | None:
    found = paper_in(facts, content.document_id, DocumentState.CONTENT_READY)
    return found if isinstance(found, Refuse) else None


DOCUMENT_REOPENED = Declared(
    wire=CaseAct.DOCUMENT_REOPENED,
    who=Who.WORKER,
    also=(Also.JANITOR,),
    moves=(Move(NOT_ARCHIVED),),
    on_its_page=True,
    fold=_fold_document_reopened,
    writes=Written.STATE,
    relies_on_papers=False,
    guard=_guard_document_reopened,
)


def opened_again(document_id: UUID, reason: str) -> tuple[CaseAct, Wire]:
    """Return the act by which a paper is a draft again, with its content."""
    content = case_side_acts.DocumentReopened(document_id=document_id, reason=reason)
    return CaseAct.DOCUMENT_REOPENED, content


def _fold_document_discarded(
    content: case_side_acts.DocumentDiscarded, facts: Facts, _event: Event
) -> None:
    move_paper(facts, content.document_id, DocumentState.DISCARDED)


def _guard_document_discarded(
    content: case_side_acts.DocumentDiscarded, facts: Facts, context: GuardContext
) -> Refuse | None:
    waiting = (DocumentState.DRAFT, DocumentState.CONTENT_READY, DocumentState.PRINTED)
    paper = paper_in(facts, content.document_id, *waiting)
    if isinstance(paper, Refuse):
        return paper
    if why := annexes.discarding_fault(facts, paper):
        return refusal(f"case_{why}")
    return giving_up.fault(content.number, paper, facts, context)


def _given_up_for(content: case_side_acts.DocumentDiscarded) -> str | None:
    """Return the reason of the exception if a number becomes void with the paper, else None."""
    return content.reason if content.number is not None else None


DOCUMENT_DISCARDED = Declared(
    wire=CaseAct.DOCUMENT_DISCARDED,
    who=Who.WORKER,
    moves=(Move(NOT_ARCHIVED),),
    on_its_page=True,
    fold=_fold_document_discarded,
    writes=Written.DISCARDED,
    asks=(Ask.RIGHTS,),
    guard=_guard_document_discarded,
    details=lambda content, _: {"document_id": str(content.document_id)},
    unusual=(Unusual(ExceptionKind.GIVEN_UP, _given_up_for),),
)

ALL = (
    DOCUMENT_DRAFTED,
    DOCUMENT_FINALISED,
    DOCUMENT_REOPENED,
    DOCUMENT_DISCARDED,
)
