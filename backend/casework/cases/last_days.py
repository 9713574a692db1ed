"""Last days that guards ask about and no clock of the case runs for: to complain, stop a fine, amend.

They are reckoned from days that an act names, by the edition of the case.
"""

from datetime import date
from typing import Any

from backend.casework.cases import statutes
from backend.casework.rules import correcting
from backend.casework.rules.complaints import SECOND
from backend.casework.rules.facts import Facts, Paper
from backend.law.deadlines import service as deadlines
from backend.law.rules.reckoning import NotReckoned
from schemas.casework.acts import complaints as case_complaint_acts
from schemas.core.problems import Text

FIRST, AGAIN, PARTIAL, CHANGE = "P20", "P24", "P09", "P18"


def to_complain(facts: Facts, content: Any, resolve_by: date | None) -> date | None:
    """Return the last day for the complaint that an act is about; None if its start is not known.

    A second complaint runs from the receipt of the first result, or from the end of the time to
    resolve the first (Law on Complaints Arts 9, 33).
    """
    one = facts.complaints.get(content.complaint_id)
    if one is None or one.filed.lawsuit:
        return None
    if not isinstance(content, case_complaint_acts.ComplaintAppealed):
        return None if one.level == SECOND else _last(FIRST, one.filed.known_on, facts)
    start = _received(facts, content) if one.now.resolved else resolve_by
    return _last(AGAIN, start, facts, remote=one.filed.remote)


def _received(facts: Facts, content: case_complaint_acts.ComplaintAppealed) -> date | None:
    """Return when the complainant received the first result."""
    sent = (
        one.content
        for one in reversed(facts.events)
        if isinstance(one.content, case_complaint_acts.ComplaintResultSent)
    )
    return next((one.received_on for one in sent if one.complaint_id == content.complaint_id), None)


def to_stop(facts: Facts, content: Any) -> date | None:
    """Return the last day for the decision that stops a fine (Decree 118/2021 Art 19)."""
    return _last(PARTIAL, content.on, facts)


def to_change(facts: Facts, content: Any) -> date | None:
    """Return the last day to amend or correct a decision, or cancel a part (Decree 118/2021 Art 15)."""
    paper = facts.papers.get(content.document_id)
    return _last(CHANGE, paper.issued_on, facts) if paper else None


async def change_fault(facts: Facts, paper: Paper, on: date) -> Text | None:
    """Return why it is too late to sign a change of the decision on that day, or None.

    Asked before the paper's number is taken. Raises NotFound for a behaviour that the catalogue lacks.
    """
    if paper.replaces is None or paper.replaces != facts.decision_id:
        return None
    decision, statute = facts.papers.get(paper.replaces), await statutes.of_case(facts, on)
    last = _last(CHANGE, decision.issued_on, facts) if decision else None
    return correcting.paper_fault(facts, paper, on, last, statute)


def _last(rule: str, start: date | None, facts: Facts, **given: Any) -> date | None:
    if start is None or not deadlines.is_dated(facts.rule_set):
        return None
    try:
        found = deadlines.reckon(rule, start, given, book=facts.book).result["last_day"]
    except (NotReckoned, KeyError):
        return None
    return date.fromisoformat(found)
