"""Whether a decision may still be corrected, amended or cancelled in part, and what this moves. Pure.

backend/law/rules/changing.py judges the time, here and in a question without a case (Decree 118/2021 Arts 15, 42.2).
"""

from datetime import date

from backend.casework.rules import amending, complaints, warning
from backend.casework.rules.document_guards import CHANGING
from backend.casework.rules.facts import Facts, Paper, cancels_whole
from backend.casework.rules.filed import filed
from backend.casework.rules.guard_context import GuardContext
from backend.casework.texts.cases import refusal
from backend.core import formats
from backend.law.rules import changing
from backend.law.rules.spans import months_after
from backend.ledger.handlers import Refuse
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.words import CaseState
from schemas.core.problems import Text

YEAR = 12
"""Months from the faulty decision, if the calendar was not asked: in the first edition."""


def time_fault(
    facts: Facts, content: case_side_acts.DocumentAmended, context: GuardContext
) -> Refuse | None:
    """Return why it is too late to change the decision on the violation so, or None."""
    decision, by = facts.papers[content.document_id], facts.papers[content.by]
    if content.document_id != facts.decision_id or not decision.issued_on or not by.issued_on:
        return None
    if content.without_limit is not None and decision.issued_on >= changing.LIMITED_SINCE:
        return _without_limit(facts, content, context)
    said = amending.Amended(content.total, content.confiscated)
    change = _change(said, decision.issued_on, by.issued_on, context.change_by, context.statute)
    return change_fault(change, context.statute)


def _change(
    said: amending.Amended,
    decided_on: date,
    changed_on: date,
    last: date | None,
    statute: Text | None,
) -> changing.Change:
    """Return a change as the rule takes it: of measures alone there is no limit."""
    return changing.Change(
        decided_on=decided_on,
        changed_on=changed_on,
        last=last or months_after(decided_on, YEAR),
        statute_over=statute is not None,
        free=said.total is None and said.confiscated is not None,
    )


def paper_fault(
    facts: Facts, paper: Paper, on: date, last: date | None, statute: Text | None
) -> Text | None:
    """Return why it is too late to sign a change of the decision on the violation, or None.

    Asked before its number is taken, by the rule of `time_fault`. It is a warning, for the paper does
    not say whether it follows a complaint, a denunciation or a judgment, which have no limit.
    """
    decision = facts.papers.get(paper.replaces) if paper.replaces else None
    if decision is None or decision.id != facts.decision_id or decision.issued_on is None:
        return None
    if paper.form not in CHANGING or cancels_whole(paper):
        return None
    if complaints.resolved_against(facts, decision.id):
        return None
    said = amending.said_by(facts, decision.id, paper)
    change = _change(said, decision.issued_on, on, last, statute)
    return warning.CHANGE_LATE if changing.fault(change) else None


_STATUTE_OVER = Text(
    vi="Thời hiệu xử phạt đã hết.", en="The statute of limitation of the violation is over."
)


def change_fault(change: changing.Change, statute: Text | None = None) -> Refuse | None:
    """Return the refusal of a change that is too late, by the rule of the law; or None.

    `statute` says in words that the statute of limitation is over.
    """
    match changing.fault(change):
        case "late":
            return refusal("case_change_late", day=formats.day(change.last))
        case "statute":
            return refusal("case_change_statute", statute or _STATUTE_OVER)
    return None


def _without_limit(
    facts: Facts, content: case_side_acts.DocumentAmended, context: GuardContext
) -> Refuse | None:
    """Refuse a change of the fine as one of measures alone, and a result that no paper shows.

    A complaint that was only filed, or kept the decision, is no result. Another officer filed the paper.
    """
    if content.without_limit == "measures":
        return None if content.total is None else refusal("case_change_of_fine")
    if content.sheet is not None:
        return filed(content.sheet, None, facts, context.officer_id)
    resolved = complaints.resolved_against(facts, content.document_id)
    return None if resolved else refusal("case_change_result")


def state_after(facts: Facts, content: case_side_acts.DocumentAmended) -> CaseState | None:
    """Return the state after the change: a fine that is raised after its execution is owed again."""
    if not content.with_effects or content.total is None or facts.state != CaseState.EXECUTED:
        return None
    if content.document_id != facts.decision_id:
        return None
    return CaseState.EXECUTING if content.total - facts.reduced > facts.paid else None


def received_on(facts: Facts) -> date | None:
    """Return the day on which the party received the last change of the decision that moves its clocks.

    The days to comply run anew from it (Art 16.2). None if there is no such change, or it is not delivered.
    """
    days = [
        one.content.delivered_on
        for one in facts.events
        if isinstance(one.content, case_side_acts.DocumentDelivered)
        and one.content.document_id in changed_by(facts)
    ]
    return max(days, default=None)


def changed_by(facts: Facts) -> list[object]:
    """List the papers that changed the decision on the violation and move its clocks, in order."""
    return [
        one.content.by
        for one in facts.events
        if isinstance(one.content, case_side_acts.DocumentAmended)
        and one.content.with_effects
        and one.content.document_id == facts.decision_id
        and facts.papers[one.content.by].stands
    ]
