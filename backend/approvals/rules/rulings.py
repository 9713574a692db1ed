"""Whether a signature or a ruling in the record itself passes a step of another. Pure."""

from backend.approvals.rules import guards
from backend.approvals.rules.facts import ADVICE, Step, Submission


def decides_first(facts: Submission) -> list[Step]:
    """Return the steps before the last that decide and lack an answer."""
    return [one for one in facts.steps[:-1] if one.open and one.kind not in ADVICE]


def ruling_fault(facts: Submission, context: guards.Context) -> guards.Fault:
    """Return why a ruling in the record itself, e.g. from a phone, may not complete this submission.

    It passes no step that decides, and answers the last one only for who holds it or may take it over.
    Without a published route the record's own rules say which supervisor rules.
    """
    if decides_first(facts):
        return "step_first"
    last = facts.steps[-1]
    if facts.route is None or context.claims.basis(last) or guards.may_take_over(last, context):
        return None
    return "not_yours"
