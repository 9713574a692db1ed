"""All acts of plans, by their names on the wire."""

from backend.ledger import declared
from backend.planning.acts import plans
from backend.planning.acts.declaring import Declared
from schemas.planning.words import PlanAct

PLAN_ACTS: dict[PlanAct, Declared] = declared.index(PlanAct, plans.ALL)
EVERY = tuple(PLAN_ACTS.values())
