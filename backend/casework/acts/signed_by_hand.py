"""Papers that are signed by hand: printed, scanned, compared (PRACTICE B3). What is asked of each is in
backend/casework/rules/by_hand.py."""

from typing import Any

from backend.casework.acts import issuing
from backend.casework.acts.clock_facts import Happened, SoFar
from backend.casework.acts.declaring import (
    SELF_SIGNED,
    Also,
    Ask,
    Declared,
    Move,
    Who,
    Written,
)
from backend.casework.rules import by_hand
from backend.casework.rules.facts import Event, Facts
from backend.casework.rules.states import NOT_ARCHIVED
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.words import CaseAct
from schemas.law.deadlines import Fact


def _fold_document_printed(
    content: case_side_acts.DocumentPrinted, facts: Facts, event: Event
) -> None:
    by_hand.printed(facts, content, event)


def _printing_tells(content: case_side_acts.DocumentPrinted, so_far: SoFar) -> dict[str, Any]:
    so_far.printed[content.document_id] = content
    return issuing.form_of(content)


DOCUMENT_PRINTED = Declared(
    wire=CaseAct.DOCUMENT_PRINTED,
    who=Who.WORKER,
    moves=(Move(NOT_ARCHIVED),),
    on_its_page=True,
    fold=_fold_document_printed,
    writes=Written.PRINTED,
    relies_on_papers=False,
    signs=True,
    asks=(
        Ask.MINUTES_ON_SITE,
        Ask.FORM_AGE,
        Ask.SIGNING,
    ),
    guard=issuing.ready,
    details=_printing_tells,
    made_by=issuing.issuer_title,
    unusual=SELF_SIGNED,
    set_by_the_system={
        "/issued_on": "the server's day of printing, or one that a restore lost",
        "/issued_at": "the server's clock of printing",
    },
)


def _fold_document_scanned(
    content: case_side_acts.DocumentScanned, facts: Facts, event: Event
) -> None:
    by_hand.scanned(facts, content, event)


def _scan_tells(act: Happened, so_far: SoFar) -> list[Fact]:
    """With its first scan a paper counts as issued, from the day that stands on it."""
    document_id = act.content.document_id
    found = [Fact(act=str(act.type), at=act.received_at, details={"document_id": str(document_id)})]
    paper = so_far.printed.get(document_id)
    if paper is not None and document_id not in so_far.in_force:
        so_far.in_force.add(document_id)
        details = issuing.form_of(paper) | {"paper": False}
        found.append(Fact(act=str(CaseAct.DOCUMENT_ISSUED), at=paper.issued_at, details=details))
    return found


DOCUMENT_SCANNED = Declared(
    wire=CaseAct.DOCUMENT_SCANNED,
    who=Who.WORKER,
    also=(Also.CLERK,),
    moves=(Move(NOT_ARCHIVED),),
    on_its_page=True,
    fold=_fold_document_scanned,
    writes=Written.SCANNED,
    relies_on_papers=False,
    asks=(Ask.SCAN,),
    guard=by_hand.scan_fault,
    tells=_scan_tells,
)


def _fold_document_compared(
    content: case_side_acts.DocumentCompared, facts: Facts, event: Event
) -> None:
    by_hand.compared(facts, content, event)


DOCUMENT_COMPARED = Declared(
    wire=CaseAct.DOCUMENT_COMPARED,
    who=Who.WORKER,
    also=(Also.CLERK,),
    moves=(Move(NOT_ARCHIVED),),
    on_its_page=True,
    fold=_fold_document_compared,
    writes=Written.COMPARED,
    relies_on_papers=False,
    asks=(Ask.SMALL_UNIT,),
    guard=by_hand.compare_fault,
    details=lambda content, _: {"document_id": str(content.document_id), "agrees": content.agrees},
)


ALL = (DOCUMENT_PRINTED, DOCUMENT_SCANNED, DOCUMENT_COMPARED)
