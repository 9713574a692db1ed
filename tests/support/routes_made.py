"""Routes of approval for tests: one officer drafts, another publishes, through the one door."""

from uuid import UUID

from backend.approvals.routes import service as routes
from backend.core import clock
from backend.core.database import transaction
from backend.ledger.service import Accepted
from schemas.approvals.routes import RouteDrafted, RoutePublished
from schemas.approvals.submissions import RouteStep, Term, Who
from schemas.approvals.words import By, StepKind, SubmittedKind
from schemas.core.ids import new_id
from schemas.core.vocabulary import Role
from tests.support.people import People

LEGAL_FIRST = (
    RouteStep(
        kind=StepKind.LEGAL_CHECK,
        who=Who(by=By.ROLE, role=Role.LEGAL),
        term=Term(working_days=2),
    ),
    RouteStep(kind=StepKind.SIGN, who=Who(by=By.HEAD), term=Term(working_days=2)),
)
"""The legal officer's check-sheet, then the head's signature."""
HOURS = (
    RouteStep(kind=StepKind.OPINION, who=Who(by=By.ROLE, role=Role.LEGAL), term=Term(hours=4)),
    RouteStep(kind=StepKind.SIGN, who=Who(by=By.HEAD), term=Term(hours=12)),
)
"""The same in hours, for a seizure made on the spot."""


async def published(
    people: People, kind: SubmittedKind, steps: tuple[RouteStep, ...] = LEGAL_FIRST
) -> UUID:
    """A route of Hà Nội's for all papers of a kind, drafted by giang and published by phuc."""
    draft_id = new_id()
    content = RouteDrafted(
        draft_id=draft_id,
        name="Quy trình thử",
        kind=kind,
        unit_id=people.giang.unit.unit_id,
        forms=[],
        fields=[],
        levels=[],
        amount_from=None,
        amount_to=None,
        steps=list(steps),
        valid_from=clock.today(),
        note="",
    )
    async with transaction():
        route_id, outcome = await routes.act(None, content, people.giang.actor())
        assert isinstance(outcome, Accepted), outcome
        _, outcome = await routes.act(
            route_id, RoutePublished(draft_id=draft_id), people.phuc.actor()
        )
        assert isinstance(outcome, Accepted), outcome
    return route_id
