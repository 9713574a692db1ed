"""What of a decision is not carried out yet, and how long an inspection decision lasts. Pure."""

from backend.casework.rules.facts import Facts
from schemas.core.problems import Text


def unfinished(facts: Facts) -> Text | None:
    """Say how many measures are not carried out, in words; None if all are."""
    count = len(set(range(len(facts.remedies))) - facts.remedies_done)
    if not count:
        return None
    vi, en = f"còn {count} biện pháp chưa thực hiện", f"{count} measures are not carried out"
    return Text(vi=vi, en=en)


CARRIED_OUT_DAYS = 5
"""Working days, from its decision, in which a planned inspection begins; an ad-hoc one begins
immediately (Ordinance 11/2016 Art 19.3)."""
