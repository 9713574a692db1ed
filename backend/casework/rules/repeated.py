"""Acts that were committed several times and are fined each time. Pure.

Each time is an act of the order (Decree 118/2021 as amended by 68/2025), although the minutes have
one line for all of them.
"""

from collections import Counter

from schemas.casework.acts.proceedings import RecordedViolation
from schemas.law.sanctions import ActOrder, SanctionOrder

FINED = "fined"


def once(order: SanctionOrder) -> list[ActOrder]:
    """Return the acts of an order, each that is fined several times once.

    What the minutes record of such an act, as its gain, they record of all times together.
    """
    found: list[ActOrder] = []
    seen = set()
    for one in order.acts:
        same = (one.behaviour.code, one.acted_on)
        if one.repeated == FINED and same in seen:
            continue
        seen.add(same)
        found.append(one)
    return found


def as_recorded(recorded: list[RecordedViolation], order: SanctionOrder) -> bool:
    """Tell whether an order is about the recorded behaviours: each once, or fined each time."""
    known = Counter(one.code for one in recorded)
    acts = Counter(one.behaviour.code for one in order.acts)
    each = {
        code
        for code in acts
        if all(one.repeated == FINED for one in order.acts if one.behaviour.code == code)
    }
    return known.keys() == acts.keys() and all(
        count == known[code] or (code in each and count > known[code])
        for code, count in acts.items()
    )


def line_of(recorded: list[RecordedViolation], act: ActOrder) -> RecordedViolation:
    """Return the line of the minutes that an act is about: of its code, and of its day if any is."""
    lines = [one for one in recorded if one.code == act.behaviour.code]
    return next((one for one in lines if one.ended_on == act.acted_on), lines[0])
