"""Rules of enforcement that no act of a case asks yet. Pure.

When property may be seized, when enforcement ends, and where an execution is handed to (Law Art 71.1; Decree 118/2021
Art 22.4; Decree 296/2025 Arts 9.2, 20 to 34). Its time limits are the steps of D28.
"""

from datetime import datetime, time
from typing import Final, Literal

from backend.law.rules.counting import Calendar

FIRST, LAST = time(8), time(17)
"""Between which hours property is seized, both included."""
ENDS: Final = frozenset(
    {
        "annulled",
        "waived_and_done",
        "dead_without_estate",
        "dissolved_without_estate",
        "crime_found",
        "executed",
    }
)
"""When an enforcement ends (Decree 296/2025 Art 9.2)."""
TRANSFER_FORM: Final = "MBB29"


def time_faults(at: datetime, calendar: Calendar) -> list[str]:
    """Return why property is not seized at a moment of Vietnam."""
    minute = at.time().replace(second=0, microsecond=0)
    found = [] if calendar.works(at.date()) else ["day_off"]
    return found if FIRST <= minute <= LAST else [*found, "outside_hours"]


def transfer_fault(*, can_comply_here: bool) -> str | None:
    """Return why an execution is not handed on, or None."""
    return "can_comply_here" if can_comply_here else None


def receiver(*, same_level_body: bool) -> Literal["same_level_body", "commune"]:
    """Return who receives an execution: the same-level body of the party's home, else its commune."""
    return "same_level_body" if same_level_body else "commune"


def goods_stay(goods: str) -> bool:
    """Tell whether goods stay where they are: bulky ones, or such as are costly to move."""
    return goods in ("bulky", "costly")
