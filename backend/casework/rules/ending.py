"""What of a decision is not carried out yet, and how long an inspection decision may wait. Pure."""

from backend.casework.rules.facts import Facts
from schemas.core.problems import Text


def unfinished(facts: Facts) -> Text | None:
    """How many measures are not carried out, in words; None where all are."""
    count = len(set(range(len(facts.remedies))) - facts.remedies_done)
    if not count:
        return None
    vi, en = f"còn {count} biện pháp chưa thực hiện", f"{count} measures are not carried out"
    return Text(vi=vi, en=en)


CARRIED_OUT_DAYS = 5
"""Working days in which a planned inspection is begun, from its decision; an ad-hoc one at once (Ordinance 11/2016 Art
19.3)."""
