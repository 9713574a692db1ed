"""By when an inspection that was not announced yet has to begin (Ordinance 11/2016 Art 19.3).

A planned one within 5 working days; an ad-hoc one at once. The latter is told, and hinders nobody: the
decision lapses for both only after 5 working days.
"""

from datetime import date

import msgspec

from backend.core import clock
from backend.fieldwork.queries import decision_papers as queries
from backend.fieldwork.rules import decisions as rules
from backend.fieldwork.rules.desk_papers import DECISION
from backend.law.deadlines import service as deadlines
from schemas.fieldwork.inspections import InspectionView
from schemas.fieldwork.words import InspectionState

_WAITS = (InspectionState.DECIDED, InspectionState.OPENED)


class Beginning(msgspec.Struct, frozen=True, kw_only=True):
    """The last day on which the inspection begins in time."""

    at_once: bool
    last_day: date
    late: bool


async def of(view: InspectionView) -> Beginning | None:
    """Return by when the inspection has to begin; None once it was announced or is over.

    A decision without a paper says no ground, and counts as planned.
    """
    if view.state not in _WAITS or view.announced_at is not None:
        return None
    paper = await queries.first_of(view.id, DECISION)
    at_once = paper is not None and paper.order is not None and paper.order.ground == "ad_hoc"
    issued_on = view.decision.issued_on
    last_day = rules.begins_by(issued_on, deadlines.calendar(), at_once=at_once)
    return Beginning(at_once=at_once, last_day=last_day, late=clock.today() > last_day)
