"""Routes are kept by two persons, day by day: none is taken away alone, and none leaves a gap."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import msgspec
import pytest

from backend import registry
from backend.approvals.queries import routes as queries
from backend.approvals.routes import service as routes
from backend.approvals.rules.routes import InForce
from backend.core import clock
from backend.core.database import transaction
from backend.ledger.service import Accepted, Outcome, Refused
from schemas.approvals.routes import RouteDrafted, RouteEnded, RoutePublished
from schemas.approvals.words import SubmittedKind
from schemas.core.base import Wire
from schemas.core.ids import new_id
from tests.support import routes_made
from tests.support.people import People, Person

pytestmark = pytest.mark.usefixtures("pool")


@pytest.fixture(autouse=True)
def _wired() -> None:
    registry.open_all()


def draft(people: People, **changed: Any) -> RouteDrafted:
    given: dict[str, Any] = {
        "draft_id": new_id(),
        "name": "Quyết định xử phạt",
        "kind": SubmittedKind.SANCTION,
        "unit_id": people.giang.unit.unit_id,
        "forms": [],
        "fields": [],
        "amount_from": None,
        "amount_to": None,
        "steps": list(routes_made.LEGAL_FIRST),
        "valid_from": clock.today(),
        "note": "",
    }
    return RouteDrafted(**(given | changed))


async def act(route_id: UUID | None, content: Wire, who: Person) -> tuple[UUID, Outcome]:
    async with transaction():
        return await routes.act(route_id, content, who.actor())


async def in_force(people: People, after_days: int = 0) -> list[InForce]:
    day = clock.today() + timedelta(days=after_days)
    async with transaction():
        return await queries.in_force(SubmittedKind.SANCTION, [people.giang.unit.unit_id], day)


async def published(people: People, **changed: Any) -> UUID:
    content = draft(people, **changed)
    route_id, outcome = await act(None, content, people.giang)
    assert isinstance(outcome, Accepted), outcome
    _, outcome = await act(route_id, RoutePublished(draft_id=content.draft_id), people.phuc)
    assert isinstance(outcome, Accepted), outcome
    return route_id


async def test_who_drafted_a_route_does_not_end_it_alone(people: People) -> None:
    route_id = await published(people)
    ended = RouteEnded(valid_to=clock.today(), reason="Không cần pháp chế xem")
    _, outcome = await act(route_id, ended, people.giang)
    assert isinstance(outcome, Refused)
    assert outcome.code == "approval_route_two_end"
    assert await in_force(people)
    _, outcome = await act(route_id, ended, people.phuc)
    assert isinstance(outcome, Accepted), outcome
    assert await in_force(people) == []


async def test_a_route_for_a_later_day_is_a_new_one_and_leaves_no_day_without_any(
    people: People,
) -> None:
    """A version that replaced the old one today would leave a month without a legal officer."""
    old, later = await published(people), clock.today() + timedelta(days=30)
    _, outcome = await act(old, draft(people, valid_from=later), people.giang)
    assert isinstance(outcome, Refused)
    assert outcome.code == "approval_route_later"
    new = await published(people, valid_from=later)
    assert {one.route_id for one in await in_force(people)} == {old}
    assert {one.route_id for one in await in_force(people, after_days=30)} == {old, new}


def test_a_draft_from_before_levels_could_be_named_reads_as_one_for_all_levels() -> None:
    said = {
        "draft_id": str(new_id()),
        "name": "Quy trình",
        "kind": "sanction",
        "unit_id": str(new_id()),
        "forms": [],
        "fields": [],
        "amount_from": None,
        "amount_to": None,
        "steps": [{"kind": "sign", "who": {"by": "head"}, "term": {"hours": 24}}],
        "valid_from": "2026-11-28",
        "note": "",
    }
    assert msgspec.convert(said, RouteDrafted).levels == []
