"""Which sanctions are made public, and which papers about them (Law Art 72; Decree 118/2021 Art 18). Pure.

Only in the fields of Art 72.1, and only if the violation did great damage or had a bad effect on the public:
the head gives that reason. A decision that amends or corrects a published one is published too.
"""

from backend.casework.rules import warning
from backend.casework.rules.facts import Facts
from backend.casework.texts.cases import refusal
from backend.law.books import FIRST
from backend.ledger.handlers import Refuse
from schemas.casework.acts import execution as case_execution_acts
from schemas.core.problems import Text
from schemas.law.catalogue import ViolationField

LISTED = frozenset(
    {
        ViolationField.FOOD,
        ViolationField.QUALITY,
        ViolationField.IP,
        ViolationField.COUNTERFEIT,
    }
)
"""Fields of Art 72.1 that this force sanctions: food safety, quality and measurement, intellectual
property, fake goods."""
OPEN = frozenset({ViolationField.PETROL})
"""Fields whose decree also has acts about measurement and quality."""


def fault(content: case_execution_acts.SanctionPublished, facts: Facts) -> Refuse | None:
    """Return why this paper is not made public, or None."""
    decision = facts.papers.get(facts.decision_id) if facts.decision_id else None
    changes = decision.amended_by if decision else []
    if content.document_id not in (facts.decision_id, *changes):
        return refusal(
            "case_published_other", number=(decision.number if decision else None) or "?"
        )
    if facts.book == FIRST:
        return None
    if content.why is None:
        return refusal("case_publish_why")
    fields = {one.behaviour.field for one in facts.sanction.order.acts} if facts.sanction else set()
    if fields & LISTED:
        return None
    if not fields & OPEN:
        return refusal("case_publish_field")
    return warning.unless(content.despite, _OPEN)


_OPEN = Text(
    vi="chỉ công bố vi phạm về đo lường, chất lượng trong lĩnh vực xăng dầu (khoản 1 Điều 72 Luật Xử lý vi phạm hành "
    "chính)",
    en="in the field of petrol only violations of measurement or quality are published (Law on Handling Administrative "
    "Violations Art 72.1)",
)
