"""What of a decision is not carried out yet, and how long an inspection decision lasts. Pure."""

from backend.casework.rules.facts import Facts
from backend.casework.texts.cases import refusal
from backend.casework.texts.execution import unpaid
from backend.ledger.handlers import Refuse
from schemas.core.problems import Text


def unfinished(facts: Facts) -> Text | None:
    """Say how many measures are not carried out, in words; None if all are."""
    count = len(set(range(len(facts.remedies))) - facts.remedies_done)
    if not count:
        return None
    vi, en = f"còn {count} biện pháp chưa thực hiện", f"{count} measures are not carried out"
    return Text(vi=vi, en=en)


def fine_fault(left: int) -> Refuse | None:
    """Refuse the end of an execution while some of the fine, in đồng, is not paid."""
    return refusal("case_not_done", unpaid(left)) if left > 0 else None


def measures_fault(waiting: Text | None) -> Refuse | None:
    """Refuse it while measures, or additional penalties, are not carried out (`waiting` says which)."""
    return refusal("case_not_done", waiting) if waiting is not None else None


def owing_fault(owing: Text | None, reason: str | None) -> Refuse | None:
    """Refuse it while interest or a gain is owed, unless there is a reason."""
    return refusal("case_unpaid", owing) if owing is not None and reason is None else None


CARRIED_OUT_DAYS = 5
"""Working days, from its decision, in which a planned inspection begins; an ad-hoc one begins
immediately (Ordinance 11/2016 Art 19.3)."""
