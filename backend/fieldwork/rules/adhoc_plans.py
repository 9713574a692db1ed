"""The plan before an ad-hoc decision: when one is needed, and the fields of its paper. Pure.

Circular 27/2020/TT-BCT Art 12.
"""

import re
from datetime import datetime
from typing import Any

from backend.documents.rules.filling import bases, without_nothing
from backend.fieldwork.rules.decision_fields import Signer, without_prefix
from backend.fieldwork.rules.decisions import fault
from schemas.fieldwork.adhoc_plans import AdhocPlan
from schemas.fieldwork.decisions import DecisionFault, IssueDecision

Fields = dict[str, Any]
_NUMBER = re.compile(r"[0-9]+/PA\b[-\w]*")
_SAME = ("subject", "place", "contents", "leader", "members", "partners")
"""What a plan takes from its decision's draft, under the same names."""
_BOUND = ("subject", "contents")


def needed(order: IssueDecision | None, *, has_plan: bool) -> bool:
    """Tell whether a decision is signed only with the reason of an emergency (Art 12).

    A planned one rests on the plan of the year; so does no paper but the decision itself.
    """
    return order is not None and order.ground == "ad_hoc" and not has_plan


def cited(order: IssueDecision) -> list[str]:
    """Return the numbers of ad-hoc plans that a decision names among its bases: 01000003/PA."""
    said = " ".join([order.proposal or "", *order.legal_bases])
    return list(dict.fromkeys(_NUMBER.findall(said)))


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
    filled["legal_bases"] = [*bases(schema, given), *_rests_on(decision)]
    kept: Fields = without_nothing(filled, schema)
    return kept


def _rests_on(decision: Fields) -> list[str]:
    """Return what the inspection rests on: a plan names its bases (Art 12.3.a)."""
    ground = without_prefix(decision.get("proposal") or "")
    return [ground] if ground else []


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


def against(plan: Fields, number: str, decision: Fields) -> list[DecisionFault]:
    """Return why a decision is not issued beside its plan in force: another party, or other contents (Art 13.3.c)."""
    return [
        fault(
            name,
            f"Quyết định phải đúng đối tượng, nội dung của phương án số {number} (điểm c khoản 3 Điều 13 Thông tư "
            "27/2020/TT-BCT). Hãy ghi như phương án, hoặc soạn quyết định khác với phương án mới.",
            f"The decision has the party and the contents of its plan {number} (Circular 27/2020 Art 13.3.c). Write "
            "them as there, or draft another decision with a plan of its own.",
        )
        for name in differs(plan, decision)
        if name in _BOUND
    ]
