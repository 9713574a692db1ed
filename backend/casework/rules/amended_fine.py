"""Whether a decision may be amended to another fine, by this installation's laws and ladders."""

from backend.casework.rules.amending import said_by
from backend.casework.rules.facts import Facts, Paper
from backend.core import formats
from backend.law.sanctions import engine as sanctions
from schemas.core.problems import Text


def fine_fault(facts: Facts, by: Paper) -> Text | None:
    """Return why a paper may not set this fine, or None.

    A fine must lie within the bands of the decision that is amended (Law Art 23.4). The amendment
    may leave out acts, all but one (annulled in part, Decree 118/2021 Arts 13, 15). Another
    behaviour or another multiplier needs another decision, and the first one is cancelled (MQĐ40).
    """
    total = said_by(facts, by.replaces, by).total if by.replaces else None
    if total is None or facts.sanction is None:
        return None
    acts = sanctions.compute(facts.sanction.order).acts
    least = min(0 if one.warning else one.effective_min_vnd for one in acts)
    most = sum(one.effective_max_vnd for one in acts)
    if least <= total <= most:
        return None
    return Text(
        vi=f"từ {formats.grouped(least)} đến {formats.money(most, 'vi')}",
        en=f"from {formats.grouped(least, 'en')} to {formats.money(most, 'en')}",
    )
