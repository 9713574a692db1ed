"""Which sanctions are made public, and which papers about them: pure.

backend/law/rules/publication.py judges the sanction, here and in a question without a case (Law Art 72; Decree 118/2021
Art 18). The head gives the reason. A decision that amends or corrects a published one is published too.
"""

from backend.casework.rules import warning
from backend.casework.rules.facts import Facts
from backend.casework.texts.cases import refusal
from backend.law.rules import publication
from backend.law.sanctions import installed
from backend.ledger.handlers import Refuse
from schemas.casework.acts import execution as case_execution_acts

_CODES: dict[publication.Why, str] = {
    "no_great_damage": "case_publish_why",
    "field_not_listed": "case_publish_field",
}


def fault(content: case_execution_acts.SanctionPublished, facts: Facts) -> Refuse | None:
    """Return why this paper is not made public, or None."""
    decision = facts.papers.get(facts.decision_id) if facts.decision_id else None
    changes = decision.amended_by if decision else []
    if content.document_id not in (facts.decision_id, *changes):
        return refusal(
            "case_published_other", number=(decision.number if decision else None) or "?"
        )
    rule = publication.rule(installed.laws_of(facts.book), facts.decided_on or content.published_on)
    if rule is None:
        return None
    fields = {one.behaviour.field for one in facts.sanction.order.acts} if facts.sanction else set()
    found = publication.judge(rule, fields or {"none"}, grave=content.why is not None)
    if found.why:
        return refusal(_CODES[found.why[0]])
    return warning.unless(content.despite, found.warns)
