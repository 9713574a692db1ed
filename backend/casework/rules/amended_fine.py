"""Whether a decision on the violation may be amended to another fine, by the laws and ladders of this installation."""

from backend.casework.rules.amending import said_by
from backend.casework.rules.facts import Facts, Paper
from backend.core import formats
from backend.law.sanctions import engine as sanctions
from schemas.core.problems import Text


def fine_fault(facts: Facts, by: Paper) -> Text | None:
    """Why a paper may not make this the fine: it lies outside the bands of the decision that it amends (Law Art 23.4).

    It may leave acts out, all but one (annulled in part, Decree 118/2021 Arts 13, 15). What needs another behaviour or
    another multiplier is another decision: the first is cancelled (MQĐ40).
    """
    total = said_by(facts, by.replaces, by).total if by.replaces else None
    if total is None or facts.sanction is None:
        return None
    acts = sanctions.compute(facts.sanction.order).acts
    least = min(0 if one.warning else one.effective_min_vnd for one in acts)
    most = sum(one.effective_max_vnd for one in acts)
    if least <= total <= most:
        return None
    low, high = (formats.grouped(one) for one in (least, most))
    return Text(vi=f"từ {low} đến {high} đồng", en=f"from {low} to {high} đồng")
