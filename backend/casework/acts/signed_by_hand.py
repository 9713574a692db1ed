"""Papers that are signed by hand: printed, scanned, compared (PRACTICE B3).

What is asked of each is in backend/casework/rules/by_hand.py.
"""

from typing import Any

from backend.casework.acts import issuing
from backend.casework.acts.clock_facts import Happened, SoFar
from backend.casework.acts.declaring import (
    SIGNED,
    Also,
    Ask,
    Declared,
    Move,
    Who,
    Written,
)
from backend.casework.acts.shared import has_papers
from backend.casework.rules import by_hand
from backend.casework.rules.facts import Event, Facts
from backend.casework.rules.folio import FolioEntry
from backend.casework.rules.states import NOT_ARCHIVED
from backend.ledger.bounds.edges import Fixed, Today
from backend.ledger.bounds.table import HAPPENED, INDEPENDENCE, bound
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.words import ByHand, CaseAct, DocumentState
from schemas.law.deadlines import Fact


def _fold_document_printed(
    content: case_side_acts.DocumentPrinted, facts: Facts, event: Event
) -> None:
    """Give the paper its number; it waits to be signed by hand."""
    paper = facts.papers[content.document_id]
    paper.number, paper.issued_on = content.number, content.issued_on
    paper.issued_by, paper.pages = content.signed_by or event.officer_id, content.pages
    paper.issuer_title, paper.said = content.issuer_title, content.said
    paper.restored = content.restored is not None or content.set_aside is not None
    paper.state, paper.hand = DocumentState.PRINTED, ByHand.PRINTED
    paper.hands.printed_by, paper.numbered_at = event.officer_id, event.received_at


def _printing_tells(content: case_side_acts.DocumentPrinted, so_far: SoFar) -> dict[str, Any]:
    so_far.printed[content.document_id] = so_far.issued[content.document_id] = content
    return issuing.form_of(content)


def _entered_again(content: case_side_acts.DocumentPrinted) -> str | None:
    """Return how it is known that the paper was issued before it was here, or None if it was not.

    A restore lost it, or it was signed on paper in an outage.

    Empty for papers from before this was asked.
    """
    signed = f" (người ký: {content.issuer_name})" if content.signed_by else ""
    known = content.restored or content.set_aside
    return f"{content.restored_why or ''}{signed}" if known else None


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
    unusual=SIGNED,
    entered_again=_entered_again,
    set_by_the_system={
        "/issued_on": "the server's day of printing, or one that a restore lost",
        "/issued_at": "the server's clock of printing",
    },
)


def _fold_document_scanned(
    content: case_side_acts.DocumentScanned, facts: Facts, event: Event
) -> None:
    """Take the scan, in place of an earlier one.

    The first scan puts the paper on the contents list. A paper that was delivered before stays
    delivered.
    """
    paper = facts.papers[content.document_id]
    paper.scan_sha256 = content.sha256
    paper.hands.scanned_by = event.officer_id
    if paper.hand == ByHand.OLDER:
        return
    if all(sheet.document_id != paper.id for sheet in facts.folio):
        facts.folio.append(
            FolioEntry(
                first=facts.last_sheet + 1,
                last=facts.last_sheet + paper.pages,
                title=paper.form,
                number=paper.number,
                issued_on=paper.issued_on,
                document_id=paper.id,
                act_id=event.act_id,
            )
        )
    paper.hand = ByHand.WAITS
    paper.state = DocumentState.DELIVERED if paper.handed_over else DocumentState.SIGNED


def _scan_tells(act: Happened, so_far: SoFar) -> list[Fact]:
    """Return the fact of a scan.

    With the first one the paper counts as issued, from the day on it.
    """
    document_id = act.content.document_id
    found = [Fact(act=str(act.type), at=act.received_at, details={"document_id": str(document_id)})]
    paper = so_far.printed.get(document_id)
    if paper is not None and document_id not in so_far.in_force:
        so_far.in_force.add(document_id)
        found.append(issuing.counts_as_issued(paper))
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
    """Accept the scan as what was printed, or send it back so that another one must come."""
    paper = facts.papers[content.document_id]
    if content.agrees:
        paper.hand = ByHand.COMPARED
        return
    paper.hands.sent_back_by = event.officer_id
    paper.hands.sent_back.add(content.sha256)
    paper.scan_sha256 = None
    if paper.hand == ByHand.WAITS:
        paper.hand, paper.state, paper.sent_back = ByHand.PRINTED, DocumentState.PRINTED, True


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


def _fold_document_entered(
    content: case_side_acts.DocumentEntered, facts: Facts, _event: Event
) -> None:
    facts.papers[content.document_id].ins_number = content.ins_number


DOCUMENT_ENTERED = Declared(
    wire=CaseAct.DOCUMENT_ENTERED,
    who=Who.WORKER,
    also=(Also.CLERK,),
    moves=(Move(NOT_ARCHIVED),),
    offered=has_papers,
    fold=_fold_document_entered,
    relies_on_papers=False,
    guard=by_hand.entering_fault,
    tells=lambda act, _: [
        Fact(
            act=str(act.type),
            at=act.received_at,
            details={"document_id": str(act.content.document_id)},
        )
    ],
    bounds=(bound("/entered_on", Fixed(INDEPENDENCE), Today(), HAPPENED),),
)


ALL = (DOCUMENT_PRINTED, DOCUMENT_SCANNED, DOCUMENT_COMPARED, DOCUMENT_ENTERED)
