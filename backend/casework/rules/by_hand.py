"""Papers that are signed by hand: printed, scanned, compared (PRACTICE B3). Pure.

Printing gives a paper its number, but no effect. Once its scan is there, the paper is in force by
law from its signing, and time limits run from the day on it. Acts that cannot easily be taken back
wait until a second person has compared the scan with what was printed. These are payment,
publication, enforcement, the end of exhibits, and whatever changes another decision or its
execution, ends the file or takes away the right to explain. No decision is taken on minutes whose
scan was sent back. Two exceptions: a sanction on the spot (MQĐ01) is paid there, and a seizure,
which secures goods, has effect immediately.

Papers that older rules issued without a scan stay in force. They may be scanned and compared as
well.
"""

from uuid import UUID

from backend.casework.rules.facts import Facts, Paper
from backend.casework.rules.guard_context import GuardContext
from backend.casework.texts.cases import refusal
from backend.documents import forms
from backend.ledger.handlers import Refuse
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.words import ByHand, DocumentState

NO_SIGNATURE = "none"
"""The signature level of a paper without a digital signature."""


def drafted_alone(paper: Paper, officer_id: UUID) -> bool:
    """Tell whether this officer alone drafted a unit's paper.

    Minutes and reports rightly have one author, so they do not count.
    """
    of_unit = forms.load(paper.form, paper.form_version).get("x-issuer") == "unit"
    return of_unit and paper.hands.drafters == {officer_id}


def own_hand(paper: Paper, officer_id: UUID) -> bool:
    """Tell whether the officer had a hand in the paper: then they are not the second person.

    They may have written any draft of it, signed it, entered it again for its signer, or sent its
    present scan (PRACTICE B6). An officer who sends the bytes cannot vouch for them.
    """
    hands = paper.hands
    entered = officer_id in (paper.issued_by, hands.printed_by, hands.scanned_by)
    return entered or officer_id in hands.drafters


def may_scan(paper: Paper) -> bool:
    """Tell whether the paper waits for a scan."""
    if paper.hand == ByHand.OLDER:
        return paper.stands and paper.scan_sha256 is None
    return paper.hand == ByHand.PRINTED and paper.state == DocumentState.PRINTED


def may_replace(paper: Paper, officer_id: UUID) -> bool:
    """Tell whether the officer may replace their own scan, as it was the wrong file.

    Only as long as nobody has compared it. Both scans are kept. A scan of another officer can be
    replaced only after a second person sent it back.
    """
    return may_compare(paper) and paper.hands.scanned_by == officer_id


def may_compare(paper: Paper) -> bool:
    """Tell whether the paper's scan waits for comparison."""
    waiting = paper.hand in (ByHand.WAITS, ByHand.OLDER)
    return waiting and paper.stands and paper.scan_sha256 is not None


def entering_fault(
    content: case_side_acts.DocumentEntered, facts: Facts, _context: GuardContext
) -> Refuse | None:
    """Return why this number of the national database may not be entered for the paper, or None.

    Another number corrects the first.
    """
    paper = facts.papers.get(content.document_id)
    if paper is None:
        return refusal("case_paper_unknown")
    if not paper.stands:
        return refusal("case_paper_state")
    return refusal("case_recorded_already") if paper.ins_number == content.ins_number else None


def scan_fault(
    content: case_side_acts.DocumentScanned, facts: Facts, context: GuardContext
) -> Refuse | None:
    """Return why this scan may not be taken for the paper, or None."""
    paper = facts.papers.get(content.document_id)
    if paper is None:
        return refusal("case_paper_unknown")
    if not may_scan(paper) and not may_replace(paper, context.officer_id):
        return refusal("case_paper_state")
    if content.sha256 == paper.scan_sha256:
        return refusal("case_scan_same")
    if content.sha256 in paper.hands.sent_back:
        return refusal("case_scan_sent_back")  # the next person who compares might accept it
    return None if context.scan_known else refusal("case_scan_unknown")


def compare_fault(
    content: case_side_acts.DocumentCompared, facts: Facts, context: GuardContext
) -> Refuse | None:
    """Return why this officer's comparison of the scan does not count, or None."""
    paper = facts.papers.get(content.document_id)
    if paper is None:
        return refusal("case_paper_unknown")
    if not may_compare(paper):
        return refusal("case_paper_state")
    if own_hand(paper, context.officer_id):
        return refusal("case_compare_own")
    if context.small_unit:
        return refusal("case_compare_parent")
    if paper.scan_sha256 != content.sha256:
        return refusal("case_scan_other")
    if not content.agrees and content.reason is None:
        return refusal("case_compare_why")
    return None


def still_open(facts: Facts) -> list[str]:
    """List the numbers of papers signed by hand that are not compared; they keep the file open."""
    return [
        paper.number or paper.form
        for paper in facts.papers.values()
        if paper.hand in (ByHand.PRINTED, ByHand.WAITS)
        and (paper.stands or paper.state == DocumentState.PRINTED)
    ]


def unconfirmed(facts: Facts, *ids: UUID | None) -> Refuse | None:
    """Refuse an act that cannot be taken back while one of these papers is not compared."""
    for document_id in ids:
        paper = facts.papers.get(document_id) if document_id else None
        if paper is not None and paper.hand in (ByHand.PRINTED, ByHand.WAITS):
            return refusal("case_paper_unconfirmed", number=paper.number or paper.form)
    return None


def sent_back(facts: Facts, *ids: UUID | None) -> Refuse | None:
    """Refuse a decision on minutes whose scan a second person sent back as not what was printed.

    Nobody has then seen them signed (Law Art 58.4, 58.5).
    """
    for document_id in ids:
        paper = facts.papers.get(document_id) if document_id else None
        if paper is not None and paper.sent_back and paper.state == DocumentState.PRINTED:
            return refusal("case_minutes_sent_back", number=paper.number or paper.form)
    return None
