"""The plan before an ad-hoc decision: when one is needed, and the fields of its paper. Pure.

Circular 27/2020/TT-BCT Art 12.
"""

from datetime import datetime
from typing import Any

from backend.documents.rules.filling import bases, without_nothing
from backend.fieldwork.rules.decision_fields import Signer, without_prefix
from backend.fieldwork.rules.decisions import fault
from schemas.fieldwork.adhoc_plans import AdhocPlan
from schemas.fieldwork.decisions import DecisionFault, IssueDecision

Fields = dict[str, Any]
_SAME = ("subject", "place", "contents", "leader", "members", "partners")
"""What a plan takes from its decision's draft, under the same names."""


def needed(order: IssueDecision | None, *, has_plan: bool) -> bool:
    """Tell whether a decision is signed only with the reason of an emergency (Art 12).

    A planned one rests on the plan of the year; so does no paper but the decision itself.
    """
    return order is not None and order.ground == "ad_hoc" and not has_plan


def fields(
    schema: Fields, plan: AdhocPlan, decision: Fields, signer: Signer, cited: str | None
) -> Fields:
    """Return the fields of the paper. `decision` are those of the draft that it precedes."""
    filled: Fields = {
        "agency": signer.unit,
        **{name: decision.get(name) for name in _SAME},
        "expected_start": plan.expected_start.isoformat(),
        "expected_end": plan.expected_end.isoformat(),
        "expected_violation": plan.expected_violation,
        "provision": plan.provision,
        "contingencies": [
            {"situation": one.situation, "measure": one.measure} for one in plan.contingencies
        ],
        "means": plan.means,
        "signer": {
            "name": signer.name,
            "title": signer.title,
            "unit": signer.unit,
            "delegation": signer.delegation,
        },
    }
    given = filled | {"signer": {"delegation": without_prefix(cited)}} if cited else filled
    filled["legal_bases"] = bases(schema, given)
    kept: Fields = without_nothing(filled, schema)
    return kept


def faults(plan: AdhocPlan, now: datetime, *, decided: bool) -> list[DecisionFault]:
    """Return why the plan is not issued: it ends before it starts or is over, or the decision came first."""
    found: list[DecisionFault] = []
    if plan.expected_end <= plan.expected_start or plan.expected_end < now:
        found.append(
            fault(
                "expected_end",
                "Thời gian dự kiến kết thúc phải sau thời gian bắt đầu và chưa qua "
                "(Điều 12 Thông tư 27/2020/TT-BCT).",
                "The expected end comes after the start, and is not over (Circular 27/2020 Art 12).",
            )
        )
    if decided:
        found.append(
            fault(
                "plan",
                "Quyết định kiểm tra đã ban hành hoặc đã hủy bỏ: phương án phải có trước quyết định "
                "(Điều 12 Thông tư 27/2020/TT-BCT).",
                "The decision was issued or given up: its plan comes before it (Circular 27/2020 Art 12).",
            )
        )
    return found


def differs(plan: Fields, decision: Fields) -> list[str]:
    """Return the fields that the decision's draft says otherwise than its plan, in the form's order."""
    return [name for name in _SAME if (plan.get(name) or None) != (decision.get(name) or None)]
