"""How much recorded illicit gain a decision leaves with the violator. Pure.

Shown before it is signed and entered.
"""

from backend.casework.rules import owed, signed
from backend.casework.rules.facts import Facts, Paper
from schemas.casework.views import PaperView
from schemas.law.sanctions import SanctionOrder


def left_by(order: SanctionOrder) -> int:
    """Return the gain that an order records without having it paid back, in đồng."""
    return 0 if owed.pays_back(order) else owed.gain_of(order)


def kept_by(paper: Paper | PaperView, facts: Facts) -> int:
    """Return the same of a decision on paper; 0 for other papers."""
    match paper.form:
        case "MQĐ01" | "MQĐ02":
            order = signed.order_of(paper.fields)
            return left_by(order) if order else 0
        case "MQĐ14" | "MQĐ15":
            rows = paper.fields.get("remedies") or []
            back = owed.said([str(one.get("measure", "")) for one in rows])
            return 0 if back else owed.recorded_gain(facts)
    return 0
