"""A plan and its items as rules read them."""

from datetime import date, datetime
from uuid import UUID

from backend.core.actors import Owned
from schemas.law.plan_limits import Milestone
from schemas.planning.acts import PlanDrafted, PlanItem
from schemas.planning.words import ItemState, PlanKind, PlanState

OPEN = frozenset({ItemState.PLANNED, ItemState.DECIDED, ItemState.RUNNING})
"""Items of an issued plan that are not over."""
LIVE = OPEN | {ItemState.DONE, ItemState.NOT_DONE}
COUNTED = frozenset(
    {
        *(PlanState.SENT_UP, PlanState.READY, PlanState.APPROVED),
        *(PlanState.ISSUED, PlanState.ENDED, PlanState.FOREIGN),
    }
)
"""Plans with whose items those of another are compared: a draft is nobody's plan yet, the items of a merged
one are in the plan above."""


class PlanLine(Owned, frozen=True, kw_only=True):
    """A plan without what its head says: what a list shows of it, and from what its limits are counted."""

    id: UUID
    kind: PlanKind
    state: PlanState
    year: int
    title: str
    unit_id: UUID
    agency: str | None
    number: str | None
    issued_on: date | None
    first_day: date
    last_day: date
    drafted_by: UUID
    drafted_at: datetime
    sent_to: UUID | None
    sent_up_at: datetime | None
    merged_into: UUID | None
    submitted_at: datetime | None
    approved_at: datetime | None
    issued_at: datetime | None
    ended_at: datetime | None

    @property
    def days(self) -> tuple[date, date]:
        """Its period: the first and the last day, in Vietnam."""
        return self.first_day, self.last_day

    @property
    def moments(self) -> dict[Milestone, datetime | None]:
        """When each milestone was reached last; None for what did not happen, or was taken back."""
        return {
            Milestone.SENT_UP: self.sent_up_at,
            Milestone.SUBMITTED: self.submitted_at,
            Milestone.APPROVED: self.approved_at,
            Milestone.ISSUED: self.issued_at,
            Milestone.ENDED: self.ended_at,
        }


class Plan(PlanLine, frozen=True, kw_only=True):
    """A plan as its acts are judged."""

    head: PlanDrafted


class Item(Owned, frozen=True, kw_only=True):
    """An item as its acts are judged."""

    id: UUID
    plan_id: UUID
    state: ItemState
    content: PlanItem
    inspection_id: UUID | None
